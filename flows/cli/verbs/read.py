"""`personae read`: article files in, articles as JSON Lines out."""

import json
import sys
from contextlib import ExitStack

import click

from flows.cli.lines import open_streams
from flows.cli.options import keep_option, limits_option, map_option, output_option
from transforms.limits import Limits


@click.command(epilog="Example:  personae read archive/ > articles.jsonl")
@click.argument("paths", nargs=-1, required=True, type=click.Path())
@output_option
@limits_option
@map_option
@keep_option
def read(paths: tuple[str, ...], output_path: str | None, limits: Limits, mappings: tuple[str, ...], keep: str | None) -> None:
    """Article files or folders in, articles as JSON Lines out.

    One line per article found, and one line {"file", "error", "reason"} per file or article that was refused; then the exit code is 1.
    """
    from flows.article_lines import article_lines
    from flows.mapping import parse_mapping, with_kept

    try:
        mapping = with_kept(parse_mapping(mappings), keep)
    except ValueError as problem:
        raise click.BadParameter(str(problem)) from problem
    refused = 0
    with ExitStack() as stack:
        _, target = open_streams(stack, "/dev/null", output_path)
        for line in article_lines(paths, mapping, limits):
            refused += "error" in line
            target.write(json.dumps(line, ensure_ascii=False) + "\n")
    sys.exit(1 if refused else 0)
