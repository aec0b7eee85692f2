# /// sample
# feature = "3.12-itertools-batched"
# title = "`batched` with a shorter last batch"
# order = 1
# note = "`batched` is new in 3.12. Since 3.13 `strict=True` raises an error if the last batch is too short."
# [expect]
# "3.8..3.11" = "ImportError: cannot import name 'batched' from 'itertools' (unknown location)"
# "3.12" = "TypeError: batched() takes at most 2 arguments (3 given)"
# "3.13.." = "runs"
# [output]
# "3.12" = "[('A', 'B'), ('C', 'D'), ('E',)]\n"
# "3.13.." = "[('A', 'B'), ('C', 'D'), ('E',)]\nbatched(): incomplete batch\n"
# ///

from itertools import batched

print(list(batched("ABCDE", 2)))

try:
    print(list(batched("ABCDE", 2, strict=True)))
except ValueError as error:
    print(error)
