# /// sample
# feature = "3.3-shlex-quote"
# title = "Quote a file name for the shell"
# order = 1
# note = "`shlex.quote` is new in 3.3 and replaces an undocumented function of `pipes`."
# [expect]
# "3.8.." = "runs"
# [output]
# "3.8.." = "'my file; rm' plain 'it'\"'\"'s'\n"
# ///

import shlex

print(shlex.quote("my file; rm"), shlex.quote("plain"), shlex.quote("it's"))
