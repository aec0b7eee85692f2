# /// sample
# feature = "gh-145239"
# title = "A plus sign in a literal pattern"
# order = 1
# note = "A minus sign has always been allowed in a literal pattern; a plus sign is allowed since 3.15. Before 3.10 there is no `match` statement."
# [expect]
# "3.8..3.14" = "SyntaxError: invalid syntax"
# "3.15.." = "runs"
# [output]
# "3.15.." = "plus minus\n"
# ///

def sign(number):
    match number:
        case -1:
            return "minus"
        case +1:
            return "plus"


print(sign(1), sign(-1))
