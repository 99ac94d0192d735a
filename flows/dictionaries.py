"""What the stages of the tiers with a tagger look words up in, and the judges, each loaded once in a process."""

import logging
from collections.abc import Callable
from dataclasses import replace
from functools import cache, partial
from pathlib import Path

from flows.lexicons import load_ready_lexicon
from flows.settings import Tier, default_tone_backend, named_stages
from transforms.acts.events import Events
from transforms.judges.acts import model as acts
from transforms.judges.acts.model import ActModel
from transforms.judges.coreference import model as coreference
from transforms.judges.coreference.model import Ranker
from transforms.judges.deep.encoder import Encoder
from transforms.judges.deep.judges import judge_tones, judge_tones_of_speech, read_acts, read_powers
from transforms.judges.sureness import model as sureness
from transforms.judges.sureness.model import Sureness
from transforms.judges.tones import model as tones
from transforms.judges.tones.model import Tones
from transforms.lexicon import Lexicon
from transforms.pipeline import STAGES, Dictionaries, Stage, replace_stages
from transforms.speech.cues import Cues
from transforms.tones.backends import judge_targets, load_backend
from transforms.tones.tone_words import ToneWords
from transforms.tones.tones import SpanJudge, judge_by_words
from warehouse.dictionaries import read_cues, read_events, read_tones


def load_dictionaries(overrides: Path | None = None, tier: Tier = "full") -> Dictionaries:
    """Everything the stages of text analysis look words up in, and the judges of a tier. Raises UnknownClassError and EncoderError."""
    return build_dictionaries(load_ready_lexicon(overrides), tier)


@cache
def build_dictionaries(lexicon: Lexicon, tier: Tier = "full") -> Dictionaries:
    cues, events, words = Cues.from_frame(read_cues()), Events.from_frame(read_events()), ToneWords.from_frame(read_tones())
    learned = load_tone_judges()
    given = Dictionaries(
        lexicon, cues, events, name_tone_judge(words, learned), load_act_judge(), load_coreference_judge(),
        sureness=load_sureness_judge(), tones_of_speech=partial(learned.speech.judge, words) if learned is not None else None,
    )  # fmt: skip
    if tier != "deep":
        return given
    encoder = Encoder.load()
    if default_tone_backend() is None:
        given = replace(given, tones=judge_tones(encoder))
    if learned is not None:
        given = replace(given, tones_of_speech=judge_tones_of_speech(encoder, learned, words))
    return replace(given, places=read_powers(encoder), act_reader=read_acts(encoder))


def load_act_judge(weights: Path = acts.WEIGHTS) -> ActModel | None:
    """The judge of acts that ships with the program; None, with a warning, if its weights are missing."""
    return _load_judge("acts", weights, ActModel.read, "acts are coded by rules alone", "python -m transforms.judges.acts.train")


def load_coreference_judge(weights: Path = coreference.WEIGHTS) -> Ranker | None:
    """The judge of coreference that ships with the program; None, with a warning, if its weights are missing."""
    return _load_judge("coreference", weights, Ranker.read, "rules link pronouns", "python -m flows.training.coreference FOLDER")


def load_sureness_judge(weights: Path = sureness.WEIGHTS) -> Sureness | None:
    """The judge of sureness that ships with the program; None, with a warning, if its weights are missing."""
    return _load_judge("sureness", weights, Sureness.read, "rows are as sure as their rules", "python -m flows.training.sureness FOLDER")


def _load_judge[Judge](name: str, weights: Path, read: Callable[[Path], Judge], instead: str, command: str) -> Judge | None:
    if weights.is_file():
        return read(weights)
    # not the log of runs: Prefect takes that for lines of a flow, and here may be none
    logging.getLogger(__name__).warning(
        "%s: expected the weights of the judge of %s, found none; %s. Make them with: %s", weights, name, instead, command
    )
    return None


def load_tone_judges(weights: Path = tones.WEIGHTS) -> Tones | None:
    """The judges of tones that ship with the program; None where PERSONAE_TONE_BACKEND names another model, or, with a warning, if their
    weights are missing."""
    if default_tone_backend() is not None:
        return None
    return _load_judge("tones", weights, Tones.read, "rules judge tones", "python -m flows.training.tones FOLDER")


def name_tone_judge(words: ToneWords, learned: Tones | None) -> SpanJudge:
    """What judges tones: the model that PERSONAE_TONE_BACKEND names, what was learned, or the rules. Raises ToneBackendError."""
    named = default_tone_backend()
    if named is not None:
        return partial(judge_targets, backend=load_backend(named))
    return partial(judge_by_words, words) if learned is None else partial(learned.general.judge, words)


def load_stages() -> tuple[Stage, ...]:
    """The stages of the analysis, with those in whose place the settings name a function. Raises StageError."""
    return replace_stages(STAGES, named_stages())
