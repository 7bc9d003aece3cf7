"""Text with escapes for terminals, as far as vitae writes them: SGR (ECMA-48) and OSC 8."""
import re

SGR = r'\x1b\[([0-9;]*)m'
HYPERLINK = r'\x1b\]8;([^;\x1b\x07]*);([^\x1b\x07]*)\x1b\\'
ESCAPE = re.compile(f'(?P<sgr>{SGR})|(?P<link>{HYPERLINK})')
# Bold, dim, italic, underlined, reversed, and the eight colours.
CODES = {'1', '2', '3', '4', '7', *map(str, range(30, 38))}
# RFC 3986, of a scheme that may be followed.
ADDRESS = re.compile(r'(?:(?:https?|gemini|gopher)://|mailto:|tel:)[!#-;=?-\[\]_a-z~]{1,2000}',
                     re.IGNORECASE)


def problem_of_line(line):
    """What is wrong with a line, or ''. What it opens it has to close, and nothing twice."""
    styled = linked = False
    for escape in ESCAPE.finditer(line):
        if escape['sgr']:
            codes = escape[2].split(';') if escape[2] else []
            if not set(codes) <= CODES or bool(codes) == styled:
                return f'{escape[0]!r}'
            styled = bool(codes)
        else:
            parameters, address = escape[4], escape[5]
            opens = bool(address)
            if opens == linked or (opens and not ADDRESS.fullmatch(address)):
                return f'{escape[0]!r}'
            if not re.fullmatch('(id=[a-z0-9]+)?' if opens else '', parameters):
                return f'{escape[0]!r}'
            linked = opens
    if '\x1b' in ESCAPE.sub('', line):
        return f'another escape in {line!r}'
    return 'it does not close what it opens' if styled or linked else ''


def problem_of(text):
    for number, line in enumerate(text.split('\n'), 1):
        problem = problem_of_line(line)
        if problem:
            return f'line {number}: {problem}'
    return ''


def without_escapes(text):
    return ESCAPE.sub('', text)
