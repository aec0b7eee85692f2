# /// sample
# feature = "gh-103487"
# title = "Bitwise inversion of a `bool`"
# order = 1
# note = "`True` is the integer 1, so inverting its bits gives -2. Since 3.12 this emits a `DeprecationWarning`, because `not` is nearly always meant."
# [expect]
# "3.8..3.15" = "runs"
# [output]
# "3.8..3.15" = "-2\nFalse\n-2\n"
# [warning]
# "3.12..3.15" = "DeprecationWarning: Bitwise inversion '~' on bool is deprecated"
# ///

flag = True
print(~flag)
print(not flag)
print(~int(flag))
