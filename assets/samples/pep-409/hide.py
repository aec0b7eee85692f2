# /// sample
# feature = "pep-409"
# title = "Leave out the cause"
# order = 1
# note = "`from None`, new in 3.3, keeps the exception that was being handled out of the traceback."
# [expect]
# "3.8.." = "AttributeError: color"
# [output]
# "3.8.." = "None True KeyError('color')\n"
# ///

def setting(name, settings):
    try:
        return settings[name]
    except KeyError:
        raise AttributeError(name) from None


try:
    setting("color", {})
except AttributeError as error:
    print(error.__cause__, error.__suppress_context__, repr(error.__context__))
setting("color", {})
