"""What tells how sure it is whom a mention means: the rule that says so, the words and their neighbours, and where else the article speaks
of the same actor and of others."""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from transforms.annotations import Mention, TaggedText
from transforms.language.en.labels import FINITE_TAGS, part_of_speech

#: Letters that the end of a word keeps.
_ENDING = 3
#: Counts and distances beyond these tell no more.
_MANY, _FAR = 6, 8
_PRONOUN, _NAME = "pronoun", "name"


class Company:
    """The mentions with an actor of an article, in text order, and what each actor's have in common."""

    def __init__(self, tagged: TaggedText, mentions: Sequence[Mention]) -> None:
        self.tagged = tagged
        self.mentions = [mention for mention in mentions if mention.actor_id is not None]
        self.starts = [mention.start for mention in self.mentions]
        self._same: dict[str, list[Mention]] = defaultdict(list)
        for mention in self.mentions:
            self._same[str(mention.actor_id)].append(mention)
        self._told: dict[str, Together] = {}
        self._capitals: dict[int, int] = {}

    def place(self, mention: Mention) -> int:
        """Where a mention stands among them."""
        return bisect_left(self.starts, mention.start)

    def before(self, mention: Mention) -> Mention | None:
        """The last mention of its actor that ends before it."""
        return next((one for one in reversed(self._same[str(mention.actor_id)]) if one.end <= mention.start), None)

    def together(self, mention: Mention) -> "Together":
        """What the mentions of its actor have in common."""
        actor_id = str(mention.actor_id)
        if actor_id not in self._told:
            self._told[actor_id] = Together.of(self._same[actor_id])
        return self._told[actor_id]

    def capitals(self, sentence: int) -> int:
        """How many fifths of the words of a sentence have a capital."""
        if sentence not in self._capitals:
            low, high = self.tagged.sentences[sentence]
            self._capitals[sentence] = sum(word[:1].isupper() for word in self.tagged.words[low:high]) * 5 // (high - low)
        return self._capitals[sentence]


class Together(NamedTuple):
    """All mentions of one actor: how many, how many names, the words of the longest, the first, the commonest rules, the tagger's types,
    whether one speaks, and whether one describes."""

    times: int
    named: int
    longest: int
    first: Mention
    rules: list[tuple[str, int]]
    labels: str
    speaks: bool
    describes: bool

    @classmethod
    def of(cls, same: Sequence[Mention]) -> "Together":
        """Those of a list in text order."""
        names = [one for one in same if one.layer == _NAME]
        return cls(
            len(same),
            len(names),
            max((one.last - one.first for one in names), default=0),
            same[0],
            Counter(one.rule for one in names).most_common(),
            "|".join(sorted({str(one.ner) for one in names})),
            any(one.role == "speaker" for one in same),
            any(one.layer == "nominal" for one in same),
        )

    def best_rule(self, mention: Mention) -> str:
        """The commonest rule of the other names."""
        others = [(count - (rule == mention.rule and mention.layer == _NAME), rule) for rule, count in self.rules]
        count, rule = max(others, key=lambda pair: pair[0], default=(0, ""))
        return rule if count else "none"


def mention_features(mention: Mention, company: Company, measured: float) -> list[str]:
    """Of a mention with an actor. measured: the share that readers found right of what its rule decides."""
    tagged = company.tagged
    return [
        *_decision(mention, measured),
        *_surroundings(tagged, mention, company),
        *(_name(tagged, mention) if mention.layer == _NAME else _word(tagged, mention)),
        *_actor(tagged, mention, company),
        *(_earlier(tagged, mention, company) if mention.layer != _NAME else ()),
    ]


def _decision(mention: Mention, measured: float) -> Iterator[str]:
    rule, kind, layer, sure = mention.rule, mention.kind or "?", mention.layer, int(mention.confidence * 10)
    origin = "discovered" if not mention.actor.parent_id and not mention.actor.wikidata and not mention.actor.country else "known"
    yield f"rule:{rule}"
    yield f"rule:{rule.partition('.')[0]}|{layer}"
    yield f"rule:{rule}|{kind}"
    yield f"rule:{rule}|{sure}"
    yield f"sure:{sure}|{layer}"
    yield f"measured:{int(measured * 20)}"
    yield f"kind:{kind}|{layer}"
    yield f"kind:{kind}|{mention.ner}|{origin}"
    yield f"sector:{mention.sector}|{kind}|{origin}"
    yield f"country:{mention.actor.country is not None}|{kind}|{layer}"
    yield f"country:{mention.actor.country}|{kind}"
    yield f"item:{mention.actor.wikidata is not None}|{kind}"
    yield f"role:{mention.role}|{layer}"
    yield f"role:{mention.role}|{kind}"
    yield f"reading:{mention.reading}|{kind}"
    yield f"office:{mention.office is not None}|{layer}"
    yield f"gender:{mention.gender}|{mention.is_plural}|{kind}|{layer}"
    for step in mention.trace:
        yield f"step:{step.rule}"


def _surroundings(tagged: TaggedText, mention: Mention, company: Company) -> Iterator[str]:
    """The words beside it and above it, and what kind of sentence it is."""
    head, kind, layer = mention.head, mention.kind or "?", mention.layer
    low, high = tagged.sentences[tagged.sentence_of[head]]
    before = tagged.lowers[mention.first - 1] if mention.first > low else "<"
    after = tagged.lowers[mention.last] if mention.last < high else ">"
    tag_before = tagged.tags[mention.first - 1] if mention.first > low else "<"
    tag_after = tagged.tags[mention.last] if mention.last < high else ">"
    dep, above = tagged.deps[head], tagged.heads[head]
    yield f"before:{before}|{layer}"
    yield f"before:{before}|{kind}"
    yield f"after:{after}|{layer}"
    yield f"after:{after}|{kind}"
    yield f"tags:{tag_before}|{tag_after}|{layer}"
    yield f"after:{tag_after}|{kind}"
    yield f"dep:{dep}|{kind}"
    yield f"dep:{dep}|{layer}"
    yield f"under:{tagged.lowers[above]}|{dep}"
    yield f"under:{part_of_speech(tagged.tags[above])}|{dep}|{layer}"
    yield f"verb:{not FINITE_TAGS.isdisjoint(tagged.tags[low:high])}|{layer}"
    yield f"capitals:{company.capitals(tagged.sentence_of[head])}|{layer}"
    yield f"length:{min(high - low, 31).bit_length()}|{layer}"
    yield f"sentence:{min(tagged.sentence_of[head], 3)}|{layer}"
    for child in tagged.children[head]:
        if child < mention.first or child >= mention.last:
            yield f"child:{tagged.deps[child]}|{layer}"


def _name(tagged: TaggedText, mention: Mention) -> Iterator[str]:
    """How a name is written."""
    words, kind = tagged.words[mention.first : mention.last], mention.kind or "?"
    yield f"words:{min(len(words), _MANY)}|{kind}"
    yield f"shape:{' '.join(map(_shape, words[:4]))}|{kind}"
    yield f"last:{words[-1].lower()}"
    yield f"first:{words[0].lower()}"
    yield f"ending:{words[-1].lower()[-_ENDING:]}|{kind}"
    yield f"tag:{tagged.tags[mention.head]}|{kind}"
    for word in words:
        yield f"has:{word.lower()}"
        yield f"has:{_shape(word)}|{kind}"
    if len(words) == 1:
        yield f"starts:{mention.first == tagged.sentences[tagged.sentence_of[mention.head]][0]}|{kind}"
        yield f"also lower:{words[0].lower() in tagged.printed}|{kind}"


def _shape(word: str) -> str:
    """Capitals, small letters and digits, runs cut short: "Xx", "X", "xXx", "9"."""
    shape = ""
    for letter in word:
        sign = "9" if letter.isdigit() else "X" if letter.isupper() else "x" if letter.isalpha() else letter
        if not shape.endswith(sign):
            shape += sign
    return shape if len(word) > 1 or not word.isupper() else "I"


def _word(tagged: TaggedText, mention: Mention) -> Iterator[str]:
    """The words of a description or pronoun."""
    head, kind = mention.head, mention.kind or "?"
    yield f"word:{tagged.lowers[head]}"
    yield f"word:{tagged.lowers[head]}|{kind}"
    yield f"word:{tagged.lowers[head]}|{mention.role}"
    yield f"words:{min(mention.last - mention.first, _MANY)}|{mention.layer}"
    if mention.layer != _PRONOUN:
        yield f"opens:{tagged.lowers[mention.first]}|{kind}"
        yield f"opens:{tagged.lowers[mention.first]}|{tagged.lowers[head]}"


def _actor(tagged: TaggedText, mention: Mention, company: Company) -> Iterator[str]:
    """How often and how the article names the actor."""
    kind, layer, rule = mention.kind or "?", mention.layer, mention.rule.partition(".")[0]
    same = company.together(mention)
    yield f"times:{min(same.times, _MANY)}|{kind}"
    yield f"times:{min(same.times, _MANY)}|{rule}"
    yield f"named:{min(same.named, 3)}|{layer}"
    yield f"longest:{min(same.longest, 3)}|{kind}|{layer}"
    yield f"longest:{min(same.longest, 3)}|{mention.rule}"
    yield f"is first:{same.first is mention}|{layer}"
    yield f"best:{same.best_rule(mention)}|{layer}"
    yield f"labels:{same.labels}|{kind}"
    yield f"spoken:{same.speaks}|{kind}"
    yield f"described:{same.describes}|{kind}"
    yield f"text:{min(len(tagged.sentences), 63).bit_length()}|{layer}"


def _earlier(tagged: TaggedText, mention: Mention, company: Company) -> Iterator[str]:
    """Of what has no name: where the actor was mentioned last, and who else could be meant."""
    before, rule, kind = company.before(mention), mention.rule, mention.kind or "?"
    sentence = tagged.sentence_of[mention.head]
    if before is None:
        yield f"back:none|{rule}"
        return
    far = sentence - tagged.sentence_of[before.head]
    place, last = company.place(mention), company.place(before)
    rivals = [one for one in company.mentions[last + 1 : place] if one.actor_id not in {before.actor_id, None}]
    alike = [one for one in rivals if one.kind == mention.kind and not str(one.actor_id).startswith("GENERIC.")]
    near = {
        str(one.actor_id)
        for one in company.mentions[max(place - 2 * _FAR, 0) : place]
        if sentence - tagged.sentence_of[one.head] <= 1 and one.kind == mention.kind and one.actor_id != mention.actor_id
    }
    mixed = {one.gender for one in alike if one.gender} if kind == "person" else set()
    crossed = tagged.paragraph_of[sentence] != tagged.paragraph_of[tagged.sentence_of[before.head]]
    yield f"back:{min(far, 4)}|{rule}"
    yield f"back:{min(far, 4)}|{min(len(alike), 3)}|{min(len(near), 3)}"
    yield f"rivals:{min(len(rivals), 4)}|{kind}"
    yield f"alike:{min(len(alike), 4)}|{rule}"
    yield f"near:{min(len(near), 4)}|{rule}"
    yield f"genders:{mention.gender in mixed}|{len(mixed)}"
    yield f"from:{before.layer}|{before.rule}"
    yield f"from:{before.layer}|{before.role}|{mention.role}"
    yield f"from:{tagged.deps[before.head]}|{tagged.deps[mention.head]}"
    yield f"from:{int(before.confidence * 10)}|{before.layer}"
    yield f"crossed:{crossed}|{rule}"
    yield f"first:{mention.first == tagged.sentences[sentence][0]}|{rule}"
    yield f"quoted:{mention.voice is not None}|{before.voice is not None}|{rule}"
    yield f"voice:{mention.voice == mention.actor_id if mention.voice else None}|{rule}"
