"""The engine's files for the browser, named and checked by hash. Knows nothing of what the facts say."""
