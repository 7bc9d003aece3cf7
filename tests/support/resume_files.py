"""Résumé files as an editor's language server reads them: JSON, and YAML 1.2.

There, unlike in PyYAML's YAML 1.1, a date is text and so is `no`.
"""

import json
import pathlib
import re

import yaml


class CoreLoader(yaml.SafeLoader):
    yaml_implicit_resolvers = {}


def _number(loader, node):
    text = loader.construct_scalar(node)
    if re.fullmatch(r'[-+]?[0-9]+', text):
        return int(text)
    return float(text.lower().replace('.inf', 'inf').replace('.nan', 'nan'))


CoreLoader.add_implicit_resolver('tag:yaml.org,2002:null', re.compile(r'^(?:|~|null|Null|NULL)$'),
                                 ['', '~', 'n', 'N'])
CoreLoader.add_implicit_resolver('tag:yaml.org,2002:bool',
                                 re.compile(r'^(?:true|True|TRUE|false|False|FALSE)$'),
                                 list('tTfF'))
CoreLoader.add_implicit_resolver(
    'tag:yaml.org,2002:float',
    re.compile(r'^[-+]?(?:[0-9]+|(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?'
               r'|\.(?:inf|Inf|INF))$|^\.(?:nan|NaN|NAN)$'), list('-+.0123456789'))
CoreLoader.add_constructor('tag:yaml.org,2002:float', _number)


def parse(text):
    return yaml.load(text, CoreLoader)


def load(path):
    path = pathlib.Path(path)
    text = path.read_text('utf-8')
    return json.loads(text) if path.suffix == '.json' else parse(text)


def leaves(value, place=()):
    """Every string in it, with the keys and indices that lead to it."""
    if isinstance(value, dict):
        for key, below in value.items():
            yield from leaves(below, (*place, key))
    elif isinstance(value, list):
        for index, below in enumerate(value):
            yield from leaves(below, (*place, index))
    elif isinstance(value, str):
        yield place, value
