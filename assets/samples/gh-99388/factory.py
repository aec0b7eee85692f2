# /// sample
# feature = "gh-99388"
# title = "A custom event loop"
# order = 1
# note = "`asyncio.run` accepts a `loop_factory` since 3.12; before, an event loop policy had to be set."
# browser = "The event loop here is the browser's; one that watches sockets cannot be made."
# recorded = ["3.8.18", "3.9.18", "3.10.13", "3.11.7", "3.12.1", "3.13.0", "3.14.10", "3.15.2"]
# [expect]
# "3.8..3.11" = "TypeError: run() got an unexpected keyword argument 'loop_factory'"
# "3.12.." = "runs"
# [output]
# "3.12.." = "_UnixSelectorEventLoop\n"
# ///

import asyncio


async def main():
    print(type(asyncio.get_running_loop()).__name__)


asyncio.run(main(), loop_factory=asyncio.SelectorEventLoop)
