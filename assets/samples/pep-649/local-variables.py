# /// sample
# feature = "pep-649"
# title = "Local variables are never evaluated"
# order = 10
# note = "Annotations of local variables have never been evaluated or stored, in any series; they are there for readers and type checkers."
# [expect]
# "3.8.." = "runs"
# ///

def count(words):
    total: Missing = 0
    for word in words:
        total += len(word)
    return total


print(count(["never", "evaluated"]))
