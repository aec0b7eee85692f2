# /// sample
# feature = "bpo-32314"
# title = "Run a coroutine with `asyncio.run`"
# order = 1
# note = "`asyncio.run` is new in 3.7: it creates an event loop, runs the coroutine and closes the loop."
# [expect]
# "3.8.." = "runs"
# [output]
# "3.8.." = "done\n"
# ///

import asyncio


async def main():
    await asyncio.sleep(0)
    return "done"


print(asyncio.run(main()))
