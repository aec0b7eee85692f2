# /// sample
# feature = "3.12-invalid-escape-warning"
# title = "An invalid escape and a raw string"
# order = 1
# note = "The backslash is kept in all versions. Since 3.12 the plain string emits a `SyntaxWarning`; up to 3.11 it was a `DeprecationWarning`, hidden by default."
# [expect]
# "3.8.." = "runs"
# [output]
# "3.8.." = "True\n"
# [warning]
# "3.12.." = "SyntaxWarning:"
# ///

plain = "\d"
raw = r"\d"
print(plain == raw)
