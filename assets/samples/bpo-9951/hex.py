# /// sample
# feature = "bpo-9951"
# title = "Bytes in hexadecimal"
# order = 1
# note = "`hex` is a method of bytes since 3.5 and accepts a separator since 3.8."
# [expect]
# "3.8.." = "runs"
# [output]
# "3.8.." = "00ff 6162 00 ff 10\n"
# ///

print(b"\x00\xff".hex(), bytearray(b"ab").hex(), b"\x00\xff\x10".hex(" "))
