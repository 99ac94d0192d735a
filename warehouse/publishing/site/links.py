"""Where things have a page of their own: file names, addresses inside the site, and which addresses outside may be followed."""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Any
from urllib.parse import urlsplit

_UNSAFE = re.compile(r"[^A-Za-z0-9.-]")


def page_name(identifier: str) -> str:
    """A file name for an id. Ids that a file system may not take as they are get a mark of their own."""
    safe = _UNSAFE.sub("_", identifier)[:80]
    is_plain = safe == identifier and not identifier.startswith(".")
    return safe if is_plain else f"{safe.lstrip('.')}-{sha256(identifier.encode()).hexdigest()[:8]}"


def outside(address: str | None) -> str | None:
    """An address that a reader may follow out of the site: only http and https, because an article can name any scheme."""
    if address is None:
        return None
    try:
        parts = urlsplit(address.strip())
    except ValueError:
        return None
    return address.strip() if parts.scheme in ("http", "https") and parts.netloc else None


@dataclass(frozen=True)
class Links:
    """Which actors and articles have pages, and the name and country of each actor; `up` leads from a page to the folder of the site."""

    actors: Collection[str]
    articles: Collection[str]
    names: Mapping[str, str]
    countries: Mapping[str, str | None]
    up: str = ""

    def actor(self, actor_id: str | None) -> str | None:
        return f"{self.up}actor/{page_name(actor_id)}.html" if actor_id is not None and actor_id in self.actors else None

    def article(self, article_id: str | None, anchor: str = "") -> str | None:
        if article_id is None or article_id not in self.articles:
            return None
        return f"{self.up}article/{page_name(article_id)}.html{anchor}"

    def node(self, actor_id: str) -> Mapping[str, Any]:
        """An actor as charts know it."""
        return {"name": self.names.get(actor_id, actor_id), "country": self.countries.get(actor_id), "href": self.actor(actor_id)}
