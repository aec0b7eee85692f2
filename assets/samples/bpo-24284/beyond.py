# /// sample
# feature = "bpo-24284"
# title = "`startswith` with a start beyond the end"
# order = 1
# note = "Up to 3.4 the first of these calls returned `True`."
# [expect]
# "3.8.." = "runs"
# [output]
# "3.8.." = """
# False False
# True True
# """
# ///

print("abc".startswith("", 10), "abc".endswith("", 10))
print("abc".startswith("", 3), "abc"[10:].startswith(""))
