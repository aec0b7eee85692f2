# /// sample
# feature = "3.11-asyncio-taskgroup"
# title = "Run tasks in a `TaskGroup`"
# order = 1
# note = "`TaskGroup` is new in 3.11. When one task fails, the others are cancelled, and the block exits once all have finished."
# [expect]
# "3.8..3.10" = "AttributeError: module 'asyncio' has no attribute 'TaskGroup'"
# "3.11.." = "ExceptionGroup: unhandled errors in a TaskGroup (1 sub-exception)"
# [output]
# "3.11.." = "a was cancelled\n"
# ///

import asyncio


async def wait(name):
    try:
        await asyncio.sleep(60)
    except asyncio.CancelledError:
        print(name, "was cancelled")
        raise


async def main():
    async with asyncio.TaskGroup() as group:
        group.create_task(wait("a"))
        await asyncio.sleep(0)
        raise ValueError("no")


asyncio.run(main())
