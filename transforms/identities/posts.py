"""What a named person is called, and the sector that it tells: "a Republican operative", "the union's chief negotiator", "the mayor"."""

from dataclasses import dataclass

from transforms.annotations import TaggedText
from transforms.identities.offices import DEPUTY_WORDS, PAST_WORDS, pick_office
from transforms.identities.told_sectors import ELITE_AFTER, candidates_sector, is_lawmakers_title, leads_in_house, sector_past, sector_told
from transforms.language import word_class
from transforms.lexicon import Actor, Noun, Office
from transforms.names.name_words import ORGANISATION_WORDS

#: Posts that every body has, public or not; and those of them that without it are no state's.
POSTS, _POSTS_UNTOLD = word_class("identities.posts"), word_class("identities.posts_untold")
#: Posts with everybody who has one to speak or advise for him.
_SPEAKING_POSTS = word_class("identities.posts_for_anybody")
#: Posts that are the press's wherever they are.
_REPORTING = word_class("identities.reporting")
_DEAD = word_class("identities.dead")
_OWNED = word_class("syntax.possessive_determiners")
#: With these, who advises or speaks does so for the state: "the president's chief strategist".
_STATES = word_class("identities.words_of_states")
#: People who happen to be a party's and stay what they are.
_BYSTANDERS = word_class("identities.bystanders")
#: The sector of whoever has no other; and those that say less than the party or armed group whose the person is.
PALEST = "CVL"
_PALE_SECTORS = frozenset({None, PALEST, "GOV", "PTY", "SPY", "NGO", "ELI", "LEG", "OPP"})
_PUBLIC = word_class("identities.public_offices")
#: What people are called by what they think, which is no party.
_LEANINGS = word_class("identities.leanings")
#: Kinds of bodies that are no state's.
PRIVATE_KINDS = frozenset({"ngo", "company", "party", "organisation", "education", "outlet", "religious"})


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
        return self.title in POSTS or self.title.split()[-1] in POSTS

    @property
    def is_past(self) -> bool:
        """Whether the person is said to be it no more; the dead stay what they were unless it was a public office."""
        past = PAST_WORDS & set(self.tagged.lowers[self.beside[0] : self.named_at[1]])  # not "a partner and former chief of staff"
        return bool(past - _DEAD) or (bool(past) and any(office.suffix for office in self.noun.offices))

    @property
    def is_reporters(self) -> bool:
        """Whether it is one in the press, whoever pays for it: "an editor at Amazon", "the White House correspondent"."""
        return self.title.split()[-1] in _REPORTING

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
        return self.title in _POSTS_UNTOLD or (is_owned and self.title in POSTS)


def sector_of(post: Post) -> tuple[str | None, Office | None]:
    """The sector that a post gives, and the office that it is: who leads his party in a chamber sits there."""
    sector, office = _sector_and_office(post)
    return ("LEG" if sector == "PTY" and leads_in_house(post.tagged, post.named_at) else sector), office


def _sector_and_office(post: Post) -> tuple[str | None, Office | None]:
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
        if post.is_elsewhere:
            sector = None  # "president of Third Way"
        if post.is_past:
            sector = sector_past(sector, post.title, None)
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
    elif owner is not None and not post.is_reporters and (_has_no_offices(owner, post, sector) or (owner.sector and not office.suffix)):
        sector = owner.sector
    if post.is_past:
        is_firms = not post.is_a_bodys or (owner is not None and owner.kind == "company")
        is_own = sector in ELITE_AFTER or (sector == office.sector and is_firms)
        sector = sector_past(sector if is_own else None, post.title, office)
    return sector, office


def _is_private(owner: Actor, sector: str) -> bool:
    """Whether a post that sounds like a state's is none, as its owner is no public office: "the secretary general of the fan club"."""
    return sector == "GOV" and _PUBLIC.isdisjoint(owner.name.lower().split())


def _has_no_offices(owner: Actor, post: Post, sector: str | None) -> bool:
    """Whether the owner is no state's body, so that the post is none of the state: "the union's chief negotiator"."""
    return owner.kind in PRIVATE_KINDS and (post.is_a_bodys or (sector == "GOV" and owner.kind != "party"))
