# Golden numbers of estimates under a design, from R and its survey package: run in this folder with `Rscript expected.R`.
# The sample is made up: three strata, seventeen clusters, 52 persons, weights that differ within a cluster, two margins.
suppressMessages(library(survey))
options(survey.lonely.psu = "fail", survey.lmer.REML = FALSE)
set.seed(20261122)

clusters <- data.frame(stratum = rep(c("a", "b", "c"), c(5, 8, 4)), cluster = c(1:5, 1:8, 1:4))
clusters$population <- c(a = 20, b = 40, c = 9)[clusters$stratum]
sample <- do.call(rbind, lapply(seq_len(nrow(clusters)), function(i) {
  size <- sample(2:5, 1)
  cbind(clusters[rep(i, size), ], weight = round(runif(size, 5, 40), 2))
}))
rownames(sample) <- NULL
n <- nrow(sample)
sample$sex <- sample(1:2, n, TRUE, c(0.6, 0.4))
sample$age <- sample(1:3, n, TRUE, c(0.3, 0.5, 0.2))
centre <- rnorm(nrow(clusters))[match(paste(sample$stratum, sample$cluster), paste(clusters$stratum, clusters$cluster))]
score <- function(shift) pmin(5, pmax(1, round(3.6 + shift + 0.6 * centre + rnorm(n))))
sample$q1 <- score(0); sample$q2 <- score(0.3); sample$q3 <- score(-0.4)
sample$q1[sample(n, 5)] <- NA; sample$q2[sample(n, 4)] <- NA
sample$domain <- sample(c("x", "y"), n, TRUE)
sample_with_gaps <- sample
# A blank counts 0 in a domain that it is not part of.
sample$m1 <- as.numeric(!is.na(sample$q1)); sample$y1 <- ifelse(is.na(sample$q1), 0, sample$q1)
sample$m2 <- as.numeric(!is.na(sample$q2)); sample$y2 <- ifelse(is.na(sample$q2), 0, sample$q2)
sample$top <- as.numeric(sample$y1 >= 4); sample$one <- 1
sample$above <- sample$top + (sample$y2 >= 4) + (sample$q3 >= 4); sample$below <- sample$m1 + sample$m2 + 1
write.csv(sample_with_gaps, "sample.csv", row.names = FALSE, na = "")

totals <- list(sex = c(780, 640), age = c(400, 750, 270))
expected <- data.frame()
note <- function(design, name, result) {
  expected <<- rbind(expected, data.frame(design = design, name = name,
    estimate = sprintf("%.17g", unname(coef(result))[1]), se = sprintf("%.17g", unname(as.vector(SE(result)))[1])))
}

designs <- list(
  weights = svydesign(~1, weights = ~weight, data = sample),
  strata = svydesign(~1, strata = ~stratum, weights = ~weight, data = sample),
  clusters = svydesign(~cluster, strata = ~stratum, weights = ~weight, data = sample, nest = TRUE),
  fpc = svydesign(~cluster, strata = ~stratum, weights = ~weight, fpc = ~population, data = sample, nest = TRUE))
designs$poststratified <- postStratify(designs$fpc, ~sex, data.frame(sex = 1:2, Freq = totals$sex))
# Of a persons' sample too, whose residuals stay within their category.
designs$persons_poststratified <- postStratify(designs$weights, ~age, data.frame(age = 1:3, Freq = totals$age))
designs$raked <- calibrate(designs$fpc, ~ factor(sex) + factor(age), calfun = "raking", epsilon = 1e-13, maxit = 200,
  population = c(sum(totals$sex), totals$sex[2], totals$age[2:3]))

for (name in names(designs)) {
  full <- designs[[name]]
  answered <- subset(full, m1 == 1)
  note(name, "mean q1", svymean(~y1, answered))
  note(name, "share q1", svymean(~top, answered))
  note(name, "mean q1 of x", svymean(~y1, subset(answered, domain == "x")))
  note(name, "share q1 of x", svymean(~top, subset(answered, domain == "x")))
  note(name, "pooled", svyratio(~above, ~below, full))
  note(name, "pooled of x", svyratio(~above, ~below, subset(full, domain == "x")))
  sums <- svytotal(~ y1 + m1 + y2 + m2 + q3 + one, full)
  note(name, "mean of items", svycontrast(sums, quote((y1 / m1 + y2 / m2 + q3 / one) / 3)))
  sums_of_x <- svytotal(~ y1 + m1 + y2 + m2 + q3 + one, subset(full, domain == "x"))
  note(name, "mean of items of x", svycontrast(sums_of_x, quote((y1 / m1 + y2 / m2 + q3 / one) / 3)))
  note(name, "q1 minus q3", svycontrast(sums, quote(y1 / m1 - q3 / one)))
}
weights <- data.frame(row = seq_len(n), sapply(designs[c("poststratified", "persons_poststratified", "raked")], weights))
weights[-1] <- lapply(weights[-1], function(w) sprintf("%.17g", w))
write.csv(weights, "weights.csv", row.names = FALSE, quote = FALSE)
write.csv(expected, "expected.csv", row.names = FALSE, quote = FALSE)
