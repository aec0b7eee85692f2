# /// sample
# feature = "pep-417"
# title = "A mock that records its calls"
# order = 1
# note = "`unittest.mock` has been in the standard library since 3.3."
# [expect]
# "3.8.." = "runs"
# [output]
# "3.8.." = """
# 202 1 call('hello')
# it said something else
# """
# ///

from unittest.mock import Mock

send = Mock(return_value=202)
print(send("hello"), send.call_count, send.call_args)
send.assert_called_with("hello")
try:
    send.assert_called_with("goodbye")
except AssertionError:
    print("it said something else")
