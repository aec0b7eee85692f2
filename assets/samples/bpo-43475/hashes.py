# /// sample
# feature = "bpo-43475"
# title = "The hash values of two NaN objects"
# order = 1
# note = "Up to 3.9 the hash of every NaN is 0. Since 3.10 it depends on object identity, so that two NaN objects differ."
# [expect]
# "3.8.." = "runs"
# [output]
# "3.8..3.9" = "False\nTrue\n"
# "3.10.." = "False\nFalse\n"
# ///

first = float("nan")
second = float("nan")

print(first == second)
print(hash(first) == hash(second))
