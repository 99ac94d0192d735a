"""Which actor of the lexicon a name means, and the mention that it becomes."""

from dataclasses import dataclass
from datetime import date

from transforms.annotations import Article, Mention, TaggedText
from transforms.folding import fold
from transforms.language import ends_in, word_class
from transforms.language.en.labels import COMPOUND, FIGURE, NAME_TAGS, OBJECT, POSSESSOR, SUBJECT
from transforms.lexicon import Actor, Alias, Lexicon
from transforms.names.languages import is_language
from transforms.names.name_spans import Span, head_of, is_modifier
from transforms.names.name_words import LABEL_OF_KIND, LABEL_OF_PLACE_KIND, NO_ACTORS_ALONE, SUFFIXES, TITLES
from transforms.names.place_hints import ArticleLands, is_weak_everywhere, own_name
from transforms.names.rulers import has_led

#: What is spoken of where land is.
_WILDERNESS = word_class("names.wilderness")
_MONTHS = word_class("times.months")
_TITLES_ALONE = word_class("names.titles_alone")
#: So many days before the first office of a person his surname alone does not mean him.
_UNKNOWN_DAYS = 730
#: A surname of so many known persons is anybody's.
_MANY = 4
#: Last words of parties that are no plurals.
_PARTIES_IN_S = word_class("names.parties_in_s")
#: Pronouns that go on about a person.
_WHO = word_class("names.who")
_POSSESSIVES = word_class("syntax.possessive_determiners")
_POSSESSIVE_MARKS = word_class("syntax.possessive_marks")
#: Before a name that is a town's and a university's they speak of the town.
_BEFORE_A_TOWN = word_class("names.before_college_towns")
#: Before the name of many they leave most of them out.
_SOME = word_class("names.some_of")
#: Before the name of a place they make it a part of what "who" goes on about.
_BEFORE_A_PLACE = word_class("names.before_parts_of_places")

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


#: Kinds of bodies that many countries shorten in the same letters, and letters of the longest such acronym.
_NATIONAL_BODIES = frozenset({"government", "ministry", "agency", "legislature", "judiciary", "party", "police", "ngo", "education"})
_SHORT = 4
#: Kinds of bodies that towns and states have under the same names.
_LOCAL_BODIES = frozenset({"police", "agency", "legislature", "judiciary", "ministry"})
#: Words of a party's name that may be a leaning and a party.
_LEANING = 2


#: Kinds of which one form means nobody when several actors have it alike; towns and countries are told apart by what stands beside them.
RIVALS = _ORGANISED - {"government"} | {"person"}
KIND_PRIOR = {"country": 1.0, "government": 0.9, "igo": 0.8, "territory": 0.6, "place": 0.5, "outlet": 0.3, "company": 0.2}
_HAVING_BODIES = frozenset({POSSESSOR, COMPOUND})


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
    """The alias that fits best, with its score; metonyms wait for the reading of their place. None where several fit alike: a
    famous one is meant no more often than another ("Clinton" in the news of 2016)."""
    best: tuple[float, Alias] | None = None
    rivals: dict[str, float] = {}  # persons and organisations that a weak form may mean
    is_shared = is_weak_everywhere(aliases, lexicon)
    for alias in aliases:
        actor = lexicon.actors.get(alias.actor_id)
        if actor is None:
            continue
        score = (2.0 if alias.is_certain and not is_shared else 0.0) + KIND_PRIOR.get(actor.kind, 0.0)
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
        if not alias.is_certain and actor.kind in RIVALS:
            rivals[actor.actor_id] = max(score, rivals.get(actor.actor_id, score))
        if best is None or score > best[0]:
            best = (score, alias)
    if best is None:
        return None
    alike = [actor_id for actor_id, score in rivals.items() if score == best[0]]
    return (best[1], best[0]) if len(alike) < 2 else None  # one of the Bushes, and nothing tells which


def actor_kind(alias: Alias, lexicon: Lexicon) -> str:
    """The kind of the actor an alias names."""
    actor = lexicon.actors.get(alias.actor_id)
    return actor.kind if actor is not None else ""


@dataclass(frozen=True, slots=True)
class _Choice:
    """The alias that fits a span best, with what was found in favour of it."""

    alias: Alias
    score: float
    kind: str  # of the alias's actor
    is_armed: bool  # people who fight for no state follow the name


def as_mention(article: Article, tagged: TaggedText, span: Span, lexicon: Lexicon, lands: ArticleLands) -> Mention | None:
    """The mention that a span becomes, with its actor where the lexicon knows one for sure; None for what names nobody."""
    mention = Mention(
        tagged.starts[span.first], tagged.ends[span.last - 1], span.first, span.last, head_of(tagged, span.first, span.last), "name",
        span.rule, ner=span.label or None, confidence=span.confidence, trace=span.trace,
    )  # fmt: skip
    if not span.aliases:
        mention.layer = "adjectival" if _only_modifies(tagged, span) else mention.layer
        return mention
    _take_home_party(tagged, span, lexicon, lands)
    allowed, hint = lands.narrow(span)
    if not allowed:  # another place of that name
        mention.ner, mention.rule = "GPE", "place.namesake"
        mention.describe(Actor("", own_name(tagged.text[mention.start : mention.end], hint), "place", hint.country))
        return mention
    choice = _choose(article, tagged, span, allowed, lexicon, lands)
    if choice is not None and _is_something_else(tagged, span, choice, lexicon, lands):
        return mention if span.label and lands.spells_a_body(span) else None
    if choice is not None and _is_whoever(tagged, span, choice):
        mention.ner = "PERSON"
        return mention  # "Paris, who used to work there"
    if choice is None or _is_refused(tagged, mention, span, choice, lexicon, lands, article.day):
        if span.label == "PERSON" and all(actor_kind(alias, lexicon) == "outlet" for alias in span.aliases):
            mention.ner = "ORG"  # "La Prensa", of whichever country
        is_name = bool(span.label) and not (
            span.label in ("NORP", "ORG") and " ".join(tagged.lowers[span.first : span.last]) in NO_ACTORS_ALONE
        )
        return mention if is_name else None  # what the tagger saw stays a name of its own
    alias = choice.alias
    confidence, note = 0.95 if alias.is_certain else 0.7, f"{alias.form!r} is {alias.kind} of {alias.actor_id}"
    mention.decide(alias.actor_id, f"lexicon.{alias.kind}", confidence, note)
    return _shape(tagged, mention, span, choice, lexicon)


def _take_home_party(tagged: TaggedText, span: Span, lexicon: Lexicon, lands: ArticleLands) -> None:
    """Leave a party's name to the parties of countries of which the article speaks: the "Liberal Democrats" of Japan. Where it speaks of
    none of them, what people of another party think is no part of its name: those of American news are Democrats."""
    kinds = {actor_kind(alias, lexicon) for alias in span.aliases}
    if kinds != {"party"} or any(alias.is_certain and lands.speak_for(alias) for alias in span.aliases):
        return
    spoken = tuple(alias for alias in span.aliases if lands.speak_for(alias))
    if spoken and len(spoken) < len(span.aliases):
        span.aliases = spoken
    elif not spoken and span.last - span.first == _LEANING:
        near = tuple(alias for alias in lexicon.lookup(tagged.words[span.last - 1]) if actor_kind(alias, lexicon) == "party")
        if any(alias.is_certain and lands.speak_for(alias) for alias in near):
            span.aliases = near


def _only_modifies(tagged: TaggedText, span: Span) -> bool:
    """Whether an unknown name stands before what is spoken of: a people's adjective, a name in that of an event."""
    is_adjective = span.label == "NORP" and is_modifier(tagged, span.first, span.last)
    return is_adjective or (span.label != "PERSON" and _is_in_event(tagged, span))


def _choose(
    article: Article, tagged: TaggedText, span: Span, allowed: tuple[Alias, ...], lexicon: Lexicon, lands: ArticleLands
) -> _Choice | None:
    """The best of the aliases; of a metonym the town itself, which its sentence may yet make the government's seat."""
    armed = tuple(alias for alias in allowed if actor_kind(alias, lexicon) == "armed_group") if _has_fighters(tagged, span, lexicon) else ()
    if _is_wild(tagged, span) and any(actor_kind(alias, lexicon) == "company" for alias in allowed):
        allowed = tuple(alias for alias in allowed if actor_kind(alias, lexicon) == "place") or allowed
    label = "PERSON" if _is_shouted_person(tagged, span, lexicon) else span.label
    chosen = choose_alias(armed or allowed, label, article, lexicon, lands)
    if chosen is None:
        return None
    alias, score = chosen
    if alias.kind == "metonym":
        alias = next((entry for entry in allowed if lexicon.place_kinds.get(entry.actor_id) in ("city", "state")), alias)
    return _Choice(alias, score, actor_kind(alias, lexicon), bool(armed))


def _is_wild(tagged: TaggedText, span: Span) -> bool:
    """Whether a name is that of a land rather than of the firm called after it: "the Amazon" in an article on forests."""
    has_article = span.first > 0 and tagged.lowers[span.first - 1] == "the"
    return has_article and (not is_modifier(tagged, span.first, span.last) or not _WILDERNESS.isdisjoint(tagged.printed))


def _is_whoever(tagged: TaggedText, span: Span, choice: _Choice) -> bool:
    """Whether ", who" goes on about somebody who has the name of a place."""
    is_followed = tagged.words[span.last : span.last + 1] == [","] and bool(_WHO & set(tagged.lowers[span.last + 1 : span.last + 2]))
    before = tagged.lowers[span.first - 1] if span.first else ""
    is_inside = before in _BEFORE_A_PLACE or before == "and" or span.rule == "state_abbreviation"  # "Ryan of Wisconsin, who …"
    return is_followed and not is_inside and span.last - span.first == 1 and choice.kind in ("place", "country", "territory")


def _is_refused(
    tagged: TaggedText, mention: Mention, span: Span, choice: _Choice, lexicon: Lexicon, lands: ArticleLands, day: date | None
) -> bool:
    """Whether the article means something else by the words: a person of that name, or nobody, since nothing speaks for a weak form."""
    alias, is_single = choice.alias, span.last - span.first == 1
    if span.label == "PERSON" and is_single and alias.kind in ("people", "adjective") and not is_modifier(tagged, span.first, span.last):
        return True  # "Finn" the person
    if _is_foreign_acronym(tagged, span, choice, lands) or _is_of_other_town(tagged, span, choice, lexicon):
        return True
    if _is_inside_longer(tagged, span, choice):
        return True
    if alias.is_certain:
        return False
    if is_single and choice.kind == "person" and alias.actor_id not in lands.named and _is_other_bearer(tagged, span, alias, lexicon, day):
        return True
    is_unnamed = is_single and choice.kind == "person" and alias.actor_id not in lands.named
    if is_unnamed and (_is_anybodys(alias, lexicon, lands, day) or _is_known_town(span, lexicon)):
        return True  # "Austin", where nobody called Lloyd Austin is named
    if _is_of_elsewhere(tagged, span, alias, lexicon, lands):
        return True
    is_home_party = is_single and choice.kind == "party" and lands.are_near(alias)
    is_land = choice.kind == "place" and _is_wild(tagged, span) and any(actor_kind(other, lexicon) == "company" for other in span.aliases)
    is_spoken_for = is_home_party or choice.is_armed or span.rule == "lexicon.evident" or is_land
    if span.label == "PERSON" and choice.kind == "country":  # Jordan, Chad and Georgia are also persons' names
        return not lands.speak_for(alias) and not _has_bodies(tagged, mention.head, lexicon)
    has_article = span.first > 0 and tagged.lowers[span.first - 1] == "the"
    is_the_paper = has_article and choice.kind == "outlet" and span.label == "PERSON"  # no person is called "the Federalist"
    if (
        not (has_article and choice.kind == "bloc")
        and not is_the_paper
        and not is_spoken_for
        and (choice.score < 1.0 or _is_far(alias, lexicon, lands))
    ):
        return True
    is_meant = is_home_party or is_the_paper or alias.actor_id in lands.named
    return span.label == "PERSON" and choice.kind != "person" and not is_meant


def _is_something_else(tagged: TaggedText, span: Span, choice: _Choice, lexicon: Lexicon, lands: ArticleLands) -> bool:
    """Whether the words name nobody here: the article spells the letters out otherwise, a state is called so ("our Commonwealth"), or only
    some of them are meant."""
    before = tagged.lowers[span.first - 1] if span.first else ""
    is_state = choice.kind == "igo" and before in _POSSESSIVES and not choice.alias.is_certain and lands.names_states
    return is_state or _is_some_of_them(tagged, span, choice) or lands.spells_otherwise(span, lexicon.actors[choice.alias.actor_id])


def _is_some_of_them(tagged: TaggedText, span: Span, choice: _Choice) -> bool:
    """Whether only some of those whom the words name together are meant: "three Arab leaders", "several European countries"."""
    if choice.kind != "bloc" or not span.first or not tagged.words[span.last - 1].islower():
        return False
    return tagged.tags[span.first - 1] == FIGURE or tagged.lowers[span.first - 1] in _SOME


def _is_known_town(span: Span, lexicon: Lexicon) -> bool:
    """Whether a town of the lexicon has the name too."""
    return any(actor_kind(alias, lexicon) == "place" for alias in span.aliases)


def _is_of_elsewhere(tagged: TaggedText, span: Span, alias: Alias, lexicon: Lexicon, lands: ArticleLands) -> bool:
    """Whether a common name is not that of the known body: the General Assembly of a state whose article names no United Nations; a town
    with the name of a university ("Ross, 29, of Columbia")."""
    actor = lexicon.actors[alias.actor_id]
    if alias.actor_id in lands.named:
        return False
    before = tagged.lowers[span.first - 1] if span.first else ""
    if actor.kind == "igo" and actor.parent_id:
        return (lands.names_states or before in _POSSESSIVE_MARKS) and actor.parent_id not in lands.named
    return actor.kind == "education" and before in _BEFORE_A_TOWN and bool(lexicon.towns_of(alias.form))


def _is_inside_longer(tagged: TaggedText, span: Span, choice: _Choice) -> bool:
    """Whether a capitalised noun goes on a direction's name: "the West" Coast."""
    if choice.kind != "bloc" or span.last >= len(tagged.words) or not tagged.has_syntax or not tagged.words[span.last].istitle():
        return False
    return tagged.deps[span.last - 1] == COMPOUND and tagged.heads[span.last - 1] == span.last and tagged.tags[span.last] in NAME_TAGS


def _is_other_bearer(tagged: TaggedText, span: Span, alias: Alias, lexicon: Lexicon, day: date | None) -> bool:
    """Whether a surname alone is not that of the known person: another given name stands beside it ("Simran Jeet Singh", "(Jerome) Adams",
    "Kerry Washington"), it is a date ("the May 13 edition") or a suffix, or the person took the first office long after the article."""
    position, words = span.first, tagged.words
    if tagged.lowers[position] in SUFFIXES or tagged.lowers[position] in _TITLES_ALONE:
        return True
    behind = words[position + 1] if position + 1 < len(words) else ""
    if behind.isdigit() and tagged.lowers[position] in _MONTHS:
        return True
    begun = [tenure.valid_from for tenure in lexicon.tenures_of.get(alias.actor_id, ())]
    if day is not None and begun and all(start is not None and (start - day).days > _UNKNOWN_DAYS for start in begun):
        return True
    own = lexicon.name_words(alias.actor_id)
    before = words[position - 1] if position else ""
    if before in (")", "]") and position > 2 and words[position - 3] in ("(", "["):
        given = fold(words[position - 2]).lower()
        return given in lexicon.given_names and given not in own
    given = fold(before).lower()
    if before[:1].isupper() and tagged.has_syntax and tagged.heads[position - 1] == position and tagged.deps[position - 1] == COMPOUND:
        return given not in own and given not in TITLES and given not in lexicon.nouns and given in lexicon.given_names
    is_given = tagged.has_syntax and tagged.deps[position] == COMPOUND and tagged.heads[position] == position + 1
    surname = fold(behind).lower()
    return (
        is_given
        and behind.istitle()
        and surname in lexicon.surnames
        and surname not in lexicon.nouns
        and fold(words[position]).lower() in lexicon.given_names
    )


def _is_anybodys(alias: Alias, lexicon: Lexicon, lands: ArticleLands, day: date | None) -> bool:
    """Whether a surname alone may be anybody's, since the article says nothing of the country of whom the lexicon knows by it: many persons
    in several countries bear it, or the article names other countries and nobody who led this one, nor did he lead a state or body of
    states. A "Johnson" who asks for his boat is no prime minister. Who holds an office on the article's day is known everywhere."""
    if lands.speak_for(alias) or (day is not None and lexicon.tenure_on(alias.actor_id, day) is not None):
        return False
    bearers = lexicon.surnames.get(fold(alias.form).lower(), ())
    if len(bearers) >= _MANY and len({lexicon.actors[bearer].country for bearer in bearers}) > 1:
        return True
    return lands.name_any and not has_led(alias.actor_id, lexicon) and not lands.name_leader_beside(alias)


def _is_foreign_acronym(tagged: TaggedText, span: Span, choice: _Choice, lands: ArticleLands) -> bool:
    """Whether a few letters are those of a national body of which the article says nothing else: baseball's "RBI" is no central bank."""
    is_acronym = span.last - span.first == 1 and choice.alias.kind == "acronym" and len(tagged.words[span.first]) <= _SHORT
    is_body = choice.kind in _NATIONAL_BODIES and choice.alias.actor_id not in lands.named_in_full
    return is_acronym and is_body and lands.leave_out(span, choice.alias)


def _is_of_other_town(tagged: TaggedText, span: Span, choice: _Choice, lexicon: Lexicon) -> bool:
    """Whether a town or state of another country stands before the name of a body: the "Metropolitan Police" of Las Vegas."""
    country = lexicon.actors[choice.alias.actor_id].country
    if choice.kind not in _LOCAL_BODIES or country is None or not span.first or not tagged.words[span.first - 1][0].isupper():
        return False
    forms = (" ".join(tagged.words[max(span.first - size, 0) : span.first]) for size in (3, 2, 1))
    places = next((found for form in forms if (found := lexicon.lookup(form))), [])
    countries = {lexicon.actors[alias.actor_id].country for alias in places if actor_kind(alias, lexicon) == "place"}
    return bool(countries) and country not in countries


def _shape(tagged: TaggedText, mention: Mention, span: Span, choice: _Choice, lexicon: Lexicon) -> Mention | None:
    """The mention of a known actor with its layer and label, and without words that are not part of the name; None for a language."""
    alias, kind = choice.alias, choice.kind
    forms = {entry.kind for entry in span.aliases if entry.actor_id == alias.actor_id}
    if forms & {"adjective", "people"} and "name" not in forms and "acronym" not in forms:
        if span.label == "LANGUAGE" or (alias.kind == "adjective" and is_language(tagged, span)):
            return None
        mention.layer = "adjectival" if "adjective" in forms and is_modifier(tagged, span.first, span.last) else "name"
        mention.ner = "NORP"
        return mention
    if kind == "country" and mention.last - mention.first > 1 and tagged.words[mention.first].islower():
        mention.first += 1  # "mainland China"
        mention.start = tagged.starts[mention.first]
    if (
        tagged.words[span.last - 1].islower()
        and kind not in ("place", "person")
        and not (kind == "party" and tagged.words[span.first][0].isupper())
    ):
        mention.layer, mention.ner = "nominal", None  # "African states" is a description, however lasting
        return mention
    mention.ner = label_of(alias.actor_id, kind, lexicon)
    if kind == "person":
        _drop_title(tagged, mention)
    if kind == "place" and mention.last - mention.first > 2 and tagged.lowers[mention.first + 1] == "of":
        _drop_noun(tagged, mention)
    if kind == "party" and means_members(tagged.words[span.last - 1]):
        mention.ner = "NORP"
    elif kind == "party" and _is_party_adjective(tagged, span):
        mention.layer, mention.ner = "adjectival", "NORP"
    elif _is_in_event(tagged, span):
        mention.layer = "adjectival"
    elif (
        kind == "bloc"
        and span.last - span.first == 1
        and can_be_adjective(tagged.words[span.first])
        and is_modifier(tagged, span.first, span.last)
    ):
        mention.layer, mention.ner = "adjectival", "NORP"  # "Western sanctions"
    return mention


def _is_shouted_person(tagged: TaggedText, span: Span, lexicon: Lexicon) -> bool:
    """Whether one word in capitals is a person's name alone, as in transcripts: "OBAMA:"."""
    is_one = span.last - span.first == 1 and tagged.words[span.first].isupper()
    return is_one and all(actor_kind(alias, lexicon) == "person" for alias in span.aliases)


def means_members(surface: str) -> bool:
    """Whether the plural of a party's name means its people: "Republicans"."""
    return surface.endswith("s") and surface.lower() not in _PARTIES_IN_S and not surface.isupper()


def _is_party_adjective(tagged: TaggedText, span: Span) -> bool:
    """ "Republican" before a noun."""
    is_single = span.last - span.first == 1
    return is_single and can_be_adjective(tagged.words[span.last - 1]) and is_modifier(tagged, span.first, span.last)


def can_be_adjective(surface: str) -> bool:
    """Whether one word ends as adjectives do."""
    return ends_in(surface, _ADJECTIVE_ENDINGS)


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
    things = [outside] if tagged.deps[head] in _HAVING_BODIES else []
    if tagged.deps[head] == SUBJECT:
        things = [child for child in tagged.children[outside] if tagged.deps[child] == OBJECT]
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
