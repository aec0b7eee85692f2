# /// sample
# feature = "pep-649"
# title = "A class that names itself"
# order = 1
# note = "While the body of a class runs, its own name is not bound yet. Up to 3.13 the annotation is evaluated right there and fails; from 3.14 it waits until somebody asks."
# [expect]
# "3.8..3.13" = "NameError: name 'Node' is not defined"
# "3.14.." = "runs"
# ///

class Node:
    def __init__(self, value, parent: Node = None):
        self.value = value
        self.parent = parent

    def root(self) -> Node:
        return self.parent.root() if self.parent else self


leaf = Node(2, parent=Node(1))
print("the root is", leaf.root().value)
print(Node.root.__annotations__)
