# /// sample
# feature = "pep-3113"
# title = "No tuple parameters"
# order = 1
# note = "In Python 2 a parameter could be a tuple to unpack. Since 3.0 the tuple has to be unpacked in the function body."
# [expect]
# "3.8.." = "runs"
# [output]
# "3.8..3.10" = """
# 7
# invalid syntax
# """
# "3.11.." = """
# 7
# Function parameters cannot be parenthesized
# """
# ///

def distance(start, end):
    (x1, y1), (x2, y2) = start, end
    return abs(x2 - x1) + abs(y2 - y1)


print(distance((0, 0), (3, 4)))
try:
    exec("def distance((x1, y1), (x2, y2)): pass")
except SyntaxError as error:
    print(error.msg)
