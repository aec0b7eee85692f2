# /// sample
# feature = "bpo-34850"
# title = "`is` with a string literal"
# order = 1
# note = "Equal strings need not be the same object; the warning suggests `==`."
# [expect]
# "3.8.." = "runs"
# [output]
# "3.8.." = "False True\n"
# [warning]
# "3.8..3.11" = "SyntaxWarning: \"is\" with a literal. Did you mean \"==\"?"
# "3.12.." = "SyntaxWarning: \"is\" with 'str' literal. Did you mean \"==\"?"
# ///

answer = "".join(["y", "es"])
print(answer is "yes", answer == "yes")
