# /// sample
# feature = "3.3-urlopener"
# title = "`URLopener` removed"
# order = 1
# note = "`URLopener`, deprecated since 3.3, was removed in 3.14; `urlopen` and the other functions remain."
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
