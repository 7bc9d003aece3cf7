"""Résumés whose every field holds the same hostile text: what no format may take for its own.

Keys are shortened, since YAML has none over 1,024 bytes. The fields are those of the tables, which
tests/manual/print_tables prints.
"""
import subprocess

C0 = ''.join(map(chr, range(0x20)))
C1 = ''.join(map(chr, range(0x7f, 0xa0)))
# What it is called, and the text.
TEXTS = {
    'script': '<script>alert(1)</script><img src=x onerror=alert(1)>',
    'tag end': '--></style></title></textarea><svg/onload=alert(1)>',
    'quotes': '"\' onmouseover="alert(1)" x=\'',
    'entities': '&lt;b&gt; &amp; &#60;i&#62; &nbsp; & &unknown;',
    'link': 'a](javascript:alert(1)) [b](javascript:alert(2)) <javascript:alert(3)>',
    'address': 'javascript:alert(1)',
    'markdown': '# a\n\n* b\n\n1. c\n\n> d\n\n| e |\n\n```\nf\n```\n\n---\n\n<details>',
    'signs': '*a* _b_ `c` ~~d~~ ~e~ [f] ![g](h) \\i \\* $j$ :k: @l #1 ^m^ ==n==',
    'escapes': 'a\x1b[31mb\x1b]8;;http://x\x1b\\c\x1b]0;t\x07d\x9b31me',
    'c0': f'a{C0}b',
    'c1': f'a{C1}b',
    'direction': 'a\u202eb\u2066c\u200fd\ufeffe',
    'lines': 'a\rb\nc\r\nd\u2028e\u2029f\x85g',
    'separators': 'a,b;c:d\\e\\nf|g\tTYPE=x;VALUE=uri:h"i"',
    'yaml': '- a: b #c\n? d\n: &e *f !g |h >i %j @k `l',
    'words': 'no',
    'null': '~',
    'number': '0123',
    'long': 'x' * 5000,
    'letters': 'e\u0301\U0001f468\u200d\U0001f469 \u05e9\u05dc\u05d5\u05dd \u65e5\u672c\u8a9e',
}


def value_of(kind, several, text):
    """A value of a field of this type that holds the text wherever it can."""
    whole = {
        'list': [text, text],
        'items': [text, [text], {'text': text, 'url': text}],
        'profiles': [{'network': text, 'username': text, 'url': text}],
        'entries': [],
        'banner': {'text': text, 'url': text},
        'place': dict.fromkeys(('address', 'postalCode', 'city', 'region', 'countryCode'), text),
        'map': {'work': text},
    }.get(kind, text)
    return [text, text] if several == 'several' and whole == text else whole


def resumes(print_tables):
    """The name of each text, and a résumé of it as what json.dump() takes."""
    lines = subprocess.run([print_tables], capture_output=True, text=True, check=True, timeout=60)
    rows = [line.split('\t')[1:5] for line in lines.stdout.splitlines()
            if line.startswith('field\t')]
    assert rows, 'print_tables prints no fields'
    for name, text in TEXTS.items():
        root = {}
        for section, key, kind, several in rows:
            if section in ('meta', 'custom'):
                continue
            if section in ('basics', 'profile', 'banner', 'location'):
                target = root.setdefault('basics', {}) if section == 'basics' else {}
            else:
                target = root.setdefault(section, [{}])[0]
            target[key] = value_of(kind, several, text)
        root['custom'] = [{'title': text, 'entries': [text, {'name': text, text[:1000]: text}]}]
        root[text[:200] + ' '] = [text, {text[:1000]: text}]
        yield name, root
