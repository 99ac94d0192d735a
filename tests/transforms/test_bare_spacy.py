"""spaCy without what is not used reads texts as it does with all of it."""

import subprocess
import sys

import spacy

from transforms.taggers.bare_spacy import load
from transforms.taggers.models import find_model

TEXTS = (
    "The U.S. minister's e-mail (a.b@example.org) wasn't about $5.3bn; see https://example.org/x?y=1 at 10am.",
    "Mr. Smith-Jones said: \u201cDon't go!\u201d :-) 20-30 km/h, and/or so...",
)


def test_the_tokeniser_is_that_of_the_model() -> None:
    source = find_model().source
    bare, whole = load(source, ["ner"]), spacy.load(source, exclude=["ner"])
    assert bare.tokenizer.rules == whole.tokenizer.rules
    for text in TEXTS:
        assert [(word.text, word.tag_, word.dep_) for word in bare(text)] == [(word.text, word.tag_, word.dep_) for word in whole(text)]


def test_what_is_left_out_can_be_imported_later() -> None:
    code = "import sys, transforms.taggers.bare_spacy; assert 'typer' not in sys.modules; from spacy.cli.info import info; assert callable(info)"
    subprocess.run([sys.executable, "-c", code], check=True)
