# /// sample
# feature = "gh-101000"
# title = "Split a path into drive, root and tail"
# order = 1
# note = "`splitroot` is new in 3.12, for both Windows and POSIX paths."
# [expect]
# "3.8..3.11" = "AttributeError: module 'posixpath' has no attribute 'splitroot'"
# "3.12.." = "runs"
# [output]
# "3.12.." = """
# ('', '/', 'home/ada')
# ('C:', '/', 'Users/Ada')
# """
# ///

import ntpath
import posixpath

print(posixpath.splitroot("/home/ada"))
print(ntpath.splitroot("C:/Users/Ada"))
