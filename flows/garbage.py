"""How often Python looks for objects that refer to each other in a circle."""

import gc

#: New objects after which the youngest are looked through, and how many rounds pass before older ones are.
_THRESHOLDS = (200_000, 50, 1000)


def collect_seldom() -> None:
    """Look through new objects once in a while, and hardly ever through all.

    A lexicon is a million objects that stay: with the default thresholds a fifth of the time until the first article is analysed goes into
    looking through them over and over. Almost nothing here is circular, so what is found later takes no room to speak of."""
    gc.set_threshold(*_THRESHOLDS)
