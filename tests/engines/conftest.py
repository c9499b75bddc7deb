"""Leaves out what needs an engine that is not installed; tests/conftest.py tells of it at the end."""

from tests.engines.installed import missing

collect_ignore = [f"test_{name.lower()}.py" for name in missing()]
