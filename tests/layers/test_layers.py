"""Holds every #include of src/ and include/ against tests/layers.txt.

usage: test_layers.py SOURCE_ROOT; prints TAP.
"""

import pathlib
import re
import sys

ROOT = pathlib.Path(sys.argv[1])


def read_table():
    layers, libraries = {}, []
    for line in (ROOT / 'tests/layers.txt').read_text().splitlines():
        line = line.partition('#')[0].strip()
        if line.startswith('library '):
            _, header, user = line.split()
            libraries.append((header, user))
        elif line:
            layer, _, below = line.partition(':')
            layers[layer] = {layer, *below.split()}
    return layers, libraries


def layer_of(path):
    """The folder below src or include; the files directly in src are the top."""
    return path.parts[1] if len(path.parts) > 2 else 'top'


def faults_of(path, layers, libraries):
    layer = layer_of(path)
    if layer not in layers:
        yield f'{path}: tests/layers.txt has no layer {layer}'
        return
    for number, line in enumerate((ROOT / path).read_text().splitlines(), 1):
        found = re.match(r'\s*#\s*include\s*(["<])([^">]+)', line)
        if not found:
            continue
        quote, name = found.groups()
        below = name.split('/')[0] if '/' in name else layer
        if quote == '"' and below not in layers[layer]:
            yield f'{path}:{number}: {layer} includes {name}'
        for header, user in libraries:
            if quote == '<' and name.startswith(header) and str(path) != user:
                yield f'{path}:{number}: only {user} may include {name}'


def main():
    layers, libraries = read_table()
    files = sorted(path.relative_to(ROOT) for folder in ('src', 'include')
                   for path in (ROOT / folder).rglob('*.[ch]'))
    assert len(files) > 20, f'only {len(files)} files found below {ROOT}'
    unused = [user for _, user in libraries if ROOT / user not in (ROOT / file for file in files)]
    assert not unused, f'tests/layers.txt names files that are not there: {unused}'
    print(f'1..{len(files)}')
    failed = False
    for number, path in enumerate(files, 1):
        faults = list(faults_of(path, layers, libraries))
        failed = failed or bool(faults)
        print('not ok' if faults else 'ok', number, '-', path)
        for fault in faults:
            print('#', fault)
    sys.exit(failed)


main()
