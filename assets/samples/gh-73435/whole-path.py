# /// sample
# feature = "gh-73435"
# title = "Every Python file below `src`"
# order = 1
# note = "`full_match` is new in 3.13. Unlike `match` it compares the whole path, and `**` matches any number of directories."
# [expect]
# "3.8..3.12" = "AttributeError: 'PurePosixPath' object has no attribute 'full_match'"
# "3.13.." = "runs"
# [output]
# "3.13.." = "src/main.py True\nsrc/app/page/menu.py True\ntests/src/main.py False\n"
# ///

from pathlib import PurePosixPath

for name in "src/main.py", "src/app/page/menu.py", "tests/src/main.py":
    print(name, PurePosixPath(name).full_match("src/**/*.py"))
