# /// sample
# feature = "pep-695"
# title = "A generic function and a type alias"
# order = 1
# note = "The names in brackets are type parameters, and `type` creates a lazily evaluated alias. Before 3.12 this is a `SyntaxError`."
# [expect]
# "3.8..3.11" = "SyntaxError: invalid syntax"
# "3.12.." = "runs"
# [output]
# "3.12.." = "(2, 1)\n(T,)\nPair tuple[T, T]\n"
# ///

type Pair[T] = tuple[T, T]

def swap[T](pair: Pair[T]) -> Pair[T]:
    return pair[1], pair[0]

print(swap((1, 2)))
print(swap.__type_params__)
print(Pair, Pair.__value__)
