# /// sample
# feature = "3.15-urlsafe-b64decode-padding"
# title = "Decoding without padding"
# order = 1
# note = "Up to 3.14 the missing equal signs are an error; from 3.15 on they are not asked for. `b64decode` with `altchars` remains strict."
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
