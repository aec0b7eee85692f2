# /// sample
# feature = "gh-129349"
# title = "Hexadecimal digits as bytes"
# order = 1
# note = "Up to 3.13 the argument must be a `str`."
# [expect]
# "3.8..3.13" = "TypeError: fromhex() argument must be str, not bytes"
# "3.14.." = "runs"
# [output]
# "3.8..3.13" = "b'Py'\n"
# "3.14.." = "b'Py'\nb'thon'\n"
# ///

print(bytes.fromhex("50 79"))
print(bytes.fromhex(b"74 68 6f 6e"))
