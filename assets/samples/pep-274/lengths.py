# /// sample
# feature = "pep-274"
# title = "A dictionary in one expression"
# order = 1
# note = "Dictionary comprehensions came with 3.0. Before, a dictionary was made from a list of pairs."
# [expect]
# "3.8.." = "runs"
# [output]
# "3.8.." = "{'oak': 3, 'birch': 5}\n"
# ///

print({name: len(name) for name in ["oak", "birch"]})
