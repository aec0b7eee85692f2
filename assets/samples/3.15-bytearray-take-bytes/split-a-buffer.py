# /// sample
# feature = "3.15-bytearray-take-bytes"
# title = "The head of a buffer, taken out"
# order = 1
# note = "The bytes are handed over without a copy and are gone from the buffer. Before 3.15 one copied a slice and deleted it."
# [expect]
# "3.8..3.14" = "AttributeError: 'bytearray' object has no attribute 'take_bytes'"
# "3.15.." = "runs"
# [output]
# "3.15.." = "b'head'\nbytearray(b' body')\n"
# ///

buffer = bytearray(b"head body")
head = buffer.take_bytes(4)
print(head)
print(buffer)
