# /// sample
# feature = "pep-409"
# title = "Suppress the exception context"
# order = 1
# note = "`from None`, new in 3.3, hides the exception that was being handled from the traceback."
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
