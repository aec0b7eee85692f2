# /// sample
# feature = "gh-91218"
# title = "Run several coroutines in one event loop"
# order = 1
# note = "Each `asyncio.run` creates and closes an event loop. `Runner`, new in 3.11, uses one for several coroutines."
# [expect]
# "3.8..3.10" = "AttributeError: module 'asyncio' has no attribute 'Runner'"
# "3.11.." = "runs"
# [output]
# "3.11.." = "2 4\n"
# ///

import asyncio


async def double(n):
    return 2 * n


with asyncio.Runner() as runner:
    print(runner.run(double(1)), runner.run(double(2)))
