# /// sample
# feature = "bpo-13857"
# title = "Indent lines"
# order = 1
# note = "`indent` is new in 3.3. Empty lines are not indented unless a predicate says so."
# [expect]
# "3.8.." = "runs"
# [output]
# "3.8.." = "> a\n\n> b\n> a\n> \n> b\n"
# ///

import textwrap

print(textwrap.indent("a\n\nb", "> "))
print(textwrap.indent("a\n\nb", "> ", lambda line: True))
