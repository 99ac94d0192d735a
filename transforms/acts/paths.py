"""Which paths lead from an act to whom it meets, and which do not, by event types, prepositions and nouns."""

from transforms.language import word_class
from transforms.language.en.labels import (
    ADVERBIAL_CLAUSE,
    CLAUSE,
    DATIVE,
    INFINITIVE,
    NOUN_CLAUSE,
    OBJECT,
    POSSESSOR,
    PREPOSITION,
    PREPOSITION_OBJECT,
    RELATIVE_CLAUSE,
)

#: Acts on a thing that are acts on whose thing it is: "rejected Kyiv's proposal", "bombed the positions of rebels".
TOUCHING = frozenset({"INVESTIGATE", "ACCUSE", "REJECT", "ASSAULT", "COERCE", "SUPPORT", "SANCTION", "THREATEN", "REQUEST", "PROTEST"})
#: Judging a thing is judging whose it is, not whom it is against: "condemned the attack on Israel".
JUDGING = frozenset({"ACCUSE", "REJECT", "SUPPORT"})
OWNERS = word_class("acts.owners")
#: Acts that need somebody else and no place.
FACE_TO_FACE = frozenset({"CONSULT", "COOPERATE"})
#: Acts that are told of things for their own sake: "bombed a bridge", "rejected the plan".
THINGS = frozenset({"ASSAULT", "COERCE", "REJECT", "ACCUSE", "PROTEST", "INVESTIGATE", "SANCTION"})
#: Words are refused without meeting anybody: "denied the claims".
SAID = word_class("acts.said")
#: Stances that may concern a thing: "agreed with the plan", "expressed concern about the law".
OPINIONS = frozenset({"", "AGREE"})
#: Acts that things do not stand in for their owners: "a memo of the campaign was released".
FOR_PERSONS = frozenset({"CONCEDE", "CONSULT", "COOPERATE", "AID"})
#: Acts of giving something to somebody.
GIVEN = frozenset({"AID", "CONCEDE", "COOPERATE"})
#: Acts that places suffer as persons do.
ON_PLACES = frozenset({"ASSAULT", "COERCE", "PROTEST", "INVESTIGATE", "THREATEN"})
#: Acts whose clause tells with what one helps, and not whom: "helped fight Halbritter".
HELPING = frozenset({"AID", "CONSULT"})
PHRASAL = frozenset({PREPOSITION, PREPOSITION_OBJECT, OBJECT, DATIVE, POSSESSOR})
#: What leads from the object of a verb of no type to somebody; "reached half of the population" reaches nobody.
CLOSE = word_class("acts.close")
WITHIN = word_class("acts.within")
#: Things whose adjective tells who acts with them: "Russian missiles hit", while "Chinese imports hit" is nobody's act.
INSTRUMENTS = word_class("acts.instruments")
FORCES = word_class("acts.forces_and_arms")
MAKERS = word_class("acts.makers")
#: Prepositions that only place a thing: of "French operations in the colony" the French are nearer than the colony.
LOOSE = word_class("acts.loose")
#: Acts on those who are where they are done; support and agreement are given to nobody by the place where they are given.
SOMEWHERE = frozenset({"AID", "ASSAULT", "COERCE", "MOBILIZE", "SANCTION", "PROTEST", "INVESTIGATE", "THREATEN"})
#: Prepositions whose object is met by an act that names nobody else: "imposed a curfew in Basra".
WHERE = word_class("acts.where")
#: Those of them that name no victim: "attacked with", "shelled from".
BESIDE = word_class("acts.beside_blows")
#: Those of them that lead any act to somebody: "solidarity with the strikers".
AT_SOMEBODY = word_class("acts.at_somebody")
#: Places where nobody is met: "fired missiles into the sea".
NOWHERE = word_class("acts.nowhere")
#: What stands behind these leads no further: of "spoke about her ties to churches" nobody spoke to churches.
ASIDE = word_class("acts.aside")
#: Those that lead from any verb to somebody: "relied on Russia", "spoke with them".
TOWARD = word_class("acts.toward")
#: Labels of words that measure and date, and are done nothing to.
NO_THINGS = frozenset({"DATE", "TIME", "MONEY", "PERCENT", "QUANTITY", "ORDINAL", "CARDINAL"})
THIRD = word_class("acts.third")
#: Ways to a target that do not lead from one act into the act it is about.
UNSURE = frozenset({"where", "deep"})
#: Acts whose clause is about its subject: "demanded that X leave", while "agreed that X was right" does nothing to X.
OF_SUBJECTS = frozenset({"REQUEST", "ACCUSE", "THREATEN", "AID", "COERCE", "CONCEDE", "INVESTIGATE", ""})
#: Acts in words: what stands beside them tells where and to whom they were said, "complained to the court".
AIRED = frozenset({"ACCUSE", "THREATEN", "REJECT"})
#: How a purpose hangs on the act or on its object.
AIMS = frozenset({ADVERBIAL_CLAUSE, NOUN_CLAUSE, RELATIVE_CLAUSE, INFINITIVE, CLAUSE})
#: Acts that are told by what they are for: appealing for money to help somebody.
AIMED = frozenset({("REQUEST", "AID"), ("AGREE", "AID"), ("MOBILIZE", "THREATEN"), ("MOBILIZE", "AID")})
DEPTH = 4
