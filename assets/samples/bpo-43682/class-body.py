# /// sample
# feature = "bpo-43682"
# title = "Call a static method in the class body"
# order = 1
# note = "Before 3.10 a `staticmethod` object cannot be called. Since 3.10 it is callable and has a name like other functions."
# [expect]
# "3.8..3.9" = "TypeError: 'staticmethod' object is not callable"
# "3.10.." = "runs"
# [output]
# "3.10.." = "212.0\n"
# ///

class Temperature:
    @staticmethod
    def fahrenheit(celsius):
        return celsius * 9 / 5 + 32

    BOILING = fahrenheit(100)


print(Temperature.BOILING)
