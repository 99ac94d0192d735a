"""Free actor phrases are coded with country and sector on a date."""

from datetime import date
from functools import cache

import pytest

from tests.transforms.small_world import small_lexicon
from tests.transforms.wider_world import wider_lexicon
from transforms.answers import resolution_line
from transforms.identities.phrases.resolution import resolve_phrase
from transforms.lexicon import Lexicon
from warehouse.seeds import read_seeds


@cache
def whole_lexicon() -> Lexicon:
    return Lexicon(read_seeds().frames)


@pytest.mark.parametrize(
    ("phrase", "day", "expected"),
    [
        ("Russia", None, ("RUS", "RUS", None)),
        ("the Russian foreign ministry", None, ("RUS.GOV.MFA", "RUS", "GOV")),
        ("Ministry of Foreign Affairs of Armenia", None, ("ARM.GOV.MFA", "ARM", "GOV")),
        ("Russia's Baltic Fleet", None, ("RUS.MIL.NAVY", "RUS", "MIL")),
        ("MOSCOW", None, ("RUS.GOV", "RUS", "GOV")),
        ("French president", date(2016, 5, 1), ("PER.francois-hollande", "FRA", "GOV")),
        ("French President Emmanuel Macron", date(2018, 5, 1), ("PER.emmanuel-macron", "FRA", "GOV")),
        ("François Hollande", date(2020, 5, 1), ("PER.francois-hollande", "FRA", "ELI")),
        ("François Hollande", None, ("PER.francois-hollande", "FRA", "GOV")),
        ("Sergey Lavrov", None, ("PER.sergei-lavrov", "RUS", "GOV")),
        ("CSTO", None, ("IGO.CSTO", None, "IGO")),
    ],
)
def test_a_phrase_means_an_actor(phrase: str, day: date | None, expected: tuple[str, str | None, str | None]) -> None:
    found = resolve_phrase(phrase, day, None, small_lexicon(), None)
    assert found is not None
    assert (found.actor_id, found.country, found.sector) == expected


@pytest.mark.parametrize(
    ("phrase", "country", "sector"),
    [
        ("a former CIA official", "USA", "ELI"),
        ("American soldiers", "USA", "MIL"),
        ("Armenian protesters", "ARM", "CVL"),
        ("Yerevan police", "ARM", "COP"),
        ("president", None, "GOV"),
        ("people in Chad", "TCD", "CVL"),
    ],
)
def test_unnamed_agents_have_country_and_sector(phrase: str, country: str | None, sector: str) -> None:
    found = resolve_phrase(phrase, None, None, small_lexicon(), None)
    assert found is not None
    assert (found.country, found.sector) == (country, sector)


@pytest.mark.parametrize(
    ("phrase", "country", "sector"),
    [
        ("suspected Front for Change militants", "TCD", "REB"),
        ("militants in Poland", "POL", "UAF"),
        ("Tuareg herders", None, "AGR"),
        ("Baptist pastors in Georgia", "GEO", "REL"),
        ("Polish Baptist pastors", "POL", "REL"),
        ("Labour lawmakers", "GBR", "LEG"),
        ("an AFP reporter", "FRA", "MED"),
        ("a Dominican official", "DOM", "GOV"),
        ("Polish defence minister Jan Holt", "POL", "MIL"),
    ],
)
def test_agents_take_what_their_group_or_title_says(phrase: str, country: str | None, sector: str | None) -> None:
    found = resolve_phrase(phrase, date(2012, 5, 1), None, wider_lexicon(), None)
    assert found is not None
    assert (found.country, found.sector) == (country, sector)


def test_the_head_of_a_state_who_also_leads_a_ministry_is_its_head() -> None:
    found = resolve_phrase("Anna Berg", date(2012, 5, 1), None, wider_lexicon(), None)
    assert found is not None
    assert found.sector == "GOV"


def test_an_office_that_many_hold_names_none_of_them() -> None:
    """The seeds know a mayor of Kyiv and some governors; who is mayor of Kharkiv, or governor of Kandahar, they do not."""
    lexicon = whole_lexicon()
    for phrase, country in (("the mayor of Kharkiv", "UKR"), ("the governor of Kandahar", "AFG"), ("the governor of Belgorod", "RUS")):
        found = resolve_phrase(phrase, date(2015, 6, 1), None, lexicon, None)
        assert found is not None
        assert (found.kind, found.country, found.sector) == ("person", country, "GOV"), phrase
        assert found.actor_id.startswith("GENERIC."), phrase


@pytest.mark.parametrize(
    ("phrase", "actor_id", "country", "sector"),
    [
        ("Borno Governor Babagana Testname", "PER.babagana-testname", "NGA", "GOV"),
        ("pro-Russian separatists in Donetsk", None, "UKR", "REB"),
        ("UN peacekeepers in Mali", None, None, "IGO"),
        ("Democratic Alliance of South Africa", "ZAF.PTY.DA", "ZAF", "PTY"),
        ("Egyptian military prosecutors", None, "EGY", "JUD"),
        ("Colombian paramilitaries", "COL.PRM", "COL", "PRM"),
        ("Wagner Group", None, "RUS", "PRM"),
        ("IG Metall", "NGO.IGMETALL", "DEU", "LAB"),
        ("Audiencia Nacional", "ESP.JUD.AN", "ESP", "JUD"),
        ("Ukrainian defence ministry", "UKR.GOV.MOD", "UKR", "GOV"),
    ],
)
def test_phrases_of_world_news_over_the_whole_lexicon(phrase: str, actor_id: str | None, country: str | None, sector: str) -> None:
    found = resolve_phrase(phrase, date(2015, 6, 1), None, whole_lexicon(), None)
    assert found is not None
    assert (found.country, found.sector) == (country, sector)
    if actor_id is not None:
        assert found.actor_id == actor_id


@pytest.mark.parametrize("phrase", ["", "   ", "a demand", "aljsndgojnown", "..."])
def test_what_is_no_actor_is_nobody(phrase: str) -> None:
    assert resolve_phrase(phrase, None, None, small_lexicon(), None) is None


def test_the_answer_has_every_field_and_nulls_for_nobody() -> None:
    line = resolution_line("7", None)
    assert set(line) == {"id", "actor_id", "name", "kind", "country", "sector", "wikidata", "rule"}
    assert [key for key, value in line.items() if value is not None] == ["id"]


@pytest.mark.parametrize(
    ("phrase", "day", "context", "actor_id"),
    [
        # namesakes in one office: the day decides
        ("President Yudhoyono", date(2010, 5, 1), None, "PER.susilo-bambang-yudhoyono"),
        ("President George Bush", date(1990, 5, 1), None, "PER.george-h-w-bush"),
        ("President Bush", date(2005, 5, 1), None, "PER.george-w-bush"),
        # the country told decides where several hold it that day
        ("Prime Minister Singh", date(2008, 5, 1), "India's Prime Minister Singh spoke.", "PER.manmohan-singh"),
        ("Chancellor Kohl", date(1990, 5, 1), None, "PER.helmut-kohl"),
        # governments are called after who leads them
        ("the Thatcher government", date(1985, 5, 1), None, "GBR.GOV"),
        ("the Mubarak regime", date(2009, 5, 1), None, "EGY.GOV"),
        # an office in a form of its own, and with a hyphen
        ("the German chancellor", date(1990, 5, 1), None, "PER.helmut-kohl"),
        ("the Austrian chancellor", date(2019, 1, 1), None, "PER.sebastian-kurz"),
        ("the UN secretary-general", date(2000, 5, 1), None, "PER.kofi-annan"),
        ("the UN secretary general", date(2000, 5, 1), None, "PER.kofi-annan"),
        ("the European Commission president", date(2022, 5, 1), None, "PER.ursula-von-der-leyen"),
        ("UN General Assembly president", date(2025, 10, 10), None, "PER.annalena-baerbock"),
        ("the pope", date(2015, 5, 1), None, "PER.pope-francis"),
        ("the North Korean leader", date(2022, 5, 1), None, "PER.kim-jong-un"),
        ("the British leader", date(2021, 5, 1), None, "PER.boris-johnson"),
        ("the House speaker", date(2022, 5, 1), None, "PER.nancy-pelosi"),
        ("President Valencia", date(1964, 1, 1), None, "PER.guillermo-leon-valencia"),
        ("King Abdullah", date(2020, 1, 1), None, "PER.king-abdullah-ii"),
        ("the Orban government", date(2020, 10, 1), None, "HUN.GOV"),
        ("Orbán Viktor", date(2020, 8, 25), None, "PER.viktor-orban"),
        ("Jae-myung Lee", date(2025, 8, 25), None, "PER.lee-jae-myung"),
        ("AFC/M23", date(2025, 2, 10), None, "ARMED.M23"),
        ("SPD", date(2023, 2, 25), "The SPD party in Prague opposes aid.", "CZE.PTY.SPD"),
        ("ECB", date(2024, 11, 25), "The ECB named its squad for the tour.", "NGO.CRICKET_ECB"),
    ],
)
def test_offices_and_bare_names_mean_who_held_them_on_the_day(phrase: str, day: date, context: str | None, actor_id: str) -> None:
    found = resolve_phrase(phrase, day, context, whole_lexicon(), None)
    assert found is not None
    assert found.actor_id == actor_id


def test_an_official_of_a_government_called_after_its_leader_is_of_that_country() -> None:
    found = resolve_phrase("a Sarkozy administration official", date(2009, 5, 1), None, whole_lexicon(), None)
    assert found is not None
    assert found.country == "FRA"


@pytest.mark.parametrize(
    ("phrase", "day", "actor_id"),
    [
        ("Ontario's premier", date(2016, 5, 1), "PER.kathleen-wynne"),
        ("the chief minister of Uttar Pradesh", date(2016, 5, 1), "PER.akhilesh-yadav"),
        ("the mayor of London", date(2018, 5, 1), "PER.sadiq-khan"),
        ("the Scottish government", date(2016, 5, 1), "GBR-SCT.GOV"),
        ("the US Senate majority leader", date(2016, 5, 1), "PER.mitch-mcconnell"),
        ("Senate minority leader", date(2016, 5, 1), "PER.harry-reid"),
        ("UN human rights chief", date(2016, 5, 1), "PER.zeid-raad-al-hussein"),
        ("the UN envoy to Syria", date(2016, 5, 1), "IGO.UN"),
        ("the archbishop of Canterbury", date(2016, 5, 1), "PER.justin-welby"),
    ],
)
def test_offices_of_regions_towns_and_houses_reach_their_holders(phrase: str, day: date, actor_id: str) -> None:
    found = resolve_phrase(phrase, day, None, whole_lexicon(), None)
    assert found is not None
    assert found.actor_id == actor_id


def test_a_deputy_of_a_region_is_not_its_head() -> None:
    found = resolve_phrase("the lieutenant governor of Texas", date(2016, 5, 1), None, whole_lexicon(), None)
    assert found is None or found.actor_id != "PER.greg-abbott"


@pytest.mark.parametrize(
    ("phrase", "actor_id"),
    [
        ("the Office for Budget Responsibility", "GBR.GOV.OBR"),
        ("COMELEC", "PHL.GOV.EC"),
        ("the Canada Border Services Agency", "CAN.GOV.CUSTOMS"),
        ("Ghana's Electoral Commission", "GHA.GOV.EC"),
        ("Senegal's Constitutional Council", "SEN.JUD.CC"),
        ("the Bolivarian National Guard", "VEN.MIL.NG"),
    ],
)
def test_agencies_of_many_countries_are_known(phrase: str, actor_id: str) -> None:
    found = resolve_phrase(phrase, date(2024, 5, 1), None, whole_lexicon(), None)
    assert found is not None
    assert found.actor_id == actor_id


@pytest.mark.parametrize("phrase", ["Federal Intelligence Service", "Federal Court", "Central Court", "Union Police"])
def test_a_town_does_not_own_the_body_whose_adjective_is_its_name(phrase: str) -> None:
    found = resolve_phrase(phrase, date(2024, 5, 1), None, whole_lexicon(), None)
    assert found is None or found.country is None


def test_a_sheikh_of_the_gulf_is_of_its_ruling_family_and_elsewhere_a_cleric() -> None:
    ruling = resolve_phrase("Abu Dhabi's Sheikh Khalid bin Salim", date(2024, 5, 1), None, whole_lexicon(), None)
    cleric = resolve_phrase("the Lebanese Sheikh Khalid Salim", date(2024, 5, 1), None, whole_lexicon(), None)
    assert ruling is not None
    assert (ruling.country, ruling.sector) == ("ARE", "GOV")
    assert cleric is not None
    assert (cleric.country, cleric.sector) == ("LBN", "REL")


@pytest.mark.parametrize(("phrase", "sector"), [("Tony Blair", "ELI"), ("Jacques Chirac", "ELI"), ("Xi Jinping", "GOV")])
def test_without_a_day_who_left_office_long_ago_is_one_of_the_elite(phrase: str, sector: str) -> None:
    found = resolve_phrase(phrase, None, None, whole_lexicon(), None)
    assert found is not None
    assert found.sector == sector
