# /// sample
# feature = "3.10-parenthesized-with"
# title = "Several context managers, one per line"
# order = 1
# note = "The syntax is official since 3.10. The parser of 3.9 already accepts it; 3.8 does not."
# [expect]
# "3.8" = "SyntaxError: invalid syntax"
# "3.9.." = "runs"
# [output]
# "3.9.." = "'A\\nB\\n'\n"
# ///

import io

with (
    io.StringIO("a\nb\n") as source,
    io.StringIO() as target,
):
    target.write(source.read().upper())
    print(repr(target.getvalue()))
