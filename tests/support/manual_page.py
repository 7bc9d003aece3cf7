"""What the manuals say, for programs: mdoc(7) without its escapes, and the examples."""

import re

ESCAPES = {'(ha': '^', '(ti': '~', '(aq': "'", '(dq': '"', '(ga': '`', "('e": 'é', 'e': '\\',
           '&': ''}


def plain(mdoc):
    """Text without its escapes."""
    return re.sub(r"\\(\([a-z']{2}|.)", lambda escape: ESCAPES[escape[1]], mdoc)


def examples(page):
    """What stands between .Bd -literal and .Ed."""
    found = re.findall(r'^\.Bd -literal[^\n]*\n(.*?)^\.Ed', page, re.M | re.S)
    return [plain(example) for example in found]
