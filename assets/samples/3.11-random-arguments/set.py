# /// sample
# feature = "3.11-random-arguments"
# title = "`random.sample` of a set"
# order = 1
# note = "3.9 and 3.10 emit a `DeprecationWarning`; since 3.11 a set must be converted to a sequence first."
# [expect]
# "3.8..3.10" = "runs"
# "3.11.." = "TypeError: Population must be a sequence.  For dicts or sets, use sorted(d)."
# [output]
# "3.8..3.10" = "['tea']\n['tea']\n"
# "3.11.." = "['tea']\n"
# [warning]
# "3.9..3.10" = "DeprecationWarning: Sampling from a set deprecated"
# ///

import random

print(random.sample(["tea"], 1))
print(random.sample({"tea"}, 1))
