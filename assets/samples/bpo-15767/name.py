# /// sample
# feature = "bpo-15767"
# title = "The name of a missing module"
# order = 1
# note = "`ModuleNotFoundError` is new in 3.6, a subclass of `ImportError`. Importing a missing name from an existing module does not raise it."
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
