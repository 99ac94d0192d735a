"""A bare name behind an office, and a government called after its leader, are those of the article's day."""

from datetime import date
from functools import cache

import pytest

from tests.transforms.small_world import Reading
from transforms.lexicon import Lexicon
from warehouse.seeds import read_seeds


class WholeReading(Reading):
    """An article read with the lexicon that ships."""

    @staticmethod
    @cache
    def lexicon() -> Lexicon:
        return Lexicon(read_seeds().frames)


@pytest.mark.parametrize(
    ("text", "day", "words", "actor_id"),
    [
        ("In Helsinki President Bush met his guests.", date(1990, 9, 9), "Bush", "PER.george-h-w-bush"),
        ("In Helsinki President Bush met his guests.", date(2003, 9, 9), "Bush", "PER.george-w-bush"),
        ("Prime Minister Papandreou flew to Bonn.", date(1994, 3, 3), "Papandreou", "PER.andreas-papandreou"),
        ("Prime Minister Papandreou flew to Berlin.", date(2010, 3, 3), "Papandreou", "PER.george-papandreou"),
        ("President Kim of South Korea proposed talks with the North.", date(1999, 7, 7), "Kim", "PER.kim-dae-jung"),
        ("King Abdullah met his guests in Amman.", date(2019, 11, 25), "Abdullah", "PER.king-abdullah-ii"),
        ("President Kenyatta spoke.", date(1970, 1, 1), "Kenyatta", "PER.jomo-kenyatta"),
        ("President Allende spoke.", date(1972, 1, 1), "Allende", "PER.salvador-allende"),
        ("The Chinese leader spoke.", date(2022, 5, 1), "The Chinese leader", "PER.xi-jinping"),
        ("The German leader spoke.", date(2022, 5, 1), "The German leader", "PER.olaf-scholz"),
        ("The Obama administration was silent.", date(2012, 3, 3), "The Obama administration", "USA.GOV"),
        ("The Thatcher government was silent.", date(1985, 3, 3), "The Thatcher government", "GBR.GOV"),
        ("The Chad government was silent.", date(2012, 3, 3), "The Chad government", "TCD.GOV"),
        ("Saudi Arabia rebuked Iran. Iran answered Iran's friends. The kingdom was silent.", date(2018, 3, 3), "The kingdom", "SAU"),
        ("Delhi was tense. Rahul Gandhi came. In Washington, Congress passed a bill.", date(2024, 12, 21), "Congress", "USA.LEG"),
        (
            "Congress lost in Delhi. Rahul Gandhi and Modi spoke. In Washington, Congress passed a bill.",
            date(2024, 12, 21),
            "Congress",
            "USA.LEG",
        ),
        ("The Texas governor was silent.", date(2016, 3, 3), "The Texas governor", "PER.greg-abbott"),
        ("The mayor of London was silent.", date(2012, 3, 3), "The mayor", "PER.boris-johnson"),
        ("The White House chief of staff was silent.", date(2016, 3, 3), "The White House chief of staff", "PER.denis-mcdonough"),
        ("Matt Whitaker spoke in the United States.", date(2018, 12, 3), "Matt Whitaker", "PER.matthew-whitaker"),
        ("Rear Adm. Charlie Brown spoke in the United States.", date(2019, 5, 3), "Charlie Brown", "PER.charlie-brown"),
        ("Matt Whitaker spoke in Peru.", date(2018, 12, 3), "Matt Whitaker", "PER.matt-whitaker"),
    ],
)
def test_the_day_decides(text: str, day: date, words: str, actor_id: str) -> None:
    assert WholeReading(text, day).one(words).actor_id == actor_id


def test_a_former_holder_is_not_taken_for_the_one_of_the_day() -> None:
    mention = WholeReading("Former President Bush spoke in Houston.", date(2003, 9, 9)).one("Bush")
    assert mention.rule != "person.office_holder"


def test_the_title_tells_father_from_son_who_is_named_later() -> None:
    reading = WholeReading("Prime Minister Lee spoke. Lee Hsien Loong, his son, is a colonel.", date(1985, 1, 17))
    assert reading.one("Lee").actor_id == "PER.lee-kuan-yew"


def test_a_surname_of_several_rulers_is_nobodys_when_none_governs() -> None:
    assert WholeReading("Bush was there, too.", date(2025, 9, 9)).one("Bush").actor_id is None


def test_who_held_the_office_before_and_is_named_in_full_keeps_the_title() -> None:
    reading = WholeReading("George H. W. Bush was asked about Iraq. President Bush had led that war.", date(2003, 9, 9))
    assert reading.one("Bush").actor_id == reading.one("George H. W. Bush").actor_id


@pytest.mark.parametrize(
    ("text", "day", "words", "item"),
    [
        ("Joe Hockey met reporters in Canberra, Australia.", date(2014, 9, 9), "Joe Hockey", "Q6210353"),
        ("Joe Hockey opened a shop in Lima, Peru.", date(2014, 9, 9), "Joe Hockey", None),
        ("Joe Hockey met reporters in Canberra, Australia.", date(1914, 9, 9), "Joe Hockey", None),
        ("Senator Deb Fischer of the United States spoke.", None, "Deb Fischer", "Q2580649"),
        ("The painter Deb Fischer lives in the United States.", None, "Deb Fischer", None),
        ("Deb Fischer spoke in the United States. Then Senator Fischer left.", None, "Deb Fischer", "Q2580649"),
        ('Rep. William "Mac" Thornberry of the United States spoke.', date(2018, 2, 3), 'William "Mac" Thornberry', "Q539444"),
        ("The letter of American senators names Jeff Merkley of Oregon.", date(2016, 5, 3), "Jeff Merkley", "Q1368405"),
        ("Louisiana's Mary Landrieu lost.", date(2014, 12, 3), "Mary Landrieu", "Q22338"),
        ("Rodney Rosenstein of the United States spoke.", date(2018, 3, 3), "Rodney Rosenstein", "Q7356240"),
        ("Oracle Corp shares fell in Chicago.", None, "Oracle Corp", "Q19900"),
        ("General Electric Co Plc shares fell in London.", None, "General Electric Co Plc", "Q1208203"),
    ],
)
def test_a_whole_name_of_the_register_counts_where_the_article_speaks_for_it(
    text: str, day: date | None, words: str, item: str | None
) -> None:
    assert WholeReading(text, day).one(words).wikidata == item


@pytest.mark.parametrize(
    ("text", "day", "relative", "holder"),
    [
        (
            "Ivanka Trump came to Des Moines. President Trump attacked Iran. Trump would not yield.",
            date(2018, 5, 1),
            "Ivanka Trump",
            "PER.donald-trump",
        ),
        (
            "Ivanka Trump came to Des Moines. President Trump attacked Iran. Trump would not yield.",
            None,
            "Ivanka Trump",
            "PER.donald-trump",
        ),
        (
            "Hillary Clinton came to Ghana. President Clinton met the envoys. Clinton praised the talks.",
            date(1998, 5, 1),
            "Hillary Clinton",
            "PER.bill-clinton",
        ),
        (
            "Michelle Obama came to Ghana. President Obama met the envoys. Obama praised the talks.",
            date(2010, 5, 1),
            "Michelle Obama",
            "PER.barack-obama",
        ),
    ],
)
def test_a_title_is_borne_by_its_holder_and_not_by_a_relative_who_is_named_before(
    text: str, day: date | None, relative: str, holder: str
) -> None:
    reading = WholeReading(text, day)
    names = [mention.actor_id for mention in reading.mentions if mention.layer == "name" and mention.ner == "PERSON"]
    assert names == [reading.one(relative).actor_id, holder, holder]
    assert reading.one(relative).actor_id != holder


@pytest.mark.parametrize(
    ("text", "other", "name", "holder"),
    [
        (
            "Kim Jong Un went to Panmunjom. Duyeon Kim, an analyst, praised the talks. Kim will visit Seoul.",
            "Duyeon Kim",
            "Kim",
            "PER.kim-jong-un",
        ),
        ("Xi Jinping spoke in Beijing. Professor Lan Xi of the academy listened. Xi warned Taiwan.", "Lan Xi", "Xi", "PER.xi-jinping"),
    ],
)
def test_a_family_name_that_stands_first_is_taken_up_beside_one_that_stands_last(text: str, other: str, name: str, holder: str) -> None:
    reading = WholeReading(text, date(2018, 5, 1))
    assert reading.all(name)[-1].actor_id == holder
    assert reading.one(other).actor_id != holder


def test_no_parliament_makes_an_administration() -> None:
    text = "Israel fears a bad deal. Netanyahu spoke in Jerusalem and Israel protested. The administration said it had been told."
    assert WholeReading(text, date(2013, 11, 11)).one("The administration").actor_id is None
    assert (
        WholeReading("South Korea will send aid. The administration was ready.", date(2023, 5, 1)).one("The administration").actor_id
        == "KOR.GOV"
    )
