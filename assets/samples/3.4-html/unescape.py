# /// sample
# feature = "3.4-html"
# title = "Convert HTML entities to text"
# order = 1
# note = "`html.unescape` is new in 3.4 and supports all HTML 5 entities, also without a semicolon where that is allowed."
# [expect]
# "3.8.." = "runs"
# [output]
# "3.8.." = "<p> café & copy; 🐍\n"
# ///

import html

print(html.unescape("&lt;p&gt; caf&eacute; &amp copy; &#x1F40D;"))
