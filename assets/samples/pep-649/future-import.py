# /// sample
# feature = "pep-649"
# title = "`from __future__ import annotations`"
# order = 6
# note = "With this import every annotation is stored as a string and never evaluated, also in 3.14 and 3.15: every format returns strings."
# [expect]
# "3.8.." = "runs"
# ///

from __future__ import annotations


class Node:
    def link(self, parent: Node | None) -> Missing:
        self.parent = parent


print(Node.link.__annotations__)
