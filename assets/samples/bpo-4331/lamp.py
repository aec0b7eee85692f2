# /// sample
# feature = "bpo-4331"
# title = "`partialmethod` binds an argument of a method"
# order = 1
# note = "`partialmethod` is new in 3.4; plain `partial` did not receive the instance."
# [expect]
# "3.8.." = "runs"
# [output]
# "3.8.." = "on\n"
# ///

from functools import partialmethod


class Lamp:
    def turn(self, state):
        self.state = state

    turn_on = partialmethod(turn, "on")


lamp = Lamp()
lamp.turn_on()
print(lamp.state)
