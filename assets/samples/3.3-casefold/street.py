# /// sample
# feature = "3.3-casefold"
# title = "Case-insensitive comparison"
# order = 1
# note = "`casefold` is new in 3.3. It goes further than `lower`, which leaves the German ß unchanged."
# [expect]
# "3.8.." = "runs"
# [output]
# "3.8.." = """
# straße strasse
# True
# """
# ///

print("Straße".lower(), "Straße".casefold())
print("STRASSE".casefold() == "Straße".casefold())
