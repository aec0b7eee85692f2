# /// sample
# feature = "bpo-30406"
# title = "`async` as an identifier"
# order = 1
# note = "`async` has been a keyword since 3.7. It still works as a string: `getattr` can read an attribute with that name."
# [expect]
# "3.8.." = "SyntaxError: invalid syntax"
# ///

settings = {"async": True}
async = settings["async"]
print(async)
