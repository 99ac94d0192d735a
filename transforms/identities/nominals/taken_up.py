"""Descriptions that take up somebody named before: by a noun of the kind, by a title, as the only armed group, as who issued a document."""

from transforms.annotations import Mention
from transforms.identities.antecedents import FORMS_OF_STATE
from transforms.identities.nominals.case import DEFINITE, FIGHTING, Meaning, Nominal, Surroundings, is_of_another
from transforms.identities.offices import as_title, title_key
from transforms.language import word_class
from transforms.language.en.labels import ATTRIBUTE, SUBJECTS
from warehouse.vocabulary import STATE_KINDS

#: So many times likelier than the next the country must be that an article speaks of.
_HOME_MARGIN = 1.5
#: Tokens of a phrase that has nothing but its article and noun.
_PLAIN = 2
#: What "the Union" is the last word of: "State of the Union".
_STATE_OF = ["state", "of"]
#: Words inside a title that make it another's than his who was called so.
_ANOTHER = word_class("identities.another_holder")


def by_antecedent(case: Nominal) -> Meaning | None:
    """ "The alliance" is the last one named."""
    common = case.noun.common
    if common is None or not case.is_definite or not case.is_plain:
        return None
    if case.around.tagged.lowers[max(case.mention.first - 2, 0) : case.mention.first] == _STATE_OF:
        return None
    suffixes = tuple(body.suffix for body in case.noun.bodies)
    taken = case.around.antecedents.taken_up(case.mention, common, case.owner, suffixes)
    return Meaning(*taken) if taken is not None and not _is_of_elsewhere(case, taken[0]) else None


def _was_subject(case: Nominal, actor_id: str) -> bool:
    """Whether the sentence before is about it: "Armenia has relied on Russia. The country …"."""
    tagged = case.around.tagged
    before = tagged.sentence_of[case.mention.first] - 1
    named = (m for m in reversed(case.around.antecedents.earlier) if m.actor_id == actor_id and m.layer == "name")
    last = next(named, None)
    return last is not None and tagged.sentence_of[last.head] == before and tagged.deps[last.head] in SUBJECTS


def _is_of_elsewhere(case: Nominal, actor_id: str) -> bool:
    """Whether "the nation" would be another country than the one that the article speaks of there."""
    actor = case.around.lexicon.actor(actor_id)
    is_any = len(case.words) <= _PLAIN and case.owner is None and case.words[-1] not in FORMS_OF_STATE
    if actor is None or actor.kind not in STATE_KINDS or not is_any or _was_subject(case, actor_id):
        return False
    return case.around.homes.country_at(case.mention.first, margin=_HOME_MARGIN) not in (None, actor.country)


def by_only_group(case: Nominal) -> Meaning | None:
    """ "The militants" are those of the only armed group that the article has named."""
    groups = case.around.memory.armed_groups
    is_group = case.is_definite and case.mention.is_plural and case.owner is None and case.noun.sectors & FIGHTING
    return Meaning(next(iter(groups)), "nominal.fighters", 0.6) if is_group and len(groups) == 1 and case.is_plain else None


def by_title(case: Nominal) -> Meaning | None:
    """ "The minister" is the person named last whom the text has titled so."""
    asked = as_title(case.words, case.first - case.mention.first)
    person_id, title = case.around.memory.titled.get(title_key(asked), ("", ""))
    if not person_id or not case.is_definite or case.mention.is_plural or case.owner is not None or _is_said_of_oneself(case):
        return None
    if not _ANOTHER.isdisjoint(case.words[1:]) or is_of_another(case):
        return None  # "the new justice", "the committee's director", "the president of the union"
    if " " in asked and not title.endswith(asked):
        return None  # a chief counsel is not "the special counsel"
    holder = _holder_now(case, person_id)
    return Meaning(holder, "office.in_article", 0.7) if holder is not None else Meaning(person_id, "office.titled_so", 0.7)


def _holder_now(case: Nominal, person_id: str) -> str | None:
    """Who holds the office on the article's day, if he is named and the one titled so held it before: "Prime Minister Rabin … Mr.
    Netanyahu …"."""
    day, lexicon = case.around.article.day, case.around.lexicon
    held = [tenure for tenure in lexicon.tenures_of.get(person_id, ()) if tenure.base in {office.base for office in case.noun.offices}]
    if day is None or not held or any(tenure.holds_on(day) for tenure in held):
        return None
    kept = {(tenure.body_id, tenure.base) for tenure in held}
    named = (str(mention.actor_id) for mention in reversed(case.around.antecedents.earlier) if mention.ner == "PERSON")
    now = ((name, tenure) for name in named for tenure in lexicon.tenures_of.get(name, ()) if tenure.holds_on(day))
    return next((name for name, tenure in now if (tenure.body_id, tenure.base) in kept), None)


def _is_said_of_oneself(case: Nominal) -> bool:
    """Whether somebody says it of himself, who need not be the one titled so last: "I'm the elected judge"."""
    tagged, head = case.around.tagged, case.mention.head
    if tagged.deps[head] != ATTRIBUTE:
        return False
    return any(tagged.deps[child] in SUBJECTS and tagged.words[child] == "I" for child in tagged.children[tagged.heads[head]])


def find_issuer(around: Surroundings, mention: Mention) -> Meaning | None:
    """ "The statement" that says something is its issuer; not one with an owner or of another day, nor the words in somebody's hands."""
    tagged = around.tagged
    is_plain = tagged.lowers[mention.first] in DEFINITE and mention.last - mention.first <= _PLAIN and tagged.deps[mention.head] in SUBJECTS
    issuer = around.antecedents.issuer(mention) if is_plain else None
    return Meaning(issuer, "nominal.issuer", 0.5) if issuer is not None else None
