"""The build: facts in, site out. Always import by the full name (`from hooks.bundle import bundle`)."""
