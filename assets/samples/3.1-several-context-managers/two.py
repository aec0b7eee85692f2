# /// sample
# feature = "3.1-several-context-managers"
# title = "Two files, one with"
# order = 1
# note = "Since 3.1 one statement takes several context managers; they are left in reverse order."
# [expect]
# "3.8.." = "runs"
# [output]
# "3.8.." = "'A\\nB\\n'\n"
# ///

import io

with io.StringIO("a\nb\n") as source, io.StringIO() as target:
    target.write(source.read().upper())
    print(repr(target.getvalue()))
