# /// sample
# feature = "3.13-cgi"
# title = "Parse a header without `cgi`"
# order = 1
# note = "`cgi` was removed in 3.13, after a `DeprecationWarning` in 3.11 and 3.12. `email.message` parses such headers in all versions."
# [expect]
# "3.8..3.12" = "runs"
# "3.13.." = "ModuleNotFoundError: No module named 'cgi'"
# [output]
# "3.8..3.12" = """
# text/html {'charset': 'utf-8'}
# ('text/html', {'charset': 'utf-8'})
# """
# "3.13.." = "text/html {'charset': 'utf-8'}\n"
# ///

from email.message import EmailMessage

message = EmailMessage()
message["content-type"] = 'text/html; charset="utf-8"'
print(message.get_content_type(), dict(message["content-type"].params))

import cgi

print(cgi.parse_header('text/html; charset="utf-8"'))
