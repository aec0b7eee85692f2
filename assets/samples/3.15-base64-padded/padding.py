# /// sample
# feature = "3.15-base64-padded"
# title = "Base64 without padding"
# order = 1
# note = "The `padded` parameter is new in 3.15, for encoding and decoding. Before, the padding had to be stripped and restored by hand."
# [expect]
# "3.8..3.14" = "TypeError: b64encode() got an unexpected keyword argument 'padded'"
# "3.15.." = "runs"
# [output]
# "3.8..3.14" = "b'aGk=' b'aGk'\n"
# "3.15.." = """
# b'aGk=' b'aGk'
# b'aGk'
# b'hi'
# """
# ///

import base64

print(base64.b64encode(b"hi"), base64.b64encode(b"hi").rstrip(b"="))
print(base64.b64encode(b"hi", padded=False))
print(base64.b64decode("aGk", padded=False))
