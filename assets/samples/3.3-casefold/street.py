# /// sample
# feature = "3.3-casefold"
# title = "Compare without case"
# order = 1
# note = "New in 3.3: stronger than `lower`, which leaves the German ß as it is."
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
