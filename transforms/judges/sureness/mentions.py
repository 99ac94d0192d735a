"""How sure a mention is of its actor: by words and neighbours, and the share that was right of what its rule decides (`measured.csv`)."""

import csv
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from transforms.annotations import Mention, Quote, TaggedText
from transforms.judges.coreference.scene import form_of
from transforms.judges.sureness.mention_features import Company, mention_features
from transforms.judges.sureness.model import Sureness
from transforms.names.mentions import PRONOUNS

MEASURED = Path(__file__).parent / "measured.csv"
#: The rule for "I" and "we" in quotations, which are no surer than the quotation is.
_SPEAKER = "pronoun.speaker"
#: "It" and "they" stand for things as often as for actors; linked ones that are less sure than this are left open.
_OF_BODIES = frozenset(f"pronoun.{word}" for word in PRONOUNS if form_of(word) in ("it", "they"))
_LEAST_OF_BODIES, DOUBTFUL = 0.25, "pronoun.doubtful"


class _Share(NamedTuple):
    """Of the mentions of a rule that are of this form (one, many, a layer; "" for any) and as sure or surer: the share that is right."""

    form: str
    least: float
    right: float


def tell_mentions(tagged: TaggedText, mentions: Sequence[Mention], quotes: Sequence[Quote], model: Sureness) -> None:
    """Set, in place, the confidence of the mentions with an actor. It comes after all that asks how sure a rule is."""
    spoken = [(start, end, quote.confidence) for quote in quotes for start, end in quote.content]
    company = Company(tagged, mentions)
    asked = [mention for mention in company.mentions if is_judged(mention)]
    said = [model.judge("mention", mention_features(mention, company, share_right(mention))) for mention in asked]
    for mention, confidence in zip(asked, said, strict=True):  # after all were asked: how sure a rule is tells of others
        mention.confidence = confidence
        if mention.rule == _SPEAKER:
            bounds = (sure for start, end, sure in spoken if start <= mention.start < end)
            mention.confidence = min(confidence, max(bounds, default=confidence))


def leave_open(mentions: Sequence[Mention]) -> None:
    """Have "it" and "they" of which `tell_mentions` is least sure mean nobody."""
    for mention in mentions:
        if mention.rule in _OF_BODIES and mention.confidence < _LEAST_OF_BODIES:
            mention.dismiss(DOUBTFUL)


def is_judged(mention: Mention) -> bool:
    """Whether a mention is of somebody or something with a name; unnamed people are counted only if asked for."""
    return mention.actor_id is not None and not mention.actor_id.startswith("GENERIC.")


def share_right(mention: Mention) -> float:
    """The measured share; what the rule itself says where nothing was measured."""
    shares = _SHARES.get(mention.rule) or _SHARES.get(f"{mention.rule.partition('.')[0]}.*") or []
    forms = ("", mention.layer, "many" if mention.is_plural else "one")
    return next((share.right for share in shares if share.form in forms and mention.confidence >= share.least), mention.confidence)


def _read_shares() -> dict[str, list[_Share]]:
    shares: dict[str, list[_Share]] = defaultdict(list)
    with MEASURED.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            shares[row["rule"]].append(_Share(row["form"], float(row["from"]), float(row["share_right"])))
    return {rule: sorted(rows, key=lambda share: -share.least) for rule, rows in shares.items()}


_SHARES = _read_shares()
