"""Words that steer how acts are read: verbs that carry an event noun, verbs in whose clauses nothing is done, verbs of telling."""

from transforms.language import word_class

#: Verbs that carry an event noun: their subject does it.
LIGHT_VERBS = word_class("acts.light_verbs")
#: Verbs whose subject meets what their object names: "faces a lawsuit", "drew criticism".
BEARING = word_class("acts.bearing")
#: Verbs that turn what follows into a plan, a wish or a duty.
OPEN_VERBS = word_class("acts.open_verbs")
OPEN_HEADS = word_class("acts.open_heads")
#: Verbs in whose clauses nobody does anything to anybody.
STATES = word_class("acts.states")
NO_ACTS = word_class("acts.no_acts")
#: Verbs of telling and thinking, by which one speaks of another.
TELLS = word_class("acts.tells")
#: Verbs of telling that ask for what their infinitive says: "told NATO to pay more".
ORDERS = word_class("acts.orders")
#: Verbs that say how far the act behind them goes.
PHASES = word_class("acts.phases")
#: What joint agents do with one voice as often as to each other: "Weld and Johnson spoke about the party".
WITH_ONE_VOICE = word_class("acts.with_one_voice")
#: Verbs that deny the act behind them.
FAILING = word_class("acts.failing")
#: Verbs that end what they are followed by.
CEASING = word_class("acts.ceasing")
#: What leads from them to it, and what leaves the act behind it undone by itself: "without", "stopped short of".
AWAY = word_class("acts.away")
BY = word_class("syntax.by")
WITHOUT = word_class("acts.without")
SHORT = word_class("acts.short")
SHORT_OF = word_class("acts.short_of")
#: "Decided against expelling": to warn against an act is not to do it.
DECIDING = word_class("acts.deciding")
AGAINST = word_class("acts.against")
#: "Has yet to back him": what is not done so far.
YET = word_class("acts.yet")
HAVING = word_class("acts.having")
#: Verbs by which, negated, one says that something is not so: "did not feel that they were threatened".
DOUBTED = word_class("acts.doubted")
#: Subjects that say that nobody does it: "no senator voted", "neither of them".
NO_ONE = word_class("syntax.no_one")
#: What is done to powers as such; who recognises a person only knows the face.
OF_POWERS = word_class("acts.of_powers")
#: Verbs that make idioms with their objects ("took the lead"), or whose objects are in the mind.
IDIOMATIC = word_class("acts.idiomatic")

#: What is made, traded, shown or published is told for its own sake, whoever does it.
TRADES = word_class("acts.trades")

CONDITIONS = word_class("syntax.conditions")
DUTY = word_class("acts.duty")
#: Acts that are a threat when they are promised: "vowed to strike back".
HOSTILE = frozenset({"ASSAULT", "COERCE", "SANCTION", "THREATEN"})
#: Participles that look passive and only say how somebody is: "is headed to Syria".
STATES_OF_BEING = word_class("acts.states_of_being")
#: To believe that somebody should do something is not to ask him.
THINKS = word_class("acts.thinks")
#: Who is told nothing: "no regime should be able to do this".
NOBODY = word_class("acts.nobody")
WARNINGS = word_class("acts.warnings")
WISHES = word_class("acts.wishes")
FUTURE = word_class("syntax.future")
#: Helpers of what one says one will do oneself.
ANNOUNCED = word_class("acts.announced")
#: Verbs of those who go or are somewhere for talks.
TRAVELLING = word_class("acts.travelling")
