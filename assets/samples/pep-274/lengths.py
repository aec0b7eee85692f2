# /// sample
# feature = "pep-274"
# title = "Dictionary comprehension"
# order = 1
# note = "New in 3.0. Before, such a dictionary was built from a list of pairs."
# [expect]
# "3.8.." = "runs"
# [output]
# "3.8.." = "{'oak': 3, 'birch': 5}\n"
# ///

print({name: len(name) for name in ["oak", "birch"]})
