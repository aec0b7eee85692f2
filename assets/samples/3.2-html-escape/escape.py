# /// sample
# feature = "3.2-html-escape"
# title = "Escape text for HTML"
# order = 1
# note = "`html.escape` is new in 3.2 and also escapes quotes; `cgi.escape`, which did not, was removed in 3.8."
# [expect]
# "3.8.." = "runs"
# [output]
# "3.8.." = "a &lt; b say &quot;hi&quot; say \"hi\"\n"
# ///

import html

print(html.escape("a < b"), html.escape('say "hi"'), html.escape('say "hi"', quote=False))
