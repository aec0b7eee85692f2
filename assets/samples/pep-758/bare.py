# /// sample
# feature = "pep-758"
# title = "Two exception types, no parentheses"
# order = 1
# note = "From 3.14 several exception types may be listed as they are, as long as nothing is bound with `as`. Older series refuse the file before any of it runs."
# [expect]
# "3.8..3.9" = "SyntaxError: invalid syntax"
# "3.10..3.13" = "SyntaxError: multiple exception types must be parenthesized"
# "3.14.." = "runs"
# ///

def parse(text):
    try:
        return int(text)
    except ValueError, TypeError:
        return None


print(parse("12"), parse("twelve"), parse(None))
