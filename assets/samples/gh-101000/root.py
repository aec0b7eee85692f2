# /// sample
# feature = "gh-101000"
# title = "Drive, root and the rest"
# order = 1
# note = "`splitroot` is new in 3.12, for the paths of Windows as well as of others."
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
