"""The lexicon and the tagger of a process, each loaded once."""

from functools import cache
from pathlib import Path

from flows.settings import Tier
from transforms.lexicon import Lexicon
from transforms.taggers import Tagger
from warehouse.seeds import Seeds, read_seeds


@cache
def load_seeds(overrides: Path | None = None) -> Seeds:
    """The seeds with the user's overrides."""
    return read_seeds(overrides)


@cache
def load_lexicon(overrides: Path | None = None) -> Lexicon:
    """The lexicon, ready to match."""
    return Lexicon(load_seeds(overrides).frames)


@cache
def load_tagger(tier: Tier) -> Tagger:
    """The tagger of a tier; heavy parts are imported only for the tier that needs them."""
    if tier == "fast":
        from transforms.taggers.rules_tagger import RulesTagger

        return RulesTagger()
    from transforms.taggers.spacy_tagger import SpacyTagger

    return SpacyTagger()
