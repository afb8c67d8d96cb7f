# Golden numbers of the measures, from R and its survey package: run in this folder with `Rscript expected.R`.
# The estimates and errors come from svymean, svyby and svycontrast over a long table clustered by person; only the
# Wilson interval at the effective size, for which R has no function, is written out.
suppressMessages(library(survey))
options(survey.lonely.psu = "fail")

answers <- read.csv("responses.csv", colClasses = c(response_id = "character", unit_code = "character"))
factor_of <- c(A1 = "A", A2 = "A", A3 = "A", B1 = "B", B2 = "B", C1 = "C", C2 = "C")
domain_of <- c(A = "I", B = "I", C = "II")
weights <- c(I = 0.7, II = 0.3)
items <- names(factor_of)

# One row per valid answer, excluded codes and blanks gone, the reversed item mirrored.
long <- do.call(rbind, lapply(items, function(item) {
  level <- answers[[item]]
  valid <- !is.na(level) & level != (if (item == "B2") 9 else 0)
  if (item == "A3") level <- 6 - level
  data.frame(person = answers$response_id, unit = answers$unit_code, item = item, level = level,
             satisfied = as.numeric(level >= (if (item == "B2") 3 else 4)))[valid, ]
}))

wilson <- function(p, n) {
  z <- qnorm(0.975)
  (p + z^2 / (2 * n) + c(-1, 1) * z * sqrt(p * (1 - p) / n + z^2 / (4 * n^2))) / (1 + z^2 / n)
}

# Estimate and person-clustered error of the variable over rows of the long table; `coefficients` by item, or pooled.
estimate <- function(rows, variable, coefficients = NULL) {
  design <- svydesign(ids = ~person, weights = ~1, data = rows)
  formula <- as.formula(paste0("~", variable))
  if (is.null(coefficients)) {
    result <- svymean(formula, design)
  } else {
    by_item <- svyby(formula, ~item, design, svymean, covmat = TRUE)
    result <- svycontrast(by_item, list(index = coefficients[names(coef(by_item))]))
  }
  c(estimate = unname(coef(result)), se = unname(as.vector(SE(result))))
}

expected <- data.frame()
note <- function(rule, unit, level, code, ...) {
  figures <- c(...)
  expected <<- rbind(expected, data.frame(rule = rule, unit = unit, level = level, code = code,
                                          figure = names(figures), value = sprintf("%.17g", figures)))
}

index <- function(rule, unit, level, code, rows, coefficients) {
  n <- length(unique(rows$person))
  rate <- estimate(rows, "satisfied", coefficients)
  mean <- estimate(rows, "level", coefficients)
  effective <- rate[["estimate"]] * (1 - rate[["estimate"]]) / (rate[["se"]]^2 * (n - 1) / n)
  rate_ci <- wilson(rate[["estimate"]], effective)
  mean_ci <- mean[["estimate"]] + c(-1, 1) * qt(0.975, n - 1) * mean[["se"]]
  note(rule, unit, level, code, n_valid = nrow(rows), n_persons = n,
       rate = rate[["estimate"]], rate_se = rate[["se"]], rate_ci.0 = rate_ci[1], rate_ci.1 = rate_ci[2],
       mean = mean[["estimate"]], mean_se = mean[["se"]], mean_ci.0 = mean_ci[1], mean_ci.1 = mean_ci[2])
}

equal <- function(members) setNames(rep(1 / length(members), length(members)), members)
members_of <- function(factors) items[factor_of[items] %in% factors]
by_factor <- function(factors) unlist(lapply(factors, function(f) equal(members_of(f)) / length(factors)))
by_domain <- function() unlist(lapply(names(weights), function(d) {
  equal(members_of(names(domain_of)[domain_of == d])) * weights[[d]]
}))

for (unit in c("*", "u1", "u2")) {
  here <- if (unit == "*") long else long[long$unit == unit, ]
  people <- if (unit == "*") answers else answers[answers$unit_code == unit, ]

  for (item in items) {
    rows <- here[here$item == item, ]
    interval <- prop.test(sum(rows$satisfied), nrow(rows), correct = FALSE)$conf.int
    simple <- t.test(rows$level)
    rate <- estimate(rows, "satisfied")
    note("any", unit, "item", item, n_valid = nrow(rows), rate = mean(rows$satisfied), rate_se = rate[["se"]],
         rate_ci.0 = interval[1], rate_ci.1 = interval[2], mean = mean(rows$level), mean_se = simple$stderr,
         mean_ci.0 = simple$conf.int[1], mean_ci.1 = simple$conf.int[2])
  }
  number <- t.test(people$G1)
  note("any", unit, "item", "G1", n_valid = sum(!is.na(people$G1)), mean = unname(number$estimate),
       mean_se = number$stderr, mean_ci.0 = number$conf.int[1], mean_ci.1 = number$conf.int[2])

  all_satisfied <- tapply(here$satisfied, here$person, min)
  interval <- prop.test(sum(all_satisfied), length(all_satisfied), correct = FALSE)$conf.int
  note("any", unit, "all-satisfied", "*", n_valid = length(all_satisfied), rate = mean(all_satisfied),
       rate_se = unname(SE(svymean(~x, svydesign(~1, weights = ~1, data = data.frame(x = all_satisfied)))))[1],
       rate_ci.0 = interval[1], rate_ci.1 = interval[2])

  for (f in unique(factor_of)) {
    complete <- sapply(members_of(f), function(item) {
      rows <- here[here$item == item, ]
      rows$level[match(people$response_id, rows$person)]
    })
    complete <- complete[complete.cases(complete), , drop = FALSE]
    covariance <- cov(complete)
    k <- ncol(complete)
    note("any", unit, "reliability", f, n = nrow(complete),
         alpha = k / (k - 1) * (1 - sum(diag(covariance)) / sum(covariance)))
  }

  for (rule in c("pooled", "mean-of-items", "mean-of-factors", "fixed-weights")) {
    pooled <- rule == "pooled"
    for (f in unique(factor_of)) {
      own <- members_of(f)
      index(rule, unit, "factor", f, here[here$item %in% own, ], if (pooled) NULL else equal(own))
    }
    for (d in unique(domain_of)) {
      factors <- names(domain_of)[domain_of == d]
      own <- members_of(factors)
      coefficients <- if (rule == "mean-of-factors") by_factor(factors) else equal(own)
      index(rule, unit, "domain", d, here[here$item %in% own, ], if (pooled) NULL else coefficients)
    }
    coefficients <- switch(rule, "mean-of-items" = equal(items), "mean-of-factors" = by_factor(unique(factor_of)),
                           "fixed-weights" = by_domain())
    index(rule, unit, "overall", "*", here, coefficients)
  }
}

write.csv(expected, "expected.csv", row.names = FALSE, quote = FALSE)
