# /// sample
# feature = "bpo-43475"
# title = "Hashes of two NaN"
# order = 1
# note = "Up to 3.9 every NaN had the hash 0. From 3.10 on it comes from the object, so that two differ."
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
