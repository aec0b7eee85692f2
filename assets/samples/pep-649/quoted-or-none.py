# /// sample
# feature = "pep-649"
# title = "A quoted name or None"
# order = 9
# note = "A quoted name is a string, and a string cannot be joined with `None`. Up to 3.13 that fails when the function is defined; from 3.14 only when somebody asks. Quote the whole annotation, or nothing."
# [expect]
# "3.8..3.13" = "TypeError: unsupported operand type(s) for |: 'str' and 'NoneType'"
# "3.14.." = "runs"
# ///

def find(name: "Node" | None):
    return name


print(find("root"))
