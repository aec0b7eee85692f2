# /// sample
# feature = "pep-3134"
# title = "An exception and its cause"
# order = 1
# note = "`raise … from …` stores the cause, and an exception raised in a handler stores the exception being handled. Both are new in 3.0."
# [expect]
# "3.8.." = "runs"
# [output]
# "3.8.." = """
# ValueError("invalid literal for int() with base 10: 'seven'")
# None ValueError
# """
# ///

try:
    try:
        int("seven")
    except ValueError as error:
        raise KeyError("no such level") from error
except KeyError as error:
    print(repr(error.__cause__))

try:
    try:
        int("seven")
    except ValueError:
        [][0]
except IndexError as error:
    print(error.__cause__, type(error.__context__).__name__)
