"""The types that the page's scripts are checked against are those of the engine."""

from hooks.engine.declaration import DECLARATION, declaration


def test_the_committed_types_are_those_of_the_engine() -> None:
    assert DECLARATION.read_text(encoding="utf-8") == declaration()
