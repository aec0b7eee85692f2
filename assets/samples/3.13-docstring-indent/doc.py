# /// sample
# feature = "3.13-docstring-indent"
# title = "Docstrings without common indentation"
# order = 1
# note = "Up to 3.12 the docstring keeps the indentation of the source; since 3.13 the compiler strips the common indentation."
# [expect]
# "3.8.." = "runs"
# [output]
# "3.8..3.12" = "'\\n    Say hello.\\n\\n      politely\\n    '\n"
# "3.13.." = "'\\nSay hello.\\n\\n  politely\\n'\n"
# ///

def greet():
    """
    Say hello.

      politely
    """


print(repr(greet.__doc__))
