# /// sample
# feature = "pep-758"
# title = "Nested handlers"
# order = 7
# note = "Handlers are independent: one with parentheses and `as` may contain one without. Only the latter limits which versions can run the file."
# [expect]
# "3.8..3.9" = "SyntaxError: invalid syntax"
# "3.10..3.13" = "SyntaxError: multiple exception types must be parenthesized"
# "3.14.." = "runs"
# ///

def load(text):
    try:
        return int(text)
    except (ValueError, TypeError) as error:
        try:
            return len(text)
        except TypeError, AttributeError:
            return str(error)


print(load("7"), load("seven"), load(None))
