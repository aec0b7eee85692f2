# /// sample
# feature = "3.1-base64-encodestring"
# title = "The old name and the new one"
# order = 1
# note = "Both functions did the same. The old one is gone since 3.9."
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
