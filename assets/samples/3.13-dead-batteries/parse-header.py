# /// sample
# feature = "3.13-dead-batteries"
# title = "Parse a query string without `cgi`"
# order = 1
# note = "`cgi` emits a `DeprecationWarning` in 3.11 and 3.12 and was removed in 3.13. `urllib.parse.parse_qs` parses query strings."
# [expect]
# "3.8..3.12" = "runs"
# "3.13.." = "ModuleNotFoundError: No module named 'cgi'"
# [output]
# "3.8..3.12" = "{'color': ['red', 'blue']}\n('text/html', {'charset': 'utf-8'})\n"
# "3.13.." = "{'color': ['red', 'blue']}\n"
# [warning]
# "3.11..3.12" = "DeprecationWarning: 'cgi' is deprecated and slated for removal in Python 3.13"
# ///

from urllib.parse import parse_qs

print(parse_qs("color=red&color=blue"))

import cgi

print(cgi.parse_header("text/html; charset=utf-8"))
