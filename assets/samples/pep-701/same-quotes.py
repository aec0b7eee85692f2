# /// sample
# feature = "pep-701"
# title = "The same quotes inside and outside an f-string"
# order = 1
# note = "Since 3.12 the regular parser handles f-strings, so quotes can be reused inside the braces, at any depth."
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
