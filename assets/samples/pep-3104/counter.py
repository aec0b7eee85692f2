# /// sample
# feature = "pep-3104"
# title = "A closure that counts"
# order = 1
# note = "`nonlocal`, new in 3.0, lets the inner function assign to a variable of the outer one; without it the assignment would create a local variable."
# [expect]
# "3.8.." = "runs"
# [output]
# "3.8.." = "1 2\n"
# ///

def counter():
    count = 0

    def step():
        nonlocal count
        count += 1
        return count

    return step


step = counter()
print(step(), step())
