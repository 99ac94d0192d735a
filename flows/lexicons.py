"""The lexicon and the tagger of a process, each loaded once."""

import logging
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache, partial
from hashlib import blake2b
from pathlib import Path

import polars as pl

from flows.settings import Settings, Tier, default_cache, default_tone_backend, named_stages
from flows.versions import code_version
from transforms.acts.events import Events
from transforms.columns import VERSION
from transforms.columns.analysis import Columns
from transforms.columns.persons import list_tenures
from transforms.columns.vocabulary import list_words
from transforms.judges.acts import model as acts
from transforms.judges.acts.model import ActModel
from transforms.judges.coreference import model as coreference
from transforms.judges.coreference.model import Ranker
from transforms.judges.deep.encoder import Encoder, weights_version
from transforms.judges.deep.judges import judge_tones, judge_tones_of_speech, read_acts, read_powers
from transforms.judges.sureness import model as sureness
from transforms.judges.sureness.model import Sureness
from transforms.judges.tones import model as tones
from transforms.judges.tones.model import Tones
from transforms.language import UnknownClassError, WordChange, changed_words, override_words, word_class
from transforms.lexicon import MADE_OF, Lexicon
from transforms.lexicon_forms import list_forms
from transforms.pipeline import STAGES, Dictionaries, Stage, StageError, replace_stages
from transforms.speech.cues import Cues
from transforms.taggers import Tagger
from transforms.taggers.models import find_model
from transforms.tones.backends import judge_targets, load_backend
from transforms.tones.tone_words import ToneWords
from transforms.tones.tones import SpanJudge, judge_by_words
from warehouse.compiled import keep_frame, keep_objects, read_compiled
from warehouse.dictionaries import read_cues, read_events, read_tones
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


def tagger_version(tier: Tier) -> str:
    """Name and version of the tagger of a tier, which is not loaded, and of what stands in for a judge of tones or a stage, which is.
    Raises ToneBackendError and StageError."""
    if tier == "fast":
        _require_tagging()
        return VERSION
    load_stages()
    stages = [f"encoder {weights_version()}"] if tier == "deep" else []
    stages += [f"{stage} by {named}" for stage, named in named_stages().items()]
    named = default_tone_backend()
    if named is not None:
        load_backend(named)
        stages.append(f"tones by {named}")
    return ", ".join([find_model().version, *stages])


def _require_tagging() -> None:
    """Refuse what only tiers with stages can do: to leave a function of the user's out would not be noticed."""
    named = [f"PERSONAE_STAGE_{stage.upper()}" for stage in named_stages()]
    named += ["PERSONAE_TONE_BACKEND"] if default_tone_backend() is not None else []
    if named:
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
