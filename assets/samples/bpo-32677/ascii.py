# /// sample
# feature = "bpo-32677"
# title = "Check for ASCII only"
# order = 1
# note = "`isascii` is new in 3.7, for strings and bytes. It returns `True` for empty strings."
# [expect]
# "3.8.." = "runs"
# [output]
# "3.8.." = "True False False True\n"
# ///

print("naive".isascii(), "naïve".isascii(), b"\x80".isascii(), "".isascii())
