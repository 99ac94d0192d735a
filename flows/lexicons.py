"""The lexicon and the tagger of a process, each loaded once; what a tier takes besides is loaded by `dictionaries` and `columns`."""

from collections.abc import Iterator
from functools import cache, partial
from pathlib import Path

import polars as pl

from flows.settings import Settings, Tier, default_cache, default_tone_backend, named_stages
from flows.versions import code_version
from transforms.columns import VERSION
from transforms.language import UnknownClassError, WordChange, override_words, word_class
from transforms.lexicon import MADE_OF, Lexicon
from transforms.lexicon_forms import list_forms
from transforms.taggers import Tagger
from transforms.taggers.models import find_model
from warehouse.compiled import keep_frame, keep_objects, read_compiled
from warehouse.load import Versions
from warehouse.seeds import Seeds


@cache
def load_seeds(overrides: Path | None = None) -> Seeds:
    """The seeds with the user's overrides."""
    return read_compiled(default_cache() / "lexicon", overrides)


def load_forms(overrides: Path | None = None) -> pl.DataFrame:
    """The printed forms of the lexicon with their fingerprints, as `list_forms` tells them; listed once for each edition."""
    seeds = load_seeds(overrides)
    return keep_frame(default_cache() / "forms" / f"{seeds.version}-{code_version()}.arrow", partial(list_forms, seeds.frames))


def load_lexicon(overrides: Path | None = None) -> Lexicon:
    """The lexicon, ready to match; the word classes of the process change with it. Raises UnknownClassError."""
    rows = load_seeds(overrides).frames["word_classes"].iter_rows(named=True)
    override_words(WordChange(**{**row, "drop": row["drop"] == "1"}) for row in rows)
    return build_lexicon(overrides)


def find_unknown_classes(seeds: Seeds) -> Iterator[str]:
    """The rows of the user's words whose class the language lacks: a run would stop at them."""
    for name in seeds.frames["word_classes"]["word_class"].unique(maintain_order=True):
        try:
            word_class(name)
        except UnknownClassError as problem:
            yield f"word_classes.csv: {problem}"


@cache
def build_lexicon(overrides: Path | None) -> Lexicon:
    return Lexicon(load_seeds(overrides).frames)


def load_ready_lexicon(overrides: Path | None = None) -> Lexicon:
    """The lexicon with all that texts are searched for, which is made once for each edition."""
    lexicon = load_lexicon(overrides)
    _get_ready(lexicon, default_cache() / "names" / f"{load_seeds(overrides).version}-{code_version()}.pickle")
    return lexicon


@cache
def _get_ready(lexicon: Lexicon, kept: Path) -> None:
    lexicon.take(keep_objects(kept, lexicon.make, MADE_OF))


def tagger_version(tier: Tier) -> str:
    """Name and version of the tagger of a tier, which is not loaded, and of what stands in for a judge of tones or a stage, which is.
    Raises ToneBackendError and StageError."""
    if tier == "fast":
        _require_tagging()
        return VERSION
    return ", ".join([find_model().version, *_besides_tagger(tier)])


def _besides_tagger(tier: Tier) -> Iterator[str]:
    """What is imported for this only where it is asked for."""
    if tier == "deep":
        from transforms.judges.deep.encoder import weights_version

        yield f"encoder {weights_version()}"
    stages, tones = named_stages(), default_tone_backend()
    if stages:
        from flows.dictionaries import load_stages

        load_stages()
        yield from (f"{stage} by {named}" for stage, named in stages.items())
    if tones is not None:
        from transforms.tones.backends import load_backend

        load_backend(tones)
        yield f"tones by {tones}"


def _require_tagging() -> None:
    """Refuse what only tiers with stages can do: to leave a function of the user's out would not be noticed."""
    named = [f"PERSONAE_STAGE_{stage.upper()}" for stage in named_stages()]
    named += ["PERSONAE_TONE_BACKEND"] if default_tone_backend() is not None else []
    if named:
        from transforms.pipeline import StageError

        raise StageError(f"expected --tier full or deep with {' and '.join(named)}, found fast, which has no stages to replace")


def find_versions(settings: Settings) -> Versions:
    """The versions with which this process would compute rows. Raises what `tagger_version` raises."""
    return Versions(code_version(), load_seeds(settings.overrides).version, settings.tier, tagger_version(settings.tier))


@cache
def load_tagger(tier: Tier) -> Tagger:
    """The tagger of a tier; heavy parts are imported only for the tier that needs them."""
    if tier == "fast":
        raise ValueError("expected a tier with a tagger, found fast")
    from flows.tag_store import open_tag_store
    from transforms.taggers.spacy_tagger import SpacyTagger

    return SpacyTagger(open_tag_store())
