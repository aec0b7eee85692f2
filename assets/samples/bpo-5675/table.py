# /// sample
# feature = "bpo-5675"
# title = "Translate bytes"
# order = 1
# note = "`maketrans` is a method of `bytes` and `bytearray` since 3.1; the function in `string` was removed."
# [expect]
# "3.8.." = "runs"
# [output]
# "3.8.." = "b'zxy' 256\n"
# ///

table = bytes.maketrans(b"abc", b"xyz")
print(b"cab".translate(table), len(table))
