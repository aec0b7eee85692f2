# /// sample
# feature = "pep-784"
# title = "`compression.gzip`"
# order = 1
# note = "3.14 adds the package `compression` for all compression modules. The module imported here is the same as `gzip`."
# [expect]
# "3.8..3.13" = "ModuleNotFoundError: No module named 'compression'"
# "3.14.." = "runs"
# [output]
# "3.14.." = "True b'spamspam'\n"
# ///

from compression import gzip

packed = gzip.compress(b"spam" * 1000)
print(len(packed) < 100, gzip.decompress(packed)[:8])
