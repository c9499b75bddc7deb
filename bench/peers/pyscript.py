"""The quiz under PyScript, as its guide shows it: the interpreter on the main thread, a Python file for the page."""

from pyscript import ffi, window  # type: ignore[import-not-found]

from quiz.browser import decide_json

window.pythonIsReady(ffi.create_proxy(decide_json))
