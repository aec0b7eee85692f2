# /// sample
# feature = "pep-572"
# title = "Assignment expressions"
# order = 1
# note = "The value is read, assigned and compared in one expression; a comprehension need not compute it twice."
# [expect]
# "3.8.." = "runs"
# [output]
# "3.8.." = "3\n1\n4\n[1, 1, 2]\n"
# ///

values = iter([3, 1, 4, 0, 5])

while (value := next(values)) != 0:
    print(value)

print([half for n in range(5) if (half := n // 2)])
