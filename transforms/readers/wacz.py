"""Collections of a web archive in one zip file (WACZ, https://specs.webrecorder.net/wacz/1.1.1/): the pages of its WARC files.

Its other members say where in these something stands, and repeat the texts without what the pages say of themselves."""

from collections.abc import Iterator
from dataclasses import replace

from transforms.readers.archives import read_zip
from transforms.readers.outcomes import Reading, Rejected
from transforms.readers.sources import Source

_ARCHIVE = "archive/"


def read_wacz(source: Source) -> Iterator[Reading | Rejected]:
    """The pages of the WARC files inside."""
    prefix = source.place(_ARCHIVE)
    for reading in read_zip(source):
        if isinstance(reading, Rejected):
            yield reading
            continue
        articles = tuple(article for article in reading.articles if not article.member or article.member.startswith(prefix))
        if articles:
            yield replace(reading, format="wacz", articles=articles)
