# /// sample
# feature = "bpo-32528"
# title = "`CancelledError` is not an `Exception`"
# order = 1
# note = "Since 3.8 `CancelledError` is a subclass of `BaseException`, so `except Exception` does not catch it."
# [expect]
# "3.8.." = "runs"
# [output]
# "3.8.." = """
# False
# cancelled
# """
# ///

import asyncio

print(issubclass(asyncio.CancelledError, Exception))


async def main():
    task = asyncio.ensure_future(asyncio.sleep(60))
    await asyncio.sleep(0)
    task.cancel()
    try:
        await task
    except Exception:
        print("an error")
    except asyncio.CancelledError:
        print("cancelled")


asyncio.run(main())
