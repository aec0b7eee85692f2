# /// sample
# feature = "pep-784"
# title = "Older formats under the new name"
# order = 1
# note = "3.14 gathers the compression modules in one package. The module that is imported here is the same as `gzip`."
# [expect]
# "3.8..3.13" = "ModuleNotFoundError: No module named 'compression'"
# "3.14.." = "runs"
# [output]
# "3.14.." = "True b'spamspam'\n"
# ///

from compression import gzip

packed = gzip.compress(b"spam" * 1000)
print(len(packed) < 100, gzip.decompress(packed)[:8])
