"""`personae resolve`: actor phrases in, actors out."""

import sys
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from datetime import date
from pathlib import Path
from typing import NamedTuple, cast

import click

from flows.cli.lines import BadLine, LineError, Record, answer_lines, expect_text, open_streams
from flows.cli.options import input_option, output_option, overrides_option


class PhraseLine(NamedTuple):
    """One line of input."""

    line_id: str
    phrase: str
    day: date | None
    context: str | None


@click.command(epilog="""Example:  echo '{"id": "1", "phrase": "French president", "date": "2016-05-01"}' | personae resolve""")
@input_option
@output_option
@overrides_option
def resolve(input_path: str | None, output_path: str | None, overrides: Path | None) -> None:
    """Read actor phrases as JSON Lines; write the actors they name.

    Each line is an object with `id` and `phrase`, and optionally `date` (YYYY-MM-DD) and `context` (the sentence around it).
    """
    from flows.lexicons import load_lexicon, load_tagger
    from transforms.answers import resolution_line
    from transforms.identities.phrases.resolution import resolve_phrase

    lexicon, tagger = load_lexicon(overrides), load_tagger("full")

    def answer(items: Sequence[PhraseLine]) -> Iterator[Record | BadLine]:
        for item in items:
            yield resolution_line(item.line_id, resolve_phrase(item.phrase, item.day, item.context, lexicon, tagger))

    with ExitStack() as stack:
        source, target = open_streams(stack, input_path, output_path)
        refused = answer_lines(source, target, parse_phrase, answer)
    sys.exit(1 if refused else 0)


def parse_phrase(record: Record) -> PhraseLine:
    """The phrase of a line; raises LineError."""
    printed = expect_text(record, "date")
    try:
        day = date.fromisoformat(printed) if printed else None
    except ValueError as problem:
        raise LineError(f"expected YYYY-MM-DD under 'date', found {printed!r}") from problem
    return PhraseLine(record["id"], cast(str, expect_text(record, "phrase", required=True)), day, expect_text(record, "context"))
