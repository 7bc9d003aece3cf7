"""Holds the manuals and README.md against the program: what they say is all there is, and no more.

usage: test_manual.py MANDOC VITAE PRINT_TABLES SOURCE_ROOT; prints TAP.

In vitae(5), .Ic stands for a key of an entry, of the header or of meta, and for nothing else.
"""

import os
import pathlib
import re
import subprocess
import sys
import tempfile

MANDOC, VITAE, PRINT_TABLES = sys.argv[1:4]
ROOT = pathlib.Path(sys.argv[4])
sys.path.insert(0, str(ROOT / 'tests' / 'support'))

from manual_page import examples, plain

PAGES = {name: ROOT / 'man' / name for name in ('vitae.1', 'vitae.5', 'vitae-kiosk.8.in')}
TEXT = {name: path.read_text() for name, path in PAGES.items()}
LIBC_VARIABLES = {'LC_ALL', 'LC_CTYPE', 'LANG'}


def run(*command, stdin='', environment=None):
    return subprocess.run(command, input=stdin, capture_output=True, text=True, timeout=60,
                          env=os.environ | (environment or {}))


def words(line):
    """The words of a macro line but for its punctuation."""
    return [plain(word) for word in re.findall(r'"[^"]*"|\S+', line) if word not in (',', '.', ';')]


def part(page, heading):
    """The lines under a heading, up to the next one of its rank or above."""
    rank, _, title = heading.partition(' ')
    end = r'(?=^\.Sh )' if rank == 'Sh' else r'(?=^\.S[hs] )'
    found = re.search(rf'^\.{heading}\n(.*?)(?:{end}|\Z)', page, re.M | re.S)
    if not found:
        raise AssertionError(f'there is no heading .{heading}')
    return found[1]


def keys_in(mdoc):
    """All that is marked as a key."""
    found = set()
    for line in re.findall(r'^\.(?:It )?Ic (.*)', mdoc, re.M):
        found |= set(words(line))
    return found


def same(found, expected, what):
    missing, extra = expected - found, found - expected
    assert not missing, f'not in the manual: {what} {sorted(missing)}'
    assert not extra, f'only in the manual: {what} {sorted(extra)}'


def rows(kind):
    lines = run(PRINT_TABLES).stdout.splitlines()
    found = [tuple(line.split('\t')[1:]) for line in lines if line.startswith(kind + '\t')]
    assert found, f'no rows of {kind}'
    return found


def sources(folder, besides=None):
    """All code of a folder, but for files whose names begin with a word."""
    return '\n'.join(path.read_text() for path in sorted((ROOT / 'src' / folder).rglob('*.c'))
                     if not besides or not path.name.startswith(besides))


def test_lint():
    for name, path in PAGES.items():
        result = run(MANDOC, '-Tlint', '-Wwarning', str(path))
        assert result.returncode == 0 and not result.stdout, f'{name}: {result.stdout}'


def test_options():
    """Each option has its letter, its name and its value, in its own row and in SYNOPSIS."""
    usage = run(VITAE, '--help').stdout
    printed = {(letter, name, value.lower()) for letter, name, value in
               re.findall(r'^  (?:-(\w),|   ) --([\w-]+)(?:=(\w+))? ', usage, re.M)}
    assert printed, 'vitae --help lists no options'
    described = set()
    for line in re.findall(r'^\.It Fl (.*)', TEXT['vitae.1'], re.M):
        row = re.fullmatch(r'(?:(\w)(?: Ar (\w+))? , Fl )?-([\w-]+)(?: Ns = Ns Ar (\w+))?', line)
        assert row and (not row[1] or row[2] == row[4]), f'not the row of an option: {line}'
        described.add((row[1] or '', row[3], row[4] or ''))
    same(described, printed, 'options')
    synopsis = part(TEXT['vitae.1'], 'Sh SYNOPSIS')
    shown = set(re.findall(r'^\.Op Fl (\w|-[\w-]+)(?:(?: Ns = Ns)? Ar (\w+))?$', synopsis, re.M))
    for line in re.findall(r'^\.Fl (.*)', synopsis, re.M):
        shown |= {(option, '') for option in line.split(' | ')}
    same(shown, {(letter or '-' + name, value) for letter, name, value in printed},
         'options in SYNOPSIS')


def test_formats():
    """The formats and the schemas."""
    formats = {}
    for heading in ('Formats', 'Schemas'):
        listed = re.search(rf'\n{heading}.*:\n((?:  .*\n)+)', run(VITAE, '--help').stdout)
        assert listed, f'vitae --help lists no {heading}'
        formats |= dict(re.findall(r'^  (\w+) +(.*)', listed[1], re.M))
    described = re.findall(r'^\.It Cm (\w+)\n(.*)\.\n', TEXT['vitae.1'], re.M)
    same({(name, text.lower()) for name, text in described},
         {(name, text.lower()) for name, text in formats.items()}, 'formats')


def test_keys():
    """The key table: the same groups, keys and descriptions in the same order."""
    table = part(TEXT['vitae.1'], 'Ss Keys').partition('.El\n.Pp\n.Ic')[0]
    found = [' '.join(words(line)) for line in re.findall(r'^(?!\.(?:Bl|El|Pp))(.+)', table, re.M)]
    expected = []
    for line in run(PRINT_TABLES).stdout.splitlines():
        kind, *columns = line.split('\t')
        if kind == 'group':
            expected.append(columns[0] + ':')
        elif kind == 'action':
            description = columns[1][0].upper() + columns[1][1:] + '.'
            expected += ['.It Ic ' + columns[0], description]
    assert expected, 'there are no actions'
    for here, there in zip(found + ['nothing'], expected + ['nothing']):
        assert here == there, f'vitae.1 has "{here}" where the list of actions has "{there}"'


def test_variables():
    """Every environment variable that the program itself looks at, and no other."""
    of_kiosk = '\n'.join(path.read_text() for path in (ROOT / 'src').glob('kiosk*.c'))
    same_variables('vitae.1', sources('.', besides='kiosk'))
    same_variables('vitae-kiosk.8.in', of_kiosk)


def same_variables(page, code):
    read = set(re.findall(r'\b(?:getenv|is_set|is_zero|environment_has)\((?:\w+, )?"(\w+)"\)', code))
    assert read, 'no use of the environment found'
    named = read | set(re.findall(r'\{"([A-Z_]{2,})", "', code))
    found = set()
    for line in re.findall(r'^\.It Ev (.*)', part(TEXT[page], 'Sh ENVIRONMENT'), re.M):
        found |= set(words(line))
    same(found, named | LIBC_VARIABLES, f'environment variables of {page}')


def test_sections():
    """Every section with its title and its fields, and no other."""
    sections = part(TEXT['vitae.5'], 'Sh SECTIONS')
    titles = {key: title for key, title, *_ in rows('section')}
    same(set(re.findall(r'^\.Ss (.*)', sections, re.M)), set(titles), 'sections')
    for section in [*titles, 'custom']:
        described = part(TEXT['vitae.5'], 'Ss ' + section)
        fields = {field for owner, field, *_ in rows('field') if owner == section}
        same(keys_in(described), fields, f'fields of {section}')
        if section in titles:
            title = re.search(r'^\.Dq (.*?)(?: [:.])?$', described, re.M)
            assert title and title[1] == titles[section], f'{section} is titled {titles[section]}'


def test_other_keys():
    """What is read besides the fields of sections is described, and nothing else is."""
    # What the dialects rename are other programs' keys.
    code = sources('resume', besides='dialect')
    sections = {key for key, *_ in rows('section')}
    fields = [(owner, field) for owner, field, *_ in rows('field')]
    read = {field for owner, field in fields if owner not in sections | {'custom'}}
    looked_up = set(re.findall(r'node_get\([^;]*?, "(\w+)"\)', code))
    assert read and looked_up, 'no keys found in src/resume'
    described = keys_in(TEXT['vitae.5']) | set(re.findall(r'^\.Cm (\w+)', TEXT['vitae.5'], re.M))
    described |= sections
    missing = (read | looked_up) - described
    assert not missing, f'not in vitae.5: keys {sorted(missing)}'
    known = read | looked_up | {field for _, field in fields}
    extra = keys_in(TEXT['vitae.5']) - known - set(re.findall(r'"(\w+)"', code))
    assert not extra, f'only in vitae.5: keys {sorted(extra)}'


def test_limits():
    described = part(TEXT['vitae.5'], 'Sh LIMITS')
    for limit, in rows('limit'):
        assert re.search(rf'\b{limit}\b', described), f'LIMITS does not say "{limit}"'


def load(example, where):
    """It opens without a message, and nothing in it is worth one."""
    result = run(VITAE, '--format=text', '-', stdin=example)
    assert result.returncode == 0 and not result.stderr and result.stdout.strip(), \
        f'an example of {where} does not load: {result.stderr}\n{example}'
    if not re.search(r'\bbasics\b', example):  # else its lack would be found
        example = 'basics: {name: Jane Doe}\n' + example
    result = run(VITAE, '--check', '-', stdin=example)
    found = [line for line in result.stdout.splitlines() if 'a section of its own' not in line]
    assert result.returncode == 0 and not found and not result.stderr, \
        f'an example of {where}: {result.stdout}{result.stderr}\n{example}'


def test_examples():
    """Every example is a file of its own, and every section has one."""
    found = examples(TEXT['vitae.5'])
    assert found, 'vitae.5 has no examples'
    for example in found:
        load(example, 'vitae.5')
    found = re.findall(r'^```yaml\n(.*?)^```', (ROOT / 'README.md').read_text(), re.M | re.S)
    assert found, 'README.md has no example'
    for example in found:
        load(example, 'README.md')


def keys_of_examples(heading):
    """All that stands before a colon in them."""
    shown = ''.join(examples(part(TEXT['vitae.5'], heading)))
    return set(re.findall(r'(\w+):(?: |$)', shown, re.M))


def test_examples_of_fields():
    """Every field is in an example of its section, or of any if it means the same in all."""
    headings = {'basics': 'Sh HEADER', 'profile': 'Sh HEADER', 'location': 'Sh HEADER',
                'banner': 'Sh HEADER', 'meta': 'Sh META'}
    everywhere = keys_in(part(TEXT['vitae.5'], 'Sh SECTIONS').partition('.Ss ')[0])
    anywhere = keys_of_examples('Sh SECTIONS')
    missing = set()
    for owner, field, *_ in rows('field'):
        shown = keys_of_examples(headings.get(owner, 'Ss ' + owner))
        found = field in shown or field in everywhere & anywhere
        if not found or owner not in shown | {'profile', 'location'}:
            missing.add(f'{owner}.{field}')
    assert not missing, f'in no example of vitae.5: {sorted(missing)}'


def test_other_names():
    """What is said to be read as something else is."""
    sections = {key: also.split() + kinds.split()
                for key, _, _, _, also, kinds in rows('section') + rows('part')}
    fields = {(owner, field): also.split() for owner, field, *_, also in rows('field')}
    table = re.findall(r'^\.It (.*?) Ta (?:Ic (\w+) Ta )?(?:Cm )?(\w+)$',
                       part(TEXT['vitae.5'], 'Sh OTHER SCHEMAS'), re.M)
    assert len(table) > 30, 'there is no table of other names'
    for names, field, section in table:
        known = sections[section] if not field else fields['work' if section == 'any' else section,
                                                           field]
        for name in names.split(', '):
            word = re.sub('[^a-z0-9]', '', name.lower())
            assert word in known, f'{name} is not read as {field} of {section}'


def test_configuration():
    """The example binds all its keys, and what is said of the arguments of actions is so."""
    configuration = part(TEXT['vitae.1'], 'Ss Configuration')
    example = examples(configuration)[0]
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder, 'vitae', 'config.yaml')
        path.parent.mkdir()
        path.write_text(example)
        result = run(VITAE, '--list-keys', environment={'XDG_CONFIG_HOME': folder})
    assert result.returncode == 0 and not result.stderr, f'the example is wrong: {result.stderr}'
    for key, action in re.findall(r'^  "?([^":]+)"?: (\S+)$', example, re.M):
        bound = re.findall(rf'^  (\S+) .* {re.escape(key)} ', result.stdout, re.M)
        assert bound == [action] or (not bound and action == 'none'), f'{key} does {bound}'
    with_argument = {name for name, takes in rows('name') if takes == 'argument'}
    assert set(re.findall(r'^\.Ql (\w+)', configuration, re.M)) == with_argument | {'none'}


def test_message():
    """The message that vitae.1 shows is one that the program writes."""
    shown = examples(part(TEXT['vitae.1'], 'Sh DIAGNOSTICS'))[0]
    result = run(VITAE, '-', stdin='basics: {name: Jane}\nwork:\n  - *bold* text\n')
    written = result.stderr.replace('stdin:', 'resume.yaml:', 1)
    assert result.returncode == 1, 'the program takes the faulty file'
    assert shown.split() == written.split(), f'the program writes: {written}'


def main():
    tests = [value for name, value in globals().items() if name.startswith('test_')]
    failed = 0
    print(f'1..{len(tests)}')
    for number, test in enumerate(tests, 1):
        try:
            test()
            print(f'ok {number} - {test.__name__}')
        except AssertionError as fault:
            failed += 1
            print(f'not ok {number} - {test.__name__}')
            print('\n'.join('# ' + line for line in str(fault).splitlines()))
    return failed > 0


sys.exit(main())
