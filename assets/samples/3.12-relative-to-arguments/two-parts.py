# /// sample
# feature = "3.12-relative-to-arguments"
# title = "`relative_to` with two path segments"
# order = 1
# note = "The segments used to be joined. This emits a `DeprecationWarning` in 3.12 and 3.13 and is an error since 3.14."
# [expect]
# "3.8..3.13" = "runs"
# "3.14.." = "TypeError: PurePath.relative_to() takes 2 positional arguments but 3 were given"
# [output]
# "3.8..3.13" = "ssh\nssh\n"
# "3.14.." = "ssh\n"
# [warning]
# "3.12..3.13" = "DeprecationWarning: support for supplying more than one positional argument to pathlib.PurePath.relative_to() is deprecated"
# ///

from pathlib import PurePosixPath

path = PurePosixPath("/usr/share/ssh")
print(path.relative_to("/usr/share"))
print(path.relative_to("/usr", "share"))
