# /// sample
# feature = "pep-567"
# title = "A context variable for each task"
# order = 1
# note = "`contextvars` is new in 3.7. Each task has a copy of the context, so what it sets is not visible elsewhere."
# [expect]
# "3.8.." = "runs"
# [output]
# "3.8.." = """
# ada
# bob
# guest
# """
# ///

import asyncio
from contextvars import ContextVar

user = ContextVar("user", default="guest")


async def serve(name):
    user.set(name)
    await asyncio.sleep(0)
    print(user.get())


async def main():
    await asyncio.gather(serve("ada"), serve("bob"))
    print(user.get())


asyncio.run(main())
