# /// sample
# feature = "bpo-32314"
# title = "From nothing to a result"
# order = 1
# note = "`asyncio.run` is new in 3.7: it makes a loop, runs the coroutine and closes what is left."
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
