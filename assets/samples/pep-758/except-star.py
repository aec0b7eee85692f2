# /// sample
# feature = "pep-758"
# title = "`except*` without parentheses"
# order = 3
# note = "`except*` is new in 3.11; since 3.14 it also accepts several types without parentheses."
# [expect]
# "3.8..3.10" = "SyntaxError: invalid syntax"
# "3.11..3.13" = "SyntaxError: multiple exception types must be parenthesized"
# "3.14.." = "runs"
# ///

def fail():
    raise ExceptionGroup("two problems", [ValueError("a"), TypeError("b")])


try:
    fail()
except* ValueError, TypeError:
    print("both were caught")
