# /// sample
# feature = "bpo-4331"
# title = "A method with an argument fixed"
# order = 1
# note = "`partialmethod` is new in 3.4; `partial` alone does not get the object."
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
