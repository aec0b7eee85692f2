# /// sample
# feature = "bpo-28029"
# title = "`replace` on an empty string with a count"
# order = 1
# note = "Up to 3.8 any limit on the number of replacements made the result empty."
# [expect]
# "3.8.." = "runs"
# [output]
# "3.8" = "'-'\n''\n"
# "3.9.." = "'-'\n'-'\n"
# ///

print(repr("".replace("", "-")))
print(repr("".replace("", "-", 2)))
