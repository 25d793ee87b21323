"""Reads an exported file with Python's own readers and prints it as one JSON value, in ASCII.

    python3 read_back.py csv|geojson|jsonl FILE
"""
import csv
import json
import sys


def refuse(constant):
    raise ValueError(f"{constant} is no JSON")


kind, path = sys.argv[1:]
with open(path, encoding="utf-8", newline="") as file:
    if kind == "csv":
        rows = list(csv.DictReader(file, strict=True))
        value = rows
    elif kind == "geojson":
        value = json.load(file, parse_constant=refuse)
    else:
        value = [json.loads(line, parse_constant=refuse) for line in file.read().split("\n") if line]
print(json.dumps(value))
