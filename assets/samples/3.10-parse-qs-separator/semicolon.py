# /// sample
# feature = "3.10-parse-qs-separator"
# title = "One separator for a query"
# order = 1
# note = "Semicolons separated as well as ampersands, so that caches and servers could disagree. Only `&` does now, unless another is given. The fix was also made in 3.8.8 and 3.9.2."
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
