# /// sample
# feature = "3.14-from-number"
# title = "`float.from_number` accepts only numbers"
# order = 1
# note = "The constructor `float` also accepts strings; `float.from_number`, new in 3.14, does not."
# [expect]
# "3.8..3.13" = "AttributeError: type object 'float' has no attribute 'from_number'"
# "3.14.." = "TypeError: must be real number, not str"
# [output]
# "3.14.." = "1.5 3.0\n(2.5+0j)\n"
# ///

print(float("1.5"), float.from_number(3))
print(complex.from_number(2.5))
print(float.from_number("1.5"))
