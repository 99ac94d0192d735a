"""Why a run ends before its end."""

from warehouse.errors import MendableError


class StopRun(MendableError):  # noqa: N818 - a decision, not a defect
    """Going on would write something wrong; the message says what was expected and found, and the next command."""
