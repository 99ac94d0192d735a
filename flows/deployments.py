"""The flows as deployments of a Prefect server: scheduled, started and watched from its pages, run by a worker or by `personae serve`."""

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from prefect import Flow, serve
from prefect.client.orchestration import get_client
from prefect.client.schemas.actions import WorkPoolCreate, WorkPoolUpdate
from prefect.deployments.runner import RunnerDeployment
from prefect.exceptions import ObjectNotFound

from flows.parameters import list_parameters
from flows.settings import Settings

HOME = Path(__file__).resolve().parent.parent
POOL = "personae"
#: The warehouse has one writer; a second run waits for its turn.
RUNS_AT_A_TIME = 1


def make_deployments(settings: Settings, paths: Sequence[str], cron: str | None = None) -> list[RunnerDeployment]:
    """`ingest` of the paths, `rebuild` and `redrive` over a warehouse, named after it; only `ingest` is scheduled.

    `cron`: five fields in UTC, e.g. "0 5 * * *". The paths are absolute, for a worker has a working folder of its own; or addresses."""
    there = replace(
        settings, warehouse=settings.warehouse.resolve(), overrides=settings.overrides.resolve() if settings.overrides else None
    )
    return [
        _deployment("ingest", there, {"paths": list(paths)}, cron),
        _deployment("rebuild", there),
        _deployment("redrive", there),
    ]


def _deployment(name: str, settings: Settings, more: Mapping[str, object] | None = None, cron: str | None = None) -> RunnerDeployment:
    flow = Flow.from_source(source=str(HOME), entrypoint=f"flows/{name}.py:{name}")
    assert isinstance(flow, Flow)
    parameters = {**(more or {}), **list_parameters(flow.fn, settings)}
    deployment = flow.to_deployment(
        name=settings.warehouse.name,
        parameters={key: str(value) if isinstance(value, Path) else value for key, value in parameters.items()},
        cron=cron,
        concurrency_limit=RUNS_AT_A_TIME,
        tags=["personae", settings.warehouse.name],
        description=f"{flow.description} Warehouse: {settings.warehouse}",
    )
    assert isinstance(deployment, RunnerDeployment)
    return deployment


def register(deployments: Sequence[RunnerDeployment], pool: str = POOL) -> list[str]:
    """Enter deployments into a work pool of processes, which is made when missing and runs one at a time; their names on the server."""
    asyncio.run(_provide_pool(pool))
    for deployment in deployments:
        deployment.apply(work_pool_name=pool)
    return [f"{deployment.flow_name}/{deployment.name}" for deployment in deployments]


async def _provide_pool(name: str) -> None:
    async with get_client() as client:
        try:
            await client.read_work_pool(name)
        except ObjectNotFound:
            await client.create_work_pool(WorkPoolCreate(name=name, type="process", concurrency_limit=RUNS_AT_A_TIME))
        else:
            await client.update_work_pool(name, WorkPoolUpdate(concurrency_limit=RUNS_AT_A_TIME))


def serve_here(deployments: Sequence[RunnerDeployment]) -> None:
    """Run what the server asks for in this process, one run at a time, until it is interrupted."""
    serve(*deployments, limit=RUNS_AT_A_TIME, print_starting_message=False)
