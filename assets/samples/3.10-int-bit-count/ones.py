# /// sample
# feature = "3.10-int-bit-count"
# title = "Count the ones in a binary number"
# order = 1
# note = "`int.bit_count` is new in 3.10. `bin(n).count(\"1\")` gives the same result in all versions."
# [expect]
# "3.8..3.9" = "AttributeError: 'int' object has no attribute 'bit_count'"
# "3.10.." = "runs"
# [output]
# "3.8..3.9" = "3\n"
# "3.10.." = "3\n3\n"
# ///

n = 0b1011

print(bin(n).count("1"))
print(n.bit_count())
