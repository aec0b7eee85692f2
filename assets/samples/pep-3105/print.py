# /// sample
# feature = "pep-3105"
# title = "`print` as a function"
# order = 1
# note = "Since 3.0 `print` is a function with a separator, an end and a file. The `print` statement of Python 2 is a `SyntaxError` with a hint."
# [expect]
# "3.8.." = "runs"
# [output]
# "3.8..3.9" = """
# total:12!
# Missing parentheses in call to 'print'. Did you mean print("hello")?
# """
# "3.10.." = """
# total:12!
# Missing parentheses in call to 'print'. Did you mean print(...)?
# """
# ///

import sys

print("total:", 12, sep="", end="!\n")
print("disk full", file=sys.stderr)
try:
    exec('print "hello"')
except SyntaxError as error:
    print(error.msg)
