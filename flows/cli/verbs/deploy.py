"""`personae deploy`: the flows as deployments of a Prefect server."""

import click

from flows.cli.options import INPUT, settings_options
from flows.settings import Settings


@click.command(epilog='Example:  personae deploy inbox/ --warehouse news.duckdb --cron "0 5 * * *"')
@click.argument("paths", nargs=-1, required=True, type=INPUT)
@settings_options()
@click.option("--cron", default=None, help="Schedule of `ingest`: five fields, UTC. Without it, you start each run.")
@click.option("--pool", default="personae", show_default=True, help="The work pool, created if missing; it runs one flow at a time.")
def deploy(paths: tuple[str, ...], settings: Settings, cron: str | None, pool: str) -> None:
    """Register `ingest` of PATHS, `rebuild` and `redrive` with the Prefect server of PREFECT_API_URL; a worker runs them."""
    from flows.cli.verbs.outcome import stopping_cleanly
    from flows.deployments import make_deployments, register
    from flows.orchestration import require_server

    with stopping_cleanly():
        require_server()
        names = register(make_deployments(settings, paths, cron), pool)
    for name in names:
        click.echo(f"deployed {name}")
    click.echo(f"Next: prefect worker start --pool {pool}   and, to start a run: prefect deployment run {names[0]}")
