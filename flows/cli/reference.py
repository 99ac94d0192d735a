"""The page docs/reference.md, made from the declarations themselves: verbs, settings, reasons, rules, formats, checks."""

import ast
import inspect
import re
import sys
from collections.abc import Iterable, Iterator, Mapping
from importlib.util import find_spec
from pathlib import Path

import click

from expectations.envelopes import ARTICLES_WITH_MENTIONS, MAXIMUM_SHARE, MINIMUM_ARTICLES, MINIMUM_ROWS
from expectations.rules import RULES
from expectations.suites import rule_name, table_suite
from flows.cli.app import VERBS, personae
from flows.settings import Settings
from transforms.limits import DEFAULT_LIMITS, Limits
from transforms.readers.containers import CONTAINERS
from transforms.readers.documents import EXPORTS
from transforms.readers.formats import READERS
from transforms.rule_book import CHAPTERS
from transforms.rules import Finding
from warehouse.reasons import QUARANTINE_MEANINGS, REMARK_MEANINGS, Reason
from warehouse.tables import BATCH_TABLES, Table

#: Environment variables that Personae reads, and what each sets.
ENVIRONMENT: Mapping[str, str] = {
    "PERSONAE_WAREHOUSE": "The DuckDB file, unless `--warehouse` names one.",
    "PERSONAE_OVERRIDES": "The folder of your own lexicon CSV files, unless `--overrides` names one.",
    "PERSONAE_LIMITS": "Limits for reading one file, as `seconds=120,members=50000`; `--limit` overrides it.",
    "PERSONAE_CACHE": "Folder of the compiled lexicon, tagged paragraphs and copies from addresses; `~/.cache/personae` by default.",
    "PERSONAE_TAG_MEGABYTES": "Megabytes of tagged paragraphs kept there, 1000 by default; with 0, a rebuild tags everything again.",
    "PERSONAE_TONE_BACKEND": "`module:function` of an installed model to judge tones instead of the word list; docs/method.md says how.",
    "PERSONAE_STAGE_": "Followed by the id of a stage (`…_ACTS`): `module:function` to run in its place; docs/method.md lists the stages.",
    "PERSONAE_STORY_THRESHOLD": "Share of shingles that makes articles one story; `--story-threshold` overrides it.",
    "PERSONAE_PREFECT": "`server`: runs need the configured Prefect server; `none`: they use none; unset: they use one if configured.",
    "PERSONAE_PREFECT_DAYS": "Days after which the next run removes ended runs of its warehouse from the Prefect server; unset: never.",
    "PERSONAE_PUBLISH": "When runs publish: `always`, `changed` (the default: if the published files would change) or `never`.",
    "PERSONAE_SITE_ARTICLES": "How many articles each run's site shows in full; 0 for none.",
    "PERSONAE_ENGINE": "Where to compute batches, unless `--engine` says.",
    "PERSONAE_DASK_ADDRESS": "The scheduler of a Dask cluster, unless `--dask-address` names one.",
    "PERSONAE_FAIL_ABOVE": "A run on a Prefect server counts as failed if more than this share is set aside; `--fail-above` overrides it.",
    "PERSONAE_PUBLISHED_ADDRESS": "Address of the folder `published/`, e.g. `https://news.example.org`; links in Prefect lead there.",
    "PERSONAE_LOG": "`json` writes one JSON object for each event to standard error; `none`, the default, writes nothing.",
    "PREFECT_API_URL": "The Prefect server that runs report to, if any.",
    "PREFECT_LOGGING_LEVEL": "How much Prefect logs on the command line; `CRITICAL` by default.",
}
#: Check kind -> what its columns must be.
_COLUMN_CHECKS = {
    "not_null": "is given",
    "in_set": "is on its closed list",
    "between": "is within its range",
    "matches": "has the right form",
}
_FIELD = re.compile(r"((?:\w+, )*\w+): (.+)", re.DOTALL)


def reference_page() -> str:
    """The reference as Markdown."""
    return "\n".join(_page()) + "\n"


def field_meanings(described: type) -> dict[str, str]:
    """What each field of a dataclass means, from the paragraph of its docstring that reads "field: meaning · field, field: meaning"."""
    found: dict[str, str] = {}
    for part in " ".join((described.__doc__ or "").split("\n\n")[1].split()).rstrip(".").split(" · "):
        match = _FIELD.fullmatch(part)
        if match is None:
            raise ValueError(f"{described.__name__}: expected 'field: meaning', found {part!r}")
        found |= dict.fromkeys(match[1].split(", "), match[2])
    return found


def _page() -> Iterator[str]:
    yield "# Reference"
    yield ""
    yield "Look up verbs, settings, quarantine reasons, rules, formats and checks; `make docs` makes this page from the code. For"
    yield "tables and views see the [data dictionary](dictionary.md), for ready-made questions and macros the [cookbook](cookbook.md)."
    yield from _verbs()
    yield from _settings()
    yield from _reasons()
    yield from _rules()
    yield from _formats()
    yield from _checks()


def _verbs() -> Iterator[str]:
    yield from ("", "## Verbs", "", "Exit codes: see [Running Personae](running.md#exit-codes).")
    context = click.Context(personae, info_name="personae")
    for verb in VERBS:
        command = personae.get_command(context, verb) if isinstance(personae, click.Group) else None
        assert command is not None
        yield from _verb(command, click.Context(command, info_name=verb, parent=context))


def _verb(command: click.Command, context: click.Context) -> Iterator[str]:
    """A verb, then the verbs under it if it has any."""
    pieces = [piece for param in command.params if isinstance(param, click.Argument) for piece in param.get_usage_pieces(context)]
    yield from ("", f"### {context.command_path}", "", _prose(command.help or ""))
    if isinstance(command, click.Group):
        for name in command.list_commands(context):
            inner = command.get_command(context, name)
            assert inner is not None
            yield from _verb(inner, click.Context(inner, info_name=name, parent=context))
        return
    yield from ("", "```text", " ".join([context.command_path, "[OPTIONS]", *pieces]), "```", "")
    options = [param for param in command.params if isinstance(param, click.Option)]
    rows = [(f"`{_printed(option)}`", _default(option), option.help or "") for option in options]
    yield from _table(("option", "default", "meaning"), rows)


def _printed(option: click.Option) -> str:
    """The option with the kind of value it takes."""
    name = ", ".join(option.opts)
    if option.is_flag:
        return name
    if isinstance(option.type, click.Choice):
        return f"{name} {'/'.join(option.type.choices)}"
    if isinstance(option.type, click.Path):
        return f"{name} {'FILE' if option.type.file_okay else 'FOLDER'}"
    kind = "NUMBER" if isinstance(option.type, click.IntRange | click.FloatRange) else "TEXT"
    return f"{name} {option.metavar or kind}"


def _default(option: click.Option) -> str:
    if isinstance(option.show_default, str):
        return option.show_default
    if option.is_flag or option.multiple or option.default is None or callable(option.default) or not option.show_default:
        return ""
    return f"`{option.default}`"


def _settings() -> Iterator[str]:
    yield from ("", "## Settings", "", "The settings of flows (`flows/settings.py`); verbs set them from their options.", "")
    yield from _table(("setting", "meaning"), [(f"`{name}`", meaning) for name, meaning in field_meanings(Settings).items()])
    yield from (
        "",
        "### Limits of reading",
        "",
        "Limits for reading one file (`transforms/limits.py`); change one with `--limit NAME=NUMBER`.",
        "",
    )
    limits = field_meanings(Limits)
    yield from _table(
        ("limit", "default", "what it limits"), [(f"`{name}`", f"{getattr(DEFAULT_LIMITS, name):,}", limits[name]) for name in limits]
    )
    yield from ("", "### Environment variables", "")
    yield from _table(("variable", "meaning"), [(f"`{name}`", meaning) for name, meaning in ENVIRONMENT.items()])


def _reasons() -> Iterator[str]:
    yield from (
        "",
        "## Quarantine reasons",
        "",
        "Why a file, an article or a row was set aside (`quarantine.reason`); everything else is loaded.",
        "",
    )
    yield from _reason_table(QUARANTINE_MEANINGS)
    yield from (
        "",
        "## Reasons of notes",
        "",
        "What deserves a look but stops nothing (`notes.reason`): one of these, or a check marked `note` below.",
        "",
    )
    yield from _reason_table(REMARK_MEANINGS)


def _reason_table(reasons: Mapping[str, Reason]) -> Iterator[str]:
    return _table(("reason", "what it means", "what to do"), [(f"`{name}`", *reason) for name, reason in reasons.items()])


def _rules() -> Iterator[str]:
    yield from (
        "",
        "## Rules",
        "",
        "The ids in the column `rule`, and those of readings, roles and tones, which `personae explain` shows; `*` is a word of the text.",
        "[How it is done](method.md) says how well they work, [changing the analysis](contributing.md) how to add one. A test executes all",
        "examples.",
    )
    for table in dict.fromkeys(chapter.table for chapter in CHAPTERS):
        yield from ("", f"### Rules of `{table}`", "")
        rules = [rule for chapter in CHAPTERS if chapter.table == table for rule in chapter.rules]
        yield from _table(("rule", "meaning", "for example"), [(f"`{rule.id}`", rule.doc, _example(rule)) for rule in rules])


def _example(rule: Finding) -> str:
    """The first example that a test executes: the text, the words in it and their decision; a rule on a user's own files has none."""
    if not rule.examples:
        return ""
    example = rule.examples[0]
    day = f" ({example.day})" if example.day else ""
    words = "" if example.words == example.text else f"*{' '.join(example.words.split())}* "
    return f"{' '.join(example.text.split())}{day} → {words}{example.decision or 'left open'}"


def _formats() -> Iterator[str]:
    yield from (
        "",
        "## File formats",
        "",
        "In the order in which they are tried; [formats](formats.md) says what is taken from each.",
        "",
    )
    yield from _table(("format", "what is read"), [(f"`{reader.format}`", _about(reader.module, reader.function)) for reader in READERS])
    yield from ("", "### Exports of databases", "", "Recognised by the content of a document or plain text.", "")
    told = ((name, inspect.getdoc(sys.modules[read.__module__]) or "") for name, _, read in EXPORTS)
    yield from _table(("format", "what is read"), [(f"`{name}`", doc.partition("\n\n")[0].replace("\n", " ")) for name, doc in told])
    yield from ("", "### Containers", "", "Files that hold other files.", "")
    yield from _table(("format", "what is read"), [(f"`{each.format}`", _about(each.module, each.function)) for each in CONTAINERS])


def _about(module: str, function: str) -> str:
    """What a reader reads: its docstring, else its module's, found without loading the libraries it needs."""
    spec = find_spec(f"transforms.readers.{module}")
    assert spec is not None
    assert spec.origin is not None
    tree = ast.parse(Path(spec.origin).read_text(encoding="utf-8"))
    reader = next(node for node in tree.body if isinstance(node, ast.FunctionDef) and node.name == function)
    return re.split(r"\.(?:\s|$)", _prose(ast.get_docstring(reader) or ast.get_docstring(tree) or ""), maxsplit=1)[0] + "."


def _checks() -> Iterator[str]:
    yield from ("", "## Checks of the gate", "")
    yield "Every batch must pass these before it is loaded. A failed check sets its rows aside (`quarantine`) or notes them (`note`);"
    yield "a failed bound stops the run."
    yield from ("", "### Bounds of a batch", "")
    yield f"- At most {MAXIMUM_SHARE:.0%} of the rows of a table may be set aside, once it has {MINIMUM_ROWS} rows"
    yield f"  ({MINIMUM_ARTICLES} of files, articles and appearances)."
    yield f"- Analysed English articles must have mentions, once there are {ARTICLES_WITH_MENTIONS}."
    for table in BATCH_TABLES:
        yield from ("", f"### Checks of `{table.name}`", "")
        yield from _table(("check", "a failure"), _check_rows(table))


def _check_rows(table: Table) -> Iterator[tuple[str, str]]:
    """Checks of single columns, one row for each kind; then the others one by one."""
    suite = table_suite(table)
    for kind, words in _COLUMN_CHECKS.items():
        columns = [column for check in suite if check.kind == kind for column in check.columns]
        if columns:
            yield f"{words}: {', '.join(f'`{column}`' for column in columns)}", "quarantine"
    yield f"{', '.join(f'`{column}`' for column in table.key)} is unique", "quarantine"
    yield from ((rule_name(rule), "quarantine") for rule in table.rules)
    yield from ((rule.name, rule.severity) for rule in RULES if rule.table == table.name)


def _table(heads: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> Iterator[str]:
    yield f"| {' | '.join(heads)} |"
    yield f"|{' --- |' * len(heads)}"
    for row in rows:
        yield f"| {' | '.join(_cell(cell) for cell in row)} |"


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")


def _prose(text: str) -> str:
    return " ".join(text.split())


if __name__ == "__main__":
    click.echo(reference_page(), nl=False)
