"""The one kind of error that ends a build in sentences instead of a traceback."""


class Refused(Exception):  # noqa: N818 - named for what the build does
    """Something in the project's own files that the build cannot go on with; the text says what and where."""
