# /// sample
# feature = "3.9-asyncio-to-thread"
# title = "Run a blocking function in a thread"
# order = 1
# note = "`to_thread` is new in 3.9: the function runs in a thread while the event loop continues."
# browser = "There are no threads in the browser."
# recorded = ["3.8.18", "3.9.18", "3.10.13", "3.11.7", "3.12.1", "3.13.0", "3.14.10", "3.15.2"]
# [expect]
# "3.8" = "AttributeError: module 'asyncio' has no attribute 'to_thread'"
# "3.9.." = "runs"
# [output]
# "3.9.." = """
# the loop goes on
# True
# """
# ///

import asyncio
import threading


async def main():
    turn = threading.Event()
    waiting = asyncio.create_task(asyncio.to_thread(turn.wait))
    await asyncio.sleep(0)
    print("the loop goes on")
    turn.set()
    print(await waiting)


asyncio.run(main())
