# /// sample
# feature = "pep-758"
# title = "Two exception types without parentheses"
# order = 1
# note = "Since 3.14 several exception types need no parentheses unless `as` is used. In older versions the whole file is a `SyntaxError`."
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
