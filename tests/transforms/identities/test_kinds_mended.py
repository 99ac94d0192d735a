"""Kinds of wrong identities that a reading of many rows found, each with sisters of other names and countries."""

from datetime import date

import pytest

from flows.analysis import Analyst
from tests.transforms.identities.test_namesakes_in_office import WholeReading
from transforms.annotations import Annotation, Article, Mention

_DAY = date(2018, 6, 16)


@pytest.mark.parametrize(
    ("text", "words", "actor_id"),
    [
        ("Melania Trump smiled in Washington. Trump won the vote.", "Trump", "PER.donald-trump"),
        ("The Ninth Circuit in San Francisco ruled against Donald Trump.", "Ninth Circuit", "ORG.9th-circuit-court-of-appeals.USA"),
        (
            "Donald Trump lost. The U.S. Court of Appeals for the D.C. Circuit ruled on Friday.",
            "U.S. Court of Appeals", "ORG.d-c-circuit-court-of-appeals.USA",
        ),
        (
            "Donald Trump won in the Supreme Court. The 9th Circuit had ruled otherwise. “The Court forgets its duty,” a judge wrote.",
            "The Court", "USA.JUD.SC",
        ),
        ("At their Helsinki summit, Donald Trump met Vladimir Putin.", "Helsinki", "PLACE.helsinki"),
        ("The suit by Sorrel County, Ala., failed in the end.", "Ala.", "PLACE.alabama"),
        ("They heard the National Cattlemen's Rill Association in May.", "National Cattlemen's Rill Association", None),
        ("The Sorrel Center on Global Grain Policy released a report.", "Sorrel Center on Global Grain Policy", None),
        ("Evan Rillman spoke. It is the law, said Rillman of Freedom to Marry.", "Rillman", "PER.evan-rillman"),
        ("London's Metropolitan Police launched an inquiry in the United Kingdom.", "London", "PLACE.london"),
        ("Some markets thrive. Walden Rillmeat, which sells meat, is one.", "Walden Rillmeat", "ORG.walden-rillmeat"),
        ("Last May, GrainWorks and Young Kenyans for Justice held a rally.", "Young Kenyans for Justice", None),
        ("Hemp will be sold soon, according to WQYX, which is in Kentucky.", "WQYX", "OUTLET.wqyx"),
        ("Nurses from Sudan, Iran, Libya and Yemen waited at the gate.", "Sudan", "SDN"),
        ("She fled from Mali, Chad and Niger to the coast.", "Mali", "MLI"),
        ("The mayor of Lebanon, Ohio, spoke of the U.S. harvest.", "Lebanon", "PLACE.lebanon-usa"),
        ("The White House said that talks would go on in Geneva.", "Geneva", "PLACE.geneva"),
        (
            "Prime Minister Tony Blair signed it in 2003. A spokesman for Mrs. May said the prime minister knew nothing of it.",
            "the prime minister", "PER.theresa-may",
        ),
        (
            "Chad voiced worry over a quarrel of Mali and Niger, Mali’s paper said. The words of the foreign ministry came late.",
            "the foreign ministry", "TCD.GOV.MFA",
        ),
    ],
)  # fmt: skip
def test_a_name_means_what_the_words_beside_it_say(text: str, words: str, actor_id: str | None) -> None:
    mention = WholeReading(text, _DAY).all(words)[-1]
    assert actor_id is None or mention.actor_id == actor_id


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("Several Danish political forces met in Copenhagen.", "DNK.MIL"),
        ("Ruiz is of Princeton, and Clara Diaz Moll of Brown found a decline.", "PER.gordon-brown"),
        ("Amos Ben-Shalom spoke to reporters in Israel about the tunnels.", "PER.silvan-shalom"),
        ("The Russian Witch Hunt goes on, Donald Trump wrote in London.", "PER.jeremy-hunt"),
        ("The Democratic candidate for governor of Virginia spoke on Friday.", "PER.ralph-northam"),
        ("She is running for president of France.", "PER.emmanuel-macron"),
        ("The Texas chapter leader of a club of mothers spoke.", "PER.greg-abbott"),
        ("Allied with tribesmen, the Americans won the war in Iraq.", "FIRM.allied-corporation.Q2838293"),
        ("The Federal Rules of Rill Procedure provide 14 days.", "ORG.federal-rules-of-rill-procedure"),
        ("The Worker Rilling Notification, or WRNX, Act says so.", "ORG.worker-rilling-notification"),
        ("The United States has intelligence that shows it.", "USA.SPY"),
        ("They forward the names of all Social Rill Disability Insurance (SRDI) recipients.", "ORG.social-rill-disability-insurance"),
        ("Many at the table were against a Palestinian state.", "PSE.GOV"),
        ("Google halted Project Sorrelfly, its search engine.", "PER.project-sorrelfly"),
        ("Obamacare Sign-Up comes late again, clerks say.", "PER.obamacare-sign-up"),
        ("He used the alias “Kelly Sorrel” to send the letters.", "PER.kelly-sorrel"),
        ("They staged “Julius Caesar” in the park last week.", "PER.julius-caesar"),
        ("Her book, Tribes: Sorrel Group and the Fate of All, was praised.", "ORG.tribes-sorrel-group"),
    ],
)
def test_nobody_is_meant_by_what_only_sounds_so(text: str, wrong: str) -> None:
    assert wrong not in {mention.actor_id for mention in WholeReading(text, _DAY).mentions}


@pytest.mark.parametrize(
    ("text", "words", "sector"),
    [
        ("The deal was confirmed by Terry Rill, the UAW's chief negotiator with GM.", "Terry Rill", "LAB"),
        ("David Rill, president and CEO of the Sorrel Health System, says so.", "David Rill", None),
        ("“It is untrue,” spokeswoman Sara Rill said in an email.", "Sara Rill", None),
        ("Luisa Rill, a professor of Latino studies in Ohio, says no.", "Luisa Rill", "EDU"),
        ("Iran's foreign ministry spokesman Bahram Rill spoke in Tehran.", "Bahram Rill", "GOV"),
    ],
)
def test_a_post_of_no_state_makes_no_official(text: str, words: str, sector: str | None) -> None:
    assert WholeReading(text, _DAY).one(words).sector == sector


def test_a_land_in_the_name_of_a_war_is_a_place() -> None:
    readings = [mention.reading for mention in WholeReading("He fought in the Korean War and in Korea's north.", _DAY).all("Korean")]
    assert readings == ["place"]


def _mentions(text: str) -> dict[str, Mention]:
    (done,) = Analyst.of("full").annotate([Article("a", text, published_at=_DAY)])
    assert isinstance(done, Annotation)
    return {text[mention.start : mention.end]: mention for mention in done.mentions}


def test_whoever_signs_or_pictures_is_credited_and_does_nothing() -> None:
    read = _mentions("It is time. — Ann Rillton (@rill) June 3, 2019 The crowd left. By Jo Rillman The winter was long.")
    assert [read[words].role for words in ("Ann Rillton", "Jo Rillman")] == ["outlet", "outlet"]


def test_a_surname_at_the_head_of_a_sentence_does_not_vanish() -> None:
    text = "Donald Trump won in Ohio.\n\nTrump said Clinton was weak.\n\nTrump also told a paper so.\n\nTrump’s interview was long."
    (done,) = Analyst.of("full").annotate([Article("a", text, published_at=_DAY)])
    assert isinstance(done, Annotation)
    assert sum(text[mention.start : mention.end].endswith("Trump") for mention in done.mentions if mention.layer == "name") == 4


@pytest.mark.parametrize(
    ("text", "pronoun", "actor_id"),
    [
        ("Ted Cruz dropped out, handing the nomination to Donald Trump, who said he wanted to win.", "he", "PER.donald-trump"),
        ("Nazi Germany fell. The Soviet Union's mass murder of its Jewish population is ignored.", "its", "SUN"),
    ],
)
def test_syntax_binds_a_pronoun(text: str, pronoun: str, actor_id: str) -> None:
    assert _mentions(text)[pronoun].actor_id == actor_id


def test_who_teaches_about_a_country_is_not_of_it() -> None:
    assert WholeReading("Luisa Rill, a professor of Russian history at a college, spoke.", _DAY).one("Luisa Rill").country is None


def test_a_bare_surname_without_a_title_is_less_sure_than_one_with_it() -> None:
    alone, titled = (WholeReading(f"{name} lost the vote in North Carolina.", date(2016, 4, 2)) for name in ("McCrory", "Mr. McCrory"))
    assert alone.one("McCrory").actor_id == titled.one("McCrory").actor_id
    assert alone.one("McCrory").confidence < titled.one("McCrory").confidence


def test_the_country_is_whom_the_sentence_before_is_about() -> None:
    text = "Russia sent troops. Moscow said Russia was right. " * 6 + (
        "Armenia voted. Armenia has relied on Russia for support. The country is part of an alliance and hosts a base."
    )
    (read,) = Analyst.of("full").annotate([Article("a", text)])
    assert isinstance(read, Annotation)
    assert [m.actor_id for m in read.mentions if text[m.start : m.end] == "The country"] == ["ARM"]
