# /// sample
# feature = "pep-485"
# title = "Approximate comparison with `isclose`"
# order = 1
# note = "`isclose` is new in 3.5. The tolerance is relative; values near zero need an absolute one."
# [expect]
# "3.8.." = "runs"
# [output]
# "3.8.." = """
# True True
# False True
# """
# ///

import math

print(math.isclose(0.1 + 0.2, 0.3), math.isclose(100, 101, rel_tol=0.05))
print(math.isclose(1e-12, 0), math.isclose(1e-12, 0, abs_tol=1e-9))
