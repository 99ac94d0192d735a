"""The version of the code that decides what rows say."""

from functools import cache
from hashlib import blake2b
from importlib.metadata import version
from pathlib import Path

ROOT = Path(__file__).parent.parent
#: The command line and the views do not decide what rows say; these do, weights of judges among them. The lexicon has a version of its own;
#: the dictionaries of words, which nobody overrides, count as code.
DECIDING = (
    "transforms/**/*.py", "transforms/language/**/*.csv", "transforms/judges/*/weights.*", "transforms/judges/*/measured.csv",
    "expectations/**/*.py",
    *(f"warehouse/seeds/{name}.csv" for name in ("cues", "events", "tones")),
)  # fmt: skip


#: What decides how rows are shown.
SHOWING = (
    "warehouse/publishing/**/*.*", "warehouse/views/*.sql", "warehouse/macros/*.sql", "warehouse/rule_ids.csv", "expectations/report.py",
)  # fmt: skip


@cache
def code_version() -> str:
    """The release and a hash of the code, e.g. 0.1.0+3f2a9c1b."""
    return _version(DECIDING)


@cache
def publishing_version() -> str:
    """The release and a hash of what decides how rows are shown."""
    return _version(SHOWING)


def _version(patterns: tuple[str, ...]) -> str:
    digest = blake2b(digest_size=4)
    for path in sorted(path for pattern in patterns for path in ROOT.glob(pattern) if path.suffix != ".pyc"):
        digest.update(path.relative_to(ROOT).as_posix().encode())
        digest.update(path.read_bytes())
    return f"{version('personae')}+{digest.hexdigest()}"
