"""A web page as a strict reader sees it: its elements, its words, its microdata, and its faults.

What vitae may write is listed; all else is a fault, so that nothing of a résumé can be taken for
markup in a way that no one thought of.
"""
import collections
import html.parser
import re
import unicodedata

VOID = {'meta', 'br', 'hr'}
GLOBAL = {'class', 'id', 'dir', 'itemprop', 'itemscope', 'itemtype'}
ATTRIBUTES = {
    'html': {'lang'}, 'head': set(), 'title': set(), 'style': set(), 'body': set(),
    'meta': {'charset', 'http-equiv', 'name', 'content'},
    'header': set(), 'main': set(), 'nav': set(), 'div': set(),
    'section': {'aria-labelledby'}, 'details': {'open'}, 'summary': set(),
    'h1': set(), 'h2': set(), 'h3': set(), 'h4': set(), 'h5': set(), 'h6': set(),
    'p': set(), 'ul': set(), 'ol': set(), 'li': {'value'}, 'pre': set(), 'br': set(), 'hr': set(),
    'a': {'href', 'rel', 'data-number'}, 'span': {'title', 'data-number'},
    'time': {'datetime'}, 'data': {'value'},
    'strong': set(), 'em': set(), 'code': set(),
}
SCHEMES = ('http://', 'https://', 'mailto:', 'tel:', 'gemini://', 'gopher://')
DATE = re.compile(r'\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?')
BETWEEN_WORDS = {'p', 'li', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'br', 'div', 'section', 'summary',
                 'pre', 'ul', 'ol', 'header', 'details', 'title', 'hr'}


class Page(html.parser.HTMLParser):
    """Reads a page; what is wrong with it is in faults."""

    def __init__(self, text):
        super().__init__(convert_charrefs=True)
        self.faults = []
        self.open = []       # names and attributes of the elements that are open
        self.count = collections.Counter()
        self.ids = collections.Counter()
        self.targets = []    # where in itself the page leads
        self.links = []      # all addresses
        self.levels = []     # of headings
        self.text = []       # what a reader reads
        self.styles = []
        self.details = []    # attributes of each
        self.person = {}     # microdata
        self.scopes = []     # depth and properties of the items that are open
        self.values = []     # depth, name and words of properties whose value is their text
        self.feed(text)
        self.close()
        self.finish(text)

    def fault(self, *words):
        self.faults.append(f'line {self.getpos()[0]}: ' + ' '.join(map(str, words)))

    def is_within(self, *names):
        return any(name in names for name, _ in self.open)

    # Elements

    def handle_starttag(self, tag, attrs):
        attributes = dict(attrs)
        self.count[tag] += 1
        if tag not in ATTRIBUTES:
            self.fault(f'<{tag}>')
        if len(attributes) < len(attrs):
            self.fault('an attribute twice in', self.get_starttag_text())
        for name, value in attrs:
            self.check_attribute(tag, name, value)
        self.check_element(tag, attributes)
        if tag in BETWEEN_WORDS:
            self.text.append('\n')
        self.read_microdata(tag, attributes)
        if tag == 'li' and 'value' in attributes:
            self.text.append(attributes['value'] + ' ')
        if tag not in VOID:
            self.open.append((tag, attributes))

    def check_attribute(self, tag, name, value):
        if name not in ATTRIBUTES.get(tag, set()) | GLOBAL:
            self.fault(f'{name} of <{tag}>')
        if name == 'id':
            self.ids[value] += 1
            if not value or re.search(r'[ \t\n\r\f]', value):
                self.fault('an id with blanks:', value)
        if name == 'href':
            self.links.append(value)
            if value.startswith('#'):
                self.targets.append(value[1:])
            elif not value.lower().startswith(SCHEMES) or re.search(r'[^!-~]', value):
                self.fault('an address that is not safe:', value)
        if name == 'aria-labelledby':
            self.targets.append(value)
        if name == 'datetime' and not DATE.fullmatch(value):
            self.fault('no date:', value)
        if name == 'dir' and value not in ('ltr', 'rtl', 'auto'):
            self.fault('no direction:', value)

    def check_element(self, tag, attributes):
        parent = self.open[-1][0] if self.open else None
        if re.fullmatch(r'h[1-6]', tag):
            self.levels.append(int(tag[1]))
        if tag == 'details':
            self.details.append(attributes)
        if tag == 'a' and self.is_within('a'):
            self.fault('a link in a link')
        if (tag == 'li') != (parent in ('ul', 'ol')):
            self.fault(f'<{tag}> in <{parent}>')
        if self.is_within('p', 'span', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6') and \
                tag not in ('span', 'a', 'time', 'strong', 'em', 'code', 'br'):
            self.fault(f'<{tag}> within words')
        if (tag == 'summary') != (parent == 'details') and tag != 'div':
            self.fault(f'<{tag}> in <{parent}>')

    def handle_endtag(self, tag):
        if not self.open or self.open[-1][0] != tag:
            self.fault(f'</{tag}> where', [name for name, _ in self.open], 'are open')
            return
        self.open.pop()
        if tag in BETWEEN_WORDS:
            self.text.append('\n')
        self.end_microdata()

    def handle_startendtag(self, tag, attrs):
        self.fault(f'<{tag}/>')

    # Texts

    def handle_data(self, data):
        if self.is_within('style'):
            self.styles.append(data)
            return
        for _, _, words in self.values:
            words.append(data)
        unseen = any('unseen' in attributes.get('class', '').split()
                     for _, attributes in self.open)
        if not self.is_within('head', 'nav') and not unseen:
            self.text.append(data)

    def handle_comment(self, data):
        self.fault('a comment:', data)

    def handle_pi(self, data):
        self.fault('an instruction:', data)

    def unknown_decl(self, data):
        self.fault('a declaration:', data)

    # Microdata: https://html.spec.whatwg.org/multipage/microdata.html

    def read_microdata(self, tag, attributes):
        name, depth = attributes.get('itemprop'), len(self.open)
        is_item = 'itemscope' in attributes
        if name and not self.scopes:
            self.fault('a property of nothing:', name)
            return
        properties = {'type': attributes.get('itemtype')} if is_item else None
        if name and is_item:
            self.scopes[-1][1].setdefault(name, []).append(properties)
        elif name and tag == 'a':
            self.scopes[-1][1].setdefault(name, []).append(attributes['href'])
        elif name:
            self.values.append((depth, name, []))
        if is_item:
            self.scopes.append((depth, properties))

    def end_microdata(self):
        depth = len(self.open)
        if self.values and self.values[-1][0] == depth:
            _, name, words = self.values.pop()
            self.scopes[-1][1].setdefault(name, []).append(''.join(words))
        if self.scopes and self.scopes[-1][0] == depth:
            self.person = self.scopes.pop()[1]

    # The whole

    def finish(self, text):
        if self.open:
            self.fault('open at the end:', [name for name, _ in self.open])
        self.faults += [f'{count} elements with the id {id_}'
                        for id_, count in self.ids.items() if count > 1]
        self.faults += [f'leads to #{target}, which is not there'
                        for target in self.targets if target not in self.ids]
        for name in ('html', 'head', 'title', 'style', 'body', 'main', 'h1'):
            if self.count[name] != 1:
                self.faults.append(f'{self.count[name]} times <{name}>')
        for before, level in zip([0, *self.levels], self.levels):
            if level > before + 1:
                self.faults.append(f'<h{level}> after <h{before}>')
        if not text.startswith('<!DOCTYPE html>\n') or not text.endswith('</html>\n'):
            self.faults.append('it does not begin and end as a page')
        if not 0 < text.find('<meta charset="utf-8">') < min(1024, text.find('<title>')):
            self.faults.append('the charset is not first')
        if re.search(r'<title>\s*</title>', text):
            self.faults.append('it has no title')
        if not re.search(r'<html lang="[\w-]+" dir="(ltr|rtl)">', text):
            self.faults.append('it has no language or direction')
        control = re.search('[\x00-\x09\x0b-\x1f\x7f-\x9f]', text)
        if control:
            self.faults.append(f'{control[0]!r} at {control.start()}')

    def words(self):
        return words(''.join(self.text))


def words(text):
    """How often each word is there; what does not show is none of it."""
    text = unicodedata.normalize('NFC', text)
    shown = ''.join(c for c in text if c in '\n\t' or unicodedata.category(c) != 'Cf')
    return collections.Counter(re.findall(r'\w+', shown))
