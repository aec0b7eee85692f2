# /// sample
# feature = "gh-84538"
# title = "A relative path that goes up"
# order = 1
# note = "With `walk_up`, new in 3.12, the result may contain `..`; without it, that is still an error."
# [expect]
# "3.8..3.9" = "TypeError: relative_to() got an unexpected keyword argument 'walk_up'"
# "3.10..3.11" = "TypeError: PurePath.relative_to() got an unexpected keyword argument 'walk_up'"
# "3.12.." = "runs"
# [output]
# "3.12.." = "../app\n"
# ///

from pathlib import PurePosixPath

app = PurePosixPath("/etc/app")
print(app.relative_to("/etc/ssl", walk_up=True))
