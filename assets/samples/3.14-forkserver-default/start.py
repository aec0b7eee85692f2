# /// sample
# feature = "3.14-forkserver-default"
# title = "The default process start method"
# order = 1
# note = "Recorded on Linux, where the default was `fork` up to 3.13. To use the old method, request its context."
# browser = "There are no processes in the browser."
# recorded = ["3.8.18", "3.9.18", "3.10.13", "3.11.7", "3.12.1", "3.13.0", "3.14.10", "3.15.2"]
# [expect]
# "3.8.." = "runs"
# [output]
# "3.8..3.13" = """
# fork
# fork
# """
# "3.14.." = """
# forkserver
# fork
# """
# ///

import multiprocessing

if __name__ == "__main__":
    print(multiprocessing.get_start_method())
    context = multiprocessing.get_context("fork")
    print(context.get_start_method())
