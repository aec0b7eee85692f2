# /// sample
# feature = "3.14-pathlib-arguments"
# title = "`relative_to` with two arguments"
# order = 1
# note = "Up to 3.13 the arguments are joined, with a `DeprecationWarning` since 3.12. Since 3.14 only one path is accepted."
# [expect]
# "3.8..3.13" = "runs"
# "3.14.." = "TypeError: PurePath.relative_to() takes 2 positional arguments but 3 were given"
# [output]
# "3.8..3.13" = "index.html\nindex.html\n"
# "3.14.." = "index.html\n"
# [warning]
# "3.12..3.13" = "DeprecationWarning: support for supplying more"
# ///

from pathlib import PurePosixPath

path = PurePosixPath("/srv/www/index.html")
print(path.relative_to("/srv/www"))
print(path.relative_to("/srv", "www"))
