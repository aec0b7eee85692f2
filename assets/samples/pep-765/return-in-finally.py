# /// sample
# feature = "pep-765"
# title = "`return` in `finally` discards the exception"
# order = 1
# note = "The `ValueError` is lost in all versions. Since 3.14 the compiler emits a `SyntaxWarning` for the statement."
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
