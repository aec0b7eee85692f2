# /// sample
# feature = "3.14-notimplemented-bool"
# title = "The truth value of `NotImplemented`"
# order = 1
# note = "`NotImplemented`, as returned by a comparison method, used to be true when tested by mistake. 3.9 to 3.13 emit a `DeprecationWarning`; since 3.14 it is a `TypeError`."
# [expect]
# "3.8..3.13" = "runs"
# "3.14.." = "TypeError: NotImplemented should not be used in a boolean context"
# [output]
# "3.8..3.13" = "NotImplemented\nTrue\n"
# "3.14.." = "NotImplemented\n"
# [warning]
# "3.9..3.13" = "DeprecationWarning: NotImplemented should not be"
# ///

result = (3).__eq__("three")
print(result)
print(bool(result))
