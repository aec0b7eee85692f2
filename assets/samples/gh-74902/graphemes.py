# /// sample
# feature = "gh-74902"
# title = "Count grapheme clusters"
# order = 1
# note = "`len` counts code points. `iter_graphemes`, new in 3.15, iterates over what is read as one character."
# [expect]
# "3.8..3.14" = "AttributeError: module 'unicodedata' has no attribute 'iter_graphemes'"
# "3.15.." = "runs"
# [output]
# "3.8..3.14" = "5\n"
# "3.15.." = "5\n4\n"
# ///

import unicodedata

word = "cafe\u0301"
print(len(word))
print(sum(1 for _ in unicodedata.iter_graphemes(word)))
