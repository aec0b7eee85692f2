# /// sample
# feature = "3.7-keyword-arguments"
# title = "No names for these arguments"
# order = 1
# note = "Since 3.7 the only argument of these constructors has no name; the message has changed since."
# [expect]
# "3.8.." = "TypeError: list() takes no keyword arguments"
# [output]
# "3.8.." = "['a', 'b'] 10\n"
# ///

print(list("ab"), int("12", base=8))
list(sequence="ab")
