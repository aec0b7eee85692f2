# /// sample
# feature = "bpo-38490"
# title = "Fit a line through points"
# order = 1
# note = "`linear_regression`, `correlation` and `covariance` are new in 3.10."
# [expect]
# "3.8..3.9" = "ImportError: cannot import name 'correlation' from 'statistics'"
# "3.10.." = "runs"
# [output]
# "3.10.." = "2.0 3.0 1.0\n"
# ///

from statistics import correlation, linear_regression

slope, intercept = linear_regression([1, 2, 3], [5, 7, 9])
print(slope, intercept, correlation([1, 2, 3], [5, 7, 9]))
