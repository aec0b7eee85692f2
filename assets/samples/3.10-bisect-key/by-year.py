# /// sample
# feature = "3.10-bisect-key"
# title = "`bisect` with a key function"
# order = 1
# note = "Up to 3.9 the years had to be in a separate list."
# [expect]
# "3.8..3.9" = "TypeError: 'key' is an invalid keyword argument for bisect_left()"
# "3.10.." = "runs"
# [output]
# "3.10.." = "1\n('Gravity', 2013)\n"
# ///

from bisect import bisect_left, insort

films = [("Alien", 1979), ("Contact", 1997), ("Arrival", 2016)]


def year(film):
    return film[1]


print(bisect_left(films, 1997, key=year))
insort(films, ("Gravity", 2013), key=year)
print(films[2])
