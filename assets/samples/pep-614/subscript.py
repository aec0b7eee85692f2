# /// sample
# feature = "pep-614"
# title = "Any expression as a decorator"
# order = 1
# note = "3.8 accepts only names, attributes and one call after `@`."
# [expect]
# "3.8" = "SyntaxError: invalid syntax"
# "3.9.." = "runs"
# [output]
# "3.9.." = "welcome\n"
# ///

registry = {}
decorators = {"register": lambda function: registry.setdefault(function.__name__, function)}


@decorators["register"]
def home():
    return "welcome"


print(registry["home"]())
