"""How acts are expressed: the ids for verbs, nouns and adjectives, and those of arguments that nothing else found."""

from transforms.rules import Example, Finding

#: The decision of an example: source, event ("-" for an act of no event type), target; "nobody" where an argument is not told.
ACT_FINDINGS: tuple[Finding, ...] = (
    Finding(
        "duty", "Somebody says that somebody else must do something: a request.",
        (Example("Ukraine said Russia must leave.", "said", "Ukraine REQUEST Russia"),),
    ),
    Finding(
        "guilt", "Somebody says that somebody else is guilty of a deed: an accusation.",
        (Example("Ukraine said Russia was responsible for the attack.", "said", "Ukraine ACCUSE Russia"),),
    ),
    Finding(
        "announced", "Somebody announces harm to somebody else: a threat.",
        (Example("Russia said it would attack Ukraine.", "said", "Russia THREATEN Ukraine"),),
    ),
    Finding("verb", "A verb pattern, subject and object.", (Example("Russia attacked Ukraine.", "attacked", "Russia ASSAULT Ukraine"),)),
    Finding(
        "verb.inside", 'A verb pattern whose target owns the object ("rejected Kyiv\'s proposal").',
        (Example("Russia rejected Kyiv's proposal.", "rejected", "Russia REJECT Kyiv"),),
    ),
    Finding(
        "verb.complement", 'A verb pattern whose target is in its infinitive or clause ("threatened to attack X").',
        (Example("Russia threatened to attack Ukraine.", "threatened", "Russia THREATEN Ukraine"),),
    ),
    Finding(
        "verb.where", "A verb pattern whose target is the place where it happens.",
        (Example("Police imposed a curfew in Basra.", "imposed a curfew", "Police COERCE Basra"),),
    ),
    Finding(
        "verb.deep", "A verb pattern whose target is deeper in the object.",
        (
            Example(
                "Norway offered its condolences over an attack on mosques in New Zealand.",
                "offered its condolences", "Norway SUPPORT New Zealand",
            ),
        ),
    ),
    Finding(
        "verb.thing", "A verb pattern whose other argument is a thing.",
        (Example("Russia bombed a bridge.", "bombed", "Russia ASSAULT a bridge"),),
    ),
    Finding(
        "refusal", 'A refusal: what somebody will not do ("will not release X", "will not return until Y pays").',
        (Example("Russia will not lift the embargo until Ukraine pays.", "lift the embargo", "Russia REJECT Ukraine"),),
    ),
    Finding(
        "law", 'An act of police or courts by nobody named: the country where it happens is the source ("was arrested in Niger").',
        (Example("Three Norwegians were arrested in Ethiopia.", "arrested", "Ethiopia COERCE Norwegians"),),
    ),
    Finding(
        "headline.pair", "A headline of two names and what both do to each other.",
        (Example("Armenia, Azerbaijan exchange fire along border", "exchange fire", "Armenia ASSAULT Azerbaijan"),),
    ),
    Finding(
        "adjective", 'An adjective pattern ("critical of X").',
        (Example("Ukraine is critical of Russia.", "critical", "Ukraine ACCUSE Russia"),),
    ),
    Finding(
        "noun.between", 'A noun pattern between two ("talks between X and Y").',
        (Example("Talks between Russia and Ukraine failed.", "Talks", "Russia CONSULT Ukraine"),),
    ),
    Finding(
        "noun.borne", 'A noun pattern whose subject suffers the act ("X faces a lawsuit by Y").',
        (Example("Apple faces a lawsuit by Germany.", "faces a lawsuit", "Germany ACCUSE Apple"),),
    ),
    Finding(
        "noun", 'A noun pattern with a support verb ("launched an attack on X").',
        (Example("Russia made an attack on Ukraine.", "made an attack", "Russia ASSAULT Ukraine"),),
    ),
    Finding(
        "noun.alone", 'A noun pattern alone ("Azerbaijan\'s blockade of Karabakh").',
        (Example("Azerbaijan's blockade of Karabakh continued.", "blockade", "Azerbaijan COERCE Karabakh"),),
    ),
    Finding(
        "purpose", "An act that is the purpose of another.",
        (Example("Norway worked to help Ethiopia.", "help", "Norway AID Ethiopia"),),
    ),
    Finding("telling", "A statement without an event type.", (Example("Russia said Ukraine was late.", "said", "Russia - Ukraine"),)),
    Finding(
        "clause", "An act without an event type, with both arguments.",
        (Example("Russia overtook Ukraine.", "overtook", "Russia - Ukraine"),),
    ),
    Finding(
        "judge", "The learned judge of acts, if the patterns find no event; its confidence is a calibrated probability.",
        (Example("Norway will drive for hours to help Ethiopia.", "help", "Norway AID Ethiopia"),),
    ),
    Finding(
        "judge.target", "The learned judge's target for an act of the patterns that lacks one.",
        (Example("Russia refused to look at the plan of Ukraine.", "refused", "Russia REJECT Ukraine"),),
    ),
    Finding(
        "order", "Without syntax: a name, a verb pattern and a name, in this order and close together.",
        (Example("Russia attacked Ukraine.", "attacked", "Russia ASSAULT Ukraine", tier="fast"),),
    ),
)  # fmt: skip

ARGUMENT_FINDINGS: tuple[Finding, ...] = (
    Finding(
        "dyad.name", "A name that nothing else found: an argument of an act.",
        (Example("A court jailed the ZTK.", "the ZTK", "name"),),
    ),
    Finding(
        "dyad.people", "People whom nothing else found: an argument of an act.",
        (Example("Two others were killed by gunmen.", "Two others", "nominal"),),
    ),
)  # fmt: skip
