# /// sample
# feature = "3.15-threading-iterators"
# title = "Share a generator between threads"
# order = 1
# note = "A generator used by two threads at the same time raises an exception. `serialize_iterator`, new in 3.15, makes one thread wait for the other."
# browser = "There are no threads in the browser."
# recorded = ["3.8.18", "3.9.18", "3.10.13", "3.11.7", "3.12.1", "3.13.0", "3.14.10", "3.15.2"]
# [expect]
# "3.8..3.14" = "AttributeError: module 'threading' has no attribute 'serialize_iterator'"
# "3.15.." = "runs"
# [output]
# "3.15.." = "[0, 1, 2, 3, 4, 5]\n"
# ///

import threading
import time


def numbers():
    for n in range(6):
        time.sleep(0.001)
        yield n


shared = threading.serialize_iterator(numbers())
taken = []
threads = [threading.Thread(target=lambda: taken.extend(shared)) for _ in range(3)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(sorted(taken))
