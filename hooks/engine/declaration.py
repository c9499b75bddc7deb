"""The shape of a decision for the page's scripts: `quiz/shape.py` as TypeScript, by way of a JSON Schema."""

from pathlib import Path

from pydantic import TypeAdapter

from hooks.root import ROOT
from hooks.tools import node
from quiz.shape import Decision

DECLARATION = ROOT / "types" / "decision.d.ts"
SCRIPT = Path(__file__).with_name("declaration.mjs")
BANNER = "// Made from quiz/shape.py by `python -m hooks shape`; a test compares."


def declaration() -> str:
    """The text of the committed file. Raises ToolError where Node or its package is missing."""
    schema = TypeAdapter[Decision](Decision).json_schema()
    return node(SCRIPT, {"schema": _untitled(schema), "banner": BANNER}).decode()


def _untitled(part: object) -> object:
    """Without pydantic's titles of single values: each would become a type of its own."""
    if isinstance(part, list):
        return [_untitled(one) for one in part]
    if not isinstance(part, dict):
        return part
    named = part.get("type") == "object" and "properties" in part
    return {
        key: {name: _untitled(one) for name, one in value.items()} if key == "properties" else _untitled(value)
        for key, value in part.items()
        if key != "title" or named
    }
