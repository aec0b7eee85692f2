# /// sample
# feature = "gh-139489"
# title = "Check XML names and text"
# order = 1
# note = "Both functions are new in 3.15. A name must not start with a digit, and text must not contain most control characters."
# [expect]
# "3.8..3.14" = "AttributeError: module 'xml' has no attribute 'is_valid_name'"
# "3.15.." = "runs"
# [output]
# "3.15.." = """
# True False
# True False
# """
# ///

import xml

print(xml.is_valid_name("first"), xml.is_valid_name("1st"))
print(xml.is_valid_text("a\tb"), xml.is_valid_text("a\x00"))
