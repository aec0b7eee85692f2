# /// sample
# feature = "3.8-async-tests"
# title = "A mock that can be awaited"
# order = 1
# note = "`AsyncMock` and `IsolatedAsyncioTestCase` are new in 3.8."
# [expect]
# "3.8.." = "runs"
# [output]
# "3.8.." = "page 1\n"
# ///

import asyncio
from unittest.mock import AsyncMock

fetch = AsyncMock(return_value="page")
print(asyncio.run(fetch("/")), fetch.await_count)
fetch.assert_awaited_once_with("/")
