# /// sample
# feature = "bpo-23591"
# title = "Flags that can be combined"
# order = 1
# note = "`Flag` and `auto` are new in 3.6. Since 3.11 the `repr` of a combination lists its members in order of definition."
# [expect]
# "3.8.." = "runs"
# [output]
# "3.8..3.10" = """
# 3 True Access.write
# <Access.write|read: 3>
# """
# "3.11.." = """
# 3 True Access.write
# <Access.read|write: 3>
# """
# ///

from enum import Flag, auto


class Access(Flag):
    read = auto()
    write = auto()


both = Access.read | Access.write
print(both.value, Access.read in both, both & Access.write)
print(repr(both))
