"""Words that steer how acts are read: verbs that carry an event noun, verbs in whose clauses nothing is done, verbs of telling."""

from transforms.inflections import verb_forms


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


def _forms(bases: str) -> frozenset[str]:
    return frozenset(form for base in bases.split() for form in verb_forms(base))


#: Verbs that carry an event noun: their subject does it.
LIGHT_VERBS = _forms(
    "launch carry stage mount conduct make hold sign reach begin start open order plan continue resume issue impose announce "
    "wage attend join deliver give provide offer express voice lead lodge file extend conclude complete finalize pursue seek do "
    "pay undertake commit perpetrate execute perform exchange strike negotiate broker enter intensify step escalate expand declare "
    "show send level reopen renew host"
)
#: Verbs whose subject meets what their object names: "faces a lawsuit", "drew criticism".
BEARING = _forms("face suffer undergo receive draw incur attract endure provoke spark trigger get")
#: Verbs that turn what follows into a plan, a wish or a duty.
OPEN_VERBS = _forms("want plan intend hope try attempt seek consider expect prepare wish aim need urge call ask")
OPEN_HEADS = OPEN_VERBS | {"ready", "willing", "likely", "able", "set", "due", "going", "unable"}
#: Verbs in whose clauses nobody does anything to anybody.
STATES = _forms("be have seem appear become remain mean include think believe know let")
NO_ACTS = STATES | {"'s", "'re", "'m", "according"}
#: Verbs of telling and thinking, by which one speaks of another.
TELLS = _forms("say state insist argue stress believe think claim announce confirm report add warn hope expect fear note tell")
#: Verbs of telling that ask for what their infinitive says: "told NATO to pay more".
ORDERS = _forms("tell instruct")
#: Verbs that say how far the act behind them goes.
PHASES = _forms("fail begin start continue manage decide stop keep help vow go")
#: What joint doers do with one voice as often as to each other: "Weld and Johnson spoke about the party".
WITH_ONE_VOICE = _forms("speak talk")
#: Verbs that deny the act behind them.
FAILING = _forms("fail refrain abstain avoid")
#: Subjects that say that nobody does it: "no senator voted", "neither of them".
NO_ONE = _words("no nobody none neither nor")
#: What is done to powers as such; who recognises a person only knows the face.
OF_POWERS = _forms("recognise recognize")
#: Verbs that make idioms with their objects ("took the lead"), or whose objects are in the mind.
IDIOMATIC = _forms(
    "make take give get put set do keep hold bring play face see need want afford feel show bear pay express pose call view regard "
    "consider expect love like hate"
)

#: What is made, traded, shown or published is told for its own sake, whoever does it.
TRADES = _forms(
    "unveil release introduce sell buy purchase order build develop design receive record display ship produce manufacture "
    "publish acquire own win add launch use fit equip install download upgrade test fly carry supply lease rename price feature "
    "reveal reduce delay roll"
)

CONDITIONS = frozenset({"if", "unless"})
DUTY = frozenset({"must", "should", "ought"})
#: Acts that are a threat when they are promised: "vowed to strike back".
HOSTILE = frozenset({"ASSAULT", "COERCE", "SANCTION", "THREATEN"})
#: Participles that look passive and only say how somebody is: "is headed to Syria".
STATES_OF_BEING = _words(
    "headed slated poised entitled supposed scheduled set expected based located involved rattled worried concerned assured"
)
#: To believe that somebody should do something is not to ask him.
THINKS = _forms("think believe hope expect fear")
#: Who is told nothing: "no regime should be able to do this".
NOBODY = _words("no nobody none any anyone everyone everybody")
WARNINGS = _forms("warn caution")
WISHES = _forms("want")
FUTURE = frozenset({"will", "'ll", "shall", "wo"})
HYPOTHETICAL = _words("would could may might should must can ca cannot ought")
#: Verbs of those who go or are somewhere for talks.
TRAVELLING = frozenset(
    "arrive arrives arrived arriving travel travels traveled travelled travelling traveling fly flies flew flying go goes went going "
    "come comes came coming visit visits visited visiting land lands landed head heads headed heading return returns returned is was are "
    "were be been".split()
)
