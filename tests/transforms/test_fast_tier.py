"""Without a tagger the lexicon and rules still say who is mentioned."""

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.transforms.small_world import find_actors, small_lexicon
from transforms.annotations import Article, Mention, Paragraph, TaggedText
from transforms.identities.pronouns import link_pronouns
from transforms.taggers.rules_tagger import RulesTagger


def read(text: str) -> tuple[TaggedText, dict[str, Mention]]:
    tagged = next(RulesTagger().tag([(text, [Paragraph(0, len(text), "body")])]))
    article = Article("a", text)
    mentions = find_actors(article, tagged, small_lexicon())
    link_pronouns(tagged, mentions, [])
    return tagged, {text[m.start : m.end]: m for m in mentions}


def test_names_adjectives_and_bodies_are_found_and_pronouns_left_out() -> None:
    _, found = read("Russian troops left. He said Moscow’s decision pleased Anna Berg of the CSTO, the Armenian foreign ministry said.")
    assert (found["Russian"].layer, found["Russian"].actor_id) == ("adjectival", "RUS")
    assert found["Moscow"].actor_id == "RUS.GOV"
    assert found["CSTO"].actor_id == "IGO.CSTO"
    assert found["Anna Berg"].actor_id == "PER.anna-berg"
    assert found["the Armenian foreign ministry"].actor_id == "ARM.GOV.MFA"
    assert "He" not in found


def test_a_capital_after_a_preposition_of_place_is_a_place() -> None:
    _, found = read("They met in Moscow on Monday.")
    assert (found["Moscow"].reading, found["Moscow"].actor_id) == ("place", "PLACE.moscow")


def test_sentences_end_at_stops_and_not_at_abbreviations() -> None:
    tagged, _ = read("Mr. Smith met Gen. Brown of the U.S. Army. “Go,” he said. Then he left!")
    assert [tagged.span(first, last) for first, last in tagged.sentences] == [
        "Mr. Smith met Gen. Brown of the U.S. Army.",
        "“Go,” he said.",
        "Then he left!",
    ]


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet="Aa .,’'é\n-(“”)1😀Rusia", max_size=80))
def test_tokens_cover_all_that_is_not_blank_and_sentences_cover_all_tokens(text: str) -> None:
    tagged, _ = read(text)
    covered = "".join(tagged.words)
    assert covered == "".join(text.split())
    assert [position for first, last in tagged.sentences for position in range(first, last)] == list(range(len(tagged.words)))
    assert len(tagged.sentence_of) == len(tagged.words)
