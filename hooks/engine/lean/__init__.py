"""The lean runtime: the quiz as it stands in memory once Python has started, and what it enters of Python's program.

`files.py` makes it: Pyodide's WebAssembly starts under Node without Pyodide's own modules, the quiz is imported and
asked something, and the memory is kept. `kept.json` says which functions of WebAssembly stay; `make lean` finds them
anew by running generated answers in a copy that marks them. A call into a function that was taken out stops the
runtime, and the worker asks the full one the same question.
"""
