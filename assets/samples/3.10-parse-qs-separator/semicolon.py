# /// sample
# feature = "3.10-parse-qs-separator"
# title = "`parse_qs` splits only at `&`"
# order = 1
# note = "Semicolons used to separate fields too, so caches and servers could disagree. Now only `&` does, unless `separator` is given. The fix is also in 3.8.8 and 3.9.2."
# [expect]
# "3.8.." = "runs"
# [output]
# "3.8.." = """
# {'a': ['1;b=2'], 'c': ['3']}
# {'a': ['1'], 'b': ['2']}
# """
# ///

from urllib.parse import parse_qs

print(parse_qs("a=1;b=2&c=3"))
print(parse_qs("a=1;b=2", separator=";"))
