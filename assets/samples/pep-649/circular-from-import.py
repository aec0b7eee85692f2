# /// sample
# feature = "pep-649"
# title = "Circular `from` imports still fail"
# order = 3
# note = "Deferred annotations do not help here: `from tree import Tree` needs the class at import time, whatever it is used for. Import the module instead, or import under `if TYPE_CHECKING:`."
# [expect]
# "3.8.." = "ImportError: cannot import name 'Tree' from partially initialized module 'tree' (most likely due to a circular import)"
# ///

import tree

# file: tree.py
from leaf import Leaf


class Tree:
    def pick(self) -> Leaf:
        return Leaf(self)

# file: leaf.py
from tree import Tree


class Leaf:
    def __init__(self, owner: Tree):
        self.owner = owner
