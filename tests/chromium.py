"""How Chromium is started, for the tests and for the benchmark."""

# Without these Chromium looks for its maker's servers at every start, and as root it refuses to start in its sandbox.
CHROMIUM_ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
