# /// sample
# feature = "pep-3131"
# title = "Letters of any language in names"
# order = 1
# note = "Names may hold letters beyond ASCII since 3.0. They are normalized, so that two ways to write a letter are one name."
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
