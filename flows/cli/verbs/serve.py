"""`personae serve`: the flows as deployments, run in this process."""

import click

from flows.cli.options import INPUT, settings_options
from flows.settings import Settings


@click.command(epilog='Example:  personae serve inbox/ --warehouse news.duckdb --cron "*/30 * * * *"')
@click.argument("paths", nargs=-1, required=True, type=INPUT)
@settings_options()
@click.option("--cron", default=None, help="Schedule of `ingest`: five fields, UTC. Without it, you start each run.")
def serve(paths: tuple[str, ...], settings: Settings, cron: str | None) -> None:
    """Register `ingest` of PATHS, `rebuild` and `redrive` with the Prefect server of PREFECT_API_URL and run them here, one at a time,
    until interrupted. No worker is needed."""
    from flows.cli.verbs.outcome import stopping_cleanly
    from flows.deployments import make_deployments, serve_here
    from flows.orchestration import require_server

    with stopping_cleanly():
        require_server()
        deployments = make_deployments(settings, paths, cron)
        click.echo(f"serving {', '.join(f'{d.flow_name}/{d.name}' for d in deployments)}; stop with Ctrl-C", err=True)
        serve_here(deployments)
