# /// sample
# feature = "3.0-set-literals"
# title = "Braces for sets"
# order = 1
# note = "Braces without colons make a set, or a set comprehension, since 3.0. Empty braces stay a dictionary."
# [expect]
# "3.8.." = "runs"
# [output]
# "3.8.." = """
# True
# True
# dict set()
# """
# ///

print({4, 4} == set([4]))
print({n % 3 for n in range(9)} == {0, 1, 2})
print(type({}).__name__, set())
