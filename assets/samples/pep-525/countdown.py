# /// sample
# feature = "pep-525"
# title = "An asynchronous generator"
# order = 1
# note = "Since 3.6 a function may use both `await` and `yield`; iterate over it with `async for`."
# [expect]
# "3.8.." = "runs"
# [output]
# "3.8.." = """
# 3
# 2
# 1
# """
# ///

import asyncio


async def countdown(start):
    for n in range(start, 0, -1):
        yield n
        await asyncio.sleep(0)


async def main():
    async for n in countdown(3):
        print(n)


asyncio.run(main())
