"""How quotations are told and their speakers known: the ids that the scanning of speech gives."""

from transforms.rules import Example, Finding

QUOTE_FINDINGS: tuple[Finding, ...] = (
    Finding(
        "layout.colon", "A speaker, then a colon.",
        (Example("Sergei Lavrov: Talks have failed and nobody knows why.", "Talks have failed and nobody knows why", "Sergei Lavrov"),),
    ),
    Finding(
        "according_to", '"According to" somebody, or in a poll.',
        (
            Example("The talks failed, according to Russia.", "The talks failed", "Russia"),
            Example("In a Herald poll, Anna Berg leads by 9 points.", "Anna Berg leads by 9 points", "a Herald poll"),
        ),
    ),
    Finding(
        "verb.clause", 'A reporting verb with a clause ("said it would answer").',
        (Example("Russia said it would answer.", "it would answer", "Russia"),),
    ),
    Finding(
        "verb.infinitive", 'A reporting verb with an infinitive ("promised to answer").',
        (
            Example("Russia promised to answer.", "to answer", "Russia"),
            Example("Anna Berg hopes to win.", "to win", "Anna Berg"),
        ),
    ),
    Finding(
        "verb.object", 'A reporting verb with an object ("denied the charge").',
        (Example("Russia denied the charge.", "the charge", "Russia"),),
    ),
    Finding(
        "verb.preposition", 'A reporting verb with a preposition ("warned of a crisis").',
        (Example("Russia warned of a crisis.", "a crisis", "Russia"),),
    ),
    Finding(
        "verb.inserted", "A reporting clause inside or after the quotation.",
        (Example("The talks, Russia said, had failed.", "The talks, Russia said, had failed", "Russia"),),
    ),
    Finding(
        "verb.rest", "A reporting verb whose clause the parser missed: the rest of the sentence is quoted.",
        (Example('"Where were they all?" Anna Berg asked.', '"Where were they all?"', "Anna Berg"),),
    ),
    Finding(
        "verb.alone", "A reporting verb whose content is elsewhere, in quote marks.",
        (
            Example(
                "Anna Berg continued:\n\n“They were there all that day. Nobody knew why, and nobody asked.”",
                "“They were there all that day. Nobody knew why, and nobody asked.”", "Anna Berg",
            ),
        ),
    ),
    Finding(
        "verb.naming", "A verb of naming with words in quote marks.",
        (Example("The plan is titled “A Road For All”.", "“A Road For All”", "The plan"),),
    ),
    Finding(
        "passive", 'A reporting verb in the passive ("was accused by").',
        (Example("He was asked by Anna Berg to leave.", "to leave", "Anna Berg"),),
    ),
    Finding(
        "noun", 'A reporting noun ("the accusation that").',
        (Example("Ukraine's accusation that Russia broke the truce was rejected.", "that Russia broke the truce", "Ukraine"),),
    ),
    Finding("adjective", 'A reporting adjective ("critical of").', (Example("Ukraine was critical of the plan.", "the plan", "Ukraine"),)),
    Finding(
        "beside", "Words in quote marks beside a reporting verb.",
        (
            Example(
                'Emmanuel Macron tweeted at them to "go back to the places they came from".',
                '"go back to the places they came from"', "Emmanuel Macron",
            ),
        ),
    ),
    Finding(
        "heading", "A heading in quote marks that repeats what somebody says in the text.",
        (
            Example(
                "The mill was shut in May after a dispute about wages, and the town has waited for an answer from its owners since."
                "\n\n‘Lies and more lies’\n\n“These are lies and more lies, and nobody is ashamed,” Anna Berg said.",
                "‘Lies and more lies’", "Anna Berg",
            ),
        ),
    ),
    Finding(
        "floating", "Words in quote marks without a cue: the last speaker continues.",
        (
            Example(
                '"The talks have failed and nobody knows why," Anna Berg said.\n\n"We will all try again tomorrow and the day after."',
                '"We will all try again tomorrow and the day after."', "Anna Berg",
            ),
        ),
    ),
)  # fmt: skip

#: The id of a mention which only its place in a credit shows to be a medium.
SLOT_FINDINGS: tuple[Finding, ...] = (
    Finding(
        "credit.slot", "A name that is a medium by its place in a credit.",
        (Example("The town fell, according to Reuters, reporting the Sorrel Standard.", "Sorrel Standard", "OUTLET.sorrel-standard"),),
    ),
)  # fmt: skip
