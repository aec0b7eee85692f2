# /// sample
# feature = "pep-649"
# title = "A class that refers to itself"
# order = 1
# note = "The name of a class is not bound while its body runs. Up to 3.13 the annotation is evaluated there and fails; since 3.14 it is evaluated on access."
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
