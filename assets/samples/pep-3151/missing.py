# /// sample
# feature = "pep-3151"
# title = "An exception for each failure"
# order = 1
# note = "Since 3.3 failures of the system have classes of their own, all of them `OSError`, which the old names now mean."
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
