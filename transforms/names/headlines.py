"""Headlines in title case or capitals, read as sentences: which words are names is decided by the article's body, the lexicon and the
ordinary words of the language.

A tagger that has learnt on sentences takes "Ruto Asks Parliament" for one name and sees none in "UKRAINE ASKS ALLIES". The text is only
read in another case; it keeps its length, so that every offset is one of the text as printed.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import islice

from transforms.annotations import Paragraph
from transforms.folding import fold
from transforms.lexicon import Alias, Lexicon
from transforms.taggers.vocabulary import Vocabulary

_WORD = re.compile(r"[^\W\d_]+(?:[.&][^\W\d_]+)*\.?(?=[^\W\d_]|\b|$)")
_SENTENCE_END = re.compile(r"(?<!\.[A-Z])[.!?:…][\"'”’)]*\s+[\"'“‘(]*$|^[\W\d]*$")
#: Longer paragraphs are no headlines.
_MOST_WORDS = 32
#: So many words must be there, and so many of them turn out ordinary, before anything is changed.
_FEWEST_WORDS, _FEWEST_ORDINARY = 3, 2
#: Share of a paragraph's words in capitals that makes it one in capitals.
_CAPITAL_SHARE = 0.8
#: Words in capitals up to this length that nothing else is known of are acronyms.
_LONGEST_ACRONYM = 4
#: Years around the article's day in which the surname of a head of state or government is read as a name.
_REMEMBERED_DAYS = 365 * 12
_HEADS = frozenset({"HOS", "HOG"})


def recase_headlines(text: str, paragraphs: Sequence[Paragraph], lexicon: Lexicon, vocabulary: Vocabulary, day: date | None = None) -> str:
    """The text with its paragraphs in title case or capitals as sentences would print them; same length."""
    shouted = [(paragraph, form) for paragraph in paragraphs if (form := _form(text, paragraph, vocabulary))]
    if not shouted:
        return text
    others = [paragraph for paragraph in paragraphs if all(paragraph is not headline for headline, _ in shouted)]
    reader = _Reader(text, others, lexicon, vocabulary, day)
    pieces, reached = [], 0
    for paragraph, form in shouted:
        pieces += [text[reached : paragraph.start], reader.read(text[paragraph.start : paragraph.end], form == "capitals")]
        reached = paragraph.end
    return "".join([*pieces, text[reached:]])


def _form(text: str, paragraph: Paragraph, vocabulary: Vocabulary) -> str:
    """ "title" or "capitals" where a paragraph is printed so, else empty."""
    if paragraph.kind in ("dateline", "boilerplate"):
        return ""
    words = [match[0] for match in islice(_WORD.finditer(text, paragraph.start, paragraph.end), _MOST_WORDS + 1)]
    if not _FEWEST_WORDS <= len(words) <= _MOST_WORDS:
        return ""
    long_words = [word for word in words if len(word) > 1]
    if sum(word.isupper() for word in long_words) >= _CAPITAL_SHARE * len(long_words):
        return "capitals"
    small = [word for word in words if word[0].islower()]
    return "title" if all(len(word) == 1 or vocabulary.is_function_word(word.lower()) for word in small) else ""


class _Reader:
    """Decides word by word; what the body prints counts first."""

    def __init__(self, text: str, body: Sequence[Paragraph], lexicon: Lexicon, vocabulary: Vocabulary, day: date | None) -> None:
        self._lexicon, self._vocabulary, self._day = lexicon, vocabulary, day
        self._small: set[str] = set()
        forms: dict[str, Counter[str]] = {}
        for word, opens in _words_of(text, body):
            if word[0].islower():
                self._small.add(word)
            elif not opens:
                forms.setdefault(word.lower(), Counter())[word] += 1
        #: How the body prints a word that it always begins with a capital, by its small letters.
        self._printed = {word: found.most_common(1)[0][0] for word, found in forms.items() if word not in self._small}

    def read(self, headline: str, is_capitals: bool) -> str:
        named = self._names(headline, is_capitals)
        pieces, reached, ordinary, before = [], 0, 0, ""
        for match in _WORD.finditer(headline):
            word, lower = match[0], match[0].lower()
            opens = bool(_SENTENCE_END.search(headline[: match.start()]))
            if match.start() in named:
                read = named[match.start()]
            elif not is_capitals and not word.istitle():
                read = word
            elif self._is_ordinary(lower, before):
                ordinary += 1
                read = lower.capitalize() if opens else lower
            else:
                read = self._printed.get(lower) or (_as_name(word) if is_capitals else word)
            pieces += [headline[reached : match.start()], read if len(read) == len(word) else word]
            reached, before = match.end(), lower
        return "".join([*pieces, headline[reached:]]) if ordinary >= _FEWEST_ORDINARY else headline

    def _is_ordinary(self, lower: str, before: str) -> bool:
        """Whether a word is none of a name's; an ordinary noun is a surname behind a given name only ("Jude Law")."""
        words = self._vocabulary
        if lower in self._printed:
            return False
        if lower in self._small or words.is_function_word(lower):
            return True
        if self._is_ruler(lower):
            return False
        is_noun = lower in self._lexicon.nouns or words.is_noun(lower)
        if not is_noun or lower in self._lexicon.given_names:
            return words.is_hardly_name(lower)
        return fold(before) not in self._lexicon.given_names or fold(lower) not in self._lexicon.surnames

    def _is_ruler(self, lower: str) -> bool:
        """Whether it is the surname of somebody who was head of state or government about that day: "Trump" is a verb, too."""
        day = self._day
        if day is None:
            return False
        return any(
            tenure.base in _HEADS
            and (tenure.valid_from is None or tenure.valid_from <= day)
            and (tenure.valid_to is None or (day - tenure.valid_to).days < _REMEMBERED_DAYS)
            for person_id in self._lexicon.surnames.get(fold(lower), ())
            for tenure in self._lexicon.tenures_of.get(person_id, ())
        )

    def _names(self, headline: str, is_capitals: bool) -> dict[int, str]:
        """How to read the words of names of the lexicon, by their places in the headline."""
        read: dict[int, str] = {}
        for hit in self._lexicon.find_names(headline):
            aliases = [alias for alias in hit.aliases if alias.is_certain or alias.is_shared]
            words = list(_WORD.finditer(headline, hit.start, hit.end))
            if not aliases or not words or not self._is_name(words[0][0].lower(), aliases, is_capitals, len(words)):
                continue
            form = next((alias.form for alias in aliases if alias.form == headline[hit.start : hit.end]), aliases[0].form)
            for match in words:
                start = match.start() - hit.start
                known = form[start : start + len(match[0])]
                is_same = len(form) == hit.end - hit.start and known.lower() == match[0].lower()
                read[match.start()] = (known if is_same else _as_name(match[0])) if is_capitals else match[0]
        return read if is_capitals else {**read, **self._bodies(headline)}

    def _bodies(self, headline: str) -> dict[int, str]:
        """The words of bodies of two words and more ("Supreme Court"), which papers print in capitals anywhere."""
        words = list(_WORD.finditer(headline))
        lowers = [word[0].lower() for word in words]
        read: dict[int, str] = {}
        for last in range(1, len(words) + 1):
            for first, noun in self._lexicon.nouns_ending(lowers, last):
                if noun.bodies and last - first > 1:
                    read |= {word.start(): word[0] for word in words[first:last]}
        return read

    def _is_name(self, lower: str, aliases: list[Alias], is_capitals: bool, size: int) -> bool:
        """Whether a hit is read as a name: one word that is also an ordinary one, only if the body, or a country's rank, speaks for it."""
        if size > 1 or lower in self._printed:
            return True
        kinds = {self._lexicon.actors[alias.actor_id].kind for alias in aliases if alias.actor_id in self._lexicon.actors}
        if kinds & {"country", "territory"}:
            return True
        if lower in self._small or (is_capitals and self._vocabulary.is_function_word(lower)):
            return False
        if self._is_ruler(lower) or all(alias.kind == "acronym" for alias in aliases):
            return True
        return not self._vocabulary.is_hardly_name(lower)


def _as_name(word: str) -> str:
    """A word in capitals as a name: short ones without an ordinary shape stay acronyms."""
    if len(word) <= _LONGEST_ACRONYM and not re.search("[AEIOUY]", word.upper()) or "." in word:
        return word
    return word.capitalize()


def _words_of(text: str, paragraphs: Sequence[Paragraph]) -> Iterator[tuple[str, bool]]:
    """The words of paragraphs, and whether each opens a sentence."""
    for paragraph in paragraphs:
        opens = True
        reached = paragraph.start
        for match in _WORD.finditer(text, paragraph.start, paragraph.end):
            gap = text[reached : match.start()]
            opens = reached == paragraph.start or bool(re.search(r"[.!?:…\"“‘]", gap))
            yield match[0], opens
            reached = match.end()
