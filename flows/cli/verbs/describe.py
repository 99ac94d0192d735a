"""`personae describe`: the data dictionary."""

import sys

import click


@click.command(epilog="Examples:  personae describe    personae describe mentions    personae describe --markdown")
@click.argument("relation", required=False)
@click.option("--markdown", is_flag=True, help="Print everything as Markdown, as in docs/dictionary.md.")
def describe(relation: str | None, markdown: bool) -> None:
    """Explain tables, views and columns: all of them, or one by its name."""
    from flows.cli.answers import print_table
    from warehouse.publishing.dictionary import describe_relation, dictionary_page, relation_meanings

    if markdown:
        sys.stdout.write(dictionary_page())
        return
    if relation is None:
        print_table(["table or view", "what it is"], iter(relation_meanings().items()), sys.stdout)
        return
    try:
        entries = describe_relation(relation)
    except KeyError as problem:
        raise click.UsageError(str(problem.args[0])) from problem
    rows = ((entry.column, entry.type, entry.constraint, entry.meaning) for entry in entries)
    click.echo(relation_meanings()[relation])
    print_table(["column", "type", "constraint", "meaning"], rows, sys.stdout)
