"""Users' corrections of names: of actors that no dictionary lists, and of any name in one outlet, article or period."""

from transforms.annotations import Article, Mention, TaggedText
from transforms.corrections import Correction
from transforms.folding import fold
from transforms.lexicon import Actor, Lexicon

RULE = "user.correction"
#: What an action sets of an actor that no dictionary lists; its party is set where its row is written.
FIELDS = {"rename": "name", "recode": "sector", "kind": "kind", "country": "country"}


def correct_names(article: Article, tagged: TaggedText, mentions: list[Mention], lexicon: Lexicon, found: dict[str, Actor]) -> None:
    """Apply the corrections that fit the article to its names, in place, one after another."""
    for correction in lexicon.corrections:
        if correction.action == "party" or not _fits(correction, article):
            continue
        if correction.action in FIELDS:
            if correction.actor_id in found:
                told = found[correction.actor_id]._asdict() | {FIELDS[correction.action]: correction.value}
                found[correction.actor_id] = Actor(**told)
            continue
        for mention in mentions:
            if _names(correction, mention, tagged):
                _correct(correction, mention, lexicon, found)


def _fits(correction: Correction, article: Article) -> bool:
    """Whether a correction holds for an article; one of a period holds for no undated article."""
    day, start, end = article.day, correction.valid_from, correction.valid_to
    if correction.outlet is not None and correction.outlet.casefold() != (article.outlet or "").casefold():
        return False
    if correction.article_id is not None and correction.article_id != article.article_id:
        return False
    if start is None and end is None:
        return True
    return day is not None and (start is None or start <= day) and (end is None or day <= end)


def _names(correction: Correction, mention: Mention, tagged: TaggedText) -> bool:
    if correction.actor_id is not None and mention.actor_id != correction.actor_id:
        return False
    return correction.surface is None or fold(tagged.text[mention.start : mention.end]) == fold(correction.surface)


def _correct(correction: Correction, mention: Mention, lexicon: Lexicon, found: dict[str, Actor]) -> None:
    """Give a name to another actor, or to nobody. An actor that no dictionary lists takes over what is known of the one before."""
    before = found.get(mention.actor_id or "") or lexicon.actor(mention.actor_id or "")
    if correction.value is None or (before is None and lexicon.actor(correction.value) is None):
        mention.dismiss(RULE)
        return
    if before is not None and lexicon.actor(correction.value) is None:
        found.setdefault(correction.value, before._replace(actor_id=correction.value))
    mention.decide(correction.value, RULE, 1.0)
