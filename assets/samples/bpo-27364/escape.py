# /// sample
# feature = "bpo-27364"
# title = "A backslash that means nothing"
# order = 1
# note = "The warning was hidden in 3.6, is a `SyntaxWarning` since 3.12, and says since 3.14 what to write. A raw string has no escapes."
# [expect]
# "3.8.." = "runs"
# [output]
# "3.8.." = "\\d+ \\d+\n\\d+\n"
# ///

print(r"\d+", "\\d+")
print(eval(r'"\d+"'))
