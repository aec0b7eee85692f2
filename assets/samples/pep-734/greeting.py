# /// sample
# feature = "pep-734"
# title = "Another interpreter in the same process"
# order = 1
# note = "`concurrent.interpreters` is new in 3.14. Each interpreter has its own modules and variables; values passed to it are copied."
# browser = "There are no further interpreters in the browser."
# recorded = ["3.8.18", "3.9.18", "3.10.13", "3.11.7", "3.12.1", "3.13.0", "3.14.10", "3.15.2"]
# [expect]
# "3.8..3.13" = "ImportError: cannot import name 'interpreters' from 'concurrent'"
# "3.14.." = "runs"
# [output]
# "3.14.." = """
# hello from worker
# back in main [0, 1]
# """
# ///

from concurrent import interpreters

name = "main"
worker = interpreters.create()
worker.prepare_main(name="worker")
worker.exec("print('hello from', name, flush=True)")
print("back in", name, [other.id for other in interpreters.list_all()])
worker.close()
