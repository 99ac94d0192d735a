"""Words that steer how acts are read: verbs that carry an event noun, verbs in whose clauses nothing is done, verbs of telling."""

from transforms.inflections import verb_forms


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


def _forms(bases: str) -> frozenset[str]:
    return frozenset(form for base in bases.split() for form in verb_forms(base))


#: Verbs that carry an event noun: their subject does it.
LIGHT_VERBS = _forms(
    "launch carry stage mount conduct make hold sign reach begin start open order plan continue resume issue impose announce "
    "wage attend join deliver give provide offer express voice lead face lodge file extend conclude complete finalize pursue seek do "
    "pay undertake commit perpetrate execute perform exchange strike negotiate broker enter intensify step escalate expand declare "
    "demand show send level"
)
#: Verbs that turn what follows into a plan, a wish or a duty.
OPEN_VERBS = _forms("want plan intend hope try attempt seek consider expect prepare wish aim need urge call ask")
OPEN_HEADS = OPEN_VERBS | {"ready", "willing", "likely", "able", "set", "due", "going", "unable"}
#: Verbs in whose clauses nobody does anything to anybody.
STATES = _forms("be have seem appear become remain mean include think believe know let")
NO_ACTS = STATES | {"'s", "'re", "'m", "according"}
#: Verbs of telling and thinking, by which one speaks of another.
TELLS = _forms("say state insist argue stress believe think claim announce confirm report add warn hope expect fear note tell")
#: Verbs that say how far the act behind them goes.
PHASES = _forms("fail begin start continue manage decide stop keep help vow go")
#: Verbs that deny the act behind them.
FAILING = _forms("fail")
#: Verbs that make idioms with their objects ("took the lead"), or whose objects are in the mind.
IDIOMATIC = _forms(
    "make take give get put set do keep hold bring play face see need want afford feel show bear pay express pose call view regard "
    "consider expect love like hate"
)

CONDITIONS = frozenset({"if", "unless"})
DUTY = frozenset({"must", "should", "ought"})
FUTURE = frozenset({"will", "'ll", "shall", "wo"})
HYPOTHETICAL = _words("would could may might should must can ca cannot ought")
