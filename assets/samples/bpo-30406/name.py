# /// sample
# feature = "bpo-30406"
# title = "async as a name"
# order = 1
# note = "A keyword since 3.7. It still works as text, so `getattr` reaches an attribute that another program has named so."
# [expect]
# "3.8.." = "SyntaxError: invalid syntax"
# ///

settings = {"async": True}
async = settings["async"]
print(async)
