# /// sample
# feature = "pep-3137"
# title = "`bytes` and `bytearray`"
# order = 1
# note = "`bytes` is immutable and can be a dictionary key; `bytearray` is mutable and cannot."
# [expect]
# "3.8..3.13" = "TypeError: unhashable type: 'bytearray'"
# "3.14.." = "TypeError: cannot use 'bytearray' as a dict key (unhashable type: 'bytearray')"
# [output]
# "3.8.." = "bytearray(b'Abcd') True\n"
# ///

buffer = bytearray(b"abc")
buffer[0] = 65
buffer += b"d"
print(buffer, buffer == b"Abcd")
print({buffer: 1})
