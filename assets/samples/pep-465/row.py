# /// sample
# feature = "pep-465"
# title = "A class that supports `@`"
# order = 1
# note = "`@` calls `__matmul__`, and `@=` falls back on it. Built-in types support neither operator."
# [expect]
# "3.8.." = "TypeError: unsupported operand type(s) for @: 'list' and 'list'"
# [output]
# "3.8.." = "11\n22\n"
# ///

class Row(list):
    def __matmul__(self, other):
        return sum(a * b for a, b in zip(self, other))


row = Row([1, 2])
print(row @ Row([3, 4]))
row @= [6, 8]
print(row)
print([1, 2] @ [3, 4])
