# /// sample
# feature = "bpo-15805"
# title = "Capture printed output"
# order = 1
# note = "`redirect_stdout` is new in 3.4."
# [expect]
# "3.8.." = "runs"
# [output]
# "3.8.." = "'hello\\n'\n"
# ///

import contextlib
import io

text = io.StringIO()
with contextlib.redirect_stdout(text):
    print("hello")
print(repr(text.getvalue()))
