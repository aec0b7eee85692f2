# /// sample
# feature = "3.14-asyncio-get-event-loop"
# title = "`get_event_loop` without a current loop"
# order = 1
# note = "Without a current event loop 3.14 raises a `RuntimeError`; 3.13 created a loop and emitted a warning."
# browser = "In the browser there is always a current loop: the browser's own."
# recorded = ["3.8.18", "3.9.18", "3.10.13", "3.11.7", "3.12.1", "3.13.0", "3.14.10", "3.15.2"]
# [expect]
# "3.8..3.13" = "runs"
# "3.14.." = "RuntimeError: There is no current event loop in thread 'MainThread'."
# [output]
# "3.8..3.13" = "False\n"
# ///

import asyncio
import warnings

warnings.simplefilter("ignore")
loop = asyncio.get_event_loop()
print(loop.is_running())
loop.close()
