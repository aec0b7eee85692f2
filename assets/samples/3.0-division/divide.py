# /// sample
# feature = "3.0-division"
# title = "One slash, two slashes"
# order = 1
# note = "Since 3.0 the single slash divides exactly, whatever the operands are, and the double slash rounds down."
# [expect]
# "3.8.." = "runs"
# [output]
# "3.8.." = "3.5 3 -4 2.0\n"
# ///

print(7 / 2, 7 // 2, -7 // 2, 6 / 3)
