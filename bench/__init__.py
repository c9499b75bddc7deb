"""How fast the quiz is beside the usual ways to run Python in a page: `make bench`. README.md says how to read it."""
