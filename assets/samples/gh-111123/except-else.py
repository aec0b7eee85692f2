# /// sample
# feature = "gh-111123"
# title = "`global` in `except`, assignment in `else`"
# order = 1
# note = "Up to 3.12 this is a `SyntaxError`, although the name is not used before `global`."
# [expect]
# "3.8..3.12" = "SyntaxError: name 'answer' is assigned to before global declaration"
# "3.13.." = "runs"
# [output]
# "3.13.." = "12\n"
# ///

answer = None


def load():
    try:
        value = int("12")
    except ValueError:
        global answer
    else:
        answer = value


load()
print(answer)
