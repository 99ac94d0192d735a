"""`personae annotate`: texts in, who is mentioned and what they do out."""

import sys
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from datetime import date, datetime
from pathlib import Path
from typing import Any, cast

import click

from flows.cli.lines import BadLine, LineError, Record, answer_lines, expect_text, open_streams
from flows.cli.options import input_option, output_option, overrides_option, tier_option
from flows.settings import Tier
from transforms.annotations import Article
from warehouse.vocabulary import TIERS


@click.command(epilog="""Example:  echo '{"id": "1", "text": "Moscow said it would answer."}' | personae annotate""")
@input_option
@output_option
@tier_option
@overrides_option
def annotate(input_path: str | None, output_path: str | None, tier: Tier, overrides: Path | None) -> None:
    """Read texts as JSON Lines; write who is mentioned and what they do.

    Each line is an object with `id` and `text`, and optionally `title`, `published_at`, `outlet`, `targets`, `tier`. A line that cannot be
    used gets {"id": …, "error": …} in its place, and the exit code is 1.
    """
    from flows.analysis import Analyst
    from flows.cli.verbs.outcome import stopping_cleanly
    from transforms.answers import annotation_line

    analysts: dict[Tier, Analyst] = {}

    def answer(items: Sequence[tuple[Tier, Article]]) -> Iterator[Record | BadLine]:
        for item_tier in {item_tier for item_tier, _ in items} - set(analysts):
            analysts[item_tier] = Analyst.of(item_tier, overrides)
        streams = {each: analysts[each].annotate([article for t, article in items if t == each]) for each in analysts}
        for item_tier, article in items:
            found = next(streams[item_tier])
            yield BadLine(article.article_id, found) if isinstance(found, str) else annotation_line(found)

    with ExitStack() as stack, stopping_cleanly():
        source, target = open_streams(stack, input_path, output_path)
        refused = answer_lines(source, target, lambda record: parse_article(record, tier), answer)
    sys.exit(1 if refused else 0)


def parse_article(record: Record, tier: Tier) -> tuple[Tier, Article]:
    """The tier a line asks for and its article; raises LineError."""
    text = cast(str, expect_text(record, "text", required=True))
    asked = record.get("tier", tier)
    if asked not in TIERS:
        raise LineError(f"expected one of {', '.join(TIERS)} under 'tier', found {asked!r}")
    return asked, Article(
        record["id"],
        text,
        expect_text(record, "title"),
        parse_moment(expect_text(record, "published_at")),
        expect_text(record, "outlet"),
        parse_targets(record.get("targets", []), len(text)),
    )


def parse_moment(printed: str | None) -> datetime | date | None:
    """A day or a moment from ISO 8601; raises LineError."""
    if not printed:
        return None
    try:
        return date.fromisoformat(printed) if len(printed) == 10 else datetime.fromisoformat(printed)
    except ValueError as problem:
        raise LineError(f"expected YYYY-MM-DD or YYYY-MM-DDThh:mm[:ss]±hh:mm under 'published_at', found {printed!r}") from problem


def parse_targets(spans: Any, length: int) -> tuple[tuple[int, int], ...]:  # noqa: ANN401 - any JSON value may stand there
    """Spans inside the text; raises LineError."""
    if not isinstance(spans, list):
        raise LineError(f"expected a list of [start, end] under 'targets', found {type(spans).__name__}")
    for span in spans:
        is_pair = isinstance(span, list) and len(span) == 2 and all(type(edge) is int for edge in span)
        if not is_pair or not 0 <= span[0] < span[1] <= length:
            raise LineError(f"expected [start, end] with 0 <= start < end <= {length} under 'targets', found {span!r}")
    return tuple((start, end) for start, end in spans)
