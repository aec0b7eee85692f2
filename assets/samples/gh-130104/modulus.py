# /// sample
# feature = "gh-130104"
# title = "`__rpow__` with three arguments"
# order = 1
# note = "`int` does not support a `Key` as exponent. Since 3.14 `pow` with three arguments also tries `__rpow__`."
# [expect]
# "3.8..3.9" = "TypeError: unsupported operand type(s) for pow(): 'int', 'Key', 'int'"
# "3.10..3.13" = "TypeError: unsupported operand type(s) for ** or pow(): 'int', 'Key', 'int'"
# "3.14.." = "runs"
# [output]
# "3.8..3.13" = "2 to the key, modulo None\n"
# "3.14.." = "2 to the key, modulo None\n2 to the key, modulo 7\n"
# ///

class Key:
    def __rpow__(self, base, modulus=None):
        return f"{base} to the key, modulo {modulus}"


print(2 ** Key())
print(pow(2, Key(), 7))
