"""Writes the starter file as a C string, with the place of the schema put in.

usage: embed.py STARTER SCHEMA > starter.h
"""

import sys

starter, schema = sys.argv[1:]
with open(starter, encoding="utf-8") as file:
    text = file.read().replace("@schema@", schema)
quoted = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", '\\n"\n"')
sys.stdout.reconfigure(encoding="utf-8")
print(f'static const char starter[] = "{quoted}";')
