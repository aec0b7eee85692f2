# /// sample
# feature = "bpo-6715"
# title = "Compress as `xz` does"
# order = 1
# note = "`lzma` is new in 3.3."
# browser = "The browser's CPython 3.13 comes without `lzma`."
# recorded = ["3.8.18", "3.9.18", "3.10.13", "3.11.7", "3.12.1", "3.13.0", "3.14.10", "3.15.2"]
# [expect]
# "3.8.." = "runs"
# [output]
# "3.8.." = "True b'ledger'\n"
# ///

import lzma

packed = lzma.compress(b"ledger" * 500)
print(len(packed) < 100, lzma.decompress(packed)[:6])
