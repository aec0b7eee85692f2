# /// sample
# feature = "pep-468"
# title = "Keyword arguments keep their order"
# order = 1
# note = "Guaranteed since 3.6."
# [expect]
# "3.8.." = "runs"
# [output]
# "3.8.." = """
# ['b', 'a']
# ['z', 'y', 'x']
# """
# ///

def order(**kwargs):
    return list(kwargs)


print(order(b=1, a=2))
print(order(**{"z": 1, "y": 2}, x=3))
