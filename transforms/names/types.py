"""The type of a name by its own words and by the sentence around it."""

import re

from transforms.annotations import TaggedText
from transforms.folding import fold
from transforms.language import word_class
from transforms.language.en.labels import ADJECTIVE, NOUN_TAGS
from transforms.lexicon import Lexicon
from transforms.names.name_spans import Span
from transforms.names.name_words import (
    DEGREES,
    HONORIFICS,
    ORGANISATION_WORDS,
    PARTICLES,
    PERSONAL_VERBS,
    PLACE_STARTS,
    PLACE_WORDS,
    SPEECH_VERBS,
    SUFFIXES,
    TITLES,
    VAGUE_ORGANISATION_WORDS,
)
from transforms.names.persons_beside import LONG_PERSON, by_age, by_post, by_relative, follows_title, is_personal
from transforms.names.settlements import stands_as_place
from transforms.rules import Example, Rule, first_ruling

_BEFORE_PLACES = word_class("names.before_places")
#: Of the first words of places those that persons have too.
_SHARED_STARTS = word_class("names.shared_starts")
#: First words of organisations in languages that put the noun first.
_STARTS = word_class("names.organisation_starts")
#: Works that have a name of their own before them.
_WORKS_AFTER = word_class("names.works_after")
_OWNER_LINKS = word_class("identities.owner_links")


def retype(tagged: TaggedText, span: Span, lexicon: Lexicon) -> None:
    """The label by the words of the name, where they tell more than the tagger. A rule that confirms the label ends the asking too."""
    ruling = first_ruling(TYPE_RULES, tagged, span, lexicon)
    if ruling is not None:
        span.retype(ruling.verdict, ruling.rule.id, ruling.declined)


def _by_last_word(tagged: TaggedText, span: Span, lexicon: Lexicon) -> str | None:
    first_word, last_word = tagged.lowers[span.first], tagged.lowers[span.last - 1]
    if span.last - span.first == 1 or last_word not in ORGANISATION_WORDS:
        return None
    is_vague = last_word in VAGUE_ORGANISATION_WORDS
    before = tagged.lowers[span.first - 1] if span.first else ""
    if is_vague and span.last - span.first == 2 and fold(first_word) in lexicon.given_names and before != "the":
        return None  # "Ann Press", but "Charlotte Convention Center", "the Trevor Project"
    return "ORG" if not is_vague or span.label in ("ORG", "PERSON", "NORP") else span.label


def _by_word_before_of(tagged: TaggedText, span: Span, _: Lexicon) -> str | None:
    is_body = span.last - span.first > 2 and tagged.lowers[span.first] in ORGANISATION_WORDS
    return "ORG" if is_body and tagged.lowers[span.first + 1] in _OWNER_LINKS else None


def _by_first_word(tagged: TaggedText, span: Span, _: Lexicon) -> str | None:
    return "ORG" if span.last - span.first > 1 and tagged.lowers[span.first] in _STARTS and tagged.words[span.first][0].isupper() else None


def _by_place_word(tagged: TaggedText, span: Span, lexicon: Lexicon) -> str | None:
    last_word = tagged.lowers[span.last - 1]
    if span.last - span.first == 1 or last_word not in PLACE_WORDS:
        return None
    if span.rule == "name.longer" and span.label == "ORG":
        return "ORG"  # the university of Iowa State
    label, before = PLACE_WORDS[last_word], tagged.lowers[span.first - 1] if span.first else ""
    if before in TITLES and fold(tagged.lowers[span.first]) in lexicon.given_names:
        return "PERSON"  # "Gov. Dan Forest"
    if label == "FAC":
        words = tagged.lowers[span.first : span.last]
        is_person = fold(words[0]) in lexicon.given_names or last_word in lexicon.surnames or not PARTICLES.isdisjoint(words)
        is_person = (
            is_person and last_word not in _SITES_ALONE and not any(word in PLACE_WORDS for word in words[1:-1])
        )  # "Madison Square Garden"
        return label if (span.label == "PERSON" and not is_person) or (span.label == "ORG" and last_word in _SITES) else span.label
    return label if span.label in ("PERSON", "NORP", "ORG") else span.label


def _by_title(tagged: TaggedText, span: Span, _: Lexicon) -> str | None:
    is_open = span.label not in ("PERSON", "NORP")
    return "PERSON" if is_open and follows_title(tagged, span.first) and tagged.words[span.first][0].isupper() else None


def _by_honorific(tagged: TaggedText, span: Span, _: Lexicon) -> str | None:
    is_open = span.label not in ("PERSON", "NORP") and 2 <= span.last - span.first <= LONG_PERSON
    return "PERSON" if is_open and tagged.lowers[span.first] in HONORIFICS and is_personal(tagged, span) else None


def _by_firm_before(tagged: TaggedText, span: Span, lexicon: Lexicon) -> str | None:
    words = tagged.words[span.first : span.last]
    if span.label != "PERSON" or len(words) > LONG_PERSON:
        return None
    if _is_firm_behind(tagged, span):
        return "ORG"
    if not span.first or fold(words[0]).lower() in lexicon.given_names:
        return None
    before = tagged.lowers[span.first - 1]
    is_called = before in _BEFORE_FIRMS and tagged.words[span.first - 1].islower()
    is_work = before == "at" and span.first > 1 and tagged.lowers[span.first - 2] in _WORKING and len(words) > 1
    return "ORG" if is_called or is_work else None


def _is_firm_behind(tagged: TaggedText, span: Span) -> bool:
    """Whether ", the start-up that …" goes on about a name; not ", the bank manager"."""
    last = span.last
    opens = tagged.words[last : last + 1] in ([","], ["—"], ["–"], ["("])
    if not opens or tagged.lowers[last + 1 : last + 2] not in (["the"], ["a"], ["an"]):
        return False
    end = min(last + 2 + _POST_REACH, tagged.sentences[tagged.sentence_of[span.first]][1])
    is_of_land = False
    for position in range(last + 2, end):
        lower, behind = tagged.lowers[position], tagged.tags[position + 1] if position + 1 < len(tagged.tags) else ""
        is_called = lower in _BEFORE_FIRMS and (not is_of_land or lower in _FIRMS or lower in _GROUPS)
        if is_called and behind not in NOUN_TAGS and tagged.lowers[position + 1 : position + 2] != ["'s"]:
            return True
        is_plain = tagged.words[position].islower() or tagged.words[position] == "-"
        if not is_plain and tagged.tags[position] != ADJECTIVE:
            return False
        is_of_land = is_of_land or not is_plain  # "an American contractor" may be a person
    return False


def _by_which(tagged: TaggedText, span: Span, lexicon: Lexicon) -> str | None:
    is_open = span.label == "PERSON" and span.last - span.first > 1 and fold(tagged.lowers[span.first]) not in lexicon.given_names
    return "ORG" if is_open and tagged.lowers[span.last : span.last + 2] == [",", "which"] else None


def _by_place_context(tagged: TaggedText, span: Span, lexicon: Lexicon) -> str | None:
    return "GPE" if span.label in ("PERSON", "ORG") and stands_as_place(tagged, span, lexicon) else None


def _by_speech(tagged: TaggedText, span: Span, lexicon: Lexicon) -> str | None:
    is_open = span.label in ("ORG", "GPE", "LOC", "FAC") and (span.last - span.first == 1 or _is_surname_of_parts(tagged, span))
    return "PERSON" if is_open and _speaks(tagged, span) and not lexicon.is_place(tagged.span(span.first, span.last)) else None


def _by_gazetteer(tagged: TaggedText, span: Span, lexicon: Lexicon) -> str | None:
    is_open = span.label == "ORG" and span.last - span.first <= _LONG_TOWN and not tagged.words[span.first].isupper()
    return "GPE" if is_open and lexicon.is_place(tagged.span(span.first, span.last)) else None


def _by_given_name(tagged: TaggedText, span: Span, lexicon: Lexicon) -> str | None:
    first_word, size = tagged.lowers[span.first], span.last - span.first
    is_open = span.label in ("GPE", "ORG", "LOC", "FAC", "NORP") and 2 <= size <= LONG_PERSON and len(first_word) > 2
    if span.label in ("GPE", "LOC", "FAC") and first_word in PLACE_STARTS and first_word not in _SHARED_STARTS:
        return None  # "San Ysidro"
    looks_so = is_personal(tagged, span) or tagged.words[span.last : span.last + 1] == [":"]
    is_given = fold(first_word) in lexicon.given_names or (size == 2 and _IRISH.match(tagged.words[span.last - 1]) is not None)
    return "PERSON" if is_open and is_given and looks_so else None


def _by_given_name_alone(tagged: TaggedText, span: Span, lexicon: Lexicon) -> str | None:
    word = tagged.words[span.first]
    is_open = span.label in ("GPE", "ORG", "LOC", "FAC") and span.last - span.first == 1 and len(word) > 3 and word[1:].islower()
    before = tagged.lowers[span.first - 1] if span.first else ""
    is_given = fold(word).lower() in lexicon.given_names and not lexicon.is_place(word)
    return "PERSON" if is_open and is_given and before not in _BEFORE_PLACES and before != "the" else None


def _by_capitals_behind(tagged: TaggedText, span: Span, lexicon: Lexicon) -> str | None:
    first, last = tagged.words[span.first], tagged.words[span.last - 1]
    is_model = span.last - span.first > 1 and last.isalpha() and last.isupper() and len(last) in _MODEL_LETTERS
    is_person = fold(first.lower()) in lexicon.given_names or first.isupper() or last.lower() in SUFFIXES or last in DEGREES
    return "ORG" if span.label == "PERSON" and is_model and not is_person else None


def _by_post_behind(tagged: TaggedText, span: Span, lexicon: Lexicon) -> str | None:
    last = span.last
    if span.label != "PERSON" or last + 1 >= len(tagged.words) or tagged.sentence_of[last + 1] != tagged.sentence_of[span.first]:
        return None
    is_post = tagged.words[last].islower() and tagged.lowers[last] in _POSTS_IN_BODIES
    return "ORG" if is_post and fold(tagged.lowers[last + 1]) in lexicon.given_names and tagged.words[last + 1][0].isupper() else None


def _by_team_before(tagged: TaggedText, span: Span, _: Lexicon) -> str | None:
    is_open = span.label in ("PERSON", "GPE", "NORP") and span.last - span.first > 1
    return "ORG" if is_open and tagged.words[span.first].istitle() and tagged.lowers[span.first] in _CAMPS else None


def _by_medium_before(tagged: TaggedText, span: Span, lexicon: Lexicon) -> str | None:
    is_open = span.label in ("PERSON", "GPE", "LOC", "FAC", "NORP") and span.first > 0 and tagged.words[span.first][0].isupper()
    is_given = len(tagged.words[span.first]) > _SHORT_ARTICLE and fold(tagged.lowers[span.first]) in lexicon.given_names
    before, after = tagged.lowers[span.first - 1], tagged.lowers[span.last] if span.last < len(tagged.words) else ""
    is_news = span.last - span.first == 1 and tagged.lowers[span.first].endswith(_NEWS) and tagged.lowers[span.first] != _NEWS
    return "ORG" if is_open and not is_given and (is_news or before in _MEDIA or (after in _MEDIA and span.label == "PERSON")) else None


def _by_work_behind(tagged: TaggedText, span: Span, _: Lexicon) -> str | None:
    is_open = span.label in ("PERSON", "ORG", "GPE", "NORP") and span.last < len(tagged.words)
    return "FAC" if is_open and tagged.lowers[span.last] in _WORKS_AFTER and tagged.words[span.last].islower() else None


#: What firms, bands and charities are called before their names; who works at one.
_BEFORE_FIRMS, _WORKING = word_class("names.before_firms"), word_class("names.working")
#: What firms are called, and they and others, whoever they are of.
_FIRMS, _GROUPS = word_class("identities.firm_nouns"), word_class("identities.group_nouns")
#: Tokens behind the comma within which it is said what firm a name is.
_POST_REACH = 5
#: Letters of articles that other languages put before the names of papers: "La", "Al".
_SHORT_ARTICLE = 3
#: What ends the single word by which media go.
_NEWS = "news"
#: What newspapers are called.
_MEDIA = word_class("names.media_nouns")
#: Letters of a model's or line's mark behind its name: "XL".
_MODEL_LETTERS = range(2, 4)
#: Posts that somebody has in a body and hardly with another person: "singer", "director"; and what the followers of one person are called.
_POSTS_IN_BODIES, _CAMPS = word_class("names.posts_in_bodies"), word_class("names.camps")
#: Words that end the names of sites, which act as little as roads do.
_SITES = word_class("names.sites")
#: First parts of surnames, but for articles, which newspapers have too ("La", "El"); and what joins parts.
_SURNAME_STARTS, _JOINTS = word_class("names.surname_starts"), frozenset({"-", "‑"})
#: Of these, words that are nobody's surname: "Ben Gurion Airport".
_SITES_ALONE = word_class("names.sites_alone")
#: How the surnames of families from Ireland begin: "Tip O'Neill".
_IRISH = re.compile(r"O['’][A-Z][a-z]")
#: Words of the longest name that is looked up as a town.
_LONG_TOWN = 3

#: The types of names that no dictionary knows, in the order in which they are asked.
TYPE_RULES: tuple[Rule[[TaggedText, Span, Lexicon], str], ...] = (
    Rule(
        "type.organisation_word", "The last word is one for organisations (one such as \"group\" does not count after a given name).",
        (Example("He left Varden Bank in May.", "Varden Bank", "ORG"),), _by_last_word,
    ),
    Rule(
        "type.organisation_of", "The name starts with a word for organisations and continues with \"of\" or \"for\".",
        (Example("The Bank of Sorrel was closed.", "Bank of Sorrel", "ORG"),), _by_word_before_of,
    ),
    Rule(
        "type.organisation_start", "The name opens with a word for organisations of another language.",
        (
            Example("They met at Centro Sorrel in May.", "Centro Sorrel", "ORG"),
            Example("They asked Harakat Vorsk in May.", "Harakat Vorsk", "ORG"),
        ), _by_first_word,
    ),
    Rule(
        "type.place_word", "The last word is one for places.",
        (
            Example("They met Upper Sorrel Province again.", "Upper Sorrel Province", "GPE"),
            Example("He waited at Vorsk Stadium in May.", "Vorsk Stadium", "FAC"),
            Example("He waited at Ben Vorsk Airport in May.", "Ben Vorsk Airport", "FAC"),
            Example("They asked Gov. Dan Forest in May.", "Dan Forest", "PERSON"),
        ), _by_place_word,
    ),
    Rule(
        "type.title", "A courtesy title, which no organisation has, precedes the name.",
        (Example("It was Mrs. Sorrel again.", "Sorrel", "PERSON"),), _by_title,
    ),
    Rule(
        "type.honorific", "The name starts with an honorific of another culture and looks like a person's.",
        (
            Example("It was U Sorrel Myint again.", "U Sorrel Myint", "PERSON"),
            Example("They met Datuk Seri Sorrel Bin Amat.", "Datuk Seri Sorrel", "PERSON"),
            Example("They met Ato Sorrel Berhanu in May.", "Ato Sorrel Berhanu", "PERSON"),
        ), _by_honorific,
    ),
    Rule(
        "type.person_beside", "A post that persons have stands right before the name, or behind a comma.",
        (
            Example("They met mayor Vorsk Amat in May.", "Vorsk Amat", "PERSON"),
            Example("It is over, says Cay Vorsk, director of the agency.", "Cay Vorsk", "PERSON"),
        ), by_post,
    ),
    Rule(
        "type.relative", "A relative of somebody stands before the name, or it is whose relative somebody is.",
        (
            Example("The husband, Sorrel, a dentist, went home.", "Sorrel", "PERSON"),
            Example("They met his niece Vorsk Amat in May.", "Vorsk Amat", "PERSON"),
            Example("They met the mother of Vorsk Amat in May.", "Vorsk Amat", "PERSON"),
        ), by_relative,
    ),
    Rule(
        "type.aged", "An age stands behind the name, between commas.",
        (Example("Vorsk Amat, 19, stood guard.", "Vorsk Amat", "PERSON"),), by_age,
    ),
    Rule(
        "type.medium", "A noun for newspapers stands right before the name, or behind a supposed person; or \"news\" ends its only word.",
        (
            Example("They read the newspaper La Sorrel again.", "La Sorrel", "ORG"),
            Example("She told Sorrelnews of the storm.", "Sorrelnews", "ORG"),
        ), _by_medium_before,
    ),
    Rule(
        "type.firm_before", "What firms, bands or charities are called stands before the name, or who works \"at\" it.",
        (
            Example("He is a partner at law firm Mayer Sorrel.", "Mayer Sorrel", "ORG"),
            Example("They met the craft store chain Hobby Sorrel.", "Hobby Sorrel", "ORG"),
            Example("She worked at Cantor Sorrel for years.", "Cantor Sorrel", "ORG"),
            Example("Orkem, a French chemical group, sold its plant.", "Orkem", "ORG"),
        ), _by_firm_before,
    ),
    Rule(
        "type.which", "A clause with \"which\" goes on about what the tagger takes for a person.",
        (Example("They met Walden Sorrel, which sells meat.", "Walden Sorrel", "ORG"),), _by_which,
    ),
    Rule(
        "type.place_context", "The name is in a position typical of places.",
        (Example("Sorrel is a town.", "Sorrel", "GPE"),), _by_place_context,
    ),
    Rule(
        "type.post_behind", "Somebody's post in a band, firm or paper follows, and the name of who has it.",
        (
            Example("They met Pearl Sorrel singer Eddie Vedder.", "Pearl Sorrel", "ORG"),
            Example("They met Penn Wharton director Kent Sorrel.", "Penn Wharton", "ORG"),
        ), _by_post_behind,
    ),
    Rule(
        "type.camp", "The name opens with the word for the followers of somebody.",
        (Example("Yesterday Team Sorrel fired back.", "Team Sorrel", "ORG"),), _by_team_before,
    ),
    Rule(
        "type.work_behind", "It names the pipeline, dam, bridge or the like that follows.",
        (Example("They fought the Sorrel XL pipeline.", "Sorrel XL", "FAC"),), _by_work_behind,
    ),
    Rule(
        "type.capitals_behind", "Two or three capitals end what the tagger takes for a person without a given name.",
        (Example("They met Sorrel XL friends in May.", "Sorrel XL", "ORG"),), _by_capitals_behind,
    ),
    Rule(
        "type.speaks", "A single surname speaks, be it of two parts, and is not a known place.",
        (Example("Sorrel said so.", "Sorrel", "PERSON"), Example("De Sorrel thinks so.", "De Sorrel", "PERSON")), _by_speech,
    ),
    Rule(
        "type.gazetteer", "The gazetteer has the name, which the tagger takes for an organisation.",
        (Example("Gyumri won.", "Gyumri", "GPE"),), _by_gazetteer,
    ),
    Rule(
        "type.given_name", "The name starts with a given name and looks like a person's, or speaks in a transcript.",
        (
            Example("We met Anna Sorrel.", "Anna Sorrel", "PERSON"),
            Example("Bip O'Sorrel was there.", "Bip O'Sorrel", "PERSON"),
        ), _by_given_name,
    ),
    Rule(
        "type.given_name_alone", "A single capitalised word is a given name and not a known place.",
        (Example("They waited for Melania and his children too.", "Melania", "PERSON"),), _by_given_name_alone,
    ),
)  # fmt: skip


def is_surname(tagged: TaggedText, span: Span, lexicon: Lexicon) -> bool:
    """Whether one word can only be a person's name, whatever the tagger says: "Modi" at the start of a sentence is not a town."""
    word, before = tagged.words[span.first], tagged.lowers[span.first - 1] if span.first else ""
    noun = lexicon.nouns.get(tagged.lowers[span.last]) if span.last < len(tagged.lowers) else None
    is_ruler = noun is not None and any(body.suffix == "GOV" for body in noun.bodies)  # "the Biden administration"
    is_double = span.last - span.first == 3 and " " not in tagged.text[tagged.starts[span.first] : tagged.ends[span.last - 1]]
    if (
        (span.last - span.first > 1 and not is_double)
        or word.isupper()
        or before in _BEFORE_PLACES
        or lexicon.is_place(word)
        or (before == "the" and not is_ruler)
    ):
        return False
    return all(lexicon.actors[alias.actor_id].kind == "person" for alias in span.aliases if alias.actor_id in lexicon.actors)


def _is_surname_of_parts(tagged: TaggedText, span: Span) -> bool:
    """Whether a name is a particle and a surname, or two surnames with a hyphen: "De Freitas", "Al-Hajri", "Anderson-Pyrz"."""
    words = [word for word in tagged.words[span.first : span.last] if word not in _JOINTS]
    has_joint = len(words) < span.last - span.first
    is_two = len(words) == 2 and all(word[0].isupper() and word.isalpha() for word in words) and words[1].lower() not in ORGANISATION_WORDS
    return is_two and (has_joint or words[0].lower() in _SURNAME_STARTS)


def _speaks(tagged: TaggedText, span: Span) -> bool:
    """Whether one capitalised word speaks in the third person: "Kao said"; organisations mostly go by more words or capitals."""
    words = [word for word in tagged.words[span.first : span.last] if word[0].isalpha()]
    if not all(word[1:].islower() for word in words) or span.last >= len(tagged.words):
        return False
    after = tagged.lowers[span.last]
    before = tagged.lowers[span.first - 1] if span.first else ""
    return after in SPEECH_VERBS or after in PERSONAL_VERBS or (before in SPEECH_VERBS and after in (".", ","))
