"""Addresses below the site's root that more than one wing has to know."""

QUIZ = "quiz/"
# The one folder that other sites may show in a frame.
EMBED = "embed"
# The engine's files; every name below it carries a content hash, so hosts let browsers keep them for good. No other
# address may begin with this one: one host takes a rule for a folder as a rule for whatever begins like it.
ENGINE = "assets/quiz/hashed"
# The quiz's own scripts.
SCRIPTS = "assets/quiz"
# The script of the engine's worker.
WORKER = "assets/quiz/engine.js"
SERVICE_WORKER = "service-worker.js"
# Pictures beside shared links.
CARDS = "assets/cards"
SHORT_LINKS = "go"
# QR pictures of the short links.
QR_PICTURES = "assets/qr"
# What hosts read.
HEADERS = "_headers"
REDIRECTS = "_redirects"
