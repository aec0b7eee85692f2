# /// sample
# feature = "pep-3131"
# title = "Non-ASCII identifiers"
# order = 1
# note = "Since 3.0 identifiers may contain non-ASCII letters. They are normalized, so that different encodings of a letter are the same identifier."
# [expect]
# "3.8.." = "runs"
# [output]
# "3.8.." = """
# 42
# 1
# """
# ///

höhe = 21
print(höhe * 2)
ﬁn = 1
print(fin)
