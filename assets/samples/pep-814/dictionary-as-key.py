# /// sample
# feature = "pep-814"
# title = "A dictionary as a dictionary key"
# order = 1
# note = "`frozendict` is a built-in type since 3.15; it is hashable because it is immutable, and the order of items does not affect equality. Older versions need a substitute such as a set of pairs."
# [expect]
# "3.8.." = "runs"
# [output]
# "3.8..3.14" = "a frozenset of pairs: [10]\n"
# "3.15.." = "10\n"
# ///

try:
    prices = {frozendict(cpu=1, memory=4): 10}
    print(prices[frozendict(memory=4, cpu=1)])
except NameError:
    prices = {frozenset({"cpu": 1, "memory": 4}.items()): 10}
    print("a frozenset of pairs:", list(prices.values()))
