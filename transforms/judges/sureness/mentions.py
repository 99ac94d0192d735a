"""How sure a mention is of its actor: the share that readers found right of what its rule decides, as `measured.csv` has it."""

import csv
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from transforms.annotations import Mention, Quote

MEASURED = Path(__file__).parent / "measured.csv"
#: The rule for "I" and "we" in quotations, of which "I" is the surer the surer the quotation.
_SPEAKER = "pronoun.speaker"


class _Share(NamedTuple):
    """Of the mentions of a rule that are of this form (one, many, a layer; "" for any) and as sure or surer: the share that is right."""

    form: str
    least: float
    right: float


def tell_mentions(mentions: Sequence[Mention], quotes: Sequence[Quote]) -> None:
    """Set, in place, the confidence of the mentions of measured rules. It comes after all that asks how sure a rule is."""
    spoken = [(start, end, quote.confidence) for quote in quotes for start, end in quote.content]
    for mention in mentions:
        if mention.actor_id is None or mention.actor_id.startswith("GENERIC."):
            continue  # unnamed people are counted only if asked for
        if mention.rule == _SPEAKER:
            sure = (confidence for start, end, confidence in spoken if start <= mention.start < end)
            mention.confidence = max(sure, default=mention.confidence)
        mention.confidence = share_right(mention)


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
