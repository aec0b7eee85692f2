# /// sample
# feature = "3.0-set-literals"
# title = "Set literals and comprehensions"
# order = 1
# note = "Since 3.0 braces without colons make a set or a set comprehension. Empty braces are still a dictionary."
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
