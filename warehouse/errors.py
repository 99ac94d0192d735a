"""The kind of error that users can mend."""


class MendableError(Exception):
    """Says what was expected, what was found, where, and the next command to type; shown without a stack of calls."""
