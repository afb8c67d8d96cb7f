# Golden numbers of tests, adjustments, reliability and drivers, from base R: run here with `Rscript expected.R`.
# Data sets: `attitude` (Chatterjee and Price 1977) ships with R; the rest stands below.
expected <- data.frame()
note <- function(name, ...) {
  values <- c(...)
  expected <<- rbind(expected, data.frame(name = name, at = seq_along(values) - 1, value = sprintf("%.17g", values)))
}
write.csv(attitude, "attitude.csv", row.names = FALSE)

z <- c(0, 0.1, 0.5, 1, 1.96, 2.4999, 2.5, 3, 5, 8, 20, 37)
note("z", z)
note("normal upper tail", pnorm(z, lower.tail = FALSE))

p <- c(0.01, 0.02, 0.03, 0.04, 0.05, 0.04, 0.001, 0.8, 0.5, 1)
note("p", p)
note("holm", p.adjust(p, "holm"))
note("benjamini hochberg", p.adjust(p, "BH"))

cases <- list(c(7, 20, 0.3), c(0, 10, 0.2), c(10, 10, 0.9), c(682, 925, 0.75), c(45, 1000, 0.04), c(3, 1000, 0.01))
for (case in cases) {
  note("binomial case", case)
  note("binomial two-sided", binom.test(case[1], case[2], case[3])$p.value)
  note("binomial upper", pbinom(case[1] - 1, case[2], case[3], lower.tail = FALSE))
}

# Welch: the rating of `attitude`, first half of the firm against the second.
welch <- t.test(attitude$rating[1:12], attitude$rating[13:30])
note("welch", diff(rev(welch$estimate)), welch$conf.int, welch$p.value)
paired <- t.test(attitude$rating, attitude$complaints, paired = TRUE)
note("paired", mean(attitude$rating - attitude$complaints), paired$conf.int, paired$p.value)

# Johnson (2000): relative weights of the rating on the other six.
x <- as.matrix(attitude[-1]); y <- attitude$rating
e <- eigen(cor(x))
lambda <- e$vectors %*% diag(sqrt(e$values)) %*% t(e$vectors)
beta <- solve(lambda) %*% cor(x, y)
note("relative weights", lambda^2 %*% beta^2)
note("r squared", summary(lm(rating ~ ., attitude))$r.squared)

alpha <- function(d) ncol(d) / (ncol(d) - 1) * (1 - sum(apply(d, 2, var)) / var(rowSums(d)))
note("alpha", alpha(attitude))
note("alpha standardised", alpha(as.data.frame(scale(attitude))))
note("alpha without each", sapply(seq_along(attitude), function(i) alpha(attitude[-i])))
write.csv(expected, "expected.csv", row.names = FALSE, quote = FALSE)
