# /// sample
# feature = "bpo-32102"
# title = "Capture output as text"
# order = 1
# note = "`capture_output` and `text` are new in 3.7; before, this took two pipes and `universal_newlines`."
# browser = "There are no processes in the browser."
# recorded = ["3.8.18", "3.9.18", "3.10.13", "3.11.7", "3.12.1", "3.13.0", "3.14.10", "3.15.2"]
# [expect]
# "3.8.." = "runs"
# [output]
# "3.8.." = "'hi\\n' 'no\\n'\n"
# ///

import subprocess
import sys

command = [sys.executable, "-c", "import sys; print('hi'); print('no', file=sys.stderr)"]
result = subprocess.run(command, capture_output=True, text=True)
print(repr(result.stdout), repr(result.stderr))
