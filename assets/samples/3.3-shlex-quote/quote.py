# /// sample
# feature = "3.3-shlex-quote"
# title = "A name that a shell takes whole"
# order = 1
# note = "New in 3.3, in place of a function of `pipes` that was not documented."
# [expect]
# "3.8.." = "runs"
# [output]
# "3.8.." = "'my file; rm' plain 'it'\"'\"'s'\n"
# ///

import shlex

print(shlex.quote("my file; rm"), shlex.quote("plain"), shlex.quote("it's"))
