"""Articles: cleaned, parted, dated, compared."""

#: Estimated share of word shingles in common (Jaccard) from which on two articles are one story. It stands here, where it costs no import.
STORY_THRESHOLD = 0.5
