# Golden numbers of the roll-up "theo quy mô", from R and its survey package: run in this folder with `Rscript by-size.R`.
# The sample is made up: five units of known sizes, 240 persons, four items on levels 1 to 5 with gaps.
suppressMessages(library(survey))
set.seed(20261123)

sizes <- c(u1 = 1250, u2 = 400, u3 = 96, u4 = 5000, u5 = 61)
counts <- c(u1 = 60, u2 = 45, u3 = 35, u4 = 70, u5 = 30)
sample <- do.call(rbind, lapply(names(sizes), function(unit) {
  n <- counts[[unit]]
  mood <- rnorm(n, match(unit, names(sizes)) / 8, 0.7)
  item <- function(shift) ifelse(runif(n) < 0.12, NA, pmin(5, pmax(1, round(3.4 + shift + mood + rnorm(n, 0, 0.6)))))
  data.frame(unit = unit, q1 = item(0), q2 = item(0.4), q3 = item(-0.3), q4 = item(0.1))
}))
write.csv(sample, "by-size-sample.csv", row.names = FALSE, na = "", quote = FALSE)

items <- c("q1", "q2", "q3", "q4")
sample$N <- sizes[sample$unit]; sample$w <- sample$N / counts[sample$unit]
for (q in items) {
  sample[[paste0("m", q)]] <- as.numeric(!is.na(sample[[q]]))
  sample[[paste0("y", q)]] <- ifelse(is.na(sample[[q]]), 0, sample[[q]])
  sample[[paste0("t", q)]] <- as.numeric(sample[[paste0("y", q)]] >= 4)
}
sum_of <- function(prefix) rowSums(sample[paste0(prefix, items)])
sample$answers <- sum_of("m"); sample$levels <- sum_of("y"); sample$tops <- sum_of("t")
sample$valid <- as.numeric(sample$answers > 0)
sample$all <- as.numeric(sample$valid == 1 & sample$tops == sample$answers)

expected <- data.frame()
note <- function(basis, units, name, result, df) {
  expected <<- rbind(expected, data.frame(basis = basis, units = units, name = name,
    estimate = sprintf("%.17g", unname(coef(result))[1]), se = sprintf("%.17g", unname(as.vector(SE(result)))[1]), df = df))
}
for (units in list(names(sizes), c("u1", "u3", "u5"))) {
  rows <- sample[sample$unit %in% units, ]
  totals <- data.frame(unit = units, Freq = sizes[units])
  designs <- list(
    finite = svydesign(~1, strata = ~unit, weights = ~w, fpc = ~N, data = rows),
    # Post-stratified from weights of one: the same estimate and error as weights N/n in strata.
    model = postStratify(svydesign(~1, strata = ~unit, weights = rep(1, nrow(rows)), data = rows), ~unit, totals))
  for (basis in names(designs)) {
    design <- designs[[basis]]
    at <- function(name, result) note(basis, paste(units, collapse = "+"), name, result, degf(design))
    at("pooled rate", svyratio(~tops, ~answers, design))
    at("pooled mean", svyratio(~levels, ~answers, design))
    at("all-satisfied", svyratio(~all, ~valid, design))
    sums <- svytotal(~ tq1 + tq2 + tq3 + tq4 + yq1 + yq2 + yq3 + yq4 + mq1 + mq2 + mq3 + mq4, design)
    at("mean of items rate", svycontrast(sums, quote((tq1 / mq1 + tq2 / mq2 + tq3 / mq3 + tq4 / mq4) / 4)))
    at("mean of items mean", svycontrast(sums, quote((yq1 / mq1 + yq2 / mq2 + yq3 / mq3 + yq4 / mq4) / 4)))
  }
}
# One unit with its N alone: the correction of its own interval.
one <- svydesign(~1, weights = ~w, fpc = ~N, data = sample[sample$unit == "u3", ])
note("finite", "u3", "pooled rate", svyratio(~tops, ~answers, one), degf(one))
note("finite", "u3", "pooled mean", svyratio(~levels, ~answers, one), degf(one))
note("finite", "u3", "share q1", svymean(~tq1, subset(one, mq1 == 1)), degf(one))
note("finite", "u3", "mean q1", svymean(~yq1, subset(one, mq1 == 1)), degf(one))
write.csv(expected, "by-size.csv", row.names = FALSE, quote = FALSE)
