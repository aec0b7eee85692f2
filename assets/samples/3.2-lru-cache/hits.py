# /// sample
# feature = "3.2-lru-cache"
# title = "Cache statistics, and clearing the cache"
# order = 1
# note = "The function body runs once per argument until the cache is cleared. Same in all versions."
# [expect]
# "3.8.." = "runs"
# [output]
# "3.8.." = "computing 3\n27 27\nCacheInfo(hits=1, misses=1, maxsize=10, currsize=1)\ncomputing 3\n27\n"
# ///

from functools import lru_cache


@lru_cache(maxsize=10)
def cube(n):
    print("computing", n)
    return n ** 3


print(cube(3), cube(3))
print(cube.cache_info())
cube.cache_clear()
print(cube(3))
