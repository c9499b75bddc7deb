"""The decision between COR and SECOR: pure standard-library Python, the same files at build time and in the browser.

No file is read, no clock is asked, nothing is printed here; see `decision.decide` for the one way in.
"""

from quiz.decision import decide

__all__ = ["decide"]
