# Recomputes every figure of a reader study from its rows, in base R, and compares it with what
# Station found. Run it in the folder of the analysis:
#
#   Rscript analysis.R
#
# It reads scores.csv, consensus.csv, voi.csv, foci.csv, lesions.csv, bootstrap.csv and figures.csv
# in data/, writes figures-r.csv there and ends with status 1 where a figure differs or is missing.
#
# data/bootstrap.csv holds the resamples, a line each: how often each case was drawn. Both programs
# use the same, so the intervals have to be equal too.
#
# The ordinal regression needs the package ordinal (Debian: r-cran-ordinal); without it its figures
# are not compared.

TOLERANCE <- 1e-6  # relative, and absolute below 1
TOLERANCE_OF_MAXIMA <- 2e-3  # of figures that two optimizers find
DIGITS <- 9        # of a difference: what differs less is a tie
LIMITS_SD <- 1.96  # limits of agreement, Bland and Altman 1986

read <- function(name) {
  path <- file.path("data", name)
  if (!file.exists(path)) return(NULL)
  table <- read.csv(path, colClasses = "character", check.names = FALSE, encoding = "UTF-8",
                    na.strings = character(0))
  # An apostrophe keeps spreadsheets from taking a text for a formula.
  names(table) <- sub("^'", "", names(table))
  table[] <- lapply(table, function(column) sub("^'", "", column))
  table
}

scores <- read("scores.csv")
consensus <- read("consensus.csv")
figures <- read("figures.csv")
vois <- read("voi.csv")
foci <- read("foci.csv")
truth_rows <- read("lesions.csv")
draws <- as.matrix(read("bootstrap.csv"))
cases <- colnames(draws)
storage.mode(draws) <- "double"

found <- new.env()
keys <- character(0)
tell <- function(value, ...) {
  if (length(value) != 1 || is.na(value) || !is.finite(value)) return(invisible())
  key <- paste(..., sep = " > ")
  keys <<- c(keys, key)
  assign(key, as.numeric(value), envir = found)
}
tell_interval <- function(interval, ...) {
  if (is.null(interval)) return(invisible())
  tell(interval[1], ..., "low")
  tell(interval[2], ..., "high")
}

# --- bootstrap over cases ------------------------------------------------------------------------

# Sums of `values` over each resample; `case` is the case of each value.
resampled <- function(values, case) {
  sums <- setNames(numeric(length(cases)), cases)
  given <- tapply(values, factor(case, levels = unique(case)), sum)
  sums[names(given)] <- given
  as.vector(draws %*% sums)
}

percentiles <- function(replicates, present) {
  defined <- is.finite(replicates)
  if (present < 2 || mean(!defined) > 0.1) return(NULL)
  as.vector(quantile(replicates[defined], c(0.025, 0.975), type = 7))
}

# The interval of a mean: of fewer than 20 cases the bootstrap-t, with the error of a ratio of sums
# over cases.
mean_interval <- function(values, case) {
  present <- length(unique(case))
  if (present < 2 || present >= 20)
    return(percentiles(resampled(values, case) / resampled(rep(1, length(values)), case), present))
  sums <- counts <- setNames(numeric(length(cases)), cases)
  given <- tapply(values, factor(case, levels = unique(case)), sum)
  sums[names(given)] <- given
  many <- table(case)
  counts[names(many)] <- many
  mean_and_error <- function(draws) {
    total <- as.vector(draws %*% counts)
    mean <- as.vector(draws %*% sums) / total
    squares <- as.vector(draws %*% sums^2) - 2 * mean * as.vector(draws %*% (sums * counts)) +
      mean^2 * as.vector(draws %*% counts^2)
    drawn <- as.vector(draws %*% (counts > 0))
    list(mean = mean, error = suppressWarnings(sqrt(pmax(squares, 0) * drawn / (drawn - 1))) / total)
  }
  of <- mean_and_error(matrix((counts > 0) * 1, 1))
  drawn <- mean_and_error(draws)
  t <- ifelse(drawn$error > 1e-12, (drawn$mean - of$mean) / drawn$error, NA)
  ends <- percentiles(t, present)
  if (is.null(ends)) NULL else of$mean - rev(ends) * of$error
}

# --- two arms ------------------------------------------------------------------------------------

spread <- function(values, ...) {
  if (length(values) > 0) tell(mean(values), ..., "mean")
  if (length(values) > 1) tell(sd(values), ..., "sd")
  tell(length(values), ..., "n")
}

signed_rank_p <- function(d) {
  n <- length(d)
  ranks <- rank(abs(d))
  smaller <- min(sum(ranks[d > 0]), sum(ranks[d < 0]))
  ties <- any(duplicated(abs(d)))
  if (ties && n <= 13) {
    sums <- 0
    for (one in ranks) sums <- c(sums, sums + one)
    return(min(1, 2 * mean(sums <= smaller + 1e-9)))
  }
  wilcox.test(d, exact = !ties && n <= 50, correct = FALSE)$p.value
}

# The figures of pairs of values; p values are returned, for Holm's correction.
compare <- function(conventional, dl, case, ...) {
  d <- round(dl - conventional, DIGITS)
  n <- length(d)
  spread(conventional, ..., "conventional")
  spread(dl, ..., "dl")
  spread(d, ..., "difference")
  p <- c(t = NA, wilcoxon = NA)
  varies <- n > 1 && max(d) > min(d)
  if (n > 1) {
    tell(n - 1, ..., "t", "df")
    tell_interval(mean(d) + c(-1, 1) * LIMITS_SD * sd(d), ..., "difference", "limits_of_agreement")
  }
  if (varies) {
    test <- t.test(d)
    p["t"] <- test$p.value
    tell(test$statistic, ..., "t", "statistic")
    tell(test$p.value, ..., "t", "p")
    tell_interval(as.vector(test$conf.int), ..., "difference", "ci_t")
    tell_interval(mean_interval(d, case), ..., "difference", "ci")
    tell(mean(d) / sd(d), ..., "effect", "cohen_dz")
  }
  differing <- d[d != 0]
  tell(length(differing), ..., "wilcoxon", "n")
  tell(n - length(differing), ..., "wilcoxon", "zeros")
  if (length(differing) > 0) {
    ranks <- rank(abs(differing))
    positive <- sum(ranks[differing > 0])
    negative <- sum(ranks[differing < 0])
    p["wilcoxon"] <- signed_rank_p(differing)
    tell(min(positive, negative), ..., "wilcoxon", "statistic")
    tell(positive, ..., "wilcoxon", "rank_sum_positive")
    tell(negative, ..., "wilcoxon", "rank_sum_negative")
    tell(p["wilcoxon"], ..., "wilcoxon", "p")
    tell((positive - negative) / (positive + negative), ..., "effect", "rank_biserial")
  }
  p
}

# `tests`: a matrix, a row a test with its p values; `paths`: where each one's figures stand.
tell_holm <- function(tests, paths) {
  for (which in c("t", "wilcoxon")) {
    corrected <- p.adjust(tests[, which], "holm")
    for (row in seq_along(paths)) tell(corrected[row], paths[row], which, "p_holm")
  }
}

# --- readers and cases as samples ----------------------------------------------------------------

# P of the mean effect of two readers, averaged over what their variance may have been.
generalized_p <- function(mean, spread, common) {
  given <- function(u) 2 * pnorm(-abs(mean) / sqrt((spread / qchisq(u, 1) + common) / 2))
  integrate(given, 0, 1, rel.tol = 1e-9, subdivisions = 2000)$value
}

# `effects` of the readers, their covariances over cases, and how many cases each has.
multi_reader <- function(effects, covariances, counts, cases, ...) {
  tell(cases, ..., "cases")
  count <- length(effects)
  if (count == 0) return(NA)
  effect <- mean(effects)
  tell(effect, ..., "effect")
  for (reader in names(effects)) {
    tell(effects[reader], ..., "readers", reader, "effect")
    tell(counts[reader], ..., "readers", reader, "cases")
    variance <- covariances[reader, reader]
    if (counts[reader] > 1 && variance > 1e-15) {
      reach <- qt(0.975, counts[reader] - 1) * sqrt(variance)
      tell_interval(effects[[reader]] + c(-reach, reach), ..., "readers", reader, "ci")
      tell(2 * pt(-abs(effects[[reader]]) / sqrt(variance), counts[reader] - 1), ..., "readers",
           reader, "p")
    }
  }
  t_test <- function(variance, df, name) {
    if (variance <= 1e-15) return(NA)
    p <- 2 * pt(-abs(effect) / sqrt(variance), df)
    reach <- qt(0.975, df) * sqrt(variance)
    tell(sqrt(variance), ..., "tests", name, "error")
    if (is.finite(df)) tell(df, ..., "tests", name, "df")
    tell(p, ..., "tests", name, "p")
    tell_interval(effect + c(-reach, reach), ..., "tests", name, "ci")
    p
  }
  fixed_readers <- if (cases > 1) t_test(sum(covariances) / count^2, cases - 1, "fixed_readers")
                   else NA
  if (count == 1) return(fixed_readers)
  spread <- var(effects)
  common <- max(0, (sum(covariances) - sum(diag(covariances))) / (count - 1))
  tell(sqrt(spread), ..., "reader_sd")
  tell(common / count, ..., "covariance")
  t_test(spread / count, count - 1, "fixed_cases")
  if (cases < 2) return(NA)
  if (spread <= 1e-15) {
    if (is.na(fixed_readers)) return(NA)
    return(t_test(sum(covariances) / count^2, cases - 1, "equal_readers"))
  }
  first <- t_test((spread + common) / count, (count - 1) * ((spread + common) / spread)^2, "hillis")
  if (count > 2) return(first)
  error <- sqrt((spread + common) / 2)
  first <- generalized_p(effect, spread, common)
  tell(error, ..., "tests", "generalized", "error")
  tell(first, ..., "tests", "generalized", "p")
  reach <- uniroot(function(reach) generalized_p(reach, spread, common) - 0.05,
                   c(0, 200 * error), tol = 1e-10 * error)$root
  tell_interval(effect + c(-reach, reach), ..., "tests", "generalized", "ci")
  first
}

# Of a matrix, readers × cases, of DL − conventional.
multi_reader_of_scores <- function(d, ...) {
  given <- !is.na(d)
  counts <- rowSums(given)
  effects <- rowMeans(d, na.rm = TRUE)
  centred <- d - effects
  centred[!given] <- 0
  shared <- given %*% t(given)
  covariances <- centred %*% t(centred) * shared / (shared - 1) / outer(counts, counts)
  covariances[shared < 2] <- 0
  multi_reader(effects, covariances, counts, ncol(d), ...)
}

# Against the margin of the protocol, which stands among the figures.
tell_margin <- function(...) {
  path <- paste(..., "margin", "margin", sep = " > ")
  margin <- as.numeric(figures$value[figures$figure == path])
  if (length(margin) != 1) return(invisible())
  tell(margin, ..., "margin", "margin")
  of <- function(...) get0(paste(..., sep = " > "), envir = found, inherits = FALSE)
  effect <- of(..., "multi_reader", "effect")
  name <- Find(function(name) !is.null(of(..., "multi_reader", "tests", name, "error")),
               c("generalized", "hillis", "equal_readers", "fixed_readers"))
  if (is.null(name) || (name == "fixed_readers" && !is.null(of(..., "multi_reader", "reader_sd"))))
    return(invisible())
  error <- of(..., "multi_reader", "tests", name, "error")
  df <- of(..., "multi_reader", "tests", name, "df")
  above <- function(null) {
    half <- if (name == "generalized") {
      spread <- of(..., "multi_reader", "reader_sd")^2
      generalized_p(effect - null, spread, 2 * of(..., "multi_reader", "covariance")) / 2
    } else pt(-abs(effect - null) / error, if (is.null(df)) Inf else df)
    if (effect > null) half else 1 - half
  }
  low <- of(..., "multi_reader", "tests", name, "ci", "low")
  tell(low, ..., "margin", "lower")
  tell(above(-margin), ..., "margin", "p_non_inferior")
  tell(above(0), ..., "margin", "p_superior")
  tell((low > -margin) * 1, ..., "margin", "non_inferior")
  tell((low > 0) * 1, ..., "margin", "superior")
}

area_of <- function(conventional, dl) {
  sum(dl * (cumsum(conventional) - conventional / 2)) / (sum(conventional) * sum(dl))
}

# Scores of both arms of the same readings.
visual_grading <- function(conventional, dl, case, reader, ...) {
  names_of <- unique(case)
  of <- function(score, chosen) tabulate(score[chosen], 5)
  area <- area_of(of(conventional, TRUE), of(dl, TRUE))
  tell(area, ..., "area")
  tell(length(dl), ..., "n")
  of_case <- function(score) sapply(1:5, function(k) resampled((score == k) * 1, case))
  before <- of_case(conventional)
  after <- of_case(dl)
  replicates <- vapply(seq_len(nrow(before)), function(draw) area_of(before[draw, ], after[draw, ]),
                       numeric(1))
  tell_interval(percentiles(replicates, length(names_of)), ..., "ci")
  readers <- sorted(unique(reader))
  own <- vapply(readers, function(one) {
    area_of(of(conventional, reader == one), of(dl, reader == one)) - 0.5
  }, numeric(1))
  counts <- vapply(readers, function(one) sum(reader == one), numeric(1))
  covariances <- matrix(0, length(readers), length(readers), dimnames = list(readers, readers))
  if (length(names_of) > 1) {
    without <- t(vapply(readers, function(one) vapply(names_of, function(left) {
      kept <- reader == one & case != left
      if (any(kept)) area_of(of(conventional, kept), of(dl, kept)) else own[[one]] + 0.5
    }, numeric(1)), numeric(length(names_of))))
    centred <- without - rowMeans(without)
    covariances[] <- centred %*% t(centred) * (length(names_of) - 1) / length(names_of)
  }
  multi_reader(own, covariances, counts, length(names_of), ..., "multi_reader")
}

HAS_ORDINAL <- requireNamespace("ordinal", quietly = TRUE)

visual_regression <- function(conventional, dl, case, reader, ...) {
  score <- c(conventional, dl)
  arm <- rep(0:1, each = length(dl))
  lower <- if (mean(conventional) < mean(dl)) conventional else dl
  upper <- if (mean(conventional) < mean(dl)) dl else conventional
  if (!HAS_ORDINAL || length(unique(case)) < 3 || length(unique(score)) < 2 ||
      max(lower) <= min(upper)) return(invisible())
  data <- data.frame(score = factor(score, ordered = TRUE), arm = arm, case = factor(rep(case, 2)),
                     reader = factor(rep(reader, 2)), view = factor(paste(rep(reader, 2), arm)))
  formula <- if (length(unique(reader)) > 1) {
    score ~ arm + (1 | case) + (1 | reader) + (1 | view)
  } else score ~ arm + (1 | case)
  # clmm takes the names of a formula from the calling frame alone.
  strict <- ordinal::clmm.control(gradTol = 1e-8, useMatrix = TRUE)
  model <- try(suppressWarnings(eval(bquote(ordinal::clmm(.(formula), data = data,
                                                          control = strict)))), TRUE)
  if (inherits(model, "try-error")) return(invisible())
  odds <- coef(model)[["arm"]]
  tell(odds, ..., "log_odds")
  tell(exp(odds), ..., "odds_ratio")
  tell(as.numeric(logLik(model)), ..., "log_likelihood")
  sds <- vapply(ordinal::VarCorr(model), function(one) attr(one, "stddev")[[1]], numeric(1))
  known <- c(case = "case_sd", reader = "reader_sd", view = "reader_arm_sd")
  for (name in names(sds)) tell(sds[[name]], ..., known[[name]])
  # At the edge of what a deviation can be clmm gives no error, or none that means anything.
  variances <- if (all(sds > 1e-2)) try(suppressWarnings(vcov(model)), TRUE)
  if (!is.matrix(variances) || !isTRUE(variances["arm", "arm"] > 0)) return(invisible())
  error <- sqrt(variances["arm", "arm"])
  ends <- odds + c(-1, 1) * qnorm(0.975) * error
  tell(error, ..., "error")
  tell(2 * pnorm(-abs(odds) / error), ..., "p")
  tell_interval(ends, ..., "ci")
  tell_interval(exp(ends), ..., "odds_ratio_ci")
}

# --- agreement -----------------------------------------------------------------------------------

# `ratings`: a matrix, items × readers, categories from 1 to q; `case` of each item.
chance_of <- function(shares, kind, q) {
  if (kind == "fleiss") rowSums(shares^2) else rowSums(shares * (1 - shares)) / (q - 1)
}

kappa_of_many <- function(ratings, case, q, kind) {
  n <- nrow(ratings)
  r <- ncol(ratings)
  counts <- sapply(1:q, function(category) rowSums(ratings == category))
  counts <- matrix(counts, nrow = n)
  agreed <- rowSums(counts * (counts - 1)) / (r * (r - 1))
  shares <- colSums(counts) / sum(counts)
  chance <- chance_of(matrix(shares, nrow = 1), kind, q)
  if (1 - chance < 1e-12) return(NULL)
  value <- (mean(agreed) - chance) / (1 - chance)
  items <- resampled(rep(1, n), case)
  drawn <- sapply(1:q, function(category) resampled(counts[, category], case)) / (items * r)
  expected <- chance_of(matrix(drawn, ncol = q), kind, q)
  expected[1 - expected < 1e-12] <- NA
  replicates <- (resampled(agreed, case) / items - expected) / (1 - expected)
  analytic <- NULL
  if (n > 1) {
    item_chance <- if (kind == "fleiss") counts %*% shares / r
                   else counts %*% (1 - shares) / r / (q - 1)
    of_item <- (agreed - chance) / (1 - chance) -
      2 * (1 - value) * (as.vector(item_chance) - chance) / (1 - chance)
    error <- sqrt(sum((of_item - value)^2) / (n * (n - 1)))
    analytic <- value + c(-1, 1) * qt(0.975, n - 1) * error
    analytic <- pmin(1, pmax(-1, analytic))
  }
  list(value = value, ci = percentiles(replicates, length(unique(case))), analytic = analytic)
}

kappa_of_two <- function(ratings, case, q, quadratic) {
  n <- nrow(ratings)
  distance <- abs(outer(1:q, 1:q, "-")) / (q - 1)
  distance <- if (quadratic) distance^2 else (distance > 0) * 1
  cell <- (ratings[, 2] - 1) * q + ratings[, 1]
  table <- matrix(tabulate(cell, q * q), q) / n
  by_chance <- outer(rowSums(table), colSums(table))
  expected <- sum(distance * by_chance)
  if (expected < 1e-12) return(NULL)
  value <- 1 - sum(distance * table) / expected
  tables <- sapply(1:(q * q), function(one) resampled((cell == one) * 1, case))
  items <- rowSums(tables)
  replicates <- sapply(seq_along(items), function(draw) {
    share <- matrix(tables[draw, ] / items[draw], q)
    below <- sum(distance * outer(rowSums(share), colSums(share)))
    if (is.na(below) || below < 1e-12) NA else 1 - sum(distance * share) / below
  })
  # Fleiss, Cohen and Everitt 1969, with weights of agreement.
  w <- 1 - distance
  agreed_by_chance <- sum(w * by_chance)
  of_row <- as.vector(w %*% colSums(table))
  of_column <- as.vector(rowSums(table) %*% w)
  variance <- (sum(table * (w - outer(of_row, of_column, "+") * (1 - value))^2) -
    (value - agreed_by_chance * (1 - value))^2) / ((1 - agreed_by_chance)^2 * n)
  analytic <- value + c(-1, 1) * qnorm(0.975) * sqrt(max(variance, 0))
  list(value = value, ci = percentiles(replicates, length(unique(case))),
       analytic = pmin(1, pmax(-1, analytic)))
}

tell_estimate <- function(estimate, n, ...) {
  tell(n, ..., "n")
  if (is.null(estimate)) return(invisible())
  tell(estimate$value, ..., "value")
  tell_interval(estimate$ci, ..., "ci")
  tell_interval(estimate$analytic, ..., "ci_analytic")
}

share_of_agreement <- function(ratings) {
  pairs <- combn(ncol(ratings), 2)
  mean(apply(pairs, 2, function(pair) mean(ratings[, pair[1]] == ratings[, pair[2]])))
}

# Scores in wide form: an item a row, a reader a column; the attribute "case" beside it.
wide <- function(rows, readers) {
  item <- paste(rows$case, rows$arm, rows$criterion, sep = "\r")
  items <- unique(item)
  matrix_of <- matrix(NA_real_, length(items), length(readers))
  matrix_of[cbind(match(item, items), match(rows$reader, readers))] <- as.numeric(rows$score)
  list(scores = matrix_of, case = rows$case[match(items, item)])
}

# A string sorts as its code points, in every locale.
sorted <- function(texts) sort(texts, method = "radix")

agreement <- function(rows, readers, ...) {
  all <- wide(rows, readers)
  whole <- rowSums(is.na(all$scores)) == 0
  raw <- all$scores[whole, , drop = FALSE]
  case <- all$case[whole]
  tell(sum(whole), ..., "items")
  tell(sum(!whole), ..., "left_out")
  grouped <- matrix(c(1, 1, 2, 3, 3)[raw], nrow = nrow(raw))
  usable <- length(readers) > 1 && nrow(raw) > 0
  if (usable) {
    tell(share_of_agreement(raw), ..., "exact")
    tell(share_of_agreement(grouped), ..., "exact_regrouped")
    fleiss <- kappa_of_many(grouped, case, 3, "fleiss")
    if (!is.null(fleiss)) {
      tell(fleiss$value, ..., "fleiss_kappa")
      tell_interval(fleiss$ci, ..., "ci")
      tell_interval(fleiss$analytic, ..., "ci_analytic")
    }
  }
  tell_estimate(if (usable) kappa_of_many(grouped, case, 3, "ac1"), nrow(raw), ..., "gwet_ac1")
  tell_estimate(if (usable) kappa_of_many(raw, case, 5, "ac1"), nrow(raw), ..., "gwet_ac1_raw")
  intraclass(raw, case, ...)
  krippendorff(all$scores, all$case, ...)
  if (length(readers) < 2) return(invisible())
  pairs <- combn(length(readers), 2)
  for (column in seq_len(ncol(pairs))) {
    pair <- pairs[, column]
    both <- rowSums(is.na(all$scores[, pair, drop = FALSE])) == 0
    two <- all$scores[both, pair, drop = FALSE]
    name <- paste(readers[pair], collapse = " \u00d7 ")
    for (quadratic in c(FALSE, TRUE)) {
      kappa <- if (nrow(two) > 0) kappa_of_two(two, all$case[both], 5, quadratic)
      tell_estimate(kappa, nrow(two), ..., if (quadratic) "quadratic_kappa" else "cohen_kappa",
                    name)
    }
  }
}

# ICC(2,1) and ICC(2,k) by the mean squares of the two-way table, each item `weight` times.
correlations <- function(ratings, weight = rep(1, nrow(ratings))) {
  k <- ncol(ratings)
  n <- sum(weight)
  grand <- sum(weight * rowMeans(ratings)) / n
  of_reader <- colSums(weight * ratings) / n
  items <- k * sum(weight * (rowMeans(ratings) - grand)^2)
  readers <- n * sum((of_reader - grand)^2)
  left <- max(0, sum(weight * (ratings - grand)^2) - items - readers)
  items <- items / (n - 1)
  readers <- readers / (k - 1)
  left <- left / ((n - 1) * (k - 1))
  single <- items + (k - 1) * left + k * (readers - left) / n
  average <- items + (readers - left) / n
  values <- (items - left) / c(single, average)
  values[is.na(c(single, average)) | c(single, average) < 1e-12] <- NA
  list(values = values, items = items, readers = readers, left = left)
}

intraclass <- function(ratings, case, ...) {
  names_of <- c("icc_2_1", "icc_2_k")
  for (name in names_of) tell(nrow(ratings), ..., name, "n")
  if (ncol(ratings) < 2 || nrow(ratings) < 2) return(invisible())
  of <- correlations(ratings)
  if (any(is.na(of$values))) return(invisible())
  replicates <- apply(draws[, case, drop = FALSE], 1, function(weight) {
    correlations(ratings, weight)$values
  })
  n <- nrow(ratings)
  k <- ncol(ratings)
  analytic <- NULL
  single <- of$values[1]
  if (of$left >= 1e-12 && single < 1 - 1e-12) {
    a <- k * single / (n * (1 - single))
    b <- 1 + k * single * (n - 1) / (n * (1 - single))
    df <- (a * of$readers + b * of$left)^2 /
      ((a * of$readers)^2 / (k - 1) + (b * of$left)^2 / ((n - 1) * (k - 1)))
    common <- k * of$readers + (k * n - k - n) * of$left
    f <- qf(0.975, n - 1, df)
    g <- qf(0.975, df, n - 1)
    analytic <- c(max(-1, n * (of$items - f * of$left) / (f * common + n * of$items)),
                  min(1, n * (g * of$items - of$left) / (common + n * g * of$items)))
  }
  for (which in 1:2) {
    tell(of$values[which], ..., names_of[which], "value")
    tell_interval(percentiles(replicates[which, ], length(unique(case))), ..., names_of[which],
                  "ci")
    of_mean <- if (which == 1) 1 else k
    ends <- of_mean * analytic / (1 + (of_mean - 1) * analytic)
    if (!is.null(analytic) && all(1 + (of_mean - 1) * analytic > 1e-12))
      tell_interval(c(max(-1, ends[1]), ends[2]), ..., names_of[which], "ci_analytic")
  }
}

# Krippendorff's alpha of the coincidences of five ordered scores.
alpha_of <- function(coincidences) {
  given <- rowSums(coincidences)
  upto <- cumsum(given) - given / 2
  distance <- outer(upto, upto, "-")^2
  expected <- sum(outer(given, given) * distance)
  if (!is.finite(expected) || expected < 1e-12) return(NA)
  1 - (sum(given) - 1) * sum(coincidences * distance) / expected
}

krippendorff <- function(scores, case, ...) {
  counts <- matrix(sapply(1:5, function(k) rowSums(scores == k, na.rm = TRUE)), ncol = 5)
  kept <- rowSums(counts) > 1
  counts <- counts[kept, , drop = FALSE]
  case <- case[kept]
  tell(nrow(counts), ..., "krippendorff_alpha", "n")
  if (nrow(counts) == 0) return(invisible())
  pairs <- t(apply(counts, 1, function(n) as.vector(outer(n, n) - diag(n)) / (sum(n) - 1)))
  value <- alpha_of(matrix(colSums(pairs), 5))
  if (is.na(value)) return(invisible())
  tell(value, ..., "krippendorff_alpha", "value")
  drawn <- apply(pairs, 2, resampled, case = case)
  replicates <- apply(drawn, 1, function(one) alpha_of(matrix(one, 5)))
  tell_interval(percentiles(replicates, length(unique(case))), ..., "krippendorff_alpha", "ci")
}

key_of <- function(criterion) if (criterion == "overall") "overall (criterion)" else criterion

# --- scores --------------------------------------------------------------------------------------

if (!is.null(scores) && nrow(scores) > 0) {
  first <- scores[scores[["repeat"]] == "0", ]
  readers <- sorted(unique(first$reader))
  criteria <- unique(first$criterion)
  by_case <- pooled <- agreed <- agreed_paths <- every <- every_paths <- first_p <- NULL
  for (criterion in criteria) {
    rows <- first[first$criterion == criterion, ]
    value <- as.numeric(rows$score)
    means_of <- function(chosen) {
      means <- tapply(value[chosen], list(factor(rows$case[chosen], levels = unique(rows$case)),
                                          factor(rows$arm[chosen],
                                                 levels = c("conventional", "dl"))), mean)
      means[rowSums(is.na(means)) == 0, , drop = FALSE]
    }
    reading <- paste(rows$case, rows$reader, sep = "\r")
    whole <- reading %in% reading[duplicated(reading)]
    means <- means_of(whole)
    if (!all(whole)) {
      all_means <- means_of(TRUE)
      if (nrow(all_means) > 0) {
        path <- paste("criteria", criterion, "all_readings", sep = " > ")
        every <- rbind(every, compare(all_means[, 1], all_means[, 2], rownames(all_means), path))
        every_paths <- c(every_paths, path)
      }
    }
    by_case <- rbind(by_case, compare(means[, 1], means[, 2], rownames(means), "criteria",
                                      criterion))
    anew <- consensus[consensus$criterion == criterion &
                      paste(consensus$case, consensus$arm) %in% paste(rows$case, rows$arm), ]
    if (nrow(anew) > 0) {
      replaced <- means
      both <- anew$case %in% rownames(means)
      replaced[cbind(anew$case, anew$arm)[both, , drop = FALSE]] <- as.numeric(anew$score[both])
      agreed <- rbind(agreed, compare(replaced[, 1], replaced[, 2], rownames(replaced), "criteria",
                                      criterion, "with_consensus"))
      agreed_paths <- c(agreed_paths, paste("criteria", criterion, "with_consensus", sep = " > "))
    }
    one_arm <- function(arm) setNames(value[rows$arm == arm], reading[rows$arm == arm])
    conventional <- one_arm("conventional")
    dl <- one_arm("dl")
    both <- intersect(names(conventional), names(dl))
    pooled <- rbind(pooled, compare(unname(conventional[both]), unname(dl[both]),
                                    rows$case[match(both, reading)], "criteria", criterion,
                                    "pooled"))
    reading_of_row <- reading
    case <- rows$case[match(both, reading)]
    reader <- rows$reader[match(both, reading)]
    readers_here <- sorted(unique(reader))
    d <- matrix(NA_real_, length(readers_here), length(unique(case)),
                dimnames = list(readers_here, unique(case)))
    d[cbind(reader, case)] <- dl[both] - conventional[both]
    first_p <- c(first_p, multi_reader_of_scores(d, "criteria", criterion, "multi_reader"))
    tell_margin("criteria", criterion)
    # Where the first scores count, the last are in a column of that name.
    other <- if (is.null(rows$last)) "first" else "last"
    given <- if (is.null(rows[[other]])) rep("", nrow(rows)) else rows[[other]]
    toward <- if (other == "first") 1 else -1
    changed <- given != "" & given != rows$score
    if (any(changed)) {
      path <- paste("criteria", criterion, "revised", sep = " > ")
      for (arm in c("conventional", "dl")) {
        own <- changed & rows$arm == arm
        tell(sum(own), path, arm, "scores")
        tell(mean(toward * (value[own] - as.numeric(given[own]))), path, arm, "mean_change")
      }
      revised <- ifelse(changed, suppressWarnings(as.numeric(given)), value)
      of <- function(arm) setNames(revised[rows$arm == arm], reading_of_row[rows$arm == arm])
      d[cbind(reader, case)] <- of("dl")[both] - of("conventional")[both]
      multi_reader_of_scores(d, path, paste0("with_", other, "_scores"))
    }
    if (length(both) > 0) {
      visual_grading(conventional[both], dl[both], case, reader, "criteria", criterion,
                     "visual_grading", "vgc")
      visual_regression(conventional[both], dl[both], case, reader, "criteria", criterion,
                        "visual_grading", "regression")
    } else {
      tell(0, "criteria", criterion, "visual_grading", "vgc", "n")
      tell(0, "criteria", criterion, "visual_grading", "vgc", "multi_reader", "cases")
    }
  }
  corrected <- p.adjust(first_p, "holm")
  for (row in seq_along(criteria)) tell(corrected[row], "criteria", criteria[row], "multi_reader",
                                        "p_holm")
  if (!is.null(every)) tell_holm(every, every_paths)
  tell_holm(by_case, paste("criteria", criteria, sep = " > "))
  tell_holm(pooled, paste("criteria", criteria, "pooled", sep = " > "))

  if (!is.null(agreed)) tell_holm(agreed, agreed_paths)

  agreement(first, readers, "agreement", "overall")
  for (criterion in criteria)
    agreement(first[first$criterion == criterion, ], readers, "agreement", key_of(criterion))

  again <- scores[scores[["repeat"]] != "0", ]
  answer <- function(rows) paste(rows$reader, rows$case, rows$arm, rows$criterion, sep = "\r")
  with_himself <- function(rows, ...) {
    before <- match(answer(rows), answer(first))
    rows <- rows[!is.na(before), ]
    before <- before[!is.na(before)]
    two <- cbind(as.numeric(first$score[before]), as.numeric(rows$score))
    tell(nrow(two), ..., "items")
    some <- nrow(two) > 0
    if (some) tell(share_of_agreement(two), ..., "exact")
    tell_estimate(if (some) kappa_of_two(two, rows$case, 5, FALSE), nrow(two), ..., "cohen_kappa")
    tell_estimate(if (some) kappa_of_two(two, rows$case, 5, TRUE), nrow(two), ...,
                  "quadratic_kappa")
    tell_estimate(if (some) kappa_of_many(two, rows$case, 5, "ac1"), nrow(two), ...,
                  "gwet_ac1_raw")
  }
  for (reader in sorted(unique(again$reader))) {
    own <- again[again$reader == reader, ]
    with_himself(own, "intra_reader", reader, "overall")
    for (criterion in unique(own$criterion))
      with_himself(own[own$criterion == criterion, ], "intra_reader", reader, key_of(criterion))
  }
}

# --- VOIs ----------------------------------------------------------------------------------------

if (!is.null(vois) && nrow(vois) > 0) {
  statistics <- c("suv_max", "suv_peak", "suv_mean")
  for (which in statistics) vois[[which]] <- suppressWarnings(as.numeric(vois[[which]]))
  plain <- tolower(gsub("[ _-]+", " ", vois$site))
  arch <- vois[vois$kind == "reference" & plain == "aortic arch", ]
  below <- match(paste(vois$case, vois$arm, sep = "\r"), paste(arch$case, arch$arm, sep = "\r"))
  for (which in statistics) {
    value <- arch[[which]][below]
    vois[[paste0(which, "_ratio")]] <- ifelse(value > 0, vois[[which]] / value, NA)
  }
  # Lesions of one name in a case: the first belongs to the first.
  number <- ave(seq_len(nrow(vois)), vois$case, vois$arm, vois$site, vois$kind, FUN = seq_along)
  spot <- paste(vois$case, vois$site, vois$kind, number, sep = "\r")
  in_arm <- function(arm) match(unique(spot), ifelse(vois$arm == arm, spot, NA))
  conventional <- vois[in_arm("conventional"), ]
  dl <- vois[in_arm("dl"), ]
  whole <- !is.na(conventional$case) & !is.na(dl$case)
  conventional <- conventional[whole, ]
  dl <- dl[whole, ]

  suv_table <- function(chosen, suffix, ...) {
    tests <- paths <- NULL
    for (which in statistics) {
      first <- conventional[[paste0(which, suffix)]][chosen]
      second <- dl[[paste0(which, suffix)]][chosen]
      known <- !is.na(first) & !is.na(second)
      tests <- rbind(tests, compare(first[known], second[known],
                                    conventional$case[chosen][known], ..., which))
      paths <- c(paths, paste(..., which, sep = " > "))
    }
    list(tests = tests, paths = paths)
  }
  tell_table <- function(parts) {
    tests <- do.call(rbind, lapply(parts, function(part) part$tests))
    if (!is.null(tests)) tell_holm(tests, unlist(lapply(parts, function(part) part$paths)))
  }
  lesions <- conventional$kind == "lesion"
  sites <- unique(conventional$site[!lesions])
  of_site <- function(site) !lesions & conventional$site == site
  tell_table(lapply(sites, function(site) {
    suv_table(of_site(site), "", "voi", "reference", site)
  }))
  if (any(lesions)) tell_table(list(suv_table(lesions, "", "voi", "lesions")))
  if (nrow(arch) > 0) {
    if (any(lesions)) tell_table(list(suv_table(lesions, "_ratio", "voi", "ratios")))
    others <- sites[tolower(gsub("[ _-]+", " ", sites)) != "aortic arch"]
    tell_table(lapply(others, function(site) {
      suv_table(of_site(site), "_ratio", "voi", "reference_ratios", site)
    }))
  }
}

# --- foci ----------------------------------------------------------------------------------------

PLACE <- c("x_mm", "y_mm", "z_mm")
SIZES_MM <- c(0, 10, 20, Inf)
UNMARKED <- 0  # the confidence of what was not marked

distances <- function(first, second) {
  squares <- matrix(0, nrow(first), nrow(second))
  for (axis in 1:3) squares <- squares + outer(first[, axis], second[, axis], "-")^2
  sqrt(squares)
}

# Pairs of places (row of `first`, row of `second`), one to one and no farther apart than `reach` of
# the second: as many as possible, and of those with the smallest sum of distances. By shortest
# augmenting paths: each makes one more pair at the least cost.
matched <- function(first, second, reach) {
  cost <- distances(first, second)
  allowed <- sweep(cost, 2, reach, "<=")
  of_first <- rep(0L, nrow(first))
  of_second <- rep(0L, nrow(second))
  repeat {
    to_first <- ifelse(of_first == 0, 0, Inf)
    to_second <- rep(Inf, nrow(second))
    before <- rep(0L, nrow(second))
    repeat {
      shorter <- FALSE
      for (i in seq_len(nrow(first))) for (j in which(allowed[i, ])) {
        if (of_first[i] == j || to_first[i] + cost[i, j] >= to_second[j] - 1e-9) next
        to_second[j] <- to_first[i] + cost[i, j]
        before[j] <- i
        shorter <- TRUE
        if (of_second[j] > 0) to_first[of_second[j]] <- to_second[j] - cost[of_second[j], j]
      }
      if (!shorter) break
    }
    free <- which(of_second == 0 & is.finite(to_second))
    if (length(free) == 0) break
    j <- free[which.min(to_second[free])]
    while (j > 0) {
      i <- before[j]
      next_j <- of_first[i]
      of_first[i] <- j
      of_second[j] <- i
      j <- next_j
    }
  }
  cbind(which(of_first > 0), of_first[of_first > 0])
}

places <- function(rows) matrix(as.numeric(as.matrix(rows[, PLACE])), ncol = 3)

size_of <- function(diameter) {
  if (is.na(diameter)) return("lesions of unknown size")
  group <- findInterval(diameter, SIZES_MM)
  if (is.infinite(SIZES_MM[group + 1])) paste("lesions of", SIZES_MM[group], "mm or more")
  else paste("lesions of", SIZES_MM[group], "to", SIZES_MM[group + 1], "mm")
}

foci_of <- function(rows, reach_mm, ...) {
  arms <- c("conventional", "dl")
  reading <- paste(rows$case, rows$reader, sep = "\r")
  of_arms <- function(arm) unique(reading[rows$arm == arm])
  whole <- sorted(intersect(of_arms(arms[1]), of_arms(arms[2])))
  rows <- rows[reading %in% whole, ]
  of_reading <- strsplit(whole, "\r", fixed = TRUE)
  case_of <- vapply(of_reading, `[`, "", 1)
  reader_of <- vapply(of_reading, `[`, "", 2)
  tell(length(unique(case_of)), ..., "cases")
  tell(reach_mm, ..., "match_mm")
  rows <- rows[rows$x_mm != "", ]
  for (arm in arms) tell(sum(rows$arm == arm), ..., "marks", arm)
  marks_of <- function(n, arm) {
    rows[rows$case == case_of[n] & rows$reader == reader_of[n] & rows$arm == arm, ]
  }
  known_lesions <- if (is.null(truth_rows)) NULL else truth_rows[truth_rows$x_mm != "", ]
  lesions_of <- function(case) known_lesions[known_lesions$case == case, ]
  diameters <- function(of) suppressWarnings(as.numeric(of$diameter_mm))
  reach_of <- function(of) pmax(reach_mm, ifelse(is.na(diameters(of)), 0, diameters(of) / 2))

  counts <- list()
  count <- function(group, place) {
    if (is.null(counts[[group]])) counts[[group]] <<- c(0, 0, 0)
    counts[[group]][place] <<- counts[[group]][place] + 1
  }
  case_total <- case_both <- numeric(0)
  for (n in seq_along(whole)) {
    before <- marks_of(n, arms[1])
    after <- marks_of(n, arms[2])
    pairs <- matched(places(before), places(after), rep(reach_mm, nrow(after)))
    site <- c(before$site[pairs[, 1]], before$site[setdiff(seq_len(nrow(before)), pairs[, 1])],
              after$site[setdiff(seq_len(nrow(after)), pairs[, 2])])
    place <- rep(1:3, c(nrow(pairs), nrow(before) - nrow(pairs), nrow(after) - nrow(pairs)))
    for (k in seq_along(place)) {
      count("all", place[k])
      count(paste("reader", reader_of[n]), place[k])
      if (site[k] != "") count(paste("site", site[k]), place[k])
    }
    if (length(place) > 0) {
      case_total <- c(case_total, setNames(length(place), case_of[n]))
      case_both <- c(case_both, setNames(nrow(pairs), case_of[n]))
    }
    if (is.null(known_lesions)) next
    truth <- lesions_of(case_of[n])
    near <- function(marks) {
      if (nrow(truth) == 0) return(logical(0))
      apply(sweep(distances(places(marks), places(truth)), 2, reach_of(truth), "<="), 2, any)
    }
    hit <- cbind(near(before), near(after))
    for (k in which(rowSums(hit) > 0))
      count(size_of(diameters(truth)[k]), if (all(hit[k, ])) 1 else if (hit[k, 1]) 2 else 3)
  }
  for (group in names(counts)) {
    of <- counts[[group]]
    for (n in 1:3)
      tell(of[n], ..., "concordance", group, c("both", "only_conventional", "only_dl")[n])
    tell(of[1] / sum(of), ..., "concordance", group, "share")
  }
  total <- sum(case_total)
  tell(total, ..., "share_in_both", "n")
  if (total > 0) {
    tell(sum(case_both) / total, ..., "share_in_both", "value")
    tell_interval(percentiles(resampled(case_both, names(case_both)) /
                              resampled(case_total, names(case_total)),
                              length(unique(names(case_total)))), ..., "share_in_both", "ci")
  }
  if (is.null(truth_rows)) return(invisible())

  # Against the truth, where it is known.
  judged <- which(case_of %in% truth_rows$case)
  if (length(judged) == 0) return(invisible())
  of_reading <- list()  # of each arm, of each judged reading: confidences of lesions, false marks
  for (arm in arms) {
    found_of <- list()
    false_marks <- 0
    for (n in judged) {
      marks <- marks_of(n, arm)
      truth <- lesions_of(case_of[n])
      confidence <- as.numeric(marks$confidence)
      pairs <- matched(places(marks), places(truth), reach_of(truth))
      rated <- rep(UNMARKED, nrow(truth))
      rated[pairs[, 2]] <- confidence[pairs[, 1]]
      # A second mark within reach of a lesion is neither a hit nor a false mark.
      on_lesion <- if (nrow(truth) == 0) rep(FALSE, nrow(marks)) else
        rowSums(sweep(distances(places(marks), places(truth)), 2, reach_of(truth), "<=")) > 0
      false_marks <- false_marks + sum(!on_lesion)
      for (k in seq_along(rated)) for (group in c("all", size_of(diameters(truth)[k]))) {
        if (is.null(found_of[[group]])) found_of[[group]] <- c(0, 0)
        found_of[[group]] <- found_of[[group]] + c(rated[k] > UNMARKED, 1)
      }
      of_reading[[paste(arm, n)]] <- list(lesions = rated,
                                          highest = max(UNMARKED, confidence[!on_lesion]))
    }
    for (group in names(found_of)) {
      tell(found_of[[group]][1], ..., "detection", arm, "sensitivity", group, "marked")
      tell(found_of[[group]][2], ..., "detection", arm, "sensitivity", group, "lesions")
    }
    tell(false_marks, ..., "detection", arm, "false_marks")
    tell(length(judged), ..., "detection", arm, "readings")
    tell(false_marks / length(judged), ..., "detection", arm, "false_marks_a_case")
  }

  judged_cases <- sorted(unique(case_of[judged]))
  is_ill <- judged_cases %in% known_lesions$case
  if (!any(is_ill)) return(invisible())
  ill <- judged_cases[is_ill]
  against <- if (all(is_ill)) judged_cases else judged_cases[!is_ill]
  merits <- without <- NULL
  counts_of <- numeric(0)
  for (reader in sorted(unique(reader_of[judged]))) {
    own <- judged[reader_of[judged] == reader]
    of_case <- setNames(own, case_of[own])
    own_ill <- of_case[intersect(ill, names(of_case))]
    own_against <- of_case[intersect(against, names(of_case))]
    if (length(own_ill) == 0 || length(own_against) == 0) next
    wins <- function(arm) {
      highest <- vapply(own_against, function(n) of_reading[[paste(arm, n)]]$highest, 0)
      t(matrix(vapply(own_ill, function(n) {
        rated <- of_reading[[paste(arm, n)]]$lesions
        colMeans(outer(rated, highest, ">") + outer(rated, highest, "==") / 2)
      }, numeric(length(highest))), ncol = length(own_ill)))
    }
    table <- wins(arms[2]) - wins(arms[1])
    merits <- rbind(merits, c(mean(wins(arms[1])), mean(wins(arms[2]))))
    without <- rbind(without, vapply(judged_cases, function(left) {
      rest <- table[names(own_ill) != left, names(own_against) != left, drop = FALSE]
      if (length(rest) > 0) mean(rest) else mean(table)
    }, 0))
    counts_of[reader] <- length(own)
  }
  if (is.null(merits)) return(invisible())
  names_of <- names(counts_of)
  covariances <- matrix(0, length(names_of), length(names_of), dimnames = list(names_of, names_of))
  many <- length(judged_cases)
  if (many > 1) {
    centred <- without - rowMeans(without)
    covariances[] <- centred %*% t(centred) * (many - 1) / many
  }
  for (n in 1:2) tell(mean(merits[, n]), ..., "wafroc", arms[n])
  multi_reader(setNames(merits[, 2] - merits[, 1], names_of), covariances, counts_of, many,
               ..., "wafroc", "difference")
}

if (!is.null(foci)) {
  foci <- foci[is.na(match(foci[["repeat"]], as.character(1:99))), ]
  for (criterion in unique(foci$criterion)) {
    path <- paste("foci", criterion, "match_mm", sep = " > ")
    foci_of(foci[foci$criterion == criterion, ],
            as.numeric(figures$value[figures$figure == path]), "foci", criterion)
  }
}

# --- against what Station found ------------------------------------------------------------------

ours <- as.numeric(figures$value)
recomputed <- vapply(figures$figure, function(key) {
  if (exists(key, envir = found, inherits = FALSE)) get(key, envir = found) else NA_real_
}, numeric(1), USE.NAMES = FALSE)
difference <- abs(recomputed - ours) / pmax(1, abs(ours))
write.csv(data.frame(figure = figures$figure, station = ours, r = recomputed), row.names = FALSE,
          file = file.path("data", "figures-r.csv"), fileEncoding = "UTF-8")
of_maxima <- grepl(" > regression > ", figures$figure, fixed = TRUE)
wrong <- ifelse(of_maxima, !is.na(difference) & difference > TOLERANCE_OF_MAXIMA,
                is.na(difference) | difference > TOLERANCE)
extra <- setdiff(keys, figures$figure)
extra <- extra[!grepl(" > regression > ", extra, fixed = TRUE)]
cat(sprintf("%d figures recomputed with %s; largest difference %.2g.\n", sum(!is.na(difference)),
            R.version.string, max(0, difference[!of_maxima], na.rm = TRUE)))
for (key in figures$figure[wrong]) cat("differs or is missing in R:", key, "\n")
for (key in extra) cat("found by R alone:", key, "\n")
if (any(wrong) || length(extra) > 0) quit(status = 1)
