# /// sample
# feature = "pep-3110"
# title = "The exception variable is deleted after the handler"
# order = 1
# note = "Since 3.0 `as` binds the exception, and the variable is deleted when the handler ends, so that no traceback is kept alive."
# [expect]
# "3.8.." = "NameError: name 'problem' is not defined"
# [output]
# "3.8.." = "invalid literal for int() with base 10: 'seven'\n"
# ///

try:
    int("seven")
except ValueError as problem:
    print(problem)

print(problem)
