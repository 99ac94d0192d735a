"""Names in no dictionary: typed by their words, otherwise by the tagger."""

from transforms.annotations import Paragraph
from transforms.folding import fold
from transforms.identities.discovered import country_in, discover_organisation, discover_person, discover_place, kind_of_words
from transforms.identities.persons import known_without_initials
from transforms.identities.phrases.noun_owners import context_country, town_country
from transforms.identities.phrases.phrase import ARTICLES, Phrase
from transforms.identities.phrases.resolved import ResolvedActor, resolved, resolved_person
from transforms.lexicon import Actor
from transforms.names.name_words import TITLES

_ORGANISED_LABELS = frozenset({"ORG", "FAC"})


def name_by_words(phrase: Phrase) -> ResolvedActor | None:
    """A town of the gazetteer, or an organisation by the words of its name."""
    words = _words_of_name(phrase)
    if not words:
        return None
    if fold(" ".join(words)).lower() in phrase.lexicon.towns:
        return resolved(discover_place(" ".join(words), phrase.lexicon), "CVL", "phrase.town")
    has_land = country_in(" ".join(words), phrase.lexicon) is not None
    kind, sector = kind_of_words(" ".join(_named(words)), has_land=has_land)
    if kind == "organisation" and sector is None:
        return None
    actor = discover_organisation(" ".join(words), phrase.lexicon)
    home = town_country(phrase, len(phrase.words)) if actor.country is None else None
    return resolved(_at_home(actor, home), actor.sector, "phrase.organisation_words")


def name_by_tagger(phrase: Phrase) -> ResolvedActor | None:
    """A person or organisation that the tagger sees, if there is one."""
    if phrase.tagger is None or not _words_of_name(phrase):
        return None
    tagged = next(iter(phrase.tagger.tag([(phrase.text, [Paragraph(0, len(phrase.text), "body")])])))
    answers = (_tagged_name(tagged.span(name.first, name.last), name.label, phrase) for name in tagged.names)
    return next((answer for answer in answers if answer is not None), None)


def _words_of_name(phrase: Phrase) -> list[str]:
    """The words without articles; none where they hold no name."""
    words = [word for word in phrase.text.split() if word.lower() not in ARTICLES]
    return words if _named(words) else []


def _named(words: list[str]) -> list[str]:
    """Words in capitals that are not titles."""
    return [word for word in words if word[:1].isupper() and word.lower() not in TITLES]


def _tagged_name(surface: str, label: str, phrase: Phrase) -> ResolvedActor | None:
    if label == "PERSON" and fold(surface.split()[0]).lower() in phrase.lexicon.given_names:
        known = known_without_initials(fold(surface).split(), phrase.lexicon)
        if known is not None:
            return resolved_person(phrase.lexicon.actors[known], phrase, "phrase.person")
        return resolved(discover_person(surface), None, "phrase.person_unknown")
    if label not in _ORGANISED_LABELS:
        return None
    actor = discover_organisation(surface, phrase.lexicon)
    home = context_country(phrase) if actor.country is None else None
    return resolved(_at_home(actor, home), actor.sector, "phrase.organisation_unknown")


def _at_home(actor: Actor, home: Actor | None) -> Actor:
    return actor._replace(country=home.country) if home is not None else actor
