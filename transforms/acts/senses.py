"""Senses in which a verb of the dictionary names no act: who joins a ministry works there, who speaks to reporters consults nobody."""

from transforms.acts import mild_senses as mild
from transforms.acts import private_senses as private
from transforms.acts.act import POWERS
from transforms.acts.clause import Clause, has_clause
from transforms.acts.verb_classes import TRAVELLING
from transforms.annotations import TaggedText
from transforms.language import word_class
from transforms.language.en.grammar import pobj_of
from transforms.language.en.labels import BASE_FORM, OBJECT, POSSESSOR, PREPOSITION, PRESENT_TAGS, PRO_FORMS, RELATIVE_CLAUSE

_JOINING = word_class("acts.joining")
#: Bodies that people work in or belong to.
_BODIES = frozenset(
    {"government", "ministry", "legislature", "judiciary", "armed_force", "police", "party", "company", "outlet", "ngo", "organisation"}
)
#: Who aims with arms; others aim at voters and markets, police at suspects.
_FIGHTERS = frozenset({"armed_force", "armed_group", "country", "territory", "people", "place", "generic"})
_AIMING = word_class("acts.aiming")
_SPEAKING = word_class("acts.speaking")
AUDIENCES = word_class("acts.audiences")
#: What is sent, offered or provided without helping or promising: "sent the governor a bill", "offered lessons".
_NO_GIFTS = word_class("acts.no_gifts")
_HANDING = word_class("acts.handing")
#: Verbs that as passives need somebody who does it: "was forced to smile".
_BY_SOMEBODY = word_class("acts.by_somebody")
_APPEALING = word_class("acts.appealing")
_APPEALED_FOR = word_class("acts.appealed_for")
_PUSHING = word_class("acts.pushing")
_PUSHED_FOR = word_class("acts.pushed_for")
_DEPLOYING = word_class("acts.deploying")
#: What is used against somebody, and moves no troops: "deployed the same methods".
_MEANS = word_class("acts.means")
_WAYS = word_class("acts.ways")
_LIFTING = word_class("acts.lifting")
#: Whose papers are read is not investigated: "searched Gallup's polls".
_READING = word_class("acts.reading")
_DENYING = word_class("acts.denying")
_BORDERS = word_class("acts.borders")


def names_no_act(tagged: TaggedText, clause: Clause) -> bool:
    """Whether the verb names no act with what stands beside it."""
    return any(test(tagged, clause) for test in _TESTS)


def denies_a_deed(tagged: TaggedText, verb: int) -> bool:
    """Whether a deed is denied that follows as a clause, which rejects nobody: "denied hiding his talks with Putin"."""
    has_object = any(tagged.deps[child] == OBJECT for child in tagged.children[verb])  # "denied charges by X that …" denies X's
    return tagged.lowers[verb] in _DENYING and not has_object and has_clause(tagged, verb)


def _is_membership(tagged: TaggedText, clause: Clause) -> bool:
    """ "Joined the ministry in 2017", "we are joined by Ann Lee"."""
    if tagged.lowers[clause.verb] not in _JOINING or clause.pattern.rest or not clause.targets:
        return False
    if clause.is_passive:
        return all(target.layer == "pronoun" for target in clause.targets)
    if clause.slot != "object":
        beside = tagged.children[clause.verb]  # "joined his talks with the union" is no joining with the union
        return not any(tagged.deps[child] == PREPOSITION and tagged.lowers[child] == "with" for child in beside)
    is_power = any(source.kind in POWERS for source in clause.sources)
    return not is_power and all(target.kind in _BODIES for target in clause.targets)


def _is_aim(tagged: TaggedText, clause: Clause) -> bool:
    """ "The ministry targets smokers"."""
    return tagged.lowers[clause.verb] in _AIMING and all(source.kind not in _FIGHTERS for source in clause.sources)


def _is_speech(tagged: TaggedText, clause: Clause) -> bool:
    """ "Spoke to reporters", "addressed delegates", "spoke to his party's aims"."""
    is_speaking = clause.pattern.event == "CONSULT" and tagged.lowers[clause.verb] in _SPEAKING and bool(clause.targets)
    return is_speaking and all(
        tagged.lowers[target.head] in AUDIENCES or target.kind == "outlet" or tagged.deps[target.head] == POSSESSOR
        for target in clause.targets
    )


def _is_no_gift(tagged: TaggedText, clause: Clause) -> bool:
    """ "Sent the governor a bill", "provided hope for Democrats", "a letter that he sent to them"."""
    is_given_before = tagged.deps[clause.verb] == RELATIVE_CLAUSE and (clause.noun is None or tagged.tags[clause.noun] in PRO_FORMS)
    gift = tagged.heads[clause.verb] if is_given_before else clause.noun
    if gift is None or tagged.lowers[clause.verb] not in _HANDING:
        return False
    behind = (pobj_of(tagged, child) for child in tagged.children[gift] if tagged.lowers[child] == "of")
    handed = {tagged.lowers[noun] for noun in (gift, *behind) if noun is not None}
    return not handed.isdisjoint(_NO_GIFTS) and not any(handed & forms for forms in clause.pattern.rest)


def _is_done_by_nobody(tagged: TaggedText, clause: Clause) -> bool:
    """ "Was forced to smile", "goods are sent to the mainland"."""
    return clause.is_passive and not clause.sources and not clause.pattern.rest and tagged.lowers[clause.verb] in _BY_SOMEBODY


def _is_trip(tagged: TaggedText, clause: Clause) -> bool:
    """A journey at home, to any such place, or to a border: "Obama visited Ohio", "travel to a state where it is legal"."""
    if clause.pattern.event != "CONSULT" or clause.pattern.rest or tagged.lowers[clause.verb] not in TRAVELLING:
        return False
    if clause.noun is not None and tagged.lowers[clause.noun] in _BORDERS:
        return True
    homes = {source.country for source in clause.sources} - {None}
    return bool(clause.targets) and all(
        (target.layer == "nominal" and clause.slot == "to") or (target.kind == "place" and target.country in homes)
        for target in clause.targets
    )


def _is_allure(tagged: TaggedText, clause: Clause) -> bool:
    """ "Candidates who appeal to young voters" ask them for nothing."""
    verb = clause.verb
    if (
        tagged.lowers[verb] not in _APPEALING
        or clause.is_passive
        or (tagged.tags[verb] != BASE_FORM and tagged.tags[verb] not in PRESENT_TAGS)
    ):
        return False
    is_for = any(tagged.deps[child] == PREPOSITION and tagged.lowers[child] in _APPEALED_FOR for child in tagged.children[verb])
    return not is_for and not has_clause(tagged, verb)


def _is_shove(tagged: TaggedText, clause: Clause) -> bool:
    """ "Pushed the door", "push this movement beyond Iowa" ask for nothing."""
    verb = clause.verb
    if tagged.lowers[verb] not in _PUSHING or clause.pattern.event != "REQUEST" or clause.pattern.rest:
        return False
    is_for = any(tagged.deps[child] == PREPOSITION and tagged.lowers[child] in _PUSHED_FOR for child in tagged.children[verb])
    return not is_for and not has_clause(tagged, verb)


def _is_use(tagged: TaggedText, clause: Clause) -> bool:
    """ "Deployed the same methods against them"."""
    return clause.noun is not None and tagged.lowers[clause.verb] in _DEPLOYING and tagged.lowers[clause.noun] in _MEANS


def _is_majority(_: TaggedText, clause: Clause) -> bool:
    """ "Democrats took over the House"."""
    is_taken = clause.pattern.event == "COERCE" and bool(clause.pattern.rest) and bool(clause.targets)
    return is_taken and all(target.kind == "legislature" for target in clause.targets)


def _is_way(tagged: TaggedText, clause: Clause) -> bool:
    """ "The road wound its way from America to the sea"."""
    return any(tagged.deps[child] == OBJECT and tagged.lowers[child] in _WAYS for child in tagged.children[clause.verb])


def _is_lift(tagged: TaggedText, clause: Clause) -> bool:
    """ "Picked up endorsements from groups"."""
    return tagged.lowers[clause.verb] in _LIFTING and bool(clause.pattern.rest) and bool(clause.targets) and clause.slot != "object"


def _is_reading(tagged: TaggedText, clause: Clause) -> bool:
    """ "Examined the president's tweets"."""
    return clause.pattern.event == "INVESTIGATE" and clause.slot == "inside" and tagged.lowers[clause.verb] in _READING


_TESTS = (
    _is_membership,
    _is_aim,
    _is_speech,
    _is_no_gift,
    _is_done_by_nobody,
    _is_trip,
    _is_allure,
    _is_shove,
    _is_use,
    _is_majority,
    _is_way,
    _is_lift,
    _is_reading,
    mild.is_admission,
    mild.is_figure,
    mild.is_company,
    mild.is_rally,
    mild.is_caution,
    mild.is_feature,
    mild.is_opinion,
    mild.is_way_back,
    mild.is_taken_back,
    mild.is_guess,
    mild.is_doubt,
    mild.is_shop,
    mild.is_wanted,
    private.is_post,
    private.is_candidacy,
    private.is_product,
    private.is_exit,
    private.is_feeling,
    private.is_naming,
    private.is_result,
    private.is_shared_view,
    private.is_denial,
    private.is_resolve,
    private.is_inquiry,
    private.is_prize,
    private.is_interruption,
    private.is_family,
    private.is_rescue_in_words,
)
