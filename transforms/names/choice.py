"""Which actor of the lexicon a name means, and the mention that it becomes."""

from transforms.annotations import Article, Mention, TaggedText
from transforms.language import ends_in, word_class
from transforms.lexicon import Alias, Lexicon
from transforms.names.languages import is_language
from transforms.names.name_spans import Span, head_of, is_modifier
from transforms.names.place_hints import ArticleLands, is_weak_everywhere, own_name
from transforms.names.words import LABEL_OF_KIND, LABEL_OF_PLACE_KIND, TITLES

#: Last words of parties that are no plurals.
_PARTIES_IN_S = word_class("names.parties_in_s")
#: Pronouns that go on about a person.
_WHO = word_class("names.who")

#: Kinds of actor that fit a label of the tagger.
_FITTING = {
    "PERSON": frozenset({"person"}),
    "GPE": frozenset({"country", "territory", "place", "government"}),
    "LOC": frozenset({"place", "bloc", "territory", "country"}),
    "FAC": frozenset({"place", "government", "organisation", "education", "religious"}),
    "NORP": frozenset({"people", "party", "country", "religious", "bloc", "territory"}),
}


_ORGANISED = frozenset({
    "government", "ministry", "agency", "legislature", "judiciary", "armed_force", "police", "intelligence", "armed_group", "igo", "bloc",
    "ngo", "party", "company", "religious", "education", "organisation", "outlet",
})  # fmt: skip


#: Kinds of which one form means nobody when several actors have it alike; towns and countries are told apart by what stands beside them.
_RIVALS = _ORGANISED - {"government"} | {"person"}
_KIND_PRIOR = {"country": 1.0, "government": 0.9, "igo": 0.8, "territory": 0.6, "place": 0.5, "outlet": 0.3, "company": 0.2}


def _drop_title(tagged: TaggedText, mention: Mention) -> None:
    """ "King Salman" is Salman with his title."""
    while mention.last - mention.first > 1 and tagged.lowers[mention.first] in TITLES and tagged.lowers[mention.first + 1] != "of":
        mention.first += 1
    mention.start = tagged.starts[mention.first]


def _drop_noun(tagged: TaggedText, mention: Mention) -> None:
    """ "state of Georgia" is Georgia; the noun before belongs to the description, not to the name."""
    if tagged.words[mention.first].islower():
        mention.first += 2
        mention.start = tagged.starts[mention.first]
        mention.head = mention.last - 1


_ADJECTIVE_ENDINGS = word_class("names.adjective_endings")


_EVENT_WORDS = word_class("names.event_words")


def choose_alias(
    aliases: tuple[Alias, ...], label: str, article: Article, lexicon: Lexicon, lands: ArticleLands
) -> tuple[Alias, float] | None:
    """The alias that fits best, with its score; metonyms wait for the reading of their place."""
    best: tuple[float, Alias] | None = None
    rivals: dict[str, float] = {}  # persons and organisations that a weak form may mean
    is_shared = is_weak_everywhere(aliases, lexicon)
    for alias in aliases:
        actor = lexicon.actors.get(alias.actor_id)
        if actor is None:
            continue
        score = (2.0 if alias.is_certain and not is_shared else 0.0) + _KIND_PRIOR.get(actor.kind, 0.0)
        score += 0.0 if alias.holds_on(article.day) else -1.5
        score += lands.weight(alias, is_shared)
        if not alias.is_certain and alias.actor_id in lands.named:
            score += 1.5  # the article names it in full
        if label:
            fits = actor.kind in _ORGANISED if label == "ORG" else actor.kind in _FITTING.get(label, ())
            score += 1.5 if fits else -0.8
        if alias.kind == "metonym":
            score -= 0.5
        if actor.kind == "person":
            score += 0.5 if lexicon.tenure_on(actor.actor_id, article.day) else 0.0
        if not alias.is_certain and actor.kind in _RIVALS:
            rivals[actor.actor_id] = max(score, rivals.get(actor.actor_id, score))
        if best is None or score > best[0]:
            best = (score, alias)
    if best is None:
        return None
    alike = [actor_id for actor_id, score in rivals.items() if score == best[0]]
    if len(alike) < 2:
        return best[1], best[0]
    heads = [actor_id for actor_id in alike if article.day is None and _has_led(actor_id, lexicon)]
    if len(heads) != 1:
        return None  # "Bush" on a day when neither governs
    return next(alias for alias in aliases if alias.actor_id == heads[0]), best[0]


def _has_led(actor_id: str, lexicon: Lexicon) -> bool:
    """Whether the person was ever head of a state or government: what counts where no day is known."""
    return any(tenure.office_id.split(".")[0] in ("HOS", "HOG") for tenure in lexicon.tenures_of.get(actor_id, ()))


def actor_kind(alias: Alias, lexicon: Lexicon) -> str:
    """The kind of the actor an alias names."""
    actor = lexicon.actors.get(alias.actor_id)
    return actor.kind if actor is not None else ""


def as_mention(article: Article, tagged: TaggedText, span: Span, lexicon: Lexicon, lands: ArticleLands) -> Mention | None:
    head = head_of(tagged, span.first, span.last)
    mention = Mention(
        tagged.starts[span.first],
        tagged.ends[span.last - 1],
        span.first,
        span.last,
        head,
        "name",
        span.rule,
        ner=span.label or None,
        confidence=span.confidence,
        trace=span.trace,
    )
    if not span.aliases:
        if (span.label == "NORP" and is_modifier(tagged, span.first, span.last)) or (span.label != "PERSON" and _is_in_event(tagged, span)):
            mention.layer = "adjectival"
        return mention
    allowed, hint = lands.narrow(span)
    if not allowed:  # another place of that name
        mention.ner, mention.name = "GPE", own_name(tagged.text[mention.start : mention.end], hint)
        mention.rule, mention.country = "place.namesake", hint.country
        return mention
    armed = tuple(alias for alias in allowed if actor_kind(alias, lexicon) == "armed_group") if _has_fighters(tagged, span, lexicon) else ()
    label = "PERSON" if _is_shouted_person(tagged, span, lexicon) else span.label
    chosen = choose_alias(armed or allowed, label, article, lexicon, lands)
    if chosen is None:
        return mention if span.label else None
    alias, score = chosen
    if alias.kind == "metonym":  # the town itself, which its sentence may yet make the government's seat
        alias = next((entry for entry in allowed if lexicon.place_kinds.get(entry.actor_id) in ("city", "state")), alias)
    if (
        span.label == "PERSON"
        and alias.kind in ("people", "adjective")
        and span.last - span.first == 1
        and not is_modifier(tagged, span.first, span.last)
    ):
        return mention  # "Finn" the person
    if span.last - span.first == 1 and _is_whoever(tagged, span.last) and actor_kind(alias, lexicon) in ("place", "country", "territory"):
        mention.ner = "PERSON"
        return mention  # "Paris, who used to work there"
    is_home_party = span.last - span.first == 1 and actor_kind(alias, lexicon) == "party" and lands.speak_for(alias)
    has_article = actor_kind(alias, lexicon) == "bloc" and span.first > 0 and tagged.lowers[span.first - 1] == "the"
    if span.label == "PERSON" and actor_kind(alias, lexicon) == "country" and not alias.is_certain:
        if not lands.speak_for(alias) and not _has_bodies(tagged, head, lexicon):
            return mention  # Jordan, Chad and Georgia are also persons' names
    elif not (alias.is_certain or has_article or is_home_party or armed or span.rule == "lexicon.evident") and (
        score < 1.0 or _is_far(alias, lexicon, lands)
    ):
        # A weak form without evidence names nobody; what the tagger saw stays a name of its own.
        return mention if span.label else None
    actor = lexicon.actors[alias.actor_id]
    is_meant = is_home_party or alias.actor_id in lands.named
    if span.label == "PERSON" and actor.kind not in ("person", "country") and not alias.is_certain and not is_meant:
        return mention
    confidence, note = 0.95 if alias.is_certain else 0.7, f"{alias.form!r} is {alias.kind} of {alias.actor_id}"
    mention.decide(alias.actor_id, f"lexicon.{alias.kind}", confidence, note)
    forms = {entry.kind for entry in span.aliases if entry.actor_id == alias.actor_id}
    if forms & {"adjective", "people"} and "name" not in forms and "acronym" not in forms:
        if span.label == "LANGUAGE" or (alias.kind == "adjective" and is_language(tagged, span)):
            return None
        mention.layer = "adjectival" if "adjective" in forms and is_modifier(tagged, span.first, span.last) else "name"
        mention.ner = "NORP"
        return mention
    if tagged.words[span.last - 1].islower() and actor.kind != "place":
        mention.layer, mention.ner = "nominal", None  # "African states" is a description, however lasting
        return mention
    mention.ner = label_of(actor.actor_id, actor.kind, lexicon)
    if actor.kind == "person":
        _drop_title(tagged, mention)
    if actor.kind == "place" and mention.last - mention.first > 2 and tagged.lowers[mention.first + 1] == "of":
        _drop_noun(tagged, mention)
    surface = tagged.words[span.last - 1]
    if actor.kind == "party" and surface.endswith("s") and surface.lower() not in _PARTIES_IN_S and not surface.isupper():
        mention.ner = "NORP"  # "Republicans" are people of a party
    elif (
        actor.kind == "party"
        and span.last - span.first == 1
        and ends_in(surface, _ADJECTIVE_ENDINGS)
        and is_modifier(tagged, span.first, span.last)
    ):
        mention.layer, mention.ner = "adjectival", "NORP"
    elif _is_in_event(tagged, span):
        mention.layer = "adjectival"
    return mention


def _is_shouted_person(tagged: TaggedText, span: Span, lexicon: Lexicon) -> bool:
    """Whether one word in capitals is a person's name alone, as in transcripts: "OBAMA:"."""
    is_one = span.last - span.first == 1 and tagged.words[span.first].isupper()
    return is_one and all(actor_kind(alias, lexicon) == "person" for alias in span.aliases)


def _is_whoever(tagged: TaggedText, last: int) -> bool:
    """Whether ", who" goes on about somebody."""
    return tagged.words[last : last + 1] == [","] and tagged.lowers[last + 1] in _WHO


def _has_fighters(tagged: TaggedText, span: Span, lexicon: Lexicon) -> bool:
    """Whether people who fight for no state follow the name: "ADF rebels" are not those of the Australian Defence Force."""
    noun = lexicon.nouns.get(tagged.lowers[span.last]) if span.last < len(tagged.lowers) else None
    return noun is not None and bool(noun.sectors & {"REB", "UAF"})


def _is_far(alias: Alias, lexicon: Lexicon, lands: ArticleLands) -> bool:
    """Whether a party or group with an ordinary name is of a country that the article does not speak of: a "PAC" is not Costa Rica's."""
    actor = lexicon.actors[alias.actor_id]
    return actor.kind in ("party", "armed_group") and actor.country is not None and not lands.speak_for(alias)


def _has_bodies(tagged: TaggedText, head: int, lexicon: Lexicon) -> bool:
    """Whether what only states have hangs on the name: "Jordan's king", "Chad sent troops"."""
    if not tagged.has_syntax:
        return False
    outside = tagged.heads[head]
    things = [outside] if tagged.deps[head] in ("poss", "compound") else []
    if tagged.deps[head] == "nsubj":
        things = [child for child in tagged.children[outside] if tagged.deps[child] == "dobj"]
    nouns = [lexicon.nouns.get(tagged.lowers[thing]) for thing in things]
    return any(noun is not None and (noun.bodies or noun.offices or noun.role is not None) for noun in nouns)


def _is_in_event(tagged: TaggedText, span: Span) -> bool:
    """Whether the name only modifies an event's: "the 1992 United Kingdom general election"."""
    if span.first == 0 or not (tagged.words[span.first - 1].isdigit() and len(tagged.words[span.first - 1]) == 4):
        return False
    sentence_end = tagged.sentences[tagged.sentence_of[span.first]][1]
    for position in range(span.last, min(span.last + 6, sentence_end)):
        if tagged.lowers[position] in _EVENT_WORDS:
            return True
        if not tagged.words[position][0].isalpha() and tagged.words[position] != "-":
            return False
    return False


def label_of(actor_id: str, kind: str, lexicon: Lexicon) -> str:
    """The OntoNotes label of a name of that actor."""
    if kind == "place":
        return LABEL_OF_PLACE_KIND.get(lexicon.place_kinds.get(actor_id, ""), "LOC")
    return LABEL_OF_KIND.get(kind, "ORG")
