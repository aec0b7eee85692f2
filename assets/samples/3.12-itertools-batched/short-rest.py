# /// sample
# feature = "3.12-itertools-batched"
# title = "What is left over makes a short batch"
# order = 1
# note = "The function is new in 3.12. From 3.13 it can be told to refuse a last batch that is too short."
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
