# What the annotations give
import sys
import types


def annotated(owner, prefix=""):
    yield prefix.rstrip(".") or "the module", owner
    for name, value in list(vars(owner).items()):
        value = getattr(value, "__func__", value)
        own = getattr(value, "__module__", "") == "__main__"
        if not own or getattr(value, "__qualname__", "") != prefix + name:
            continue
        if isinstance(value, type):
            yield from annotated(value, prefix + name + ".")
        elif isinstance(value, types.FunctionType):
            yield prefix + name, value


def formats(owner):
    if sys.version_info >= (3, 14):
        from annotationlib import Format, get_annotations

        for format in (Format.VALUE, Format.FORWARDREF, Format.STRING):
            yield format.name, lambda: get_annotations(owner, format=format)
    elif isinstance(owner, type):
        yield "stored", lambda: vars(owner).get("__annotations__")
    else:
        yield "stored", lambda: getattr(owner, "__annotations__", None)


for name, owner in list(annotated(sys.modules["__main__"])):
    for format, read in formats(owner):
        try:
            result = read()
        except Exception as error:
            result = type(error).__name__ + ": " + str(error)
        if result:
            print(name, format, result, sep="  ")
