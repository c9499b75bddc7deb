"""Which engines can be tried on this machine."""

import shutil

# Each needs one program of every group.
NEEDED = {"WebKit": (("WebKitWebDriver",), ("Xvfb",)), "Firefox": (("firefox-esr", "firefox"),)}


def program(*names: str) -> str | None:
    """Where the first of these programs that is installed stands."""
    return next((found for name in names if (found := shutil.which(name))), None)


def missing() -> dict[str, list[str]]:
    """The engines that cannot be tried here, each with the programs that are not installed."""
    found = {name: [group[0] for group in groups if not program(*group)] for name, groups in NEEDED.items()}
    return {name: programs for name, programs in found.items() if programs}
