# /// sample
# feature = "pep-3155"
# title = "The qualified name of a method"
# order = 1
# note = "`__qualname__` is new in 3.3. It shows when an object was defined inside a function."
# [expect]
# "3.8.." = "runs"
# [output]
# "3.8.." = """
# choose Menu.Item.choose
# Menu.Item.choose.<locals>.<lambda>
# """
# ///

class Menu:
    class Item:
        def choose(self):
            return lambda: None


print(Menu.Item.choose.__name__, Menu.Item.choose.__qualname__)
print(Menu.Item().choose().__qualname__)
