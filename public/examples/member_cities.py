"""Prints the member cities by country. Asks a second time, and is told that nothing has changed."""
import json
import sys
import urllib.error
import urllib.request

site = sys.argv[1] if len(sys.argv) > 1 else "https://citiesfordigitalrights.org"
request = urllib.request.Request(f"{site}/data/v1/signatories.json")
with urllib.request.urlopen(request) as answer:
    document = json.load(answer)
    request.add_header("If-None-Match", answer.headers["ETag"])

countries = {}
for city in document["data"]:
    countries.setdefault(city["country"], []).append(city["name"])
for country, names in sorted(countries.items()):
    print(f"{country}: {', '.join(sorted(names))}")
print("Data:", document["licence"]["attribution"], document["licence"]["id"])

try:
    urllib.request.urlopen(request)
except urllib.error.HTTPError as answer:
    print("Not changed since." if answer.code == 304 else answer)
