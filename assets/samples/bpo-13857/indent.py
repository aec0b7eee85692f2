# /// sample
# feature = "bpo-13857"
# title = "Indent some lines"
# order = 1
# note = "New in 3.3. Empty lines stay empty unless a predicate says otherwise."
# [expect]
# "3.8.." = "runs"
# [output]
# "3.8.." = "> a\n\n> b\n> a\n> \n> b\n"
# ///

import textwrap

print(textwrap.indent("a\n\nb", "> "))
print(textwrap.indent("a\n\nb", "> ", lambda line: True))
