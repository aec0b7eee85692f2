# /// sample
# feature = "3.1-several-context-managers"
# title = "Two files in one `with` statement"
# order = 1
# note = "Since 3.1 one `with` statement takes several context managers; they are exited in reverse order."
# [expect]
# "3.8.." = "runs"
# [output]
# "3.8.." = "'A\\nB\\n'\n"
# ///

import io

with io.StringIO("a\nb\n") as source, io.StringIO() as target:
    target.write(source.read().upper())
    print(repr(target.getvalue()))
