# /// sample
# feature = "pep-585"
# title = "Built-in types as generics"
# order = 1
# note = "Since 3.9 built-in types can be subscripted. Before, the annotation fails when the function is defined."
# [expect]
# "3.8" = "TypeError: 'type' object is not subscriptable"
# "3.9.." = "runs"
# [output]
# "3.9.." = "{'Ada': 3, 'Grace': 5} list[int]\n"
# ///

def longest(names: list[str]) -> dict[str, int]:
    return {name: len(name) for name in names}


print(longest(["Ada", "Grace"]), list[int])
