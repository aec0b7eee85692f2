# /// sample
# feature = "gh-111123"
# title = "`global` in the handler, assignment after it"
# order = 1
# note = "Up to 3.12 the compiler refused this, although nothing uses the name before `global`."
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
