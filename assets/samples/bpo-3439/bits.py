# /// sample
# feature = "bpo-3439"
# title = "The bit length of an integer"
# order = 1
# note = "`bit_length` is new in 3.1: the number of binary digits without the sign; 0 for zero."
# [expect]
# "3.8.." = "runs"
# [output]
# "3.8.." = "10 0b1111101000 0 3\n"
# ///

print((1000).bit_length(), bin(1000), (0).bit_length(), (-5).bit_length())
