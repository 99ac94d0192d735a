"""What the tier fast looks words up in, loaded once in a process."""

from functools import cache, partial
from hashlib import blake2b
from pathlib import Path

import polars as pl

from flows.lexicons import load_ready_lexicon, load_seeds
from flows.settings import default_cache
from flows.versions import code_version
from transforms.acts.events import Events
from transforms.columns.analysis import Columns
from transforms.columns.persons import list_tenures
from transforms.columns.vocabulary import list_words
from transforms.language import WordChange, changed_words
from transforms.lexicon import Lexicon
from transforms.speech.cues import Cues
from transforms.tones.tone_words import ToneWords
from warehouse.compiled import keep_frame
from warehouse.dictionaries import read_cues, read_events, read_tones


def load_columns(overrides: Path | None = None) -> Columns:
    """What the tier fast looks words up in. Raises UnknownClassError."""
    return _build_columns(load_ready_lexicon(overrides), load_seeds(overrides).version, changed_words())


@cache
def _build_columns(lexicon: Lexicon, edition: str, changes: tuple[WordChange, ...]) -> Columns:
    """The tables are kept by edition, and by the changes of words, which may come from elsewhere than the lexicon's files."""
    name = f"{edition}-{code_version()}-{blake2b(repr(changes).encode(), digest_size=8).hexdigest()}.arrow"
    words, tenures = (default_cache() / each / name for each in ("words", "tenures"))
    return Columns(lexicon, keep_frame(words, partial(_list_words, lexicon)), keep_frame(tenures, partial(list_tenures, lexicon)))


def _list_words(lexicon: Lexicon) -> pl.DataFrame:
    return list_words(lexicon, Cues.from_frame(read_cues()), Events.from_frame(read_events()), ToneWords.from_frame(read_tones()))
