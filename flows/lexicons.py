"""The lexicon and the tagger of a process, each loaded once."""

from functools import cache
from pathlib import Path

from flows.settings import Tier
from transforms.acts.events import Events
from transforms.annotate import Dictionaries
from transforms.lexicon import Lexicon
from transforms.speech.cues import Cues
from transforms.taggers import Tagger
from transforms.taggers.models import find_model
from transforms.taggers.rules_tagger import RULES_VERSION, RulesTagger
from transforms.tones.words import ToneWords
from warehouse.dictionaries import read_cues, read_events, read_tones
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
def load_dictionaries(overrides: Path | None = None) -> Dictionaries:
    """Everything the stages of text analysis look words up in."""
    return Dictionaries(
        load_lexicon(overrides),
        Cues.from_frame(read_cues()),
        Events.from_frame(read_events()),
        ToneWords.from_frame(read_tones()),
    )


def tagger_version(tier: Tier) -> str:
    """Name and version of the tagger of a tier, without loading it."""
    return RULES_VERSION if tier == "fast" else find_model().version


@cache
def load_tagger(tier: Tier) -> Tagger:
    """The tagger of a tier; heavy parts are imported only for the tier that needs them."""
    if tier == "fast":
        return RulesTagger()
    from transforms.taggers.spacy_tagger import SpacyTagger

    return SpacyTagger()
