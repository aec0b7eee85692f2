# /// sample
# feature = "gh-74598"
# title = "All but the Python files"
# order = 1
# note = "`fnmatch.filter` exists in all versions; its opposite, `filterfalse`, is new in 3.14."
# [expect]
# "3.8..3.13" = "AttributeError: module 'fnmatch' has no attribute 'filterfalse'"
# "3.14.." = "runs"
# [output]
# "3.8..3.13" = "['app.py', 'test.py']\n"
# "3.14.." = "['app.py', 'test.py']\n['notes.md', 'logo.png']\n"
# ///

import fnmatch

names = ["app.py", "notes.md", "test.py", "logo.png"]
print(fnmatch.filter(names, "*.py"))
print(fnmatch.filterfalse(names, "*.py"))
