"""The console script `personae`: every verb is a module of `flows.cli.verbs`, imported only when it is called.

Exit codes: 0 all went well · 1 something was refused or set aside (it says what), and nothing else · 2 the call itself is wrong ·
3 stopped before its end (it says why) · 128 + the number of the signal that ended it: 129 terminal closed, 130 Ctrl-C, 141 reader gone,
143 terminated.
"""

import importlib
import os
import sys
import traceback
from contextlib import suppress
from importlib.util import find_spec
from pathlib import Path
from typing import NoReturn

import click

from flows.exits import EXIT_CTRL_C, EXIT_READER_GONE, EXIT_STOPPED, EXIT_WRONG_CALL
from flows.garbage import collect_seldom
from flows.logs import set_up_logs
from flows.signals import Interrupted

#: verb -> (module, one line of help). The module has a click command of the verb's name.
VERBS = {
    "ingest": ("flows.cli.verbs.ingest", "Load article files into a warehouse."),
    "rebuild": ("flows.cli.verbs.rebuild", "Analyse stored articles again after the lexicon or code changed."),
    "redrive": ("flows.cli.verbs.redrive", "Try quarantined files again."),
    "watch": ("flows.cli.verbs.watch", "Ingest what arrives in a folder."),
    "deploy": ("flows.cli.verbs.deploy", "Register the flows with a Prefect server for a worker to run."),
    "serve": ("flows.cli.verbs.serve", "Register the flows with a Prefect server and run them here."),
    "show": ("flows.cli.verbs.show", "Show what stands out: who says what about whom."),
    "query": ("flows.cli.verbs.query", "Ask a warehouse: SQL, or the name of a view."),
    "search": ("flows.cli.verbs.search", "Find sentences by word, speaker, actor, outlet and date."),
    "export": ("flows.cli.verbs.export", "Export events, articles, mentions or the network to other systems."),
    "bi": ("flows.cli.verbs.bi", "Write a dashboard for Superset."),
    "site": ("flows.cli.verbs.site", "Write a warehouse as web pages that open from disk, without a server."),
    "checks": ("flows.cli.verbs.checks", "Show the checks of the last run, and write its report page."),
    "describe": ("flows.cli.verbs.describe", "Explain tables, views and columns."),
    "explain": ("flows.cli.verbs.explain", "Say why a mention is what it is."),
    "rules": ("flows.cli.verbs.rules", "List the rules, and how often each decides."),
    "story": ("flows.cli.verbs.story", "Show the articles of a story side by side, with the sentences that differ."),
    "annotate": ("flows.cli.verbs.annotate", "Annotate texts: JSON Lines in, JSON Lines out."),
    "resolve": ("flows.cli.verbs.resolve", "Resolve actor names: JSON Lines in, JSON Lines out."),
    "read": ("flows.cli.verbs.read", "Read article files: JSON Lines out."),
    "map": ("flows.cli.verbs.map", "Show how a file's fields are read, and the --map line that changes it."),
    "lexicon": ("flows.cli.verbs.lexicon", "Check the lexicon and your overrides."),
    "doctor": ("flows.cli.verbs.doctor", "Test this installation."),
}
PACKAGES = ("flows", "transforms", "expectations", "warehouse")


class LazyVerbs(click.Group):
    """A group whose verbs are imported when they are called: `--help` answers at once."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(VERBS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in VERBS:
            return None
        command = getattr(importlib.import_module(VERBS[cmd_name][0]), cmd_name)
        assert isinstance(command, click.Command)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Verbs"):
            formatter.write_dl([(verb, text) for verb, (_, text) in VERBS.items()])

    def resolve_command(self, ctx: click.Context, args: list[str]) -> tuple[str | None, click.Command | None, list[str]]:
        if args and args[0] not in VERBS and not args[0].startswith("-"):
            ctx.fail(f"no verb {args[0]!r}; the verbs are {', '.join(VERBS)}")
        return super().resolve_command(ctx, args)


@click.command(cls=LazyVerbs, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 120})
@click.version_option(package_name="personae")
def personae() -> None:
    """News articles in, an actor-mention warehouse out: who is in the news, in which role, saying what about whom.

    \b
    Start with:   personae ingest FOLDER --warehouse news.duckdb
    then:         personae show --warehouse news.duckdb
    """


def check_installation() -> None:
    """Exit with a message unless all four packages come from one folder: their names are generic, and another project's `warehouse` or
    `transforms` on the path would be imported silently."""
    homes = {}
    for package in PACKAGES:
        spec = find_spec(package)
        homes[package] = Path(spec.origin).parent.parent if spec and spec.origin else None
    if len(set(homes.values())) != 1:
        found = ", ".join(f"{package} from {home}" for package, home in homes.items())
        message = f"personae: expected its four packages in one folder, found {found}; install it in an environment of its own: make setup"
        click.echo(message, err=True)
        raise SystemExit(EXIT_STOPPED)


def main() -> None:
    """Entry point of the console script."""
    check_installation()
    collect_seldom()
    try:
        set_up_logs()
    except ValueError as problem:
        _leave(f"personae: {problem}", EXIT_WRONG_CALL)
    try:
        _end(_call())
    except click.ClickException as problem:
        problem.show()
        sys.exit(problem.exit_code)
    except (click.Abort, KeyboardInterrupt) as problem:
        cause = problem if isinstance(problem, KeyboardInterrupt) else problem.__cause__
        if isinstance(cause, Interrupted):
            _leave(f"personae: {cause}; what is loaded stays, and the same command continues from there", cause.exit_code)
        _leave("personae: interrupted", EXIT_CTRL_C)
    except BrokenPipeError:
        _leave("", EXIT_READER_GONE)
    except Exception:  # noqa: BLE001 - an error of our own must not look like a file that was set aside
        traceback.print_exc()
        _leave("personae: stopped by an error of its own; please report the lines above", EXIT_STOPPED)


def _call() -> int:
    """The exit code that the verb calls for."""
    try:
        personae(prog_name="personae", standalone_mode=False)
    except SystemExit as ended:
        if isinstance(ended.code, int):
            return ended.code
        raise
    return 0


def _end(code: int) -> NoReturn:
    """End once all is said. Raises BrokenPipeError where nobody listens.

    To take a lexicon and libraries apart takes half a second, and is of use only where Prefect has lines to send to its server yet."""
    sys.stdout.flush()
    if "prefect" in sys.modules:
        from flows.orchestration import may_use_server

        if may_use_server():
            sys.exit(code)
    _leave("", code)


def _leave(message: str, code: int) -> NoReturn:
    """End at once, whatever threads and exit handlers of libraries there are: everything is closed by now."""
    with suppress(OSError):
        if message:
            click.echo(message, err=True)
        sys.stdout.flush()
    os._exit(code)


if __name__ == "__main__":
    main()
