# /// sample
# feature = "pep-530"
# title = "Asynchronous comprehensions"
# order = 1
# note = "Since 3.6 comprehensions in asynchronous functions may contain `async for` and `await`."
# [expect]
# "3.8.." = "runs"
# [output]
# "3.8.." = """
# [2, 4]
# {1: 2, 2: 4}
# """
# ///

import asyncio


async def double(n):
    return 2 * n


async def numbers():
    for n in range(3):
        yield n


async def main():
    print([await double(n) async for n in numbers() if n])
    print({n: await double(n) for n in (1, 2)})


asyncio.run(main())
