# /// sample
# feature = "3.13-ssl-strict"
# title = "Strict certificate checks by default"
# order = 1
# note = "Since 3.13 the default context sets both flags. If your own certificates do not comply, clear the flag."
# browser = "The browser's CPython 3.13 comes without `ssl`."
# recorded = ["3.8.18", "3.9.18", "3.10.13", "3.11.7", "3.12.1", "3.13.0", "3.14.10", "3.15.2"]
# [expect]
# "3.8..3.9" = "AttributeError: module 'ssl' has no attribute 'VERIFY_X509_PARTIAL_CHAIN'"
# "3.10.." = "runs"
# [output]
# "3.10..3.12" = """
# VERIFY_X509_STRICT False
# VERIFY_X509_PARTIAL_CHAIN False
# """
# "3.13.." = """
# VERIFY_X509_STRICT True
# VERIFY_X509_PARTIAL_CHAIN True
# """
# ///

import ssl

context = ssl.create_default_context()
for flag in (ssl.VERIFY_X509_STRICT, ssl.VERIFY_X509_PARTIAL_CHAIN):
    print(flag.name, flag in context.verify_flags)
