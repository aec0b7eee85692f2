# /// sample
# feature = "3.15-urlsafe-b64decode-padding"
# title = "Decode Base64 without padding"
# order = 1
# note = "Up to 3.14 missing padding is an error; since 3.15 padding is optional. `b64decode` with `altchars` still requires it."
# [expect]
# "3.8..3.14" = "binascii.Error: Incorrect padding"
# "3.15.." = "runs"
# [output]
# "3.8..3.14" = "b'hi'\n"
# "3.15.." = "b'hi'\nb'hi'\n"
# ///

import base64

print(base64.urlsafe_b64decode(b"aGk="))
print(base64.urlsafe_b64decode(b"aGk"))
