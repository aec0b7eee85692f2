# /// sample
# feature = "3.15-bytearray-take-bytes"
# title = "Take the first bytes out of a buffer"
# order = 1
# note = "The bytes are moved out of the buffer without being copied. Before 3.15 you had to copy a slice and delete it."
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
