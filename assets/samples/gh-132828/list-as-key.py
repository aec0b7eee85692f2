# /// sample
# feature = "gh-132828"
# title = "A list as a key"
# order = 1
# note = "A list cannot be a key in any series. From 3.14 the message says what it was used for."
# [expect]
# "3.8..3.13" = "TypeError: unhashable type: 'list'"
# "3.14.." = "TypeError: cannot use 'list' as a dict key (unhashable type: 'list')"
# ///

prices = {}
prices[["pie", "small"]] = 3
