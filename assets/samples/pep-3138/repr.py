# /// sample
# feature = "pep-3138"
# title = "`repr` and `ascii` of non-ASCII text"
# order = 1
# note = "Since 3.0 `repr` keeps printable characters; `ascii` escapes all non-ASCII characters, as `repr` did before."
# [expect]
# "3.8.." = "runs"
# [output]
# "3.8.." = "'résumé\\n'\n'r\\xe9sum\\xe9\\n'\n"
# ///

text = "r\u00e9sum\u00e9\n"
print(repr(text))
print(ascii(text))
