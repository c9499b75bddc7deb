"""`partners.yml` and `docs/links.yml` read and checked; what a fact is, and every problem with its place."""
