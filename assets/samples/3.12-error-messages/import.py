# /// sample
# feature = "3.12-error-messages"
# title = "Forgotten to import"
# order = 1
# note = "The message stays as it was; since 3.12 it adds which module of the library was perhaps meant."
# [expect]
# "3.8.." = "NameError: name 'sys' is not defined"
# ///

print(sys.version)
