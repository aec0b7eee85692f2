# /// sample
# feature = "pep-380"
# title = "Hand over, and get a result"
# order = 1
# note = "`yield from` passes on what the inner generator yields and receives what it returns. The same in every series."
# [expect]
# "3.8.." = "runs"
# [output]
# "3.8.." = "['a0', 'a1', 'b0', 3]\n"
# ///

def lines(name, count):
    for number in range(count):
        yield f"{name}{number}"
    return count


def book():
    total = yield from lines("a", 2)
    total += yield from lines("b", 1)
    yield total


print(list(book()))
