"""Named persons by their titles: what stands beside a name tells country, sector and office, and which office the person holds."""

from collections.abc import Mapping

from transforms.annotations import Mention, TaggedText
from transforms.identities.homes import Homes
from transforms.identities.offices import NOT_YET_WORDS, PAST_WORDS, as_title, pick_office
from transforms.identities.owners import Owners
from transforms.identities.posts import PALEST, POSTS, PRIVATE_KINDS, Post, sector_of
from transforms.language import word_class
from transforms.language.en.grammar import noun_phrase_start
from transforms.language.en.labels import APPOSITION, ATTRIBUTE, COMMON_NOUN_TAGS, FINITE_TAGS, NOUN_TAGS, SUBJECTS
from transforms.lexicon import Actor, Lexicon, Noun
from transforms.names.name_spans import POSSESSIVE_MARKS
from transforms.names.name_words import ORGANISATION_WORDS

#: Where, syntax unknown, the title before a name begins.
_BEFORE_TITLES = word_class("identities.before_titles")
#: What leads from an office to its owner.
_OFFICE_LINKS = word_class("identities.links")
#: What ends the phrase that tells the owner.
_PHRASE_ENDS = word_class("identities.phrase_ends")
#: Behind these stands no office of the person.
_BEHIND_OFFICES = word_class("identities.behind_offices")
#: Verbs that give an office; to "be" or "become" something is as often a wish.
_HOLDING = word_class("identities.office_copulas")
#: What leads from a post to the body that has it: "vice president with the Kaiser Foundation".
_POST_LINKS = word_class("identities.post_links")
#: Posts about a country rather than of it: "director for Iran", "envoy for Syria".
_TOPICAL = word_class("identities.topical_posts")
_TEACHING, _TOPIC_LINK, _WHERE_LINK = "EDU", "for", "in"
#: Who studies or covers the country before the noun: "an Iran analyst".
_STUDENTS = word_class("identities.students")
#: Behind a land, or what is the same, these make it where somebody fought: "a Vietnam War veteran".
_FOUGHT = word_class("identities.fought")
#: Tokens behind "chief" within which "chief of staff" and the like end.
_LONG_TITLE = 4
_LANDS, _RULING = frozenset({"country", "territory"}), frozenset({"HOS", "HOG"})
#: Who is sent to a country, of which he is not: "ambassador to Peru".
_SENT, _GOAL_LINK = word_class("identities.sent_to"), "to"
#: Offices whose holders serve abroad: where the article plays need not be their country.
_SERVE_ABROAD = frozenset({"AMB", "ENVOY", "UNAMB", "OFFICER"})
#: Kinds of bodies whose people are called after them: "the Herald's Ann Reid".
_HAVE_PEOPLE = frozenset({"outlet", "party"})
#: What every firm and club has as well, so that of somebody in no dictionary it tells no ruler.
_ANYBODYS_RULER = "president"
#: What parts a name from words before it that describe something else: "(Photo: Ann Reid)", "publishers …; club owner Steve Rill".
_PARTING = frozenset({":", ";", "("})
#: So many times likelier than the next a country must be to be that of an official who stands without one.
_SURE = 3.0


def describe_persons(
    tagged: TaggedText, mentions: list[Mention], lexicon: Lexicon, owners: Owners, homes: Homes, found: dict[str, Actor]
) -> tuple[dict[str, set[tuple[str, str]]], dict[str, set[str]]]:
    """Country, sector and office of persons from title and apposition; returns, for each person, the (owner, office) pairs given and the
    titles of office ("minister" of "Labour Minister Anna Berg", see `as_title`)."""
    held: dict[str, set[tuple[str, str]]] = {}
    titles: dict[str, set[str]] = {}
    for mention in mentions:
        if mention.ner != "PERSON" or mention.layer != "name" or mention.actor_id is None:
            continue
        for first, last in descriptions(tagged, mention):
            described = _find_noun(tagged, first, last, lexicon, owners)
            if described is None:
                continue
            noun, low, high = described
            owner = _owner_of(tagged, described, first, owners)
            owner_id = owners.owner_id(owner) if owner is not None else None
            whose = _whose(owner, owner_id, lexicon, found)
            is_elsewhere = first >= mention.last and _is_elsewhere(tagged, described, owner, whose)
            if is_elsewhere:
                owner_id, whose = None, None
            title = " ".join(tagged.lowers[low:high])
            is_elsewhere = is_elsewhere or (title == _ANYBODYS_RULER and whose is None and mention.actor_id in found)
            whole, end = _whole_title(tagged, described, last, whose, lexicon)
            post = Post(tagged, whole, (first, last), (low, end), whose, is_elsewhere, has_place=owners.before(first, low) is not None)
            _note_person(mention, post, owner_id, found, is_public=_is_public(mention.actor_id, lexicon))
            is_at_home = owner_id is None and whose is None and not is_elsewhere and mention.actor_id in found
            told_behind = _country_told_behind(tagged, mention, lexicon, owners, found) if is_at_home and first < mention.first else None
            if told_behind is not None:
                _note_home(mention.actor_id, told_behind, found)
            elif is_at_home and any(office.suffix for office in noun.offices):
                is_abroad = any(office.base in _SERVE_ABROAD for office in noun.offices)
                _note_home(mention.actor_id, homes.home_at(mention.first, _SURE, with_places=not is_abroad), found)
            is_holder = not (PAST_WORDS | NOT_YET_WORDS) & set(tagged.lowers[first:last]) and not _never_ruled(mention, noun, lexicon)
            if noun.offices and is_holder:
                titles.setdefault(mention.actor_id, set()).add(as_title(tagged.lowers[first:high], low - first))
            for office in noun.offices if is_holder and not is_elsewhere else ():
                if owner_id is not None or not office.suffix:
                    held.setdefault(mention.actor_id, set()).add((owner_id or "", office.office_id))
            break
        else:
            _note_whose(tagged, mention, owners, lexicon, found)
    return held, titles


def _country_told_behind(tagged: TaggedText, mention: Mention, lexicon: Lexicon, owners: Owners, found: dict[str, Actor]) -> str | None:
    """The country of the body behind a name that stands with a bare title: "Adm. Carl Rill, commander of the U.S. Pacific Command"; it
    tells more than the countries around it do."""
    for first, last in descriptions(tagged, mention):
        described = _find_noun(tagged, first, last, lexicon, owners) if first >= mention.last else None
        owner = _owner_of(tagged, described, first, owners) if described is not None else None
        whose = _whose(owner, owners.owner_id(owner), lexicon, found) if owner is not None else None
        if whose is not None and whose.country is not None:
            return whose.country
    return None


def _note_whose(tagged: TaggedText, mention: Mention, owners: Owners, lexicon: Lexicon, found: dict[str, Actor]) -> None:
    """Whose somebody is of whom no more is said: "the Varden Herald's Ann Reid", "SNP's Rui Sorrel"."""
    mark = mention.first - 1
    owner = owners.name_at(mark - 1) if mark > 0 and tagged.lowers[mark] in POSSESSIVE_MARKS else None
    whose = lexicon.actor(owner.actor_id or "") or found.get(owner.actor_id or "") if owner is not None else None
    if whose is None or whose.kind not in _HAVE_PEOPLE:
        return
    mention.tell_sector(whose.sector)
    actor = found.get(mention.actor_id or "")
    if actor is not None:
        found[actor.actor_id] = actor._replace(country=actor.country or whose.country, sector=actor.sector or whose.sector)


def descriptions(tagged: TaggedText, mention: Mention) -> list[tuple[int, int]]:
    """Token stretches that describe the person: the title before the name, the apposition after or around it."""
    stretches: list[tuple[int, int]] = []
    low, bound = mention.first, tagged.sentences[tagged.sentence_of[mention.first]][0]
    if tagged.has_syntax:
        low = max(min(mention.first, noun_phrase_start(tagged, mention.head)), bound)
    else:
        while (
            low > bound and mention.first - low < 5 and tagged.words[low - 1][0].isalpha() and tagged.lowers[low - 1] not in _BEFORE_TITLES
        ):
            low -= 1
    if low < mention.first:
        stretches.append((low, mention.first))
    if not tagged.has_syntax:
        return stretches
    added = [
        child
        for child in tagged.children[mention.head]
        if tagged.deps[child] == APPOSITION and child >= mention.last and {":", ";"}.isdisjoint(tagged.words[mention.last : child])
    ]
    stretches += [(noun_phrase_start(tagged, child), _right_edge(tagged, child)) for child in added]
    if tagged.deps[mention.head] == APPOSITION and tagged.heads[mention.head] < mention.first:
        above = tagged.heads[mention.head]
        stretches.append((_behind_parting(tagged, noun_phrase_start(tagged, above), mention.first), mention.first))
    if tagged.deps[mention.head] in SUBJECTS:
        verb = tagged.heads[mention.head]
        if tagged.lowers[verb] in _HOLDING:
            stretches += [
                (noun_phrase_start(tagged, c), _right_edge(tagged, c))
                for c in tagged.children[verb]
                if tagged.deps[c] == ATTRIBUTE and c > verb and tagged.tags[c] in NOUN_TAGS  # "is representative of" tells no post
            ]
    return stretches


def _behind_parting(tagged: TaggedText, first: int, last: int) -> int:
    """Where the words that describe a name before it begin, at the earliest: behind what parts it from others."""
    closed = False
    for place in range(last - 1, first - 1, -1):
        closed = closed or tagged.words[place] == ")"
        if tagged.words[place] in _PARTING and not (closed and tagged.words[place] == "("):
            return place + 1
    return first


def _right_edge(tagged: TaggedText, head: int) -> int:
    """The phrase with the prepositional phrase that follows its head, if that names an owner."""
    last, sentence_end = head + 1, tagged.sentences[tagged.sentence_of[head]][1]
    if last < sentence_end and tagged.lowers[last] in _OFFICE_LINKS:
        while last < sentence_end and last - head < 7 and tagged.words[last] not in _PHRASE_ENDS:
            last += 1
    return last


def _find_noun(tagged: TaggedText, first: int, last: int, lexicon: Lexicon, owners: Owners) -> tuple[Noun, int, int] | None:
    """The longest noun of an office or role in the tokens, with its own tokens; the last one before any preposition."""
    best: tuple[Noun, int, int] | None = None
    for position in range(first, last):
        if tagged.lowers[position] in POSSESSIVE_MARKS and len(tagged.words[position - 1]) > 1:  # not in "Senator O ' Hara"
            best = None  # "the mayor's driver"
        if _is_in_name(tagged, position, lexicon, owners):
            continue
        told = (
            (low, noun)
            for low, noun in lexicon.nouns_ending(tagged.lowers, position + 1, first)
            if noun.offices or noun.role is not None or tagged.lowers[position] in POSTS
        )
        low, noun = next(told, (0, None))
        if noun is not None and (best is None or low > best[2] - 1 or position + 1 - low > best[2] - best[1]):
            best = (noun, low, position + 1)
        if best is not None and tagged.lowers[position] in _BEHIND_OFFICES and position >= best[2]:
            break
    return None if best is not None and _only_modifies(tagged, best, last) else best


def _only_modifies(tagged: TaggedText, described: tuple[Noun, int, int], last: int) -> bool:
    """Whether a noun only says which other one is meant, or does something: "an Iowa state junior", "Rio police indict Sorrel"."""
    noun, _, high = described
    if noun.offices or high >= last or not tagged.has_syntax:
        return False
    return tagged.tags[high] in COMMON_NOUN_TAGS or tagged.tags[high] in FINITE_TAGS


def _is_in_name(tagged: TaggedText, position: int, lexicon: Lexicon, owners: Owners) -> bool:
    """Whether a noun is part of a name and nobody's post: the union of "Orthodox Union", the nation of "Fox Nation"."""
    lower, name = tagged.lowers[position], owners.name_at(position)
    if not tagged.words[position][0].isupper():
        return False
    noun = lexicon.nouns.get(lower)
    is_long = name is not None and name.ner in ("ORG", "GPE") and name.last - name.first > 1
    is_firms = is_long and (owner := lexicon.actor((name and name.actor_id) or "")) is not None and owner.kind in PRIVATE_KINDS
    is_name = is_long and (is_firms or not (noun is not None and noun.offices))  # "General Motors", but "Prime Minister's Office"
    return is_name or lower in ORGANISATION_WORDS


def _whole_title(
    tagged: TaggedText, described: tuple[Noun, int, int], last: int, owner: Actor | None, lexicon: Lexicon
) -> tuple[Noun, int]:
    """The noun with its end where a longer one goes on over "of" that names an office of the owner or of every country: "chief of
    staff"."""
    noun, low, high = described
    if tagged.lowers[high : high + 1] != ["of"]:
        return noun, high
    country, owner_id = (owner.country, owner.actor_id) if owner is not None else (None, None)
    ends = range(min(last, high + _LONG_TITLE), high + 1, -1)
    longer = ((found, end) for end in ends for start, found in lexicon.nouns_ending(tagged.lowers, end, low) if start == low)
    return next(((found, end) for found, end in longer if pick_office(found.offices, country, owner_id) is not None), (noun, high))


def _owner_of(tagged: TaggedText, described: tuple[Noun, int, int], first: int, owners: Owners) -> Mention | None:
    """The name of whose the post is; not that of a land which the person fought in, studies or is sent about."""
    noun, low, high = described
    owner = owners.before(first, low)
    is_studied = not noun.offices or tagged.lowers[high - 1] in _STUDENTS
    if owner is not None and is_studied and owner.kind in (None, *_LANDS) and owner.ner in ("GPE", "NORP"):
        behind = tagged.lowers[owner.last]
        owner = None if behind in _FOUGHT or (owner.last == low and owner.layer == "name") else owner  # "Korean War veteran", "Iran expert"
    if owner is not None:
        return owner
    high = _over_second_post(tagged, high)
    owner = owners.after(high, _POST_LINKS)
    if owner is not None and owner.ner == "NORP" and noun.role is not None and noun.role.sector == _TEACHING:
        return None  # "a professor of Russian history"
    if owner is None or owner.ner != "GPE":
        return owner
    if tagged.lowers[high] == _GOAL_LINK and tagged.lowers[high - 1] in _SENT:
        return None
    is_where = tagged.lowers[high] == _WHERE_LINK  # "an analyst in Geneva" may be from anywhere
    return None if is_where or (tagged.lowers[high] == _TOPIC_LINK and tagged.lowers[high - 1] in _TOPICAL) else owner


def _is_elsewhere(tagged: TaggedText, described: tuple[Noun, int, int], owner: Mention | None, whose: Actor | None) -> bool:
    """Whether a post that every body has is behind a name said to be that of a body of which nothing is known: "Jon Cowan, president of
    Third Way", "president of America's Health Insurance Plans"; that makes nobody an official of the state."""
    _, low, high = described
    post, title = tagged.lowers[high - 1], " ".join(tagged.lowers[low:high])
    high = _over_second_post(tagged, high)
    if (post not in POSTS and title not in POSTS) or high >= len(tagged.words) or tagged.lowers[high] not in _POST_LINKS:
        return False
    if owner is None or whose is None:
        return True
    last = owner.last
    return last + 1 < len(tagged.words) and tagged.lowers[last] in POSSESSIVE_MARKS and last > high and tagged.words[last + 1][0].isupper()


def _over_second_post(tagged: TaggedText, high: int) -> int:
    """Behind a second post that is joined by "and": "president and CEO of the Harris Health System"."""
    is_joined = tagged.lowers[high : high + 1] == ["and"] and tagged.lowers[high + 2 : high + 3]
    return high + 2 if is_joined and tagged.lowers[high + 2] in _POST_LINKS else high


def _whose(owner: Mention | None, owner_id: str | None, lexicon: Lexicon, found: Mapping[str, Actor]) -> Actor | None:
    """The owner of a post: also a body that no dictionary knows, of which no office can be held on a day."""
    if owner_id is not None:
        return lexicon.actor(owner_id)
    named = found.get(owner.actor_id or "") if owner is not None else None
    return named if named is not None and named.kind in PRIVATE_KINDS else None


def _is_public(actor_id: str, lexicon: Lexicon) -> bool:
    """Whether a person ever held an office that is more than a civilian's."""
    offices = (lexicon.offices.get(tenure.office_id) for tenure in lexicon.tenures_of.get(actor_id, ()))
    return any(office is None or office.sector not in (None, PALEST) for office in offices)


def _never_ruled(mention: Mention, noun: Noun, lexicon: Lexicon) -> bool:
    """Whether a title of rulers stands beside somebody whose offices are known and who never ruled: of another, next to him."""
    bases = {office.base for office in noun.offices} & _RULING
    held = {tenure.base for tenure in lexicon.tenures_of.get(mention.actor_id or "", ())}
    return bool(bases and held) and bases.isdisjoint(held)


def _note_person(mention: Mention, post: Post, owner_id: str | None, found: dict[str, Actor], *, is_public: bool) -> None:
    """Note what the post tells. `is_public`: who ever held an office is called a feminist, a friend or a brother without becoming a
    civilian."""
    assert mention.actor_id is not None
    owner = post.owner
    sector, office = sector_of(post)
    if sector == PALEST and is_public:
        sector = None
    if office is not None:
        mention.office = f"{office.name} of {owner.name}" if owner is not None else office.name
    mention.tell_sector(sector)
    actor = found.get(mention.actor_id)
    if actor is not None:
        found[mention.actor_id] = actor._replace(
            country=actor.country or (owner.country if owner is not None else None),
            sector=actor.sector or sector,
            parent_id=actor.parent_id or owner_id,
        )


def _note_home(actor_id: str, country: str | None, found: dict[str, Actor]) -> None:
    """An official whose country is not said is one of that of which the article speaks: "Governor Fubara" in news of Nigeria alone."""
    if found[actor_id].country is None and country is not None:
        found[actor_id] = found[actor_id]._replace(country=country)
