"""Every pattern that a text has to fit has words for what fits it."""

import json
import re

import pytest
from pydantic import BaseModel

from hooks.facts.links import Links
from hooks.facts.model import Catalogue
from hooks.facts.search_words import Search
from hooks.facts.shapes import ACCEPTED

ADDRESS = "^https?://"  # for editors; the model has its own words


@pytest.mark.parametrize("kind", [Catalogue, Links, Search])
def test_every_pattern_of_the_files_has_words(kind: type[BaseModel]) -> None:
    found = re.findall(r'"pattern": ("(?:[^"\\]|\\.)*")', json.dumps(kind.model_json_schema()))
    assert {json.loads(pattern) for pattern in found} - {ADDRESS} <= ACCEPTED.keys()
