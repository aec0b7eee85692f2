# /// sample
# feature = "3.0-division"
# title = "True division and floor division"
# order = 1
# note = "Since 3.0 `/` is always true division, even for two integers; `//` rounds down."
# [expect]
# "3.8.." = "runs"
# [output]
# "3.8.." = "3.5 3 -4 2.0\n"
# ///

print(7 / 2, 7 // 2, -7 // 2, 6 / 3)
