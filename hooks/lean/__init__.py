"""The lean runtime: Pyodide without the functions that start-up and the engine never enter.

`kept.json` says which those are; `make lean` finds them anew by running generated answers in instrumented copies.
A call into a function that was taken out stops the engine, and the worker asks the full runtime the same question.
"""
