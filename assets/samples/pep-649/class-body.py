# /// sample
# feature = "pep-649"
# title = "Annotations that use names of the class body"
# order = 4
# note = "Annotations of a class can use names of its body. Up to 3.13 they are evaluated at that line; since 3.14 on access, when the class is complete."
# [expect]
# "3.8..3.13" = "NameError: name 'Unit' is not defined"
# "3.14.." = "runs"
# ///

class Recipe:
    amount: Unit

    class Unit:
        pass

    spare: Unit = None


print(list(Recipe.__annotations__))
print(Recipe.__annotations__["amount"] is Recipe.Unit)
