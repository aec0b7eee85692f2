# /// sample
# feature = "pep-3107"
# title = "Function annotations"
# order = 1
# note = "The syntax of 3.0 gives annotations no meaning; they are stored in a dictionary for tools to read."
# [expect]
# "3.8.." = "runs"
# [output]
# "3.8.." = "6 {'width': 'meters', 'depth': 'meters', 'return': 'square meters'}\n"
# ///

def area(width: "meters", depth: "meters") -> "square meters":
    return width * depth


print(area(2, 3), area.__annotations__)
