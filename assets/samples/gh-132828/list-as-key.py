# /// sample
# feature = "gh-132828"
# title = "A list as a dictionary key"
# order = 1
# note = "A list cannot be a key in any version. Since 3.14 the message says how it was used."
# [expect]
# "3.8..3.13" = "TypeError: unhashable type: 'list'"
# "3.14.." = "TypeError: cannot use 'list' as a dict key (unhashable type: 'list')"
# ///

prices = {}
prices[["pie", "small"]] = 3
