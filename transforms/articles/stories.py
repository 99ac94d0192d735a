"""Articles with (nearly) the same text: MinHash signatures (Broder 1997) over word shingles, banded (Leskovec, Rajaraman and Ullman,
Mining of Massive Datasets, ch. 3) so that only articles that share a band are compared, and clusters of those alike enough.
"""

import zlib
from collections.abc import Iterable, Iterator, Mapping
from hashlib import blake2b
from itertools import pairwise

import numpy as np
import numpy.typing as npt
import polars as pl

from transforms.articles import STORY_THRESHOLD
from transforms.articles.folded_texts import plain_texts
from warehouse.tables import FINGERPRINTS

#: Words in a shingle: three tell articles apart that share a topic, and a changed word spoils only three of them.
SHINGLE_WORDS = 3
BANDS = 32
#: Values in a band: two texts half alike share one of 32 bands nine times in ten, texts a tenth alike once in three hundred.
BAND_VALUES = 4
VALUE_COLUMNS = tuple(f"value_{number}" for number in range(BAND_VALUES))
SEED = 1905
#: Shifts and factors of the finalizer; its last shift stands before no factor.
_SPREAD = ((16, 0x85EBCA6B), (13, 0xC2B2AE35), (16, 1))
#: The orders in which shingles are put.
_CHANCE = np.random.RandomState(SEED)
_FACTORS = _CHANCE.randint(0, 1 << 31, BANDS * BAND_VALUES, dtype=np.uint32) * np.uint32(2) + np.uint32(1)
_OFFSETS = _CHANCE.randint(0, 1 << 32, BANDS * BAND_VALUES, dtype=np.uint32)
#: Shingles put in order at a time: 2 MB of numbers.
_PART = 4096
#: A text of which so much stands in the other is a cut of it, from a smaller Jaccard share on: half of a text has one of a half at most.
_WITHIN = 0.85
_CUT_SHARE = 0.5
#: Members of a band that the others are compared with when there are too many to compare all with all.
_HUBS = 64
#: Pairs compared at a time: 20 MB of signatures.
_PAIRS = 20_000


def fingerprint_articles(articles: pl.DataFrame, paragraphs: pl.DataFrame, known: Mapping[str, str] | None = None) -> pl.DataFrame:
    """Rows of FINGERPRINTS (without batch_id) for articles (article_id, body) with their rows of PARAGRAPHS; the same in every process.
    `known`: their `plain_texts` by article_id, where these have been made already.

    Headlines, datelines and boilerplate are left out: they differ between reprints of one text.
    """
    ids = articles["article_id"].to_list()
    texts = [known[article_id] for article_id in ids] if known else plain_texts(articles, paragraphs)
    values = np.array([sign(text) for text in texts], dtype=np.uint32).reshape(-1, BAND_VALUES)
    frame = pl.DataFrame({name: values[:, number].astype(np.int64) for number, name in enumerate(VALUE_COLUMNS)})
    schema = FINGERPRINTS.schema_without("batch_id")
    return frame.with_columns(
        article_id=pl.Series(np.repeat(np.array(ids, dtype=object), BANDS), dtype=pl.String()),
        band_no=pl.Series(np.tile(np.arange(BANDS), len(ids)), dtype=pl.Int64()),
        band_hash=pl.Series(_band_hashes(values)),
    ).select(pl.col(name).cast(dtype) for name, dtype in schema.items())


def sign(text: str) -> npt.NDArray[np.uint32]:
    """The MinHash signature of a text: of each of many orders of all 32-bit numbers the first that one of its shingles has.

    An order is an odd factor and an offset modulo 2^32, over checksums that the finalizer of MurmurHash3 (Appleby 2008) has spread."""
    found = np.fromiter(map(zlib.crc32, _shingles(text)), dtype=np.uint32)
    for shift, factor in _SPREAD:
        found = (found ^ (found >> np.uint32(shift))) * np.uint32(factor)
    # one order a row: that keeps what is compared side by side
    parts = [found[start : start + _PART] * _FACTORS[:, np.newaxis] + _OFFSETS[:, np.newaxis] for start in range(0, len(found), _PART)]
    first: npt.NDArray[np.uint32] = np.minimum.reduce([part.min(axis=1) for part in parts])
    return first


def _shingles(text: str) -> Iterable[bytes]:
    words = text.encode().split()
    if len(words) < SHINGLE_WORDS:
        return [b" ".join(words)]
    return map(b" ".join, zip(*(words[start:] for start in range(SHINGLE_WORDS)), strict=False))


def _band_hashes(values: npt.NDArray[np.uint32]) -> npt.NDArray[np.int64]:
    """A hash of each band (bands × values)."""
    data, size = values.astype("<u4").tobytes(), BAND_VALUES * 4
    digests = (blake2b(data[start : start + size], digest_size=8).digest() for start in range(0, len(data), size))
    return np.frombuffer(b"".join(digests), "<i8").astype(np.int64)


def cluster_stories(articles: pl.DataFrame, fingerprints: pl.DataFrame, threshold: float = STORY_THRESHOLD) -> pl.DataFrame:
    """The story of each article (article_id, story_id), whatever the order of rows.

    `articles`: article_id, published_date, text_hash; `fingerprints`: their rows of FINGERPRINTS. Stories are the connected components of
    articles with the same text or an estimated Jaccard of at least `threshold`; a story's id is that of its earliest article (undated ones
    last, then by id).
    """
    ordered = articles.select("article_id", "published_date", "text_hash").sort("published_date", "article_id", nulls_last=True)
    ids = ordered["article_id"].to_list()
    links = [*_same_texts(ordered), *_alike(_numbered(ordered, fingerprints), threshold)]
    first = _components(len(ids), links)
    return pl.DataFrame(
        {"article_id": ids, "story_id": [ids[number] for number in first]}, schema={"article_id": pl.String(), "story_id": pl.String()}
    )


def _same_texts(ordered: pl.DataFrame) -> Iterator[tuple[int, int]]:
    groups = ordered.with_row_index("number").group_by("text_hash").agg(pl.col("number").sort()).filter(pl.col("number").list.len() > 1)
    for numbers in groups["number"].to_list():
        yield from pairwise(numbers)


def _numbered(ordered: pl.DataFrame, fingerprints: pl.DataFrame) -> pl.DataFrame:
    """The fingerprints of one article of each text, articles by their number in the order."""
    unique = ordered.with_row_index("number").unique("text_hash", keep="first", maintain_order=True).select("article_id", "number")
    return unique.join(fingerprints, on="article_id").sort("number", "band_no")


def _alike(bands: pl.DataFrame, threshold: float) -> Iterator[tuple[int, int]]:
    """Pairs of articles that share a band and are alike enough; band by band, so that memory stays small."""
    if bands.is_empty():
        return
    numbers = bands["number"].unique(maintain_order=True)
    signatures = bands.select(VALUE_COLUMNS).cast(pl.UInt32).to_numpy().reshape(numbers.len(), -1)
    sizes = _shingle_counts(signatures)
    rows = pl.DataFrame({"number": numbers}).with_row_index("row")
    for band in bands.select("band_no", "band_hash", "number").join(rows, on="number").partition_by("band_no"):
        candidates = _candidates(band)
        for start in range(0, candidates.height, _PAIRS):
            pairs = candidates.slice(start, _PAIRS)
            one, other = pairs["row"].to_numpy(), pairs["row_right"].to_numpy()
            shares = (signatures[one] == signatures[other]).mean(axis=1)
            # |A ∩ B| from the Jaccard share of two sets and their sizes
            within = shares / (1 + shares) * (sizes[one] + sizes[other]) / np.minimum(sizes[one], sizes[other])
            is_alike = (shares >= threshold) | ((shares >= threshold * _CUT_SHARE) & (within >= _WITHIN))
            yield from pairs.filter(pl.Series(is_alike)).select("number", "number_right").iter_rows()


def _shingle_counts(signatures: np.ndarray) -> np.ndarray:
    """Distinct shingles of each text, estimated from its signature: the least of n random numbers is about 1 / n (Cohen 1997)."""
    least = (signatures.astype(np.float64) + 1) / 2.0**32
    return np.asarray(BANDS * BAND_VALUES / least.sum(axis=1))


def _candidates(band: pl.DataFrame) -> pl.DataFrame:
    """Pairs that share one band; where very many share it, all with the first ones."""
    shared = band.filter(pl.len().over("band_hash") > 1)
    hubs = shared.filter(pl.col("number").rank("ordinal").over("band_hash") <= _HUBS)
    return hubs.join(shared, on="band_hash").filter(pl.col("number") < pl.col("number_right"))


def _components(size: int, links: Iterable[tuple[int, int]]) -> list[int]:
    """For each number the smallest one it is connected with."""
    parent = list(range(size))

    def root(number: int) -> int:
        while parent[number] != number:
            parent[number] = parent[parent[number]]
            number = parent[number]
        return number

    for one, other in links:
        low, high = sorted((root(one), root(other)))
        parent[high] = low
    return [root(number) for number in range(size)]
