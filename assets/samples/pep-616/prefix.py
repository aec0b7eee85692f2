# /// sample
# feature = "pep-616"
# title = "Take away a prefix, once"
# order = 1
# note = "New in 3.9. Unlike `lstrip`, it takes the text away as a whole, not each of its letters."
# [expect]
# "3.8" = "AttributeError: 'str' object has no attribute 'removeprefix'"
# "3.9.." = "runs"
# [output]
# "3.9.." = "login\nlogin\nr or tester\n"
# ///

print("test_login".removeprefix("test_"))
print("login".removeprefix("test_"))
print("tester".lstrip("test_"), "or", "tester".removeprefix("test_"))
