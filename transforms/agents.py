"""Which phrases stand for somebody who can act or be acted upon: mentions, names of persons and bodies, and nouns for people."""

from collections.abc import MutableSequence, Sequence

from transforms.annotations import Mention, TaggedText
from transforms.nominal_spans import STATEMENTS
from transforms.spans import noun_phrase_start

_NOUNS = frozenset(
    "people person persons man men woman women child children kid kids girl girls boy boys family families citizen citizens civilian civilians "
    "resident residents victim victims refugee refugees migrant migrants hostage hostages prisoner prisoners inmate inmates detainee detainees "
    "official officials officer officers police policeman policemen troops soldier soldiers forces force army military militia militias militant "
    "militants rebel rebels insurgent insurgents gunman gunmen fighter fighters terrorist terrorists attacker attackers bomber bombers hacker hackers "
    "protester protesters protestor protestors demonstrator demonstrators activist activists striker strikers worker workers employee employees "
    "staff student students teacher teachers doctor doctors nurse nurses lawyer lawyers judge judges prosecutor prosecutors court courts jury "
    "government governments authorities authority administration regime ministry minister ministers president presidents premier senator senators "
    "lawmaker lawmakers legislator legislators congressman parliament congress senate council committee commission agency agencies department "
    "party parties opposition coalition alliance bloc union unions group groups organization organizations organisation organisations company companies "
    "firm firms bank banks corporation team side sides country countries nation nations states republic kingdom city town village community "
    "communities voters voter supporters supporter critics critic opponents opponent rival rivals leader leaders chief chiefs head heads delegation "
    "delegations delegate delegates envoy envoys ambassador ambassadors diplomat diplomats spokesman spokeswoman spokesperson representative representatives "
    "counterpart counterparts ally allies partner partners enemy enemies neighbor neighbors neighbour neighbours member members candidate candidates "
    "nominee politician politicians journalist journalists reporter reporters analyst analysts expert experts scientist scientists investigator "
    "investigators inspector inspectors peacekeeper peacekeepers mediator mediators negotiator negotiators guerrilla guerrillas separatist separatists "
    "jihadist jihadists extremist extremists suspect suspects criminal criminals gang gangs cartel cartels mob crowd crowds smuggler smugglers "
    "farmer farmers fisherman fishermen driver drivers passenger passengers customer customers consumer consumers investor investors owner owners "
    "tourist tourists pilgrim pilgrims dissident dissidents exile exiles defector defectors king queen prince princess sheikh emir bishop priest priests "
    "pope cleric clerics imam monk monks tribesmen tribe tribes clan clans muslims christians jews captive captives survivors survivor witness witnesses "
    "mother father son daughter brother sister wife husband parents relatives relative friend friends colleague colleagues executive executives ceo "
    "chairman director directors manager managers commander commanders general generals colonel captain sergeant veteran veterans guard guards "
    "patrol convoy squad battalion brigade navy air-force squadron guards coastguard newspaper network media press broadcaster aide aides adviser advisers "
    "advisor advisors deputy deputies governor governors mayor mayors secretary founder tutor author artist artists users user players player fans fan "
    "rioters looters squatters detractors delegates attendees guests guest audience public populace population inhabitants settlers settler occupiers "
    "islamists communists nationalists loyalists mercenaries assailants assailant kidnappers kidnapper hijackers pirates pirate sniper snipers "
    "troop infantry personnel crew sailors sailor pilot pilots marine marines".split()
)
#: Words that count or gather those who follow after "of".
_GATHERING = frozenset(
    "dozens hundreds thousands millions scores tens number numbers majority minority group groups crowd crowds members member one two three four five "
    "six seven eight nine ten some many most several all both none part half couple series handful bulk rest each any few team wave waves "
    "percent pair generation".split()
)
#: Endings of plural nouns for people, and nouns that only look like them.
_AGENT_ENDINGS = ("ers", "ors", "ists", "ians", "ees", "men", "women")
_NO_AGENTS = frozenset(
    "numbers papers orders powers others matters letters newspapers quarters headquarters barriers borders centers computers factors sectors towers waters shoulders offers "
    "answers dollars errors doors floors colors flowers fingers rivers layers suppers dinners chapters characters covers corners disasters terrors motors tractors monitors mirrors "
    "corridors indicators reactors vectors tremors rumors humors favors labors harbors trailers containers freighters bombers fighters-jets helicopters choppers carriers rockets "
    "boosters bunkers gathers trees fees committees degrees guarantees refers specimen regimen banners posters stickers markers wonders thunders cancers blockers fires tires affairs "
    "chambers members-only registers folders headers servers routers printers scanners drivers-license shares careers premiers-league frontiers piers tiers premiers ventilators generators "
    "elevators transformers encounters adventures prayers manners timbers embers winters summers septembers decembers octobers novembers".split()
)
_ACTING_LABELS = frozenset({"PERSON", "ORG", "GPE", "NORP"})
#: What a capitalised noun may be labelled and still act.
_OPEN_LABELS = frozenset({None, "LOC", "FAC"})


class Agents:
    """Finds the mention of a phrase by its head, and adds one where people are meant that nothing else found."""

    def __init__(self, tagged: TaggedText, mentions: MutableSequence[Mention]) -> None:
        self.tagged = tagged
        self.mentions = mentions
        self.by_head: dict[int, Mention] = {}
        self.covering: dict[int, Mention] = {}
        self.adjectives: dict[int, Mention] = {}
        self.labels: dict[int, str] = {}
        self.added: list[Mention] = []
        for mention in mentions:
            if mention.layer == "adjectival":
                self.adjectives[mention.head] = mention
                continue
            known = self.by_head.get(mention.head)
            if known is None or mention.last - mention.first > known.last - known.first:
                self.by_head[mention.head] = mention
            for position in range(mention.first, mention.last):
                self.covering.setdefault(position, mention)
        for name in tagged.names:
            for position in range(name.first, name.last):
                self.labels[position] = name.label

    def at(self, head: int | None) -> Mention | None:
        """The mention that the phrase with this head is; a new nominal when it means people but nobody marked it; else None."""
        if head is None:
            return None
        known = self.by_head.get(head) or self.covering.get(head)
        if known is not None:
            return known if self._can_act(known) else None
        lower = self.tagged.lowers[head]
        if lower in _GATHERING:
            inner = self._gathered(head)
            if inner is not None:
                return self.by_head.get(inner) or self.covering.get(inner) or (self._add(head, inner) if self._means_people(inner) else None)
        return self._add(head, head) if self._means_people(head) else None

    def _can_act(self, mention: Mention) -> bool:
        """Not so nominals of places ("its borders") and statements whose issuer nobody knows."""
        return mention.layer != "nominal" or (mention.kind != "place" and (mention.actor_id is not None or self.tagged.lowers[mention.head] not in STATEMENTS))

    def _gathered(self, head: int) -> int | None:
        """Who is counted: "dozens of protesters"."""
        children, lowers = self.tagged.children, self.tagged.lowers
        of = next((child for child in children[head] if child > head and lowers[child] == "of"), None)
        return next((child for child in children[of] if self.tagged.deps[child] == "pobj"), None) if of is not None else None

    def _means_people(self, head: int) -> bool:
        tag = self.tagged.tags[head]
        if tag[:2] == "NN":
            label = self.labels.get(head)
            lower = self.tagged.lowers[head]
            if tag == "NNS" and lower.endswith(_AGENT_ENDINGS) and lower not in _NO_AGENTS:
                return True
            return lower in _NOUNS or label in _ACTING_LABELS or ((tag[:3] == "NNP" or self.tagged.words[head].isupper()) and label in _OPEN_LABELS)
        return tag == "CD" and self.tagged.deps[head] in ("nsubj", "nsubjpass", "dobj") and self.labels.get(head) not in ("MONEY", "PERCENT", "DATE", "TIME", "QUANTITY") and self.tagged.lowers[head] not in ("one",)

    def _add(self, head: int, inner: int) -> Mention:
        tagged = self.tagged
        first, last = noun_phrase_start(tagged, head), max(head, inner) + 1
        label = self.labels.get(inner)
        if label in _ACTING_LABELS or tagged.tags[inner][:3] == "NNP":
            layer, kind, rule = "name", None, "dyad.name"
        else:
            layer, kind, rule, label = "nominal", "generic", "dyad.people", None
        mention = Mention(tagged.starts[first], tagged.ends[last - 1], first, last, head, layer, rule, ner=label, kind=kind, confidence=0.4)
        mention.is_plural = tagged.tags[inner] in ("NNS", "NNPS", "CD")
        self.by_head[head] = mention
        self.added.append(mention)
        return mention

    def joint(self, head: int | None) -> list[Mention]:
        """The mention of a phrase and of those joined to it by "and"."""
        found: list[Mention] = []
        while head is not None and len(found) < 4:
            mention = self.at(head)
            if mention is not None and mention not in found:
                found.append(mention)
            head = next((child for child in self.tagged.children[head] if self.tagged.deps[child] == "conj"), None)
        return found


def merge_added(mentions: MutableSequence[Mention], added: Sequence[Mention]) -> None:
    """Put new mentions into the list where they belong in text order."""
    if added:
        merged = sorted([*mentions, *added], key=lambda mention: (mention.start, -mention.end))
        mentions[:] = merged
