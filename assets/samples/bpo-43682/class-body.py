# /// sample
# feature = "bpo-43682"
# title = "A static method called in the class body"
# order = 1
# note = "A `staticmethod` object cannot be called before 3.10. From then on it is a function like another one, with its name."
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
