"""The lexicon and the tagger of a process, each loaded once."""

from functools import cache
from pathlib import Path

from flows.settings import Tier
from transforms.lexicon import Lexicon
from transforms.taggers import Tagger
from warehouse.seeds import read_seeds


@cache
def load_lexicon(overrides: Path | None = None) -> Lexicon:
    """The seeds with the user's overrides, ready to match."""
    return Lexicon.from_seeds(read_seeds(overrides))


@cache
def load_tagger(tier: Tier) -> Tagger:
    """The tagger of a tier."""
    if tier == "fast":
        from transforms.taggers.rules_tagger import RulesTagger

        return RulesTagger()
    from transforms.taggers.spacy_tagger import SpacyTagger

    return SpacyTagger()
