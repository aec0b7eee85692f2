# /// sample
# feature = "pep-649"
# title = "Two modules that import each other"
# order = 2
# note = "Importing `tree` imports `leaf`, which imports the unfinished `tree`. Up to 3.13 the annotation in `leaf` looks up `tree.Tree` at that moment; since 3.14 only on access, when both modules are complete."
# [expect]
# "3.8..3.13" = "AttributeError: partially initialized module 'tree' has no attribute 'Tree' (most likely due to a circular import)"
# "3.14.." = "runs"
# ///

import tree

print("imported", tree.Tree.__name__, "and", tree.leaf.Leaf.__name__)

# file: tree.py
import leaf


class Tree:
    def pick(self) -> leaf.Leaf:
        return leaf.Leaf(self)

# file: leaf.py
import tree


class Leaf:
    def __init__(self, owner: tree.Tree):
        self.owner = owner
