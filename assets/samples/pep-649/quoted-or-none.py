# /// sample
# feature = "pep-649"
# title = "A quoted type or `None`"
# order = 9
# note = "A quoted type is a string, and `|` does not support a string and `None`. Up to 3.13 this fails when the function is defined; since 3.14 only on access. Quote the whole annotation, or nothing."
# [expect]
# "3.8..3.13" = "TypeError: unsupported operand type(s) for |: 'str' and 'NoneType'"
# "3.14.." = "runs"
# ///

def find(name: "Node" | None):
    return name


print(find("root"))
