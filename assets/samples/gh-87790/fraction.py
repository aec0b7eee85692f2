# /// sample
# feature = "gh-87790"
# title = "Group the digits of the fraction"
# order = 1
# note = "A separator before the dot groups the digits of the integer part. Since 3.14 a separator after the precision groups the fraction."
# [expect]
# "3.8..3.10" = "ValueError: Invalid format specifier"
# "3.11..3.13" = "ValueError: Invalid format specifier '.8_f' for object of type 'float'"
# "3.14.." = "runs"
# [output]
# "3.8..3.13" = "1_234_567.25\n"
# "3.14.." = "1_234_567.25\n3.141_592_65\n"
# ///

print(f"{1234567.25:_.2f}")
print(f"{3.14159265:.8_f}")
