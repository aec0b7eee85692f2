# /// sample
# feature = "bpo-34850"
# title = "Identity with a text"
# order = 1
# note = "Equal texts need not be the same object; the compiler guesses what was meant."
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
