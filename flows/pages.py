"""The pages of a publication: the report and the site, made where nothing else is to be done."""

from collections.abc import Callable
from concurrent.futures import Future
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from flows.engines import Engine
from flows.running import REPORT_NAME
from flows.settings import Settings
from flows.workers import Workers
from warehouse.points import reach
from warehouse.publishing.changed import Publication
from warehouse.publishing.kept import read_ahead
from warehouse.publishing.site import SITE_NAME

if TYPE_CHECKING:
    from warehouse.publishing.site.build import SiteData


def expect_data(settings: Settings, engine: Engine) -> None:
    """Have the first worker without a further batch load what it takes to write what pages load, while others are at work or the run
    settles; what goes wrong there goes wrong again later."""
    if settings.publishing != "never" and isinstance(engine, Workers):
        engine.submit(engine.run, get_data_ready)


def get_data_ready() -> None:
    """Load what it takes to write what pages load."""
    from warehouse.publishing.site import data

    assert data  # imported to be there


def expect_pages(settings: Settings) -> None:
    """Load what pages take, in the process of the run, which has to wait, and read what of the last publication may be kept."""
    if settings.publishing == "never":
        return
    from expectations import report
    from warehouse.publishing.publish import KEPT_PARTS, VIEW_EXPORTS
    from warehouse.publishing.site import pages

    assert report  # imported to be there
    pages.get_ready()
    read_ahead(*(settings.published / part for part in (KEPT_PARTS, VIEW_EXPORTS, SITE_NAME)))


def begin_pages(settings: Settings, engine: Engine, publication: Publication) -> Callable[[], dict[Path, Path]]:
    """Have a worker of the run write what the pages load while the run itself answers the views, and then makes the pages; where no worker
    is there, all is made when the answers are."""
    if isinstance(engine, Workers) and engine.pids():
        from warehouse.publishing.site.build import prepare_data

        engine.renew()
        site = settings.published / SITE_NAME
        data = engine.submit(engine.run, prepare_data, publication, site, settings.site_articles)
        return partial(_join, settings, publication, data)
    return partial(prepare_pages, settings, publication)


def _join(settings: Settings, publication: Publication, data: "Future[SiteData]") -> dict[Path, Path]:
    made = prepare_pages(settings, publication, with_data=False)
    site = settings.published / SITE_NAME
    data.result().join(next(hidden for hidden, place in made.items() if place == site))
    return made


def prepare_pages(settings: Settings, publication: Publication, with_data: bool = True) -> dict[Path, Path]:
    """The report and the site of a copy that is about to be published, under hidden names, and where they belong; `with_data`: and what the
    pages load."""
    from expectations.report import render_report
    from warehouse.publishing.site.build import prepare_site
    from warehouse.store import open_warehouse

    report, site = settings.published / REPORT_NAME, settings.published / SITE_NAME
    hidden = report.with_name(f".{report.name}.new")
    with closing(open_warehouse(publication.copy, read_only=True)) as connection:
        reach("report: before it is written")
        hidden.write_text(render_report(connection), encoding="utf-8")
    pages, _ = prepare_site(publication.copy, site, top_articles=settings.site_articles, with_data=with_data, publication=publication)
    return {hidden: report, pages: site}
