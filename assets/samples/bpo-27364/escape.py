# /// sample
# feature = "bpo-27364"
# title = "An invalid escape sequence"
# order = 1
# note = "The warning was hidden by default in 3.6 and is a `SyntaxWarning` since 3.12; since 3.14 it suggests a fix. A raw string has no escapes."
# [expect]
# "3.8.." = "runs"
# [output]
# "3.8.." = "\\d+ \\d+\n\\d+\n"
# ///

print(r"\d+", "\\d+")
print(eval(r'"\d+"'))
