# /// sample
# feature = "pep-515"
# title = "Underscores in numbers"
# order = 1
# note = "Single underscores may appear between digits and after a prefix; `int` accepts them too. The format option `_` groups thousands, or four digits in binary and hexadecimal."
# [expect]
# "3.8.." = "ValueError: invalid literal for int() with base 10: '1__000'"
# [output]
# "3.8.." = "1000255\n1_000_255\nffff_0000\n2000\n"
# ///

print(1_000_000 + 0x_ff)
print(f"{1000255:_}")
print(f"{0xffff0000:_x}")
print(int("2_000"))
print(int("1__000"))
