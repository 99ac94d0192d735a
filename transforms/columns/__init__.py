"""The fast tier: the articles of a batch as one text, everything said about them in whole columns (numpy, polars, Aho-Corasick in Rust).

One module a step; `analysis.py` is the recipe. Offsets are code points of the joined text until `rows.py` parts it again. What the tier
leaves out stands in docs/tiers.md; identities come from the same lexicon and the same composing functions as those of the full tier, so the
same names have the same ids.
"""

#: As recorded in `runs.tagger`.
VERSION = "columns 1"
