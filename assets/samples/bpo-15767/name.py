# /// sample
# feature = "bpo-15767"
# title = "Which module is missing"
# order = 1
# note = "The class is new in 3.6 and an `ImportError`. A name missing in a module that is there is not of this class."
# [expect]
# "3.8.." = "runs"
# [output]
# "3.8.." = """
# no_such_module True
# ImportError json
# """
# ///

try:
    import no_such_module
except ModuleNotFoundError as error:
    print(error.name, isinstance(error, ImportError))
try:
    from json import no_such_name
except ImportError as error:
    print(type(error).__name__, error.name)
