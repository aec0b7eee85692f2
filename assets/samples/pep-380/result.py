# /// sample
# feature = "pep-380"
# title = "Delegate to a generator with `yield from`"
# order = 1
# note = "`yield from` passes on what the inner generator yields and evaluates to what it returns. Same in all versions."
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
