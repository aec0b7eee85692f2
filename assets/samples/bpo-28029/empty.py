# /// sample
# feature = "bpo-28029"
# title = "Replace nothing, at most so often"
# order = 1
# note = "Up to 3.8 a limit on the number of replacements makes the result empty."
# [expect]
# "3.8.." = "runs"
# [output]
# "3.8" = "'-'\n''\n"
# "3.9.." = "'-'\n'-'\n"
# ///

print(repr("".replace("", "-")))
print(repr("".replace("", "-", 2)))
