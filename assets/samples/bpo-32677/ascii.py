# /// sample
# feature = "bpo-32677"
# title = "Nothing but ASCII?"
# order = 1
# note = "New in 3.7, for text and for bytes. The empty text is."
# [expect]
# "3.8.." = "runs"
# [output]
# "3.8.." = "True False False True\n"
# ///

print("naive".isascii(), "naïve".isascii(), b"\x80".isascii(), "".isascii())
