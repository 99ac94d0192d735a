"""Offices and who holds them: which office a title means of an owner, and which person an office means on the article's day."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date

from transforms.annotations import Article
from transforms.language import word_class, word_values
from transforms.lexicon import Actor, Lexicon, Office

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


def only_owner_on(offices: tuple[Office, ...], day: date | None, lexicon: Lexicon) -> str | None:
    """Of the owners an office can have the only one with a holder that day, those of the register aside: "the House speaker"."""
    owners = {owner for office in offices for owner in office.countries}
    ids = {office_id for office in offices for office_id in (office.office_id, office.base)}
    tenures = ((owner, lexicon.holder(owner, ids, day)) for owner in owners)
    held = [owner for owner, tenure in tenures if tenure is not None and not lexicon.is_registered(tenure.person_id)]
    return held[0] if len(held) == 1 and all(office.countries for office in offices) else None


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


def _with_parents(owner_id: str, lexicon: Lexicon) -> Iterator[str]:
    """The owner, then the organisations it is a body of: tenures may stand with either ("European Council president")."""
    current = lexicon.actors.get(owner_id)
    yield owner_id
    while current is not None and current.kind == "igo" and current.parent_id in lexicon.actors:
        current = lexicon.actors[str(current.parent_id)]
        yield current.actor_id


def find_local_head(day: date | None, places: Iterable[str], noun: str, words: Sequence[str], lexicon: Lexicon) -> Actor | None:
    """Whom a noun such as "governor" or "mayor" means of the first of the places (ids) that has a known one on the day; None for former
    and deputy ones."""
    office_id = LOCAL_HEADS.get(noun)
    if office_id is None or (PAST_WORDS | NOT_YET_WORDS | DEPUTY_WORDS) & set(words):
        return None
    held = (lexicon.holder(place_id, [office_id], day) for place_id in places)
    tenure = next((tenure for tenure in held if tenure is not None), None)
    return lexicon.actors.get(tenure.person_id) if tenure is not None else None


def as_title(words: Sequence[str], noun: int) -> str:
    """A title as it is taken up: the words of its noun, which begins there; told apart for deputies."""
    title = " ".join(words[noun:])
    return f"{_DEPUTY} {title}" if not DEPUTY_WORDS.isdisjoint(words) else title


def title_key(title: str) -> str:
    """By what titles are compared: the last word, told apart for deputies."""
    last = title.split()[-1]
    return f"{_DEPUTY} {last}" if title.startswith(f"{_DEPUTY} ") else last
