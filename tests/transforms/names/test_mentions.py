"""Spans, layers and types of mentions."""

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.transforms.small_world import Reading, small_lexicon, tag
from transforms.annotations import Article, NamedSpan
from transforms.names.mentions import find_mentions


def layers(reading: Reading) -> dict[str, str]:
    return {reading.text[m.start : m.end]: m.layer for m in reading.mentions}


def test_a_hyphen_compound_names_two() -> None:
    reading = Reading("Russia expresses concern over Azerbaijan-Armenia tensions.")
    assert {"Russia", "Azerbaijan", "Armenia"} <= {reading.text[m.start : m.end] for m in reading.mentions}


def test_names_lose_article_title_and_possessive() -> None:
    reading = Reading("The Kremlin's spokesman met President Emmanuel Macron’s envoy.")
    assert layers(reading)["Kremlin"] == "name"
    assert layers(reading)["Emmanuel Macron"] == "name"


def test_a_nominal_keeps_its_article_and_holds_the_adjective() -> None:
    reading = Reading("The Russian peacekeeping force left, the Russian foreign ministry said.")
    found = layers(reading)
    assert found["The Russian peacekeeping force"] == "nominal"
    assert found["the Russian foreign ministry"] == "nominal"
    assert [m.layer for m in reading.all("Russian")] == ["adjectival", "adjectival"]


def test_an_adjective_is_a_name_when_it_stands_for_people() -> None:
    reading = Reading("Russians voted while Russian troops watched.")
    assert (reading.one("Russians").layer, reading.one("Russians").ner) == ("name", "NORP")
    assert reading.one("Russian").layer == "adjectival"


def test_ordinary_words_are_no_actors() -> None:
    reading = Reading("Who told us that he ate turkey in a chad factory?")
    assert not [m for m in reading.mentions if m.layer == "name"]


def test_an_acronym_defined_in_the_article_means_what_the_article_says() -> None:
    reading = Reading("The Alpine Union (AU) met in Paris. The AU has ten members, said Anna Berg.")
    assert {m.actor_id for m in reading.all("AU")} == {reading.one("Alpine Union").actor_id}
    assert reading.one("Alpine Union").actor_id != "IGO.AU"


def test_an_empty_it_is_no_mention() -> None:
    reading = Reading("It is clear that Russia will act. It seems that Armenia agrees.")
    assert not reading.all("It")


@settings(max_examples=25, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [
                "Russia",
                "’s",
                "Kremlin",
                "said",
                "the",
                "“",
                "”",
                "\n\n",
                "Sergei Lavrov",
                "é",
                "😀",
                ",",
                ".",
                "  ",
                "He",
                "troops",
                "(",
                "CSTO",
                ")",
            ]
        ),
        max_size=25,
    )
)
def test_spans_always_hold_their_tokens_and_never_cross(words: list[str]) -> None:
    reading = Reading(" ".join(words))
    spans = sorted({(m.start, m.end) for m in reading.mentions})
    for start, end in spans:
        assert 0 <= start < end <= len(reading.text)
        assert reading.text[start:end].strip() == reading.text[start:end]
    for m in reading.mentions:
        assert reading.tagged.starts[m.first] == m.start
        assert m.end <= reading.tagged.ends[m.last - 1]
    assert not [(a, b) for a in spans for b in spans if a[0] < b[0] < a[1] < b[1]]


def test_the_same_text_gives_the_same_mentions_alone_and_among_others() -> None:
    text = "Moscow warned Armenia. It did not answer, Sergei Lavrov said."
    first, second = Reading(text), Reading(text)
    assert [(m.start, m.end, m.actor_id, m.rule) for m in first.mentions] == [(m.start, m.end, m.actor_id, m.rule) for m in second.mentions]


def test_blank_tokens_are_left_out_and_offsets_stay() -> None:
    tagged = tag("Russia  and\u00a0\nArmenia \t signed.")
    assert [tagged.text[s:e] for s, e in zip(tagged.starts, tagged.ends, strict=True)] == ["Russia", "and", "Armenia", "signed", "."]
    assert all(0 <= head < len(tagged.words) for head in tagged.heads)


def test_a_text_with_blanks_around_its_marks_is_read_like_any_other() -> None:
    reading = Reading("Moscow ’ s troops left . The U . S . army did n’t , Sergei Lavrov said .")
    assert reading.one("Moscow").actor_id == "RUS.GOV"
    assert reading.one("U . S .").actor_id == "USA"


def test_pieces_of_sums_addresses_and_other_names_are_no_mentions() -> None:
    reading = Reading("It cost US$5 million, or 4 million US dollars, says https://example.org/news/Russia/US-talks.html of West Africa.")
    assert not [m for m in reading.mentions if m.actor_id in ("USA", "RUS")]


def test_an_american_state_may_be_shortened_after_its_town() -> None:
    reading = Reading("He lives in Springfield, Tex., near the border, and works at home in IN or ME.")
    assert reading.one("Tex").actor_id == "USA-TX"
    assert not reading.all("IN") + reading.all("ME")


def test_a_pronoun_that_the_tagger_takes_for_a_name_is_mentioned_once() -> None:
    tagged = tag("The farmers met Us in May and told Us so.")
    tagged.names += [NamedSpan(position, position + 1, "GPE") for position, word in enumerate(tagged.words) if word == "Us"]
    mentions = find_mentions(Article("1", tagged.text), tagged, small_lexicon())
    spans = [(mention.start, mention.end) for mention in mentions]
    assert len(spans) == len(set(spans))
    assert {mention.layer for mention in mentions if tagged.text[mention.start : mention.end] == "Us"} == {"pronoun"}
