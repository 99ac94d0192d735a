"""Offices both ways: what a title says of a named person, and which person an office means on the article's day."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from transforms.annotations import Article, Mention, TaggedText
from transforms.identities.homes import Homes
from transforms.identities.owners import Owners
from transforms.identities.told_sectors import SILENT, candidates_sector, is_lawmakers_title, is_long_served, sector_told
from transforms.language import word_class, word_values
from transforms.language.en.grammar import noun_phrase_start
from transforms.language.en.labels import APPOSITION, ATTRIBUTE, COMMON_NOUN_TAGS, FINITE_TAGS, NOUN_TAGS, SUBJECTS
from transforms.lexicon import Actor, Lexicon, Noun, Office
from transforms.names.name_words import ORGANISATION_WORDS

#: With these the holder is not the holder of the day.
PAST_WORDS = word_class("identities.past_words")
NOT_YET_WORDS = word_class("identities.not_yet_words")
#: Words of a holder who begins or is dismissed; and offices of governments that do not head them.
_OTHER_HOLDERS = word_class("identities.other_holders")
_GOVERNMENTS, _BESIDE_GOVERNMENTS = "GOV", frozenset({"VP", "PRESELECT", "FIRSTLADY", "HOS.MONARCH", "CROWNPRINCE"})
#: Posts that everybody has: they name an office only with its owner.
VAGUE_OFFICES = word_class("identities.vague_offices")
DEPUTY_WORDS = word_class("identities.deputy_words")
_DEPUTY = "deputy"
#: Who heads a state, province or town, by what he is called there: the office.
LOCAL_HEADS = word_values("identities.local_heads", str)
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


#: Posts that every body has, public or not; and those of them that without it are no state's.
_POSTS, _POSTS_UNTOLD = word_class("identities.posts"), word_class("identities.posts_untold")
#: Posts with everybody who has one to speak or advise for him.
_SPEAKING_POSTS = word_class("identities.posts_for_anybody")
_OWNED = word_class("syntax.possessive_determiners")
#: What leads from a post to the body that has it: "vice president with the Kaiser Foundation".
_POST_LINKS = word_class("identities.post_links")
#: Posts about a country rather than of it: "director for Iran", "envoy for Syria".
_TOPICAL = word_class("identities.topical_posts")
_TEACHING, _TOPIC_LINK, _WHERE_LINK = "EDU", "for", "in"
POSSESSIVE_MARKS = word_class("syntax.possessive_marks")
#: Who studies or covers the country before the noun: "an Iran analyst".
_STUDENTS = word_class("identities.students")
#: Behind a land, or what is the same, these make it where somebody fought: "a Vietnam War veteran".
_FOUGHT = word_class("identities.fought")
#: People who happen to be a party's and stay what they are.
_BYSTANDERS = word_class("identities.bystanders")
#: Tokens behind "chief" within which "chief of staff" and the like end.
_LONG_TITLE = 4
_LANDS, _RULING = frozenset({"country", "territory"}), frozenset({"HOS", "HOG"})
#: Who is sent to a country, of which he is not: "ambassador to Peru".
_SENT, _GOAL_LINK = word_class("identities.sent_to"), "to"
#: Offices whose holders serve abroad: where the article plays need not be their country.
_SERVE_ABROAD = frozenset({"AMB", "ENVOY", "UNAMB", "OFFICER"})
#: Kinds of bodies whose people are called after them: "the Herald's Ann Reid".
_HAVE_PEOPLE = frozenset({"outlet", "party"})
#: With these, who advises or speaks does so for the state: "the president's chief strategist".
_STATES = word_class("identities.words_of_states")
#: What every firm and club has as well, so that of somebody in no dictionary it tells no ruler.
_ANYBODYS_RULER = "president"
#: What parts a name from words before it that describe something else: "(Photo: Ann Reid)", "publishers …; club owner Steve Rill".
_PARTING = frozenset({":", ";", "("})
#: Sectors that say less than the party or armed group whose the person is.
_PALE_SECTORS = frozenset({None, "CVL", "GOV", "PTY", "SPY", "NGO", "ELI", "LEG", "OPP"})
_PALEST, _PUBLIC = "CVL", word_class("identities.public_offices")
#: What people are called by what they think, which is no party.
_LEANINGS = word_class("identities.leanings")
#: Kinds of bodies that are no state's.
PRIVATE_KINDS = frozenset({"ngo", "company", "party", "organisation", "education", "outlet", "religious"})


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
        for first, last in _descriptions(tagged, mention):
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
            if is_at_home and any(office.suffix for office in noun.offices):
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


@dataclass(frozen=True, slots=True)
class Post:
    """What a named person is called: all the words beside the name, the noun among them, and whose post it is."""

    tagged: TaggedText
    noun: Noun
    beside: tuple[int, int]  # tokens, as below
    named_at: tuple[int, int]
    owner: Actor | None
    is_elsewhere: bool = False  # the text tells whose, of whom nothing is known
    has_place: bool = False  # a country or body is named before the noun

    @property
    def words(self) -> list[str]:
        return self.tagged.lowers[slice(*self.beside)]

    @property
    def title(self) -> str:
        return " ".join(self.tagged.lowers[slice(*self.named_at)])

    @property
    def is_a_bodys(self) -> bool:
        """Whether every body has such a one: "the union president", "its spokesman"."""
        return self.title in _POSTS or self.title.split()[-1] in _POSTS

    @property
    def is_anybodys(self) -> bool:
        """Whether it is not told for whom somebody speaks or advises: "a senior adviser"."""
        return self.title in _SPEAKING_POSTS and _STATES.isdisjoint(self.words)

    @property
    def is_untold(self) -> bool:
        """Whether nothing says that the post is the state's: "its president", "the union chairman", "president of Third Way"."""
        if self.is_elsewhere:
            return True
        is_owned = not (_OWNED | ORGANISATION_WORDS.keys()).isdisjoint(self.words)
        return self.title in _POSTS_UNTOLD or (is_owned and self.title in _POSTS)


def _is_public(actor_id: str, lexicon: Lexicon) -> bool:
    """Whether a person ever held an office that is more than a civilian's."""
    offices = (lexicon.offices.get(tenure.office_id) for tenure in lexicon.tenures_of.get(actor_id, ()))
    return any(office is None or office.sector not in (None, _PALEST) for office in offices)


def _never_ruled(mention: Mention, noun: Noun, lexicon: Lexicon) -> bool:
    """Whether a title of rulers stands beside somebody whose offices are known and who never ruled: of another, next to him."""
    bases = {office.base for office in noun.offices} & _RULING
    held = {tenure.base for tenure in lexicon.tenures_of.get(mention.actor_id or "", ())}
    return bool(bases and held) and bases.isdisjoint(held)


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
    if (post not in _POSTS and title not in _POSTS) or high >= len(tagged.words) or tagged.lowers[high] not in _POST_LINKS:
        return False
    if owner is None or whose is None:
        return True
    last = owner.last
    return last + 1 < len(tagged.words) and tagged.lowers[last] in POSSESSIVE_MARKS and last > high and tagged.words[last + 1][0].isupper()


def _over_second_post(tagged: TaggedText, high: int) -> int:
    """Behind a second post that is joined by "and": "president and CEO of the Harris Health System"."""
    is_joined = tagged.lowers[high : high + 1] == ["and"] and tagged.lowers[high + 2 : high + 3]
    return high + 2 if is_joined and tagged.lowers[high + 2] in _POST_LINKS else high


def as_title(words: Sequence[str], noun: int) -> str:
    """A title as it is taken up: the words of its noun, which begins there; told apart for deputies."""
    title = " ".join(words[noun:])
    return f"{_DEPUTY} {title}" if not DEPUTY_WORDS.isdisjoint(words) else title


def title_key(title: str) -> str:
    """By what titles are compared: the last word, told apart for deputies."""
    last = title.split()[-1]
    return f"{_DEPUTY} {last}" if title.startswith(f"{_DEPUTY} ") else last


def _descriptions(tagged: TaggedText, mention: Mention) -> list[tuple[int, int]]:
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
            if noun.offices or noun.role is not None or tagged.lowers[position] in _POSTS
        )
        low, noun = next(told, (0, None))
        if noun is not None and (best is None or low > best[2] - 1 or position + 1 - low > best[2] - best[1]):
            best = (noun, low, position + 1)
        if best is not None and tagged.lowers[position] in _BEHIND_OFFICES and position >= best[2]:
            break
    return None if best is not None and _only_modifies(tagged, best, last) else best


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


def _whose(owner: Mention | None, owner_id: str | None, lexicon: Lexicon, found: Mapping[str, Actor]) -> Actor | None:
    """The owner of a post: also a body that no dictionary knows, of which no office can be held on a day."""
    if owner_id is not None:
        return lexicon.actor(owner_id)
    named = found.get(owner.actor_id or "") if owner is not None else None
    return named if named is not None and named.kind in PRIVATE_KINDS else None


def _note_person(mention: Mention, post: Post, owner_id: str | None, found: dict[str, Actor], *, is_public: bool) -> None:
    """Note what the post tells. `is_public`: who ever held an office is called a feminist, a friend or a brother without becoming a
    civilian."""
    assert mention.actor_id is not None
    owner = post.owner
    sector, office = _sector_of(post)
    if sector == _PALEST and is_public:
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


def _sector_of(post: Post) -> tuple[str | None, Office | None]:
    """The sector that an office gives; that of the owner where the office is any body's ("spokesman"), none where it is not told whose."""
    owner, role = post.owner, post.noun.role
    if post.title in DEPUTY_WORDS and not _OWNED.isdisjoint(post.words):
        return None, None  # "his deputy" is no member of parliament
    offices = () if post.is_elsewhere else post.noun.offices
    office = pick_office(offices, owner.country if owner is not None else None, owner.actor_id if owner is not None else None)
    if office is None:
        sector = role.sector if role is not None and post.title not in _LEANINGS else None
        if is_lawmakers_title(post.tagged, post.beside, post.named_at, post.has_place):
            sector = "LEG"
        sector = sector_told(sector, post.title, post.words, owner, post.tagged)
        if is_long_served(post.title, post.words, owner, has_place=post.has_place) or post.is_elsewhere:
            sector = None  # "a veteran of three campaigns", "president of Third Way"
        if owner is None and sector == "GOV" and post.is_anybodys:
            sector = None  # whoever has spokesmen and advisers is not told
        is_members = owner is not None and owner.kind in ("party", "armed_group") and sector in _PALE_SECTORS
        if owner is not None and is_members and post.title.split()[-1] not in _BYSTANDERS:
            return owner.sector, None  # "a Republican operative" is no spy
        if owner is not None and owner.kind in PRIVATE_KINDS and post.is_a_bodys and (sector is None or _is_private(owner, sector)):
            return owner.sector, None  # "head of the Mineworkers Union"
        return sector, None
    sector = sector_told(candidates_sector(office, post.title, post.words), post.title, post.words, owner, post.tagged)
    if owner is None and (post.is_untold or (sector == "GOV" and post.is_anybodys)):
        sector = None
    elif owner is not None and (_has_no_offices(owner, post, sector) or (owner.sector and not office.suffix)):
        sector = owner.sector
    if PAST_WORDS & set(post.words) and post.title not in SILENT:
        sector = "ELI"
    return sector, office


def _is_private(owner: Actor, sector: str) -> bool:
    """Whether a post that sounds like a state's is none, as its owner is no public office: "the secretary general of the fan club"."""
    return sector == "GOV" and _PUBLIC.isdisjoint(owner.name.lower().split())


def _has_no_offices(owner: Actor, post: Post, sector: str | None) -> bool:
    """Whether the owner is no state's body, so that the post is none of the state: "the union's chief negotiator"."""
    return owner.kind in PRIVATE_KINDS and (post.is_a_bodys or (sector == "GOV" and owner.kind != "party"))


def pick_office(offices: tuple[Office, ...], country: str | None, owner_id: str | None) -> Office | None:
    """The office of that name which the owner has: one made for it first, then one that every country has."""
    return next(iter(offices_of(offices, country, owner_id)), None)


def offices_of(offices: tuple[Office, ...], country: str | None, owner_id: str | None) -> list[Office]:
    """The offices of that name which the owner has: those made for it, else those that every country has."""
    own = [office for office in offices if office.countries and (country in office.countries or owner_id in office.countries)]
    return own or [office for office in offices if not office.countries]


def implied_owner(offices: tuple[Office, ...]) -> str | None:
    """The only owner an office can have ("Taoiseach", "UN chief"); None for offices of many."""
    owners = [owner for office in offices for owner in (office.countries or ("",))]
    if not owners or "" in owners or any(not owner.startswith(min(owners, key=len)) for owner in owners):
        return None  # every country has prosecutors, not only the world court
    return owners[0]  # bodies of one organisation count as one


def whose_office(owner: Actor, offices: Iterable[Office], lexicon: Lexicon) -> Actor:
    """Whose the offices are: the country's, where the owner told is the body that one of them heads ("White House chief of staff")."""
    is_headed = owner.country and any(office.suffix and owner.actor_id == f"{owner.country}.{office.suffix}" for office in offices)
    return (lexicon.country_actor(owner.country) if is_headed else None) or owner


def stands_for_body(office: Office, words: Collection[str]) -> bool:
    """Whether an office whose holder nobody knows may mean the body it heads: ministries and governments, in whose name one acts; not
    parliaments and armies, and not where its words say that it is another holder than that of the day ("the fired minister")."""
    heads = office.suffix.startswith(_GOVERNMENTS) and office.office_id not in _BESIDE_GOVERNMENTS
    return heads and (PAST_WORDS | NOT_YET_WORDS | DEPUTY_WORDS | _OTHER_HOLDERS).isdisjoint(words)


def find_holder(article: Article, owner_id: str, offices: tuple[Office, ...], words: list[str], lexicon: Lexicon) -> Actor | None:
    """The person who holds one of the offices of the owner on the article's day; None for former, deputy and elect ones."""
    if article.day is None or (PAST_WORDS | NOT_YET_WORDS | DEPUTY_WORDS) & set(words):
        return None
    own = offices_of(offices, None, owner_id)
    # tenures may say HOG of a chancellor
    ids = [office_id for office in own for office_id in (office.office_id, office.base)]
    leading = lexicon.leading_office(owner_id, article.day)
    first = [leading] if len({"HOS", "HOG"} & set(ids)) > 1 else []  # "the leader" is whoever rules there
    bodies = _with_parents(owner_id, lexicon) if any(owner_id in office.countries for office in own) else (owner_id,)
    for body_id in bodies:
        tenure = (lexicon.holder(body_id, first, article.day) if first else None) or lexicon.holder(body_id, ids, article.day)
        if tenure is not None:
            return lexicon.actors.get(tenure.person_id)
    return None


def find_local_head(day: date | None, places: Iterable[str], noun: str, words: Sequence[str], lexicon: Lexicon) -> Actor | None:
    """Whom a noun such as "governor" or "mayor" means of the first of the places (ids) that has a known one on the day; None for former
    and deputy ones."""
    office_id = LOCAL_HEADS.get(noun)
    if office_id is None or (PAST_WORDS | NOT_YET_WORDS | DEPUTY_WORDS) & set(words):
        return None
    held = (lexicon.holder(place_id, [office_id], day) for place_id in places)
    tenure = next((tenure for tenure in held if tenure is not None), None)
    return lexicon.actors.get(tenure.person_id) if tenure is not None else None


def _with_parents(owner_id: str, lexicon: Lexicon) -> Iterator[str]:
    """The owner, then the organisations it is a body of: tenures may stand with either ("European Council president")."""
    current = lexicon.actors.get(owner_id)
    yield owner_id
    while current is not None and current.kind == "igo" and current.parent_id in lexicon.actors:
        current = lexicon.actors[str(current.parent_id)]
        yield current.actor_id


def only_owner_on(offices: tuple[Office, ...], day: date | None, lexicon: Lexicon) -> str | None:
    """Of the owners an office can have the only one with a holder that day, those of the register aside: "the House speaker"."""
    owners = {owner for office in offices for owner in office.countries}
    ids = {office_id for office in offices for office_id in (office.office_id, office.base)}
    tenures = ((owner, lexicon.holder(owner, ids, day)) for owner in owners)
    held = [owner for owner, tenure in tenures if tenure is not None and not lexicon.is_registered(tenure.person_id)]
    return held[0] if len(held) == 1 and all(office.countries for office in offices) else None
