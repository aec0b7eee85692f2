# /// sample
# feature = "gh-145239"
# title = "A plus sign in a pattern"
# order = 1
# note = "A minus sign was always allowed in a literal pattern; the plus sign is from 3.15 on. Series before 3.10 have no `match` at all."
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
