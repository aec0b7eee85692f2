# /// sample
# feature = "pep-765"
# title = "return in finally swallows the exception"
# order = 1
# note = "The `ValueError` is lost in every series. From 3.14 the compiler warns where the statement stands."
# [expect]
# "3.8.." = "runs"
# [output]
# "3.8.." = "42\n"
# [warning]
# "3.14.." = "SyntaxWarning: 'return' in a 'finally'"
# ///

def answer():
    try:
        raise ValueError("lost")
    finally:
        return 42


print(answer())
