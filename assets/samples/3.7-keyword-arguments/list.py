# /// sample
# feature = "3.7-keyword-arguments"
# title = "`list` accepts no keyword argument"
# order = 1
# note = "Since 3.7 the argument of these constructors is positional-only; the message has changed since then."
# [expect]
# "3.8.." = "TypeError: list() takes no keyword arguments"
# [output]
# "3.8.." = "['a', 'b'] 10\n"
# ///

print(list("ab"), int("12", base=8))
list(sequence="ab")
