"""What the judge of coreference knows of a text up to a pronoun: who was named how often, who spoke, and whom the pronoun may take up."""

from bisect import bisect_right
from collections import Counter, defaultdict, deque
from collections.abc import Sequence
from itertools import islice, takewhile
from operator import itemgetter

from transforms.annotations import Mention, Quote, TaggedText
from transforms.judges.coreference.binding import are_two
from transforms.judges.coreference.columns import Matrix
from transforms.judges.coreference.things import find_things
from transforms.judges.coreference.verbatim import Verbatim
from transforms.language import word_class
from transforms.language.en.labels import (
    ADVERBIAL_CLAUSE,
    AGENT,
    ATTRIBUTE,
    CLAUSE,
    CLAUSE_AS_SUBJECT,
    CONJUNCT,
    DATIVE,
    INFINITIVE,
    JOINED,
    NOUN_CLAUSE,
    OBJECT,
    OBJECT_PREDICATE,
    PASSIVE_SUBJECT,
    POSSESSOR,
    PREPOSITION_CLAUSE,
    PREPOSITION_OBJECT,
    RELATIVE_CLAUSE,
    ROOT,
    SUBJECT,
    VERBAL_TAGS,
)
from transforms.names.mentions import PRONOUNS

#: Sentences before the pronoun in which candidates are looked for, and the most candidates that are weighed, nearest first.
WINDOW = 5
MOST = 30
#: The same of things.
_WINDOW_OF_THINGS, _MOST_THINGS = 2, 15
#: So many pieces of quotations before the pronoun are looked at.
_QUOTES_BACK = 8
#: So many mentions before the pronoun are looked at in all.
_NEAR = 80

_OWN_WORDS = word_class("identities.own_words")
_FORM_OF_GENDER = {"m": "he", "f": "she", "n": "it"}
#: Kinds that only the lexicon or a word of the name gives, so that no person was taken for one: they are no "he" and no "she".
_NOBODY = frozenset(
    "country territory igo bloc government ministry agency legislature judiciary armed_force police intelligence armed_group "
    "education outlet ngo religious".split()
)
#: What a token is in its clause, from its dependency label.
_PLACES = {
    SUBJECT: "subject", PASSIVE_SUBJECT: "subject", CLAUSE_AS_SUBJECT: "subject", OBJECT: "object", DATIVE: "object",
    PREPOSITION_OBJECT: "oblique", POSSESSOR: "owner", AGENT: "oblique", ATTRIBUTE: "predicate", OBJECT_PREDICATE: "predicate",
    ROOT: "root",
}  # fmt: skip
_CLAUSES = (CLAUSE, ADVERBIAL_CLAUSE, RELATIVE_CLAUSE, NOUN_CLAUSE, CONJUNCT, INFINITIVE, PREPOSITION_CLAUSE)


def form_of(lower: str) -> str | None:
    """The third-person pronoun that a word is a form of: "he" of "his"; None for other words."""
    gender, is_plural = PRONOUNS.get(lower, (None, False))
    if lower in _OWN_WORDS:
        return None
    return "they" if is_plural else _FORM_OF_GENDER.get(gender or "")


class Scene:
    """One text as its pronouns are asked for, in text order."""

    def __init__(self, tagged: TaggedText, mentions: Sequence[Mention], quotes: Sequence[Quote]) -> None:
        self.tagged = tagged
        self._mentions = mentions
        self.quoted = bytearray(len(tagged.text) + 1)
        self._spoken: list[tuple[int, int, Mention]] = []
        quotes = [quote for quote in quotes if not quote.is_aim]
        self._verbatim = Verbatim(tagged, quotes)
        named = [quote.speaker for quote in quotes if quote.speaker is not None and quote.speaker.layer != "pronoun"]
        self.speakers = {speaker.actor_id for speaker in named if speaker.actor_id}
        for quote in quotes:
            for start, end in quote.content:
                if quote.kind != "indirect":
                    self.quoted[start:end] = b"\x01" * (end - start)
                if quote.speaker is not None:
                    self._spoken.append((start, end, quote.speaker))
        self._spoken.sort(key=itemgetter(0))
        self.counts: dict[str, int] = {}
        self.most = 0
        self.first_at: dict[str, int] = {}
        self.subjects: dict[str, int] = {}
        self.last_subject: str | None = None
        self.named_behind: set[str] = set()
        self.named_next: set[str] = set()
        self.taken: dict[str, Counter[str]] = defaultdict(Counter)  # by which pronouns an actor was taken up, by form
        self.speaker: Mention | None = None
        self.quotation: tuple[int, int] | None = None
        self.last_speaker: str | None = None
        self._seen = 0
        self._things, self._things_seen = find_things(tagged, mentions), 0
        self._places: dict[int, str] = {}  # by head of a mention, and clauses by position, since each is asked for again and again
        self._clauses: dict[int, int] = {}
        self.near: deque[Mention] = deque(maxlen=_NEAR)
        self.rows: dict[tuple[int, str], Matrix] = {}  # what is seen of a mention by itself, by its identity and the form of the pronoun
        told: dict[str, Counter[str]] = defaultdict(Counter)
        for mention in mentions:
            if mention.actor_id and mention.gender and mention.layer != "pronoun":
                told[mention.actor_id][mention.gender] += 1
        self.genders = {actor: genders.most_common(1)[0][0] for actor, genders in told.items()}

    def advance(self, pronoun: Mention) -> list[Mention]:
        """Read on to a pronoun; whom it may take up, nearest first."""
        self._count_until(pronoun.start)
        self._look_at_quotes(pronoun.start)
        self._look_ahead(pronoun)
        return self._candidates(pronoun)

    def form(self, pronoun: Mention) -> str:
        """The form of a third-person pronoun. Raises ValueError for another mention."""
        form = form_of(self.tagged.lowers[pronoun.first])
        if form is None:
            raise ValueError(f"expected a pronoun of the third person, found {self.tagged.words[pronoun.first]!r}")
        return form

    def place(self, mention: Mention) -> str:
        """What the mention is in its clause; of a joint or apposed one, what the first is."""
        found = self._places.get(mention.head)
        if found is None:
            found = self._places[mention.head] = self._find_place(mention.head)
        return found

    def _find_place(self, position: int) -> str:
        tagged = self.tagged
        for _ in range(4):
            if tagged.deps[position] not in JOINED:
                break
            position = tagged.heads[position]
        return _PLACES.get(tagged.deps[position], "other")

    def clause(self, position: int) -> int:
        """The head of the clause a token stands in."""
        found = self._clauses.get(position)
        if found is None:
            found = self._clauses[position] = self._find_clause(position)
        return found

    def _find_clause(self, position: int) -> int:
        tagged = self.tagged
        for _ in range(12):
            head = tagged.heads[position]
            if head == position or tagged.deps[position] in _CLAUSES and tagged.tags[position] in VERBAL_TAGS:
                break
            position = head
        return position

    def _look_at_quotes(self, start: int) -> None:
        """The quotation around a character, and who spoke last before it."""
        place = bisect_right(self._spoken, start, key=itemgetter(0))
        near = self._spoken[max(0, place - _QUOTES_BACK) : place][::-1]
        around = next((spoken for spoken in near if start < spoken[1]), None)
        self.quotation = around[:2] if around is not None else None
        self.speaker = around[2] if around is not None and around[2].actor_id is not None else None
        past = (speaker for _, end, speaker in near if end <= start and speaker.layer != "pronoun")
        self.last_speaker = next((speaker.actor_id for speaker in past if speaker.actor_id), None)

    def _count_until(self, start: int) -> None:
        while self._seen < len(self._mentions) and self._mentions[self._seen].start < start:
            mention = self._mentions[self._seen]
            self._seen += 1
            self.near.append(mention)
            if mention.actor_id is None:
                continue
            self.counts[mention.actor_id] = self.counts.get(mention.actor_id, 0) + 1
            self.most = max(self.most, self.counts[mention.actor_id])
            self.first_at.setdefault(mention.actor_id, self._seen)
            form = form_of(self.tagged.lowers[mention.first]) if mention.layer == "pronoun" else None
            if form is not None:
                self.taken[mention.actor_id][form] += 1
            if self.place(mention) == "subject":
                self.subjects[mention.actor_id] = self.subjects.get(mention.actor_id, 0) + 1
                self.last_subject = mention.actor_id
        while self._things_seen < len(self._things) and self._things[self._things_seen].start < start:
            thing = str(self._things[self._things_seen].actor_id)
            self._things_seen += 1
            self.counts[thing] = self.counts.get(thing, 0) + 1

    def _candidates(self, pronoun: Mention) -> list[Mention]:
        """Whom the pronoun may take up, nearest first; for "it" and "they" with the things that stand beside them."""
        form = self.form(pronoun)
        actors = self._actors(pronoun, form)
        if form in ("he", "she"):
            return actors
        things = self._things_before(pronoun)
        place = next((place for place, mention in enumerate(actors) if mention.start > pronoun.start), len(actors))
        before = sorted((*actors[:place], *things), key=lambda mention: mention.start, reverse=True)
        return [*before, *actors[place:]]

    def _things_before(self, pronoun: Mention) -> list[Mention]:
        """The things of the pronoun's number in its sentence and those right before it, nearest first."""
        tagged, low = self.tagged, self.tagged.sentence_of[pronoun.first] - _WINDOW_OF_THINGS
        earlier = (self._things[place] for place in range(self._things_seen - 1, -1, -1))
        near = takewhile(lambda m: tagged.sentence_of[m.first] >= low, earlier)
        fitting = (m for m in near if m.is_plural is pronoun.is_plural and not are_two(tagged, pronoun, m))
        return list(islice(fitting, _MOST_THINGS))

    def _actors(self, pronoun: Mention, form: str) -> list[Mention]:
        """Mentions of known actors before the pronoun and names behind it in its sentence, nearest first."""
        tagged = self.tagged
        sentence = tagged.sentence_of[pronoun.first]
        before = takewhile(lambda m: sentence - tagged.sentence_of[m.first] <= WINDOW, reversed(self.near))
        end = tagged.sentences[sentence][1]
        after = takewhile(lambda m: m.first < end, islice(self._mentions, self._seen, self._seen + MOST))
        behind = [m for m in after if m.layer == "name" and m.start > pronoun.start and self._may_be(m, pronoun, form)]
        found = [*(m for m in before if self._may_be(m, pronoun, form)), *behind][:MOST]
        others = {m.actor_id for m in found if are_two(tagged, pronoun, m)} | self._verbatim.named_by(pronoun, self._mentions)
        speaker = self._verbatim.speaker_at(pronoun.start)
        if speaker is not None:
            others.add(speaker.actor_id)  # who speaks is "I" in his own words
        found = [m for m in found if m.actor_id not in others]
        if not any(self.is_in_quotation(m) for m in found):
            return found
        # where the quotation itself names somebody, nobody of another quotation is taken up
        return [m for m in found if self.is_in_quotation(m) or not self.quoted[m.start]]

    def _look_ahead(self, pronoun: Mention) -> None:
        """Who is named again behind the pronoun in its sentence, and who in the next."""
        sentence_of, here = self.tagged.sentence_of, self.tagged.sentence_of[pronoun.first]
        later = takewhile(lambda m: sentence_of[m.first] <= here + 1, islice(self._mentions, self._seen, self._seen + MOST))
        named = [(sentence_of[m.first] == here, m.actor_id) for m in later if m.layer == "name" and m.actor_id is not None]
        self.named_behind = {actor_id for is_here, actor_id in named if is_here}
        self.named_next = {actor_id for is_here, actor_id in named if not is_here}

    def is_in_quotation(self, mention: Mention) -> bool:
        """Whether a mention stands in the quotation that the pronoun stands in."""
        return self.quotation is not None and self.quotation[0] <= mention.start < self.quotation[1]

    def _may_be(self, candidate: Mention, pronoun: Mention, form: str) -> bool:
        if candidate.actor_id is None or candidate.layer == "adjectival" or candidate is pronoun:
            return False
        if candidate.layer == "pronoun":
            return form_of(self.tagged.lowers[candidate.first]) == form
        if candidate.first <= pronoun.first < candidate.last or self._is_beside_text(candidate, pronoun):
            return False
        if form in ("he", "she"):
            is_other = candidate.kind not in ("person", "generic") or candidate.gender not in (None, pronoun.gender)
            if candidate.wikidata is not None and is_other:
                return False  # a known town is nobody, of a known person the gender is known; of others the given name may mislead
            return candidate.is_plural is not True and candidate.kind not in _NOBODY and not self._is_acronym(candidate)
        if form == "it":
            return candidate.kind != "person" and not (candidate.is_plural is True and candidate.layer == "nominal")
        return candidate.kind != "person"

    def _is_beside_text(self, candidate: Mention, pronoun: Mention) -> bool:
        """Whether it stands in a caption, a credit or a note on the author, and the pronoun elsewhere."""
        its, mine = (self.tagged.paragraph_of[self.tagged.sentence_of[m.first]] for m in (candidate, pronoun))
        return its != mine and self.tagged.paragraphs[its].kind == "boilerplate"

    def _is_acronym(self, candidate: Mention) -> bool:
        """Whether it is an organisation's name in capitals, which no tagger takes a person for."""
        return candidate.ner == "ORG" and self.tagged.words[candidate.first].isupper() and candidate.last - candidate.first == 1
