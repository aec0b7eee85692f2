# /// sample
# feature = "bpo-41229"
# title = "Close an asynchronous generator promptly"
# order = 1
# note = "Leaving the loop early does not close an asynchronous generator; `aclosing`, new in 3.10, does."
# [expect]
# "3.8..3.9" = "ImportError: cannot import name 'aclosing' from 'contextlib'"
# "3.10.." = "runs"
# [output]
# "3.10.." = """
# first
# closed
# """
# ///

import asyncio
from contextlib import aclosing


async def lines():
    try:
        yield "first"
        yield "second"
    finally:
        print("closed")


async def main():
    async with aclosing(lines()) as items:
        async for item in items:
            print(item)
            break


asyncio.run(main())
