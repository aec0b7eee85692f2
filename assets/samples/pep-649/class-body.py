# /// sample
# feature = "pep-649"
# title = "Names of a class body"
# order = 4
# note = "Annotations of a class see the names of its body. Up to 3.13 they see them as they are at that line; from 3.14 as they are once the class is complete."
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
