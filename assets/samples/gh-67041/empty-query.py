# /// sample
# feature = "gh-67041"
# title = "An empty and a missing query"
# order = 1
# note = "Up to 3.14 both URLs gave the same empty string, so the bare `?` was lost."
# [expect]
# "3.8..3.14" = "TypeError: urlsplit() got an unexpected keyword argument 'missing_as_none'"
# "3.15.." = "runs"
# [output]
# "3.15.." = "''\nNone\n"
# ///

from urllib.parse import urlsplit

print(repr(urlsplit("http://a/b?", missing_as_none=True).query))
print(repr(urlsplit("http://a/b", missing_as_none=True).query))
