"""What looks like a name and is nobody's: numbered papers, fields of ministers, laws by their letters, festivals, cries, families."""

import re
from collections.abc import Callable, Sequence
from itertools import pairwise

from transforms.annotations import TaggedText
from transforms.articles.captions import is_caption
from transforms.language import word_class
from transforms.language.en.labels import FIGURE, ING_FORM, POSSESSOR, SUBJECTS
from transforms.lexicon import Lexicon
from transforms.names.made_things import is_field, is_idea, is_measured, is_of_thing, is_product, works
from transforms.names.name_spans import Span, head_of, is_modifier
from transforms.names.name_words import LAWS, ORGANISATION_WORDS, PROGRAMMES, SHIPS
from transforms.names.person_edges import is_post_alone

#: Papers that go by a number: "Executive Order 13769", "Measure 91", "HB 2".
_NUMBERED = word_class("names.numbered_papers")
#: Quote marks, and words of the shortest slogan.
_OPENING, _CLOSING = frozenset("\"'“‘«„"), frozenset("\"'”’»“")
_SLOGAN, _FULL_NAME = 3, 2
_NUMBER_SIGNS = word_class("names.number_signs")
#: First words of offices that go on with "of" and a field.
_PORTFOLIOS = word_class("names.portfolio_heads")
#: Last words of what takes place.
_FEASTS = word_class("names.feasts")
#: What titles of works begin with before "of".
_TITLES_OF = word_class("names.titles_of")
#: Of what takes place, the parts by letters.
_GROUPS = word_class("names.lettered")
#: What moves in and has a name for a while.
_STORMS = word_class("names.event_starts")
#: Last words of matters and papers, and endings of the adjectives before them.
_MATTERS = word_class("names.matters")
_ADJECTIVE_ENDINGS = ("al", "ic", "ive", "ous", "ary", "ing", "ed", "able")
#: What stands before organisations, whatever their words: "the", "at", "by".
_BEFORE_BODIES = word_class("names.before_bodies")
_ACTING = frozenset({*SUBJECTS, POSSESSOR})
#: What stands between the parties of a case in court, and last words of shows, papers and gifts that are called after persons.
_VERSUS, _CALLED_AFTER = word_class("identities.versus"), word_class("names.called_after")
#: Quarters of a town before its streets.
_QUARTERS = frozenset({"NE", "NW", "SE", "SW"})
#: What a page offers to share an article by; so many of them in a row are its buttons.
_SHARING, _BUTTONS = word_class("names.share_words"), 2
#: First words of what is undertaken: projects.
_UNDERTAKINGS = word_class("names.undertakings")
#: What is given "of" a matter; what stands around the letters of a law before "Act", and tokens within which that word stands.
_RULES, _AROUND_LETTERS, _LAW_LETTERS = word_class("names.rules_of"), frozenset({"(", ")", ",", "or"}), 6
#: What states pay, which is no insurer.
_BENEFITS = word_class("names.benefits")
#: Titles that are nobody's name.
_TITLES_ALONE = word_class("names.titles_alone")
#: Behind a country's short form these are money.
_MONEY = word_class("names.currencies")
_CRY = re.compile(r"(\w)\1\1", re.I)
#: So many names without a word or mark between them are a list.
OPTIONS = 4
#: Letters of the shortest noun that is printed in capitals for its weight; shorter ones are acronyms.
_SHORTEST_SHOUTED = 3
#: Letters of the initials by which interviews name who speaks.
_INITIALS = (2, 3)
#: Tokens before an acronym in parentheses that can hold the law it stands for.
_LAW_REACH = 2
#: Words from which a name that opens with what is done is a law's.
_LONG_TITLE = 4
#: Words of the longest name of a law before its last.
_LONGEST_LAW = 5


def drop_no_names(tagged: TaggedText, spans: list[Span], lexicon: Lexicon) -> list[Span]:
    """The spans without those that no dictionary knows and that one of the tests below shows to name nobody."""
    gone = {*_laws_by_letters(tagged, spans), *_storms(tagged), *works(tagged, spans, lexicon), *_always_quoted(tagged, spans)}
    families, shared = _families(tagged, spans), _buttons(tagged)
    kept: list[Span] = []
    nobodies: set[str] = set()
    for span in spans:
        if span.first in shared or any(is_other(tagged, span, lexicon) for is_other in _TESTS_OF_ALL):
            continue
        name = tagged.span(span.first, span.last)
        is_nobody = not span.aliases and (
            name in gone
            or (span.last - span.first == 1 and tagged.words[span.first] in families)
            or any(test(tagged, span, lexicon) for test in _TESTS)
        )
        if is_nobody:
            nobodies |= {_letters(name), *_short_form(tagged, span)}
        else:
            kept.append(span)
    nobodies -= {_letters(tagged.span(span.first, span.last)) for span in kept}
    return [span for span in kept if span.aliases or tagged.span(span.first, span.last) not in nobodies]


def _short_form(tagged: TaggedText, span: Span) -> list[str]:
    """The capitals in parentheses right behind a name of several words, if they have its first letter."""
    behind = tagged.words[span.last : span.last + 3]
    is_closed = len(behind) > _LAW_REACH and (behind[0], behind[2]) == ("(", ")") and behind[1].isupper()
    return behind[1:2] if is_closed and span.last - span.first > 1 and behind[1][0] == tagged.words[span.first][0] else []


def _letters(name: str) -> str:
    """The capitals by which a name of several words goes, which is nobody's either: ACARS; empty for too few."""
    letters = "".join(word[0] for word in re.split(r"[\s/-]+", name) if word[:1].isupper())
    return letters if len(letters) > _LAW_REACH else ""


def drop_options(tagged: TaggedText, spans: list[Span], hits: Sequence[Span]) -> list[Span]:
    """The spans without those in a row of names of the lexicon with nothing between them in a paragraph, as the options of a form are:
    nobody speaks of those. `hits`: all that the lexicon finds, in text order."""
    rows: list[list[Span]] = []
    for hit in hits:
        if rows and rows[-1][-1].last == hit.first and _paragraph(tagged, hit.first) == _paragraph(tagged, hit.first - 1):
            rows[-1].append(hit)
        else:
            rows.append([hit])
    options = {token for row in rows if len(row) >= OPTIONS for token in range(row[0].first, row[-1].last)}
    return [span for span in spans if options.isdisjoint(range(span.first, span.last))] if options else spans


def _paragraph(tagged: TaggedText, token: int) -> int:
    return tagged.paragraph_of[tagged.sentence_of[token]]


def _is_numbered(tagged: TaggedText, span: Span, _: Lexicon) -> bool:
    """ "Executive Order 13769", "Measure 91"; the number may stand outside the span."""
    words = tagged.lowers[span.first : span.last]
    if words[-1] in _NUMBERED and tagged.words[span.last : span.last + 1] and tagged.words[span.last][0].isdigit():
        return True
    if len(words) > 1 and words[-1] in _NUMBER_SIGNS and words[-2] in _NUMBERED:
        return True  # "House Bill No." and its number
    return len(words) > 1 and words[-1][0].isdigit() and words[-2] in _NUMBERED


def _is_law(tagged: TaggedText, span: Span, _: Lexicon) -> bool:
    """A law, plan or gauge by its last word: "House Obamacare", "Job Quality Index"."""
    words = tagged.lowers[span.first : span.last]
    if len(words) > 1 and (words[-1] in LAWS or words[-1] in PROGRAMMES) and tagged.words[span.last - 1][0].isupper():
        return True
    if " ".join(words[-2:]) in _BENEFITS:
        return True  # "Social Security Disability Insurance"
    is_rules = span.label == "ORG" and any(word in _RULES and after == "of" for word, after in pairwise(words))
    return (is_rules and words[-1] not in ORGANISATION_WORDS) or _is_spelt_out_law(tagged, span)


def _is_spelt_out_law(tagged: TaggedText, span: Span) -> bool:
    """Whether the letters of a law follow its long name: "Worker Retraining Notification, or WARN, Act"."""
    behind = tagged.words[span.last : span.last + _LAW_LETTERS]
    act = next((place for place, word in enumerate(behind) if word.lower() in LAWS and word[0].isupper()), None)
    between = behind[:act] if act is not None else []
    is_short = [word for word in between if word.isupper() and len(word) > 1]
    return span.last - span.first > 1 and len(is_short) > 0 and all(word in is_short or word in _AROUND_LETTERS for word in between)


def _is_portfolio(tagged: TaggedText, span: Span, _: Lexicon) -> bool:
    """The field of an office in title case: "Director of National Intelligence", "Minister of Home Affairs"."""
    if span.first < 2 or tagged.lowers[span.first - 1] != "of" or span.label == "PERSON":
        return False
    office = tagged.words[span.first - 2]
    is_body = any(word in ORGANISATION_WORDS for word in tagged.lowers[span.first : span.last])
    return office[0].isupper() and office.lower() in _PORTFOLIOS and not is_body


def _is_feast(tagged: TaggedText, span: Span, lexicon: Lexicon) -> bool:
    """ "Bell Ringing Ceremony", "Cinco de Mayo Parade", "Tony Awards", "Winter Carnival of Magic", "Group G"."""
    words = tagged.lowers[span.first : span.last]
    if len(words) > 1 and words[0] in _GROUPS and len(words[1]) == 1:
        return True
    last = next((word for word, after in pairwise(words) if after == "of"), words[-1])
    if last != words[-1] and last in _TITLES_OF and span.label != "PERSON" and words[-1] not in ORGANISATION_WORDS:
        return True  # "Guardians of the Sorrel"
    return len(words) > 1 and last in _FEASTS and (span.label != "PERSON" or last not in lexicon.surnames)


def _is_case(tagged: TaggedText, span: Span, _: Lexicon) -> bool:
    """A case in court by its parties: "Doe v Bolton"."""
    return any(word in _VERSUS for word in tagged.words[span.first + 1 : span.last - 1])


def _is_title_of_law(tagged: TaggedText, span: Span, _: Lexicon) -> bool:
    """What a law, order or paper does, by which it is called: "Blocking Property of Certain Persons"."""
    return span.label == "ORG" and span.last - span.first >= _LONG_TITLE and tagged.tags[span.first] == ING_FORM


def _is_figured(tagged: TaggedText, span: Span, _: Lexicon) -> bool:
    """A quantity or verse that was taken for a person: "762 GtCO2", "Luke 2:7"."""
    return span.label == "PERSON" and any(letter.isdigit() for letter in tagged.span(span.first, span.last))


def _is_work(tagged: TaggedText, span: Span, _: Lexicon) -> bool:
    """What is called after a person by its last word: "Ezra Klein Show", "Pell Grants"."""
    if span.label != "PERSON" or span.last - span.first < 2:
        return False
    last = span.last if tagged.words[span.last : span.last + 1] and tagged.words[span.last][0].isupper() else span.last - 1
    return tagged.lowers[last] in _CALLED_AFTER or tagged.lowers[span.last - 1] in _CALLED_AFTER


def _is_slogan(tagged: TaggedText, span: Span, _: Lexicon) -> bool:
    """Words that fill quote marks and are no organisation's: a slogan or title, "Independent Like Nevada"."""
    before, behind = tagged.words[span.first - 1 : span.first], tagged.words[span.last : span.last + 1]
    is_quoted = span.first > 0 and before[0] in _OPENING and bool(behind) and behind[0] in _CLOSING
    is_body = any(word in ORGANISATION_WORDS for word in tagged.lowers[span.first : span.last])
    return is_quoted and span.label == "ORG" and span.last - span.first >= _SLOGAN and not is_body


def _is_headed(tagged: TaggedText, span: Span, _: Lexicon) -> bool:
    """A title of two parts: "Tribes: Group Instinct"."""
    return ":" in tagged.words[span.first + 1 : span.last - 1]


def _is_undertaking(tagged: TaggedText, span: Span, _: Lexicon) -> bool:
    """What was taken for a person and opens with a law's or plan's name, or says that it is one: "Obamacare Day", "Project Sorrel"."""
    first = tagged.lowers[span.first]
    return span.label == "PERSON" and span.last - span.first > 1 and (first in PROGRAMMES or first in _UNDERTAKINGS)


def _is_half_a_founder(tagged: TaggedText, span: Span, _: Lexicon) -> bool:
    """The first of two who share the surname behind them: "the John S. and James L. Knight Foundation"."""
    last = tagged.words[span.last - 1].rstrip(".")
    is_initial = span.last - span.first > 1 and len(last) == 1 and last.isupper()
    return span.label == "PERSON" and is_initial and tagged.lowers[span.last : span.last + 1] == ["and"]


def _is_cry(tagged: TaggedText, span: Span, _: Lexicon) -> bool:
    """One word with a letter three times: "WAAAAR"."""
    return span.last - span.first == 1 and span.label != "PERSON" and _CRY.search(tagged.words[span.first]) is not None


def _is_shouted_noun(tagged: TaggedText, span: Span, lexicon: Lexicon) -> bool:
    """A noun in capitals: "HOST", "POLICE", "NGO"."""
    word = tagged.words[span.first]
    is_one = span.last - span.first == 1 and len(word) >= _SHORTEST_SHOUTED and word.isupper()
    return is_one and word.lower() in lexicon.nouns


def _is_ship(tagged: TaggedText, span: Span, _: Lexicon) -> bool:
    """A warship: "USS Ronald Reagan", "INS Vikrant"."""
    return span.last - span.first > 1 and tagged.words[span.first].isupper() and tagged.lowers[span.first] in SHIPS


def _is_handle(tagged: TaggedText, span: Span, _: Lexicon) -> bool:
    """An address of a person, medium or office: "@GMA", "HealthCare.gov"."""
    return not tagged.words[span.first][0].isalnum() or (span.last - span.first == 1 and tagged.lowers[span.first].endswith(".gov"))


def _is_matter(tagged: TaggedText, span: Span, lexicon: Lexicon) -> bool:
    """ "Environmental Data", "Academic Programs": ordinary words in title case that neither act nor have anything."""
    words = tagged.lowers[span.first : span.last]
    before = tagged.lowers[span.first - 1] if span.first else ""
    if span.label != "ORG" or len(words) < 2 or words[-1] not in _MATTERS or before in _BEFORE_BODIES:
        return False
    if tagged.has_syntax and tagged.deps[head_of(tagged, span.first, span.last)] in _ACTING:
        return False
    return all(_is_ordinary(word, tagged, lexicon) for word in words[:-1])


def _is_plain(tagged: TaggedText, span: Span, lexicon: Lexicon) -> bool:
    """Words in title case that the article prints in small letters as well: "Electoral Map", "the Great State of Virginia"."""
    words = tagged.lowers[span.first : span.last]
    if span.label not in ("PERSON", "ORG") or len(words) < 2 or words[-1] in ORGANISATION_WORDS or words[0] in lexicon.given_names:
        return False
    if span.label == "ORG" and tagged.has_syntax and tagged.deps[head_of(tagged, span.first, span.last)] in _ACTING:
        return False
    return all(word in tagged.printed or word in lexicon.nouns or word in _MATTERS for word in words)


def _is_plural(tagged: TaggedText, span: Span, lexicon: Lexicon) -> bool:
    """People by what they are: "Tory MPs" are no person."""
    noun = lexicon.nouns.get(tagged.lowers[span.last - 1])
    return span.label == "PERSON" and span.last - span.first > 1 and noun is not None and noun.role is not None and noun.role.is_plural


def _is_street(tagged: TaggedText, span: Span, _: Lexicon) -> bool:
    """ "NE Grand", "Pennsylvania Ave. NW": a street by the quarter of its town."""
    return tagged.words[span.first] in _QUARTERS


def _is_on_page(tagged: TaggedText, span: Span, _: Lexicon) -> bool:
    """A name in what the page says beside the article: the title of a newsletter, the staff; not who is in a picture."""
    paragraph = tagged.paragraphs[tagged.paragraph_of[tagged.sentence_of[span.first]]]
    return paragraph.kind == "boilerplate" and not is_caption(tagged.text[paragraph.start : paragraph.end])


def _is_letter(tagged: TaggedText, span: Span, _: Lexicon) -> bool:
    """A letter or figure alone: "the U.S. of E."."""
    word = tagged.words[span.first].strip(".")
    return span.last - span.first == 1 and span.label != "PERSON" and (len(word) < 2 or word.isdigit())


def _is_title(tagged: TaggedText, span: Span, _: Lexicon) -> bool:
    """What somebody is called without any name: "His Highness", "the Imam", "Dr"."""
    return span.last - span.first == 1 and tagged.lowers[span.first] in _TITLES_ALONE


def _is_ordinary(word: str, tagged: TaggedText, lexicon: Lexicon) -> bool:
    return word in _MATTERS or word in tagged.printed or word in lexicon.nouns or word in ("and", "of") or word.endswith(_ADJECTIVE_ENDINGS)


def _is_initials(tagged: TaggedText, span: Span, _: Lexicon) -> bool:
    """The initials of who speaks, before a colon at the head of a paragraph: "BK: I agree"."""
    first, word = span.first, tagged.words[span.first]
    if span.last - first > 1 or not word.isupper() or len(word) not in _INITIALS or tagged.words[span.last : span.last + 1] != [":"]:
        return False
    number = tagged.sentence_of[first]
    opens = tagged.sentences[number][0] == first
    return opens and (number == 0 or tagged.paragraph_of[number - 1] != tagged.paragraph_of[number])


def _is_counted(tagged: TaggedText, span: Span, _: Lexicon) -> bool:
    """Capitals of which there is a number: "five RBI", "624 MW"; they stand for what is counted."""
    if span.last - span.first > 1 or not span.first or not tagged.words[span.first].isupper() or tagged.tags[span.first - 1] != FIGURE:
        return False
    return not is_modifier(tagged, span.first, span.last)


def _is_currency(tagged: TaggedText, span: Span, _: Lexicon) -> bool:
    """Letters that tell one dollar from another: "US $ 80 million"."""
    behind = tagged.lowers[span.last] if span.last < len(tagged.words) else ""
    return span.last - span.first == 1 and tagged.words[span.first].isupper() and (behind.startswith("$") or behind in _MONEY)


def _laws_by_letters(tagged: TaggedText, spans: Sequence[Span]) -> set[str]:
    """Acronyms that the article gives a law in parentheses: "National Defense Authorization Act (NDAA)"."""
    spelt = _initials_of_laws(tagged)
    short = {tagged.words[span.first] for span in spans if span.last - span.first == 1 and tagged.words[span.first] in spelt}
    return short | {
        tagged.words[span.first]
        for span in spans
        if span.last - span.first == 1
        and span.first >= _LAW_REACH
        and tagged.words[span.first - 1] == "("
        and tagged.lowers[span.first - 2] in LAWS
        and tagged.words[span.first - 2][0].isupper()
    }


def _initials_of_laws(tagged: TaggedText) -> set[str]:
    """The initials of the laws that the article names in full: VRA of the Voting Rights Act."""
    found: set[str] = set()
    for position in (position for position, lower in enumerate(tagged.lowers) if lower in LAWS):
        first = position
        while first > 0 and position - first < _LONGEST_LAW and tagged.words[first - 1][0].isupper():
            first -= 1
            found.add("".join(word[0] for word in tagged.words[first : position + 1]))
    return {initials for initials in found if len(initials) > _LAW_REACH}


def _buttons(tagged: TaggedText) -> set[int]:
    """Tokens of a row of nothing but what pages offer to share by: "Facebook Twitter Pinterest"."""
    found: set[int] = set()
    first = 0
    for position in range(len(tagged.words) + 1):
        if position < len(tagged.words) and tagged.lowers[position] in _SHARING:
            continue
        if position - first >= _BUTTONS:
            found.update(range(first, position))
        first = position + 1
    return found


def _always_quoted(tagged: TaggedText, spans: Sequence[Span]) -> set[str]:
    """Full names of persons that fill quote marks wherever they stand: plays, aliases and nicknames ("Julius Caesar", "Amnesty Don")."""
    quoted: dict[str, bool] = {}
    for span in spans:
        if span.label != "PERSON" or span.last - span.first < _FULL_NAME:
            continue
        before, behind = tagged.words[max(span.first - 1, 0)], tagged.words[span.last : span.last + 1]
        name = tagged.span(span.first, span.last)
        is_quoted = before in _OPENING and bool(behind) and behind[0] in _CLOSING
        quoted[name] = is_quoted and quoted.get(name, True)
    return {name for name, is_so in quoted.items() if is_so}


def _storms(tagged: TaggedText) -> set[str]:
    """Names of the storms of the article, which it goes on with alone."""
    pairs = zip(tagged.lowers, tagged.words[1:], strict=False)
    return {name for word, name in pairs if word in _STORMS and name[0].isupper()}


def _families(tagged: TaggedText, spans: Sequence[Span]) -> set[str]:
    """Plurals of the surnames of the article's persons: "the Gateses" are nobody in particular."""
    surnames = {tagged.words[span.last - 1] for span in spans if span.label == "PERSON"}
    return {f"{surname}{ending}" for surname in surnames for ending in ("s", "es")}


#: Those that names of the lexicon are put to as well.
_TESTS_OF_ALL: tuple[Callable[[TaggedText, Span, Lexicon], bool], ...] = (_is_counted, _is_currency, is_of_thing)
_TESTS: tuple[Callable[[TaggedText, Span, Lexicon], bool], ...] = (
    _is_numbered, _is_law, _is_portfolio, _is_feast, _is_cry, _is_shouted_noun, _is_ship, _is_handle, _is_matter, _is_initials, _is_plain,
    _is_plural, is_post_alone, _is_case, _is_title_of_law, _is_figured, _is_work, _is_street, _is_on_page,
    _is_letter, _is_title, _is_half_a_founder, _is_slogan, _is_headed, _is_undertaking, is_product, is_measured, is_field, is_idea,
)  # fmt: skip
