# /// sample
# feature = "pep-476"
# title = "Certificates are verified by default"
# order = 1
# note = "Since 3.4.3 `http.client` and the modules based on it verify the certificate and the host name."
# browser = "The browser's CPython 3.13 comes without `ssl`."
# recorded = ["3.8.18", "3.9.18", "3.10.13", "3.11.7", "3.12.1", "3.13.0", "3.14.10", "3.15.2"]
# [expect]
# "3.8.." = "runs"
# [output]
# "3.8.." = "True CERT_REQUIRED\n"
# ///

import ssl

context = ssl._create_default_https_context()
print(context.check_hostname, context.verify_mode.name)
