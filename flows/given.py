"""What a batch works on besides files: articles that the run has already read, or that were stored.

They go through the staging area, where every worker finds them; what a worker is told is the place alone.
"""

import json
import shutil
from collections.abc import Mapping
from dataclasses import asdict, replace
from pathlib import Path

import polars as pl

from transforms.articles.normalised import ArticleFrames
from transforms.readers.outcomes import FileReading, RawArticle, Reading, Rejected
from warehouse.points import reach
from warehouse.staging import hidden_place

#: The frames of ArticleFrames that stored articles have.
_FRAMES = ("files", "articles", "authors", "paragraphs", "appearances", "article_fields")


def give_reading(staging: Path, batch_id: str, part: FileReading) -> Path:
    """Write some articles of a large file; where they are. They are neither checked nor on disk for sure: a run that ends forgets them."""
    assert isinstance(part.reading, Reading)
    articles = [{"rejected": asdict(each)} if isinstance(each, Rejected) else asdict(each) for each in part.reading.articles]
    place = part.place.hex() if part.place is not None else None
    about = {**asdict(replace(part, reading=replace(part.reading, articles=()))), "place": place}
    path = _place(staging, batch_id)
    path.write_text(json.dumps({"about": about, "articles": articles}), encoding="ascii")
    reach("given: a part is written")
    return path


def read_given(path: Path) -> FileReading:
    """The articles that `give_reading` wrote."""
    content = json.loads(path.read_bytes())
    about, place = content["about"], content["about"]["place"]
    reading = Reading(about["reading"]["format"], about["reading"]["reader"], about["reading"]["encoding"])
    articles = tuple(Rejected(**each["rejected"]) if "rejected" in each else RawArticle.of(each) for each in content["articles"])
    place = bytes.fromhex(place) if place is not None else None
    return FileReading(**{**about, "reading": replace(reading, articles=articles), "place": place})


def give_frames(staging: Path, batch_id: str, stored: ArticleFrames) -> Path:
    """Write stored articles; the folder they are in."""
    folder = _place(staging, batch_id)
    folder.mkdir()
    for name in _FRAMES:
        getattr(stored, name).write_ipc(folder / f"{name}.arrow")
    reach("given: stored articles are written")
    return folder


def read_frames(folder: Path) -> ArticleFrames:
    """The articles that `give_frames` wrote."""
    # bytes, not a file mapped into memory: it is removed while its frames may be in use
    return stored_frames({name: pl.read_ipc((folder / f"{name}.arrow").read_bytes()) for name in _FRAMES})


def stored_frames(frames: Mapping[str, pl.DataFrame]) -> ArticleFrames:
    """Articles as the warehouse gives them back."""
    files, articles, authors, paragraphs, appearances, fields = (frames[name] for name in _FRAMES)
    return ArticleFrames(files, articles, authors, paragraphs, appearances, fields)


def take_back(given: Path) -> None:
    """Remove what a batch was given, once it is computed or given up."""
    if given.is_dir():
        shutil.rmtree(given)
    else:
        given.unlink(missing_ok=True)


def _place(staging: Path, batch_id: str) -> Path:
    staging.mkdir(parents=True, exist_ok=True)
    return hidden_place(staging, f"given-{batch_id}")
