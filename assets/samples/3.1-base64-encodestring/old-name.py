# /// sample
# feature = "3.1-base64-encodestring"
# title = "`encodestring` and `encodebytes`"
# order = 1
# note = "Both functions did the same. `encodestring` was removed in 3.9."
# [expect]
# "3.8" = "runs"
# "3.9.." = "AttributeError: module 'base64' has no attribute 'encodestring'"
# [output]
# "3.8" = "b'a2V5\\n'\nb'a2V5\\n'\n"
# "3.9.." = "b'a2V5\\n'\n"
# [warning]
# "3.8" = "encodestring() is a deprecated alias"
# ///

import base64

print(base64.encodebytes(b"key"))
print(base64.encodestring(b"key"))
