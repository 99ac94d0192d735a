"""What the tagger's labels for English mean: spaCy's dependencies (ClearNLP's) and the Penn Treebank's tags, in the terms of grammar.

Whoever asks how words hang together asks in these terms or by the questions of `grammar`; no other module knows a label as it is printed.
"""

# -- how a word hangs on its head

SUBJECT = "nsubj"
CLAUSE_AS_SUBJECT = "csubj"
PASSIVE_SUBJECT = "nsubjpass"
OBJECT = "dobj"
DATIVE = "dative"
AGENT = "agent"  # the "by" of a passive
ATTRIBUTE = "attr"  # "is a lawyer"
OBJECT_PREDICATE = "oprd"  # "called him a liar"
ADJECTIVE_COMPLEMENT = "acomp"  # "is ready"
PREPOSITION = "prep"
PREPOSITION_OBJECT = "pobj"
PREPOSITION_CLAUSE = "pcomp"  # "of attacking"
CLAUSE = "ccomp"  # the finite clause that completes a verb
INFINITIVE = "xcomp"  # the clause without a subject of its own that completes one
ADVERBIAL_CLAUSE = "advcl"
NOUN_CLAUSE = "acl"  # participle or infinitive behind a noun
RELATIVE_CLAUSE = "relcl"
INSERTION = "parataxis"
CONJUNCT = "conj"
APPOSITION = "appos"
CONJUNCTION = "cc"
PRECONJUNCTION = "preconj"
MARKER = "mark"  # "that", "if"
HELPER = "aux"
PASSIVE_HELPER = "auxpass"
NEGATION = "neg"
PARTICLE = "prt"
ADVERB = "advmod"
NOUN_ADVERB = "npadvmod"  # the "Russia" of "Russia-led"
POSSESSOR = "poss"
CASE_MARK = "case"
DETERMINER = "det"
PREDETERMINER = "predet"
NUMBER = "nummod"
QUANTIFIER = "quantmod"
ADJECTIVE_MODIFIER = "amod"
NOUN_MODIFIER = "nmod"
COMPOUND = "compound"
EXPLETIVE = "expl"
UNCLEAR = "dep"
PUNCTUATION = "punct"
ROOT = "ROOT"

SUBJECTS = frozenset({SUBJECT, PASSIVE_SUBJECT})
OBJECTS = frozenset({OBJECT, DATIVE})
#: Those of whom one clause tells something.
ARGUMENTS = frozenset({*SUBJECTS, *OBJECTS, PREPOSITION_OBJECT})
PREPOSITION_COMPLEMENTS = frozenset({PREPOSITION_OBJECT, PREPOSITION_CLAUSE})
COMPLEMENTS = frozenset({CLAUSE, INFINITIVE})
NOUN_CLAUSES = frozenset({NOUN_CLAUSE, RELATIVE_CLAUSE})
HELPERS = frozenset({HELPER, PASSIVE_HELPER})
VERB_PARTICLES = frozenset({PARTICLE, ADVERB})
#: What is what its head is.
JOINED = frozenset({CONJUNCT, APPOSITION})
#: Words before a noun that tell it apart; with its possessor.
DESCRIBERS = frozenset({ADJECTIVE_MODIFIER, NOUN_MODIFIER, COMPOUND})
MODIFIERS = frozenset({*DESCRIBERS, POSSESSOR})
#: The small words by which a phrase hangs on a verb.
LINKS = frozenset({PREPOSITION, AGENT, DATIVE})
PREDICATES = frozenset({ATTRIBUTE, ADJECTIVE_COMPLEMENT})
#: What hangs on no verb that acts.
UNGOVERNED = frozenset({ATTRIBUTE, ROOT})
#: How a negating word hangs on what it negates: not the answer in “No,” said Obama.
NEGATING = frozenset({ADVERB, DETERMINER, PRECONJUNCTION, CONJUNCTION})

# -- what a word is

BASE_FORM = "VB"
PAST_FORM = "VBD"
ADVERB_TAG = "RB"
ING_FORM = "VBG"
PARTICIPLE = "VBN"
PRESENT_PLURAL = "VBP"
PRESENT_TAGS = frozenset({PRESENT_PLURAL, "VBZ"})
FINITE_TAGS = frozenset({PAST_FORM, *PRESENT_TAGS})
VERB_TAGS = frozenset({BASE_FORM, ING_FORM, PARTICIPLE, *FINITE_TAGS})
MODAL = "MD"
VERBAL_TAGS = frozenset({*VERB_TAGS, MODAL})
#: What the verb of one person may be.
SINGULAR_VERB_TAGS = frozenset({"VBZ", PAST_FORM, MODAL})
SINGULAR_NOUN = "NN"
PLURAL_NOUN = "NNS"
COMMON_NOUN_TAGS = frozenset({SINGULAR_NOUN, PLURAL_NOUN})
SINGULAR_NAME = "NNP"
PLURAL_NAME = "NNPS"
NAME_TAGS = frozenset({SINGULAR_NAME, PLURAL_NAME})
NOUN_TAGS = frozenset({*COMMON_NOUN_TAGS, *NAME_TAGS})
PLURAL_TAGS = frozenset({PLURAL_NOUN, PLURAL_NAME})
ADJECTIVE = "JJ"
ADJECTIVE_TAGS = frozenset({ADJECTIVE, "JJR", "JJS"})
FIGURE = "CD"
PERSONAL_PRONOUN = "PRP"
POSSESSIVE_PRONOUN = "PRP$"
PRONOUN_TAGS = frozenset({PERSONAL_PRONOUN, POSSESSIVE_PRONOUN})
QUESTION_TAGS = frozenset({"WP", "WRB", "WDT"})
HYPHEN = "HYPH"
POSSESSIVE_ENDING = "POS"
FOREIGN_WORD = "FW"
DETERMINER_TAG = "DT"
PREPOSITION_TAG = "IN"
#: What taggers take a name at the head of a sentence for; not for auxiliaries: "May I ask".
MISTAKABLE_TAGS = frozenset({*COMMON_NOUN_TAGS, ADJECTIVE, BASE_FORM, "VBP", PAST_FORM, "RB", FOREIGN_WORD, "UH", PERSONAL_PRONOUN, FIGURE})
#: A pronoun or determiner that stands for a whole phrase.
PRO_FORMS = frozenset({PERSONAL_PRONOUN, DETERMINER_TAG, "WP", "WDT"})
#: Words that mean something by themselves.
CONTENT_TAGS = frozenset({*VERB_TAGS, *NOUN_TAGS, *ADJECTIVE_TAGS})
#: Those, adverbs, particles and prepositions.
TELLING_TAGS = frozenset({*CONTENT_TAGS, "RB", "RBR", "RBS", "RP", PREPOSITION_TAG})
#: Words that a phrase can have for its head.
HEAD_TAGS = frozenset({*NOUN_TAGS, *ADJECTIVE_TAGS, *PRONOUN_TAGS, FIGURE, "CC", "PDT", POSSESSIVE_ENDING})


def part_of_speech(tag: str) -> str:
    """Noun, verb, adjective … alone, without number and tense."""
    return tag[:2]
