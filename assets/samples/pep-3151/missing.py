# /// sample
# feature = "pep-3151"
# title = "Specific subclasses of `OSError`"
# order = 1
# note = "Since 3.3 operating system errors have specific exception classes, all subclasses of `OSError`; the older exceptions are aliases of `OSError`."
# [expect]
# "3.8.." = "runs"
# [output]
# "3.8.." = """
# no-such-file True
# True True
# """
# ///

try:
    open("no-such-file")
except FileNotFoundError as error:
    print(error.filename, isinstance(error, OSError))
print(IOError is OSError, EnvironmentError is OSError)
