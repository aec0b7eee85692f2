# /// sample
# feature = "gh-74028"
# title = "`Executor.map` with a limited buffer"
# order = 1
# note = "`map` reads its whole input first, which here never ends. With `buffersize`, new in 3.14, it reads the next item when a result is fetched."
# browser = "There are no threads in the browser."
# recorded = ["3.8.18", "3.9.18", "3.10.13", "3.11.7", "3.12.1", "3.13.0", "3.14.10", "3.15.2"]
# [expect]
# "3.8..3.9" = "TypeError: map() got an unexpected keyword argument 'buffersize'"
# "3.10..3.13" = "TypeError: Executor.map() got an unexpected keyword argument 'buffersize'"
# "3.14.." = "runs"
# [output]
# "3.14.." = """
# [0, 1]
# ['0', '1'] [0, 1, 2, 3]
# """
# ///

from concurrent.futures import ThreadPoolExecutor
from itertools import count, islice

taken = []


def numbers():
    for n in count():
        taken.append(n)
        yield n


with ThreadPoolExecutor(max_workers=1) as pool:
    results = pool.map(str, numbers(), buffersize=2)
    print(taken)
    print(list(islice(results, 2)), taken)
