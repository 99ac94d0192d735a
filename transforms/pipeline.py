"""The stages of text analysis in their order: what each reads and writes, and the function that a setting can replace.

A stage is a function of the document and the dictionaries that writes its part of the document in place. `PERSONAE_STAGE_<ID>` names
another one as `module:function`; nothing else has to change for a learned judge of speakers, antecedents, acts, tones, or place and power.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from importlib import import_module

from transforms.acts.act_reader import ActReader
from transforms.acts.dyads import code_dyads
from transforms.acts.events import Events
from transforms.acts.roles import assign_roles
from transforms.document import Document
from transforms.identities.links import PlaceReader, read_places, resolve_descriptions, resolve_names
from transforms.identities.outlets import find_house
from transforms.identities.pronouns import link_pronouns
from transforms.identities.spokespersons import speak_for_bodies
from transforms.judges.acts.model import ActModel
from transforms.judges.coreference.model import Ranker
from transforms.judges.sureness.judge import tell_sureness
from transforms.judges.sureness.model import Sureness
from transforms.lexicon import Lexicon
from transforms.names.mentions import find_mentions
from transforms.speech.credits import credit_outlets
from transforms.speech.cues import Cues
from transforms.speech.quotes import attribute_quotes
from transforms.speech.topics import mark_topics
from transforms.times.times import find_times
from transforms.tones.tones import SpanJudge, score_targets, score_tones
from warehouse.errors import MendableError


@dataclass(frozen=True)
class Dictionaries:
    """What the stages look words up in."""

    lexicon: Lexicon
    cues: Cues
    events: Events
    tones: SpanJudge
    acts: ActModel | None  # the rules decide alone without it
    coreference: Ranker | None = None  # likewise
    places: PlaceReader | None = None  # likewise
    act_reader: ActReader | None = None  # confirms acts that the judge doubts, and says how sure each is
    sureness: Sureness | None = None  # rows are as sure as their rules without it
    tones_of_speech: SpanJudge | None = None  # toward whom somebody's words are about; judged as all others without it


type Run = Callable[[Document, Dictionaries], None]

#: What a document has before any stage runs.
GIVEN = frozenset({"article", "tokens"})


@dataclass(frozen=True, slots=True)
class Stage:
    """One step: `reads` and `writes` name parts of the document, in the words of docs/method.md."""

    id: str
    doc: str
    reads: tuple[str, ...]
    writes: tuple[str, ...]
    run: Run


class StageError(MendableError):
    """Stages that do not fit together, or a function for one that cannot be found."""


def _find_mentions(document: Document, words: Dictionaries) -> None:
    document.mentions = find_mentions(document.article, document.tagged, words.lexicon)


def _resolve_names(document: Document, words: Dictionaries) -> None:
    resolve_names(document.article, document.tagged, document.mentions, words.lexicon, document.found)


def _read_places(document: Document, words: Dictionaries) -> None:
    read_places(document.tagged, document.mentions, words.lexicon, document.found, words.places)


def _resolve_descriptions(document: Document, words: Dictionaries) -> None:
    resolve_descriptions(document.article, document.tagged, document.mentions, words.lexicon, document.found)


def _attribute_quotes(document: Document, words: Dictionaries) -> None:
    document.quotes = attribute_quotes(document.tagged, document.mentions, words.cues)


def _link_pronouns(document: Document, words: Dictionaries) -> None:
    link_pronouns(document.tagged, document.mentions, document.quotes, words.lexicon, document.article.day, words.coreference)


def _speak_for_bodies(document: Document, words: Dictionaries) -> None:
    speak_for_bodies(document.article, document.tagged, document.mentions, words.lexicon)


def _credit_outlets(document: Document, words: Dictionaries) -> None:
    own = find_house(document.article.outlet, words.lexicon) if document.article.outlet else frozenset[str]()
    document.credits = credit_outlets(document.tagged, document.mentions, document.quotes, own)


def _find_times(document: Document, _: Dictionaries) -> None:
    document.times = find_times(document.article, document.tagged)


def _code_dyads(document: Document, words: Dictionaries) -> None:
    document.dyads = code_dyads(
        document.tagged, document.mentions, document.quotes, document.times, words.events, words.acts, words.act_reader
    )


def _assign_roles(document: Document, _: Dictionaries) -> None:
    assign_roles(document.tagged, document.mentions, document.quotes, document.dyads, document.credits)
    mark_topics(document.tagged, document.mentions)


def _score_tones(document: Document, words: Dictionaries) -> None:
    score_tones(document.tagged, document.mentions, words.tones, words.tones_of_speech)
    document.targets = score_targets(document.article, document.tagged, words.tones)


def _tell_sureness(document: Document, words: Dictionaries) -> None:
    if words.sureness is not None:
        tell_sureness(document.tagged, document.mentions, document.quotes, document.dyads, words.sureness, words.act_reader)


STAGES: tuple[Stage, ...] = (
    Stage("mentions", "Who is mentioned: names, adjectives, descriptions, pronouns.", ("article", "tokens"), ("mentions",), _find_mentions),
    Stage(
        "names", "Whom names mean: persons, organisations, places.",
        ("article", "tokens", "mentions"), ("actors of names",), _resolve_names,
    ),
    Stage(
        "place_or_power", "Whether a place name means the power there, or a team in sports news.",
        ("tokens", "mentions", "actors of names"), ("readings",), _read_places,
    ),
    Stage(
        "descriptions", "Whom descriptions mean: bodies, offices on the day, actors named before, unnamed agents.",
        ("article", "tokens", "mentions", "actors of names", "readings"), ("actors of descriptions",), _resolve_descriptions,
    ),
    Stage(
        "speaker", "What is quoted, and who says it.",
        ("tokens", "mentions", "actors of names", "actors of descriptions"), ("quotes",), _attribute_quotes,
    ),
    Stage(
        "coreference", "Whom pronouns mean; those inside quotations wait for their speakers.",
        ("article", "tokens", "mentions", "actors of names", "actors of descriptions", "quotes"), ("actors of pronouns",), _link_pronouns,
    ),
    Stage(
        "spokespersons", "For which body an unnamed spokesperson speaks.",
        ("article", "tokens", "mentions", "actors of descriptions", "actors of pronouns"), ("voices of bodies",), _speak_for_bodies,
    ),
    Stage("credits", "Which media the article credits.", ("tokens", "mentions", "quotes"), ("credits",), _credit_outlets),
    Stage("times", "Which days and times are named.", ("article", "tokens"), ("times",), _find_times),
    Stage("acts", "Who does what to whom.", ("tokens", "mentions", "quotes", "times", "voices of bodies"), ("dyads",), _code_dyads),
    Stage("roles", "What each mention does in the text.", ("tokens", "mentions", "quotes", "dyads", "credits"), ("roles",), _assign_roles),
    Stage(
        "sureness", "How sure each act, quotation and mention is, and whom the quotation is about; doubtful pronouns are left open.",
        ("tokens", "mentions", "actors of pronouns", "roles", "quotes", "dyads"), ("sureness", "pronouns left open"), _tell_sureness,
    ),
    Stage(
        "tone", "How the text speaks of each mention and requested span.",
        ("article", "tokens", "mentions", "sureness"), ("tones",), _score_tones,
    ),
)  # fmt: skip


def check_stages(stages: Sequence[Stage]) -> None:
    """Hold that each stage reads only what was written before. Raises StageError."""
    written = set(GIVEN)
    for stage in stages:
        missing = [part for part in stage.reads if part not in written]
        if missing:
            raise StageError(f"expected {', '.join(missing)} to be written before stage {stage.id}, found {', '.join(sorted(written))}")
        written.update(stage.writes)


def replace_stages(stages: Sequence[Stage], named: Mapping[str, str]) -> tuple[Stage, ...]:
    """The stages with the functions that are named as module:function, by id of the stage. Raises StageError."""
    unknown = sorted(named.keys() - {stage.id for stage in stages})
    if unknown:
        raise StageError(f"expected a stage of {', '.join(stage.id for stage in stages)}, found {', '.join(unknown)}")
    return tuple(replace(stage, run=_load(named[stage.id])) if stage.id in named else stage for stage in stages)


def _load(name: str) -> Run:
    module, _, function = name.partition(":")
    try:
        found: Run = getattr(import_module(module), function)
    except (ImportError, AttributeError, ValueError) as problem:
        raise StageError(f"expected an installed module:function for a stage, found {name!r}: {problem}") from problem
    if not callable(found):
        raise StageError(f"expected a function under {name}, found {type(found).__name__}")
    return found


def run_stages(document: Document, dictionaries: Dictionaries, stages: Sequence[Stage] = STAGES) -> None:
    """Run the stages in their order."""
    for stage in stages:
        stage.run(document, dictionaries)


def draw_stages(stages: Sequence[Stage] = STAGES) -> Iterator[str]:
    """The lines of the table in docs/method.md."""
    yield "| stage | what it decides | reads | writes |"
    yield "| --- | --- | --- | --- |"
    for stage in stages:
        yield f"| `{stage.id}` | {stage.doc} | {', '.join(stage.reads)} | {', '.join(stage.writes)} |"


check_stages(STAGES)
