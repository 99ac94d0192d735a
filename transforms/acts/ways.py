"""Which ways lead from an act to whom it meets, and which do not, by event types, prepositions and nouns."""

#: Acts on a thing that are acts on whose thing it is: "rejected Kyiv's proposal", "bombed the positions of rebels".
TOUCHING = frozenset({"INVESTIGATE", "ACCUSE", "REJECT", "ASSAULT", "COERCE", "SUPPORT", "SANCTION", "THREATEN", "REQUEST", "PROTEST"})
#: Judging a thing is judging whose it is, not whom it is against: "condemned the attack on Israel".
JUDGING = frozenset({"ACCUSE", "REJECT", "SUPPORT"})
OWNERS = frozenset({"of", "by", "with", "from", "in"})
#: Acts that need somebody else and no place.
FACE_TO_FACE = frozenset({"CONSULT", "COOPERATE"})
#: Acts that are told of things for their own sake: "bombed a bridge", "rejected the plan".
THINGS = frozenset({"ASSAULT", "COERCE", "REJECT"})
#: Words are refused without meeting anybody: "denied the claims".
SAID = frozenset(
    "claim claims accusation accusations allegation allegations charge charges report reports suggestion suggestions rumour rumours rumor "
    "rumors appeal appeals permission comment comments".split()
)
#: Stances that may concern a thing: "agreed with the plan", "expressed concern about the law".
OPINIONS = frozenset({"", "AGREE"})
#: Acts that things do not stand in for their owners: "a memo of the campaign was released".
FOR_PERSONS = frozenset({"CONCEDE", "CONSULT", "COOPERATE", "AID"})
#: Acts that places suffer as persons do.
ON_PLACES = frozenset({"ASSAULT", "COERCE", "PROTEST", "INVESTIGATE", "THREATEN"})
#: Acts whose clause tells with what one helps, and not whom: "helped fight Halbritter".
HELPING = frozenset({"AID", "CONSULT"})
PHRASAL = frozenset({"prep", "pobj", "dobj", "dative", "poss"})
#: What leads from the object of a verb of no type to somebody; "reached half of the population" reaches nobody.
CLOSE = frozenset({"of", "on", "with", "against", "by"})
WITHIN = frozenset("of by against on with to from in for at".split())
#: Things whose adjective tells who acts with them: "Russian missiles hit", while "Chinese imports hit" is nobody's act.
INSTRUMENTS = frozenset(
    "attack attacks strike strikes airstrike airstrikes missile missiles rocket rockets shell shells shelling bomb bombs bombing "
    "bombardment fire artillery drone drones plane planes jet jets warplane warplanes aircraft helicopter helicopters ship ships "
    "warship warships tank tanks gunfire raid raids offensive invasion law laws court courts sanctions navy fleet decision ruling "
    "statement".split()
)
FORCES = INSTRUMENTS | frozenset("troops forces soldiers army reservists peacekeepers reinforcements battalion battalions".split())
MAKERS = frozenset({"by", "of", "from"})
#: Prepositions that only place a thing: of "French operations in the colony" the French are nearer than the colony.
LOOSE = frozenset({"in", "at", "for", "from"})
#: Prepositions whose object is met by an act that names nobody else: "imposed a curfew in Basra".
WHERE = frozenset("in at on near around against with to into from across over toward towards for".split())
#: Places where nobody is met: "fired missiles into the sea".
NOWHERE = frozenset("sea ocean air sky water waters space court street streets road public time".split())
#: What stands behind these leads no further: of "spoke about her ties to churches" nobody spoke to churches.
ASIDE = frozenset("about over after before by during at despite amid since until under like".split())
#: Those that lead from any verb to somebody: "relied on Russia", "spoke with them".
TOWARD = frozenset({"with", "against", "to", "toward", "towards"})
#: Labels of words that measure and date, and are done nothing to.
NO_THINGS = frozenset({"DATE", "TIME", "MONEY", "PERCENT", "QUANTITY", "ORDINAL", "CARDINAL"})
THIRD = frozenset({"it", "he", "she", "they"})
#: Ways to a target that do not lead from one act into the act it is about.
UNSURE = frozenset({"where", "deep"})
#: Acts whose clause is about its subject: "demanded that X leave", while "agreed that X was right" does nothing to X.
OF_SUBJECTS = frozenset({"REQUEST", "ACCUSE", "THREATEN", "AID", "COERCE", "CONCEDE", "INVESTIGATE", ""})
#: Acts in words: what stands beside them tells where and to whom they were said, "complained to the court".
AIRED = frozenset({"ACCUSE", "THREATEN", "REJECT"})
#: How a purpose hangs on the act or on its object.
AIMS = frozenset({"advcl", "acl", "relcl", "xcomp", "ccomp"})
#: Acts that are told by what they are for: appealing for money to help somebody.
AIMED = frozenset({("REQUEST", "AID"), ("AGREE", "AID"), ("MOBILIZE", "THREATEN")})
DEPTH = 4
