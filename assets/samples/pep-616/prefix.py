# /// sample
# feature = "pep-616"
# title = "Remove a prefix"
# order = 1
# note = "New in 3.9. Unlike `lstrip`, `removeprefix` removes the prefix as a whole, once, not each of its characters."
# [expect]
# "3.8" = "AttributeError: 'str' object has no attribute 'removeprefix'"
# "3.9.." = "runs"
# [output]
# "3.9.." = "login\nlogin\nr or tester\n"
# ///

print("test_login".removeprefix("test_"))
print("login".removeprefix("test_"))
print("tester".lstrip("test_"), "or", "tester".removeprefix("test_"))
