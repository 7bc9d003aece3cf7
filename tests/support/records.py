"""What the tests of the formats that write records share: résumés of all sorts, and what must be
the same after they went through a format.
"""
import json
import os
import pathlib
import random
import re
import subprocess
import sys

sys.dont_write_bytecode = True  # the source tree stays as it is
import hostile

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
DEADLINE = 60  # seconds for one run, only to end what hangs
TODAY = '1767225600'  # 1 January 2026, so that what goes on has always lasted as long
ODD = 40  # how many résumés of odd shapes

# Dates that are shown in the words of the language once they are known as dates.
DATES = {
    'golden/dates': {'November 2019': 'Nov 2019'},
    'golden/yamlresume': {'Sep 1, 2008 – Jul 1, 2012': 'Sep 2008 – Jul 2012'},
    'golden/own_shapes': {'August 2018': 'Aug 2018'},
    'languages/en': {'March 2012': 'Mar 2012'},
    'languages/es': {'marzo de 2012 – mayo de 2013': 'mar 2012 – may 2013'},
    'languages/nl': {'maart 2012': 'mrt 2012'},
    'languages/pt': {'março de 2012 – maio de 2013': 'mar. 2012 – mai. 2013'},
    'languages/tr': {'Mart 2012 – Mayıs 2013': 'Mar 2012 – May 2013'},
    'languages/uk': {'березень 2012 – травень 2013': 'бер. 2012 – трав. 2013'},
    'fine/dates': {'March 2015': 'Mar 2015'},
}


def run(vitae, *arguments, input=None):
    """The exit status, the output and the messages."""
    kept = {name: value for name, value in os.environ.items()
            if name in ('PATH', 'TMPDIR') or name.endswith('SAN_OPTIONS')}
    done = subprocess.run([vitae, *arguments], env=kept | {'SOURCE_DATE_EPOCH': TODAY},
                          input=input, capture_output=True, timeout=DEADLINE)
    return done.returncode, done.stdout, done.stderr


def files():
    """The name and the path of every file of other tests that may be a résumé."""
    tests = ROOT / 'tests'
    for path in sorted({*tests.glob('golden/*/input.*'), *tests.glob('golden/*/*.yaml'),
                        *tests.glob('schema/*/*.yaml')}):
        if path.name.startswith('input.'):
            yield f'golden/{path.parent.name}', path
        elif '.out.' not in path.name:
            yield f'{path.parent.name}/{path.stem}', path
    yield 'resume.yaml', ROOT / 'resume.yaml'


def odd(seed, fields):
    """A résumé of fields of the tables with values of all sorts, most of the wrong shape."""
    rng = random.Random(seed)
    texts = ('Ada', '2019', '2019-03', 'Spring 2019', 'present', '03/04/2019', '2018 - 2020',
             'TBA', '3019', 'example.org', 'javascript:x', 'a@b.org', 'Robin <r@x.org>', 'a@b',
             '- a\n- b', '**bold** x', '[x](http://y.example)', 'a, b, c', 'long words ' * 9, '12',
             'null', '', 'a/b', 'Berlin, DE', 'a\n\nb', '# h', '1. x', 'since 2019', 'https://',
             'http://[::1]/', 'https://a.example/%zz', ' blanks ', '2020-02-30')

    def value(depth=0):
        kind = rng.random()
        if depth > 2 or kind < 0.6:
            return rng.choice(texts)
        if kind < 0.8:
            return [value(depth + 1) for _ in range(rng.randint(0, 3))]
        keys = rng.sample(('foo', 'title', 'name', 'text', 'url', 'level', 'email', '_h'), 2)
        return {key: value(depth + 1) for key in keys}

    def entry(section, depth=0):
        made = {}
        for key, kind in rng.sample(fields[section], len(fields[section])):
            if rng.random() < 0.45:
                inner = kind == 'entries' and depth < 2
                made[key] = [entry(section, depth + 1), value()] if inner else value()
        return made

    root = {}
    for section in fields:
        if section not in ('profile', 'banner', 'location', 'custom') and rng.random() < 0.6:
            single = section in ('basics', 'meta') or rng.random() < 0.1
            entries = [entry(section) if rng.random() < 0.8 else value() for _ in range(3)]
            root[section] = entry(section) if single else entries
    root['Talks'] = [entry('custom'), value()]
    return root


def made_up(print_tables, folder):
    """The same for hostile texts and odd shapes, as files in a folder."""
    found = dict(hostile.resumes(print_tables))
    rows = subprocess.run([print_tables], capture_output=True, text=True, check=True,
                          timeout=DEADLINE).stdout.splitlines()
    fields = {}
    for _, section, key, kind, *_ in (row.split('\t') for row in rows if row.startswith('field')):
        fields.setdefault(section, []).append((key, kind))
    found |= {f'odd {seed}': odd(seed, fields) for seed in range(ODD)}
    for number, (name, root) in enumerate(found.items()):
        path = pathlib.Path(folder) / f'{number}.json'
        path.write_text(json.dumps(root), 'utf-8')
        yield name, path


def without_addresses(text):
    """The text without the numbers of links, and the addresses of these without their scheme."""
    body, *links = re.split(r'\n.*\n-+\n\n(?=\[1\] )', text)
    body = ' '.join(re.sub(r' ?\[\d+\]', '', body).split())
    found = re.findall(r'^\[\d+\] (?:https?://)?(.*)', ''.join(links), re.MULTILINE)
    return body, sorted(set(found))


def differs(name, before, after):
    """What of a text is not the same after a format, but for dates and for addresses without a
    scheme, which have one now, so that print tells them.
    """
    before, after = before.decode(), after.decode()
    for words, shown in DATES.get(name, {}).items():
        assert words in before, f'{name} does not hold {words}'
        before = before.replace(words, shown)
    if name in DATES:
        before, after = (re.sub('  +', '  ', text) for text in (before, after))
    if before == after:
        return ''
    (body, links), (other_body, other_links) = map(without_addresses, (before, after))
    if body == other_body and all(
            link in other_links or f'{link}/' in other_links for link in links):
        return ''
    return '\n'.join(f'- {line}' for line in before.splitlines() if line not in after) + '\n' + \
        '\n'.join(f'+ {line}' for line in after.splitlines() if line not in before)


def check_round(tap, vitae, name, path, form, suffix, folder):
    """What the format makes of a file, after points for what has to be the same; or None."""
    status, text, _ = run(vitae, '--format=text', path)
    if not text:
        return None
    found, output, messages = run(vitae, f'--format={form}', path)
    tap.point(f'{name}: {form} is written as text is',
              '' if found == status else f'status {found}\n{messages.decode()}')
    again = pathlib.Path(folder) / f'again.{suffix}'
    again.write_bytes(output)
    _, fixed, _ = run(vitae, f'--format={form}', again)
    # Of shapes that nobody writes, the reader finds out more when it reads its own.
    if not name.startswith('odd '):
        tap.point(f'{name}: {form} of that is the same', '' if fixed == output else 'it differs')
        _, shown, _ = run(vitae, '--format=text', again)
        tap.point(f'{name}: {form} is the same résumé', differs(name, text, shown))
    forbidden = re.search(rb'[\0-\x09\x0b-\x1f\x7f]|\xc2[\x80-\x9f]', output)
    tap.point(f'{name}: {form} holds no control character',
              f'{forbidden[0]!r} at {forbidden.start()}' if forbidden else '')
    return output
