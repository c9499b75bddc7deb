"""The build: facts in, site out. Always import by the full name (`from hooks.pages.generated import pages`)."""
