"""The parts of an article's page that are long, written without a template: its text with the marks, its cast, the list of its mentions.

An article has hundreds of marks; a template looks up and escapes each word of each, which took three times as long as all the rest."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from markupsafe import Markup, escape

from warehouse.publishing.site.cells import shown_tone
from warehouse.publishing.site.evidence import Block, Evidence, Piece, Row, Stretch
from warehouse.publishing.site.links import Links

#: Roles that have a colour of their own.
_MARKED = frozenset(("speaker", "subject", "target", "outlet"))


def mark_text(block: Block, evidence: Evidence, described: Sequence[str]) -> Markup:
    """A paragraph with everything found in it; `described`: each mention of the article in one line."""
    return Markup("".join(part for stretch in block.stretches for part in _mark_stretch(stretch, evidence, described)))


def _mark_stretch(stretch: Stretch, evidence: Evidence, described: Sequence[str]) -> Iterator[str]:
    if stretch.quote is not None:
        quote = evidence.quotes[stretch.quote]
        yield f'<span class="quoted" title="{quote["kind"]} quotation of {_escaped(quote["actor_name"] or "an unknown speaker")}">'
    for piece in stretch.pieces:
        for anchor in piece.anchors[1:]:
            yield f'<span id="{anchor}"></span>'
        yield _mark_piece(piece, evidence.mentions, described)
    if stretch.quote is not None:
        yield "</span>"


def _mark_piece(piece: Piece, mentions: Sequence[Row], described: Sequence[str]) -> str:
    text = escape(piece.text)
    anchor = f' id="{piece.anchors[0]}"' if piece.anchors else ""
    credit = " credit" if piece.is_credit else ""
    if piece.mentions:
        innermost = piece.mentions[0]
        role = mentions[innermost]["role"]
        kind = f"{role if role in _MARKED else 'other'}{' act' if piece.is_act else ''}{credit}"
        numbers = " ".join(map(str, piece.mentions))
        title = _escaped(described[innermost])
        return f'<a href="#f-{innermost}"{anchor} class="mark {kind}" data-m="{numbers}" title="{title}">{text}</a>'
    if anchor or piece.is_act or piece.is_credit:
        return f'<span{anchor} class="{"act" if piece.is_act else ""}{credit}">{text}</span>'
    return text


def list_cast(mentions: Sequence[Row], links: Links) -> Markup:
    """Who is in an article, the most mentions first: as whom each is named, in which roles, and where first."""
    found: dict[str, list[Row]] = {}
    for mention in mentions:
        if mention["actor_id"] is not None:
            found.setdefault(mention["actor_id"], []).append(mention)
    ordered = sorted(found.items(), key=lambda part: (-len(part[1]), part[1][0]["start_char"]))
    return Markup("\n".join([*(_part(actor_id, rows, links) for actor_id, rows in ordered), ""]) if ordered else "")


def _part(actor_id: str, mentions: Sequence[Row], links: Links) -> str:
    name = _linked(_escaped(mentions[0]["actor_name"] or actor_id), links.actor(actor_id))
    office = next((f", {_escaped(mention['office'])}" for mention in mentions if mention["office"]), "")
    roles = ", ".join(f"{role} {count}" for role, count in Counter(mention["role"] for mention in mentions).most_common())
    return (
        f'<li><a href="#m-{mentions[0]["start_char"]}" title="first mention in the text">{len(mentions)} ×</a> {name}{office}'
        f'<span class="pale">{roles}</span></li>'
    )


def list_mentions(mentions: Sequence[Row], links: Links, rules: Mapping[str, str]) -> Markup:
    """The mentions as rows of a table; `rules`: what each rule says."""
    return Markup("".join(_mention_row(number, mention, links, rules) for number, mention in enumerate(mentions)))


def _mention_row(number: int, mention: Row, links: Links, rules: Mapping[str, str]) -> str:
    actor = _linked(_escaped(mention["actor_name"] or "unknown"), links.actor(mention["actor_id"]))
    office = f", {_escaped(mention['office'])}" if mention["office"] else ""
    tone = shown_tone(mention["tone"]) if mention["tone"] is not None else "–"
    voice, rule = _escaped(mention["voice_name"] or "the outlet's"), mention["rule"]
    return (
        f'<tr id="f-{number}"><td><a href="#m-{mention["start_char"]}">{_escaped(mention["surface"])}</a></td>\n'
        f"<td>{actor}{office}</td>\n"
        f'<td>{mention["role"]}</td><td class="number">{tone}</td><td>{voice}</td>'
        f'<td class="why"><code>{_escaped(rule)}</code> {_escaped(rules.get(rule, ""))}</td>'
        f'<td class="number">{mention["confidence"]:.2f}</td></tr>\n'
    )


def _linked(name: str, address: str | None) -> str:
    return f'<a href="{address}">{name}</a>' if address else name


@lru_cache(4096)
def _escaped(words: str) -> str:
    return str(escape(words))
