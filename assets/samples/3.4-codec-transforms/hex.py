# /// sample
# feature = "3.4-codec-transforms"
# title = "Codecs between bytes and bytes"
# order = 1
# note = "The short codec names work again since 3.4, and the errors of `encode` and `decode` methods say which function to use."
# [expect]
# "3.8.." = "LookupError: 'hex' is not a text encoding; use codecs.decode() to handle arbitrary codecs"
# [output]
# "3.8.." = "b'636174' png\n"
# ///

import codecs

print(codecs.encode(b"cat", "hex"), codecs.encode("cat", "rot13"))
b"cat".decode("hex")
