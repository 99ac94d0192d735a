"""The ids that the fast tier alone gives; those that it shares with the other tiers stand beside their rules."""

from transforms.rules import Example, Finding

COLUMN_READINGS: tuple[Finding, ...] = (
    Finding(
        "reading.word_before", "Without syntax: a state acts unless a word stands before it behind which it hardly does.",
        (
            Example("Yesterday Russia attacked.", "Russia", "power", tier="fast"),
            Example("They met in Russia.", "Russia", "place", tier="fast"),
        ),
    ),
)  # fmt: skip

COLUMN_QUOTES: tuple[Finding, ...] = (
    Finding(
        "beside.nearest", "Without syntax: words in quote marks beside a reporting verb are said by the nearest name.",
        (Example("“We will answer this soon,” said Anna Berg.", "“We will answer this soon,”", "Anna Berg", tier="fast"),),
    ),
)  # fmt: skip

COLUMN_ROLES: tuple[Finding, ...] = (
    Finding(
        "role.without_syntax", "Without syntax places are where something is, and nothing more is known of others.",
        (Example("They met in Lyon.", "Lyon", "location", tier="fast"),),
    ),
)  # fmt: skip
