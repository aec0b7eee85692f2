# /// sample
# feature = "3.3-urlopener"
# title = "The class and what is left of it"
# order = 1
# note = "`URLopener`, deprecated in 3.3, is gone since 3.14; the functions stay."
# [expect]
# "3.8..3.13" = "runs"
# "3.14.." = "AttributeError: module 'urllib.request' has no attribute 'URLopener'"
# [output]
# "3.8..3.13" = "build_opener\nURLopener\n"
# "3.14.." = "build_opener\n"
# ///

import urllib.request

print(urllib.request.build_opener.__name__)
print(urllib.request.URLopener.__name__)
