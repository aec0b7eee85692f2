# /// sample
# feature = "bpo-18111"
# title = "`max` of an empty iterable"
# order = 1
# note = "The `default` parameter is new in 3.4. Without it an empty iterable raises a `ValueError`, whose message has changed since."
# [expect]
# "3.8..3.11" = "ValueError: max() arg is an empty sequence"
# "3.12.." = "ValueError: max() iterable argument is empty"
# [output]
# "3.8.." = "0 None\n"
# ///

print(max([], default=0), min((), default=None))
max([])
