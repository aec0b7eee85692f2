# /// sample
# feature = "pep-682"
# title = "Format minus zero"
# order = 1
# note = "The option `z` is new in 3.11. It removes the minus sign from a number that rounds to zero."
# [expect]
# "3.8..3.10" = "ValueError: Invalid format specifier"
# "3.11.." = "runs"
# [output]
# "3.8..3.10" = "-0.0\n"
# "3.11.." = "-0.0\n0.0\n"
# ///

value = -0.001

print(f"{value:.1f}")
print(f"{value:z.1f}")
