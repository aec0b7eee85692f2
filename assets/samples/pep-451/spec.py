# /// sample
# feature = "pep-451"
# title = "The specification of a module"
# order = 1
# note = "Since 3.4 a module has a specification, which `find_spec` returns without importing the module."
# [expect]
# "3.8.." = "runs"
# [output]
# "3.8.." = """
# json None
# json json True
# """
# ///

import importlib.util
import json

print(importlib.util.find_spec("json").name, importlib.util.find_spec("no_such_module"))
print(json.__spec__.name, json.__spec__.parent, json.__spec__.loader is json.__loader__)
