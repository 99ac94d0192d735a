"""Building the site: ask the warehouse, write every page into a new folder, put that in place of the old one."""

from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import duckdb

from warehouse.errors import MendableError
from warehouse.folders import put_in_place, remove_any
from warehouse.points import reach
from warehouse.publishing.changed import Publication
from warehouse.publishing.site import TOP_ACTORS, TOP_ARTICLES
from warehouse.publishing.site.chunks import DATA
from warehouse.sql_views import count_generic
from warehouse.store import bound_memory, open_warehouse

if TYPE_CHECKING:
    from warehouse.publishing.site.data import Lists

#: What every page of a site says of itself.
MARK = '<meta name="generator" content="Personae">'


class SiteError(MendableError):
    """The site could not be built; the one built before stays in place."""


@dataclass(frozen=True)
class SiteSummary:
    """How many pages of each sort a build wrote, and the size of the largest one in bytes."""

    actors: int
    articles: int
    largest: int


def build_site(
    warehouse: Path, folder: Path, top_actors: int = TOP_ACTORS, top_articles: int = TOP_ARTICLES, with_generic: bool = False
) -> SiteSummary:
    """Write the site of a warehouse, best its published copy, in place of the site that the folder holds. As `prepare_site`."""
    new, summary = prepare_site(warehouse, folder, top_actors, top_articles, with_generic)
    try:
        reach("site: before the exchange")
        put_in_place(new, folder)
        reach("site: in place")
    except OSError as problem:
        raise _unwritten(warehouse, folder, problem) from problem
    finally:
        remove_any(new)
    return summary


def prepare_site(
    warehouse: Path,
    folder: Path,
    top_actors: int = TOP_ACTORS,
    top_articles: int = TOP_ARTICLES,
    with_generic: bool = False,
    with_data: bool = True,
    publication: Publication | None = None,
) -> tuple[Path, SiteSummary]:
    """Write the site of a warehouse into a hidden folder beside the one in whose place it is to be put; returns it.

    Actors are those of the most stories; articles those that the tables rest on, `top_articles` of them at most (0 leaves all texts
    out); `with_generic` counts unnamed people among the actors; without `with_data` what `prepare_data` writes is left to it;
    `publication`: that of which the warehouse is the copy. The same warehouse gives the same bytes. Raises SiteError, and WarehouseError
    when there is none to read."""
    # the templates bring Jinja along, which those who only name the folder need not wait for
    from warehouse.publishing.site.pages import Pages

    if not _is_ours(folder):
        raise SiteError(
            f"{folder}: expected no such folder, an empty one or an older site, found other files; choose another: --output DIR"
        )
    new = folder.with_name(f".{folder.name}.new")
    remove_any(new)
    try:
        with closing(open_warehouse(warehouse, read_only=True)) as connection:
            bound_memory(connection)
            count_generic(connection, with_generic)
            pages = Pages(connection, top_actors, top_articles, with_data, publication)
            pages.write(new, folder)
    except (duckdb.Error, OSError) as problem:
        remove_any(new)
        raise _unwritten(warehouse, folder, problem) from problem
    return new, SiteSummary(len(pages.actors), len(pages.articles), pages.largest)


@dataclass(frozen=True)
class SiteData:
    """What pages load as they need it, written beside them under a hidden name, and what is left to write."""

    hidden: Path
    lists: "Lists"

    def join(self, pages: Path) -> None:
        """Put it into the folder of the pages."""
        put_in_place(self.hidden / DATA, pages / DATA)
        remove_any(self.hidden)
        self.lists.write_beside(pages)


def prepare_data(publication: Publication, folder: Path, top_articles: int = TOP_ARTICLES) -> SiteData:
    """Write what the pages of the site in `folder` load as they need it, beside the pages that another process makes meanwhile, and to
    which it is to be joined. Raises as `prepare_site`."""
    from warehouse.publishing.site.answers import MEASURES, answer_views
    from warehouse.publishing.site.data import write_index

    hidden = folder.with_name(f".{folder.name}.{DATA}.new")
    remove_any(hidden)
    try:
        hidden.mkdir()
        with closing(open_warehouse(publication.copy, read_only=True)) as connection:
            bound_memory(connection)
            count_generic(connection, is_counted=False)
            answer_views(connection, (MEASURES,))
            return SiteData(hidden, write_index(connection, hidden, folder, top_articles > 0, publication))
    except (duckdb.Error, OSError) as problem:
        remove_any(hidden)
        raise _unwritten(publication.copy, folder, problem) from problem


def _unwritten(warehouse: Path, folder: Path, problem: Exception) -> SiteError:
    return SiteError(f"{folder}: expected to write the pages of {warehouse}, found: {problem}; try again: personae site")


def _is_ours(folder: Path) -> bool:
    """Whether the folder may be replaced: what somebody else keeps there must not be lost to a mistyped name."""
    if not folder.exists():
        return True
    if not folder.is_dir():
        return False
    if not any(folder.iterdir()):
        return True
    # any page will do: one that was damaged must not keep the site from being written anew
    return any(MARK in page.read_text(encoding="utf-8", errors="replace") for page in folder.glob("*.html"))
