# /// sample
# feature = "pep-3118"
# title = "A `memoryview` shares memory"
# order = 1
# note = "A `memoryview` shares the memory of its object: writing to the view changes the object, and slicing copies nothing."
# [expect]
# "3.8.." = "runs"
# [output]
# "3.8.." = """
# b'led' 1 False
# bytearray(b'Ledger')
# """
# ///

ledger = bytearray(b"ledger")
view = memoryview(ledger)
print(view[:3].tobytes(), view.itemsize, view.readonly)
view[0] = ord("L")
print(ledger)
