# /// sample
# feature = "bpo-3439"
# title = "How many bits a number takes"
# order = 1
# note = "New in 3.1: how many binary digits the number has without its sign; zero has none."
# [expect]
# "3.8.." = "runs"
# [output]
# "3.8.." = "10 0b1111101000 0 3\n"
# ///

print((1000).bit_length(), bin(1000), (0).bit_length(), (-5).bit_length())
