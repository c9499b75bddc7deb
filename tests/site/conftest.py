"""The pages of the built site, read once."""

from pathlib import Path

import pytest

from tests.site.markup import Element, read

type Markup = dict[str, Element]


@pytest.fixture(scope="session")
def markup(site: Path) -> Markup:
    """Every HTML file by its address below the root, without a slash at the start."""
    files = site.rglob("*.html")
    return {path.relative_to(site).as_posix().removesuffix("index.html"): read(path) for path in files}
