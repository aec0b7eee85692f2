# /// sample
# feature = "pep-448"
# title = "Multiple unpackings"
# order = 1
# note = "In a display a later key replaces an earlier one. In a call a duplicate keyword is an error."
# [expect]
# "3.8" = "TypeError: type object got multiple values for keyword argument 'width'"
# "3.9.." = "TypeError: dict() got multiple values for keyword argument 'width'"
# [output]
# "3.8.." = "[0, 1, 'a', 'b', 9]\n{'width': 72, 'height': 20}\n"
# ///

defaults = {"width": 80, "height": 20}
chosen = {"width": 72}
print([*range(2), *"ab", 9])
print({**defaults, **chosen})
print(dict(**defaults, **chosen))
