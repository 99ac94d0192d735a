"""What a batch's rows depend on besides its files: versions of code, lexicon and tagger."""

from functools import cache
from hashlib import blake2b
from importlib.metadata import version
from pathlib import Path

from flows.batches import Versions
from flows.lexicons import load_seeds, load_tagger
from flows.settings import Settings

ROOT = Path(__file__).parent.parent
#: The code that decides what rows say; the command line and the views do not.
DECIDING = ("transforms", "expectations")


@cache
def code_version() -> str:
    """The release and a hash of the code that decides what rows say, e.g. 0.1.0+3f2a9c1b."""
    digest = blake2b(digest_size=4)
    for path in sorted(path for package in DECIDING for path in (ROOT / package).rglob("*.py")):
        digest.update(path.relative_to(ROOT).as_posix().encode())
        digest.update(path.read_bytes())
    return f"{version('personae')}+{digest.hexdigest()}"


def find_versions(settings: Settings) -> Versions:
    """The versions a run works with."""
    return Versions(code_version(), load_seeds(settings.overrides).version, load_tagger(settings.tier).version)
