# /// sample
# feature = "3.14-uuid7"
# title = "UUID version 8, `NIL` and `MAX`"
# order = 1
# note = "`uuid8` builds a UUID from your own numbers, so its result is always the same; `NIL` and `MAX` are constants."
# [expect]
# "3.8..3.9" = "AttributeError: module 'uuid' has no attribute 'uuid8'"
# "3.10..3.13" = "AttributeError: module 'uuid' has no attribute 'uuid8'. Did you mean: 'uuid1'?"
# "3.14.." = "runs"
# [output]
# "3.14.." = "00000000-0001-8002-8000-000000000003 8\n00000000-0000-0000-0000-000000000000\nffffffff-ffff-ffff-ffff-ffffffffffff\n"
# ///

import uuid

own = uuid.uuid8(1, 2, 3)
print(own, own.version)
print(uuid.NIL)
print(uuid.MAX)
