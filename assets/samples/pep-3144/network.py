# /// sample
# feature = "pep-3144"
# title = "IP addresses and networks"
# order = 1
# note = "`ipaddress` is new in 3.3. IPv4 and IPv6 cannot be mixed."
# [expect]
# "3.8.." = "ValueError: '10.1.2.300' does not appear to be an IPv4 or IPv6 address"
# [output]
# "3.8.." = """
# True 65536 255.255.0.0
# 2001:0db8:0000:0000:0000:0000:0000:0001
# """
# ///

import ipaddress

network = ipaddress.ip_network("10.1.0.0/16")
print(ipaddress.ip_address("10.1.2.3") in network, network.num_addresses, network.netmask)
print(ipaddress.ip_address("2001:db8::1").exploded)
print(ipaddress.ip_address("10.1.2.300"))
