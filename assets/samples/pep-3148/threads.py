# /// sample
# feature = "pep-3148"
# title = "A pool of threads"
# order = 1
# note = "Executors are new in 3.2. `map` returns the results in the order of the inputs, whichever thread finishes first."
# browser = "There are no threads in the browser."
# recorded = ["3.8.18", "3.9.18", "3.10.13", "3.11.7", "3.12.1", "3.13.0", "3.14.10", "3.15.2"]
# [expect]
# "3.8.." = "runs"
# [output]
# "3.8.." = """
# [3, 4, 3]
# ValueError("invalid literal for int() with base 10: 'seven'")
# """
# ///

from concurrent.futures import ThreadPoolExecutor

with ThreadPoolExecutor(max_workers=2) as pool:
    print(list(pool.map(len, ["ant", "bear", "cat"])))
    later = pool.submit(int, "seven")
print(repr(later.exception()))
