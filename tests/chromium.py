"""How Chromium is started, for the tests and for the benchmark."""

# Playwright's own list, which ours takes the place of: whatever stands there has to stand here too.
PLAYWRIGHT_TURNS_OFF = (
    "AvoidUnnecessaryBeforeUnloadCheckSync",
    "DestroyProfileOnBrowserClose",
    "HttpsUpgrades",
    "HttpsFirstBalancedModeAutoEnable",
    "LensOverlay",
    "MediaRouter",
    "PaintHolding",
    "ThirdPartyStoragePartitioning",
    "AvoidCorsURLLoaderRestartOnRedirect",
    "TcpPortRandomizationWin",
    "OptimizationHints",
    "NetworkTimeServiceQuerying",
    "AimEnabled",
    "PreconnectToSearch",
    "msForceBrowserSignIn",
    "msEdgeUpdateLaunchServicesPreferredVersion",
)
# Chromium draws the list under its address bar in two pages of its own, made for every window: most of the work of
# opening one, and nobody sees it.
ADDRESS_BAR = ("WebUIOmniboxPopup", "WebUIOmniboxAimPopup")

# Without these Chromium looks for its maker's servers at every start, and as root it refuses to start in its sandbox.
CHROMIUM_ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    f"--disable-features={','.join((*PLAYWRIGHT_TURNS_OFF, *ADDRESS_BAR))}",
)
