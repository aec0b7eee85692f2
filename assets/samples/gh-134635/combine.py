# /// sample
# feature = "gh-134635"
# title = "Combine the checksums of two parts"
# order = 1
# note = "`crc32_combine` and `adler32_combine` are new in 3.15: they compute the checksum of the whole from those of both parts and the length of the second."
# [expect]
# "3.8..3.14" = "AttributeError: module 'zlib' has no attribute 'crc32_combine'"
# "3.15.." = "runs"
# [output]
# "3.15.." = "True\n"
# ///

import zlib

a, b = b"hello ", b"world"
whole = zlib.crc32(a + b)
print(zlib.crc32_combine(zlib.crc32(a), zlib.crc32(b), len(b)) == whole)
