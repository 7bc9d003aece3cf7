"""Writes a text file as a C string, with what stands for @WORD@ put in.

usage: embed.py NAME FILE [WORD=TEXT]... > NAME.h
"""

import sys

name, path, *words = sys.argv[1:]
with open(path, encoding="utf-8") as file:
    text = file.read()
for word in words:
    key, _, value = word.partition("=")
    text = text.replace(f"@{key}@", value)
quoted = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", '\\n"\n"')
sys.stdout.reconfigure(encoding="utf-8")
print(f'static const char {name}[] = "{quoted}";')
