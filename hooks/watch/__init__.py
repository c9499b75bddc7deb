"""The upkeep of facts: read the pages behind them politely, say what changed, and date what a person has seen."""
