# /// sample
# feature = "pep-701"
# title = "The same quotes inside and outside"
# order = 1
# note = "From 3.12 an f-string is read by the parser of the language itself, so that its quotes may occur again in the braces, at any depth."
# [expect]
# "3.8" = "SyntaxError: invalid syntax"
# "3.9..3.11" = "SyntaxError: f-string: expecting '}'"
# "3.12.." = "runs"
# [output]
# "3.12.." = "On board: Ada, Grace\nnested\n"
# ///

crew = ["Ada", "Grace"]
print(f"On board: {", ".join(crew)}")
print(f"{f"{"nested"}"}")
