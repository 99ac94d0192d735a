"""The static site: what a warehouse says, as pages that open from disk, without a server or network."""

SITE_NAME = "site"
#: How many actors, and how many articles, get a page unless told otherwise. It stands here, where it costs no import.
TOP_ACTORS = 100
TOP_ARTICLES = 2000
