# /// sample
# feature = "3.2-new-gil"
# title = "The thread switch interval"
# order = 1
# note = "Since 3.2 a thread releases the GIL after a time interval, not after a number of instructions."
# [expect]
# "3.8.." = "runs"
# [output]
# "3.8" = "0.005 True\n"
# "3.9.." = "0.005 False\n"
# ///

import sys

print(sys.getswitchinterval(), hasattr(sys, "setcheckinterval"))
