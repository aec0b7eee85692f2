# Searches every object of the interpreter for JavaScript proxies, and tries to reach the
# global object through them. Prints whether there are proxies, the results of creating
# functions from text, and the global names that can be reached.
import gc

NAMES = """fetch XMLHttpRequest WebSocket EventSource WebTransport importScripts
    Worker SharedWorker indexedDB caches BroadcastChannel navigator postMessage
    location self close eval MessageChannel addEventListener""".split()


def proxies():
    seen = set()
    waiting = list(gc.get_objects())
    while waiting:
        entry = waiting.pop()
        if id(entry) in seen:
            continue
        seen.add(id(entry))
        if "JsProxy" in [kind.__name__ for kind in type(entry).__mro__]:
            yield entry
        else:
            waiting.extend(gc.get_referents(entry))


def made(proxy):
    try:
        return str(proxy.constructor.constructor("return globalThis")())
    except Exception:
        return None


def has(proxy, name):
    try:
        return hasattr(proxy, name)
    except Exception:
        return False


found = list(proxies())
answers = [answer for answer in map(made, found) if answer]
names = {name for proxy in found for name in NAMES if has(proxy, name)}
print(len(found) > 0, answers, sorted(names))
