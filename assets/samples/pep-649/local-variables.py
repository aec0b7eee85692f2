# /// sample
# feature = "pep-649"
# title = "Annotations of local variables"
# order = 10
# note = "Annotations of local variables are never evaluated or stored, in any version; they are for readers and type checkers."
# [expect]
# "3.8.." = "runs"
# ///

def count(words):
    total: Missing = 0
    for word in words:
        total += len(word)
    return total


print(count(["never", "evaluated"]))
