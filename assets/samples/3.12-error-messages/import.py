# /// sample
# feature = "3.12-error-messages"
# title = "The message suggests a missing import"
# order = 1
# note = "Since 3.12 the message also suggests which standard library module was probably meant; the rest is unchanged."
# [expect]
# "3.8.." = "NameError: name 'sys' is not defined"
# ///

print(sys.version)
