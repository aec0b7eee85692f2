# /// sample
# feature = "3.14-pickle-protocol-5"
# title = "The default `pickle` protocol"
# order = 1
# note = "The second byte of a pickle is its protocol version."
# [expect]
# "3.8.." = "runs"
# [output]
# "3.8..3.13" = "4\nb'\\x80\\x04'\n"
# "3.14.." = "5\nb'\\x80\\x05'\n"
# ///

import pickle

print(pickle.DEFAULT_PROTOCOL)
print(pickle.dumps([1, 2, 3])[:2])
