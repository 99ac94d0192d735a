"""Whom news from everywhere means: relatives, posts of unknown bodies, people who fought abroad, federal states, parties of other countries."""

from datetime import date

import pytest

from flows.lexicons import load_lexicon
from tests.transforms.identities.test_namesakes_in_office import WholeReading
from transforms.identities.discovered import discover_organisation, kind_of_words


def whom(text: str, words: str, day: date | None = None) -> str | None:
    """The actor of the last mention of the words."""
    return WholeReading(text, day).all(words)[-1].actor_id


@pytest.mark.parametrize(
    ("text", "words", "actor_id"),
    [
        (
            "Police in Lima held Esteban Rojas. His brother, Bryan Rojas, spoke. “He was ill,” Bryan Rojas said. Then Rojas was charged.",
            "Rojas", "PER.esteban-rojas",
        ),
        (
            "Wanjiku Otieno, the widow of Peter Otieno, wept in Kisumu. Peter Otieno was a teacher. Otieno was shot in May.",
            "Otieno", "PER.peter-otieno",
        ),
        (
            "Esteban Rojas needed help in Quito. But Bryan Rojas said his brother got none. Bryan Rojas spoke to us. Rojas was held.",
            "Rojas", "PER.esteban-rojas",
        ),
        ("Dr. Lorrie Rickman Jones cried. Van Jones, a commentator, called it a blunder. Jones said so twice.", "Jones", "PER.van-jones"),
        ("Joost van Dam spoke in Utrecht. Van Dam said he was glad.", "Van Dam", "PER.joost-van-dam"),
        ("Will Ruto accept the ruling? William Ruto said he would.", "Ruto", "PER.william-ruto"),
        ("Said Odinga: “We won.” Raila Odinga smiled.", "Odinga", "PER.raila-odinga"),
        ("Esteban Rojas was in court. Later on Friday Rojas was charged.", "Rojas", "PER.esteban-rojas"),
    ],
)  # fmt: skip
def test_a_bare_surname_means_nobodys_relative(text: str, words: str, actor_id: str) -> None:
    assert whom(text, words) == actor_id


def test_a_given_name_before_the_full_name_is_somebody_else() -> None:
    text = "Adaeze was marching in Lagos. Adaeze said she ran. The march was led by the senator Adaeze Nwosu. It ended at night."
    first, second, _ = (mention.actor_id for mention in WholeReading(text).mentions if mention.ner == "PERSON")
    assert first == second != "PER.adaeze-nwosu"


@pytest.mark.parametrize(
    ("text", "words", "country", "sector"),
    [
        ("Tom Baird, a Vietnam War veteran, spoke in Perth.", "Tom Baird", None, None),
        ("Ann Reid, a Falklands veteran, spoke.", "Ann Reid", None, None),
        ("Ivan Petrov, a Russian veteran, spoke.", "Ivan Petrov", "RUS", None),
        ("Mia Brandt, a veteran of three presidential campaigns, spoke in Lima.", "Mia Brandt", None, None),
        ("Jon Cowan, president of Third Way, said so in London.", "Jon Cowan", None, None),
        ("Dale Ngugi, spokesman for Steady Plough, declined to say.", "Dale Ngugi", None, None),
        ("Karen Otieno, president of Kenya's Health Insurance Plans, said no.", "Karen Otieno", None, None),
        ("Rui Costa, vice president with the Varden Family Foundation in Lisbon, agreed.", "Rui Costa", None, "NGO"),
        ("Marcus Smart, a basketball player at Oklahoma State University, was sorry.", "Marcus Smart", None, None),
        ("Las Vegas Metropolitan Police Assistant Sheriff Kevin Sorrel spoke.", "Kevin Sorrel", "USA", "GOV"),
        ("Tom Mbeki, head of the Mineworkers Union, refused.", "Tom Mbeki", None, "LAB"),
        ("Ray Sorrel, a veteran operative, was hired.", "Ray Sorrel", None, None),
        ("Boris Ivanov, a Russian intelligence operative, was expelled.", "Boris Ivanov", "RUS", "SPY"),
    ],
)
def test_posts_and_wars_abroad_give_no_country_and_no_sector(text: str, words: str, country: str | None, sector: str | None) -> None:
    mention = WholeReading(text, date(2015, 3, 3)).one(words)
    assert (mention.country, mention.sector) == (country, sector)


@pytest.mark.parametrize(
    ("text", "words", "actor_id"),
    [
        ("Punjab passed a law on wheat.", "Punjab", "IND-PB.GOV"),
        ("The lawsuit against Ohio failed.", "Ohio", "USA-OH.GOV"),
        ("New South Wales banned the plant.", "New South Wales", "AUS-NSW.GOV"),
        ("Bavaria's health minister spoke in Munich.", "Bavaria", "DEU-BY.GOV"),
        ("He won Iowa and lost Ohio.", "Iowa", "PLACE.iowa"),
        ("The Texas delegation cheered him.", "Texas", "PLACE.texas"),
        ("Alaska's senator Mark Begich won.", "Alaska", "PLACE.alaska"),
    ],
)
def test_a_federal_state_is_its_government_only_where_it_governs(text: str, words: str, actor_id: str) -> None:
    assert whom(text, words, date(2014, 3, 3)) == actor_id


@pytest.mark.parametrize(
    ("text", "actor_id"),
    [
        ("Democrats say the United States should wait. Liberal Democrats say no. Congress agreed.", "USA.PTY.DEMOCRATIC"),
        ("Britain's Labour party said no. Liberal Democrats say there are other ways. Nick Clegg agreed.", "GBR.PTY.LIBDEMS"),
        ("Liberal Democrats in Japan chose Shinzo Abe in Tokyo.", "JPN.PTY.LDP"),
    ],
)
def test_a_party_is_of_a_country_of_the_article(text: str, actor_id: str) -> None:
    assert whom(text, "Liberal Democrats", date(2013, 9, 9)) == actor_id


@pytest.mark.parametrize(
    ("text", "words", "wrong"),
    [
        ("The sheriff of North Dakota called the police.", "The sheriff", "USA-ND.GOV"),
        ("The United States spoke. The campus was with the resistance to President Trump.", "the resistance", "USA.REB"),
        ("In Washington the budget negotiators met the senators.", "the budget negotiators", "USA.GOV.DEL"),
        ("ISIS left Iraq. The Iraqi army lost to militant forces near Mosul.", "militant forces", "IRQ.MIL"),
        ("Chile's president spoke. He fought in his home state.", "his home state", "CHL.GOV"),
        ("The Gallup polls split the public of Britain.", "the public", "NGO.GALLUP"),
        ("The match went on in Seoul, South Korea.", "South Korea", "ORG.south-korea-team"),
    ],
)
def test_no_state_owns_what_is_not_its_own(text: str, words: str, wrong: str) -> None:
    reading = WholeReading(text, date(2017, 3, 3))
    assert wrong not in {mention.actor_id for mention in reading.mentions if reading.text[mention.start : mention.end] == words}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Students stood at the Lincoln Memorial. The play won three Tony Awards. Students like Pell Grants.", []),
        ("One Tory MP, John Baron, left. The case of Doe v Bolton was cited. They burnt 762 GtCO2.", ["John Baron"]),
        ("Right, 7:25 am pic.twitter.com/c6d1SFSCw3 — Matthew Gertz (@MattGertz) spoke of it.", ["Matthew Gertz"]),
        (
            "Orlando mayor Buddy Dyer opened a centre. According to Selene San Felice, a reporter, he fired.",
            ["Buddy Dyer", "Selene San Felice"],
        ),
        ("He is a partner at law firm Mayer Brown. They met the store chain Hobby Lobby.", []),
        ("Dallas Mayor Pro Tem Dwaine Caraway spoke. County Clerk Kay Schwartz did not.", ["Dwaine Caraway", "Kay Schwartz"]),
        ("Photo: Getty Images Mark Wilson. The picture shows Ada Lind.", ["Ada Lind"]),
    ],
)
def test_persons_are_persons_and_nothing_else(text: str, names: list[str]) -> None:
    reading = WholeReading(text, date(2015, 3, 3))
    assert [reading.text[m.start : m.end] for m in reading.mentions if m.ner == "PERSON" and m.layer == "name"] == names


@pytest.mark.parametrize(
    ("name", "kind", "sector"),
    [
        ("American Conservative Union", "organisation", None),
        ("General Union of Tunisian Workers", "organisation", "LAB"),
        ("Kenya National Union of Teachers", "organisation", "LAB"),
        ("Nigeria Union of Journalists", "organisation", "MED"),
        ("National Institute of Allergy", "organisation", None),
        ("Indian Institute of Technology", "education", "EDU"),
        ("Suva Police Department", "police", "COP"),
        ("Porto Fire Department", "agency", "GOV"),
        ("Project Maven", "organisation", None),
        ("Human Rights Council", "organisation", None),
    ],
)
def test_words_of_bodies_say_no_more_than_they_tell(name: str, kind: str, sector: str | None) -> None:
    assert kind_of_words(name) == (kind, sector)


def test_what_every_town_has_is_another_one_in_each_article() -> None:
    lexicon = WholeReading.lexicon()
    ids = {discover_organisation("City Council", lexicon, text).actor_id for text in ("News of Cork.", "News of Quito.")}
    assert len(ids) == 2
    assert discover_organisation("Cork City Council", lexicon, "News of Cork.").actor_id == "ORG.cork-city-council"


@pytest.mark.parametrize(
    ("text", "words", "country", "sector"),
    [
        ("“It is over,” says Shahram Sorrel, an Iran analyst in Geneva.", "Shahram Sorrel", None, None),
        ("He met William Hoover, his deputy.", "William Hoover", None, None),
        ("It was Rui Costa, director for Iran at the council.", "Rui Costa", None, None),
    ],
)
def test_whom_somebody_studies_serves_or_lives_among_is_not_his_country(
    text: str, words: str, country: str | None, sector: str | None
) -> None:
    mention = WholeReading(text, date(2015, 3, 3)).one(words)
    assert (mention.country, mention.sector) == (country, sector)


@pytest.mark.parametrize("text", ["Austin wears a shirt in Charlotte. The crowd cheered. It was late.", "Austin, Texas, is hot."])
def test_the_name_of_a_town_is_no_minister_who_is_not_named_in_full(text: str) -> None:
    assert "PER.lloyd-austin" not in {mention.actor_id for mention in WholeReading(text, date(2023, 9, 6)).mentions}


def test_police_in_general_are_not_those_named_last() -> None:
    text = "In the U.S. ten men died. The U.S. is no Britain, and British police kill fewer. Yet police violence in the U.S. goes on."
    assert "GBR.COP" not in {m.actor_id for m in WholeReading(text, date(2020, 6, 3)).mentions if m.start > text.index("Yet")}


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("He is a former director and a prosecutor. The prosecutor from Quito agreed.", "PER.fatou-bensouda"),
        ("He will visit the West Bank and Jordan on his tour of the Middle East.", "PER.jim-jordan"),
        ("Wicker, who chairs the club, the organization of ten men, left. Roger Wicker agreed.", None),
        ("The order, Blocking Property of Certain Persons, was signed.", "ORG.blocking-property-of-certain-persons"),
    ],
)
def test_nobody_is_whoever_alone_bears_an_office_or_a_name(text: str, wrong: str | None) -> None:
    reading = WholeReading(text, date(2019, 2, 22))
    assert wrong is None or wrong not in {mention.actor_id for mention in reading.mentions}
    assert not any(
        mention.actor_id == "PER.roger-wicker"
        for mention in reading.mentions
        if "organization" in reading.text[mention.start : mention.end]
    )


@pytest.mark.parametrize(
    ("text", "words", "wrong"),
    [
        ("Britain will leave the customs union. May said that the union is a trap.", "the union", "GBR"),
        ("Obama was the first black president of the club's history.", "president", "PER.donald-trump"),
        ("Ann Lee spoke of the Congressional Review Act (CRA). The CRA lets Congress act.", "CRA", "CAN.GOV.CRA"),
        ("“It is news,” Brit Hume said in London.", "Brit Hume", "GBR"),
    ],
)
def test_what_is_called_like_an_actor_is_not_that_actor(text: str, words: str, wrong: str) -> None:
    assert wrong not in {mention.actor_id for mention in WholeReading(text, date(2017, 3, 3)).all(words)}


@pytest.mark.parametrize(
    ("text", "words", "actor_id"),
    [
        ("Washington, United States. Marc Elias filed the papers. Elias had won before.", "Elias", "PER.marc-elias.usa"),
        ("The bakery of Marc Elias in Ghent closed. Elias had been ill.", "Elias", "PER.marc-elias"),
        ("Judge Posner ruled in the United States on Monday.", "Posner", "PER.posner"),
        ("U.S. District Judge Richard Leon heard both sides.", "Richard Leon", "PER.richard-leon.usa"),
        ("In the United States Richard Leon sold cars for years.", "Richard Leon", "PER.richard-leon"),
    ],
)  # fmt: skip
def test_people_in_the_register_by_hand_need_their_country_and_whole_name(text: str, words: str, actor_id: str) -> None:
    found = whom(text, words, date(2016, 5, 2))
    assert found is not None
    assert found == actor_id or found.startswith(f"{actor_id}.")
    assert found.endswith(".usa") == actor_id.endswith(".usa")


def test_peers_and_hyphens_are_printed_in_several_ways() -> None:
    text = "Adair Turner, a crossbench peer, spoke in Britain."
    assert str(whom(text, "Adair Turner", date(2012, 2, 1))).startswith("PER.adair-turner-baron-turner")
    register = load_lexicon().register
    assert register.named("Robin Leigh Pemberton") == register.named("Robin Leigh-Pemberton, Baron Kingsdown") != []


def test_a_house_is_not_its_committee() -> None:
    text = "The U.S. Senate Budget Committee met in Washington. The Senate will vote on it. The committee agreed."
    assert (whom(text, "Senate"), whom(text, "The committee")) == ("USA.LEG.UPPER", "USA.LEG.UPPER.BUDGET")


def test_a_firm_is_known_without_commas_and_company() -> None:
    assert whom("Goldman, Sachs and Co said it would advise the buyer.", "Goldman, Sachs and Co") == "FIRM.GOLDMAN"


def test_nobody_stands_in_the_register_by_hand_and_by_import() -> None:
    lexicon = load_lexicon()
    by_hand = [lexicon.actors[actor_id] for actor_id in lexicon.register.reviewed]
    found = {actor.name: lexicon.register.named(actor.name) for actor in by_hand}
    twice = {
        actor.name: ids
        for actor in by_hand
        if len(ids := [each for each in found[actor.name] if lexicon.actors[each].country == actor.country]) > 1
    }
    assert twice == {}


def test_old_wires_shorten_kentucky_to_a_county() -> None:
    assert whom("The firm has offices in Louisville, Kent and Nashville, Tenn.", "Kent") == "PLACE.kentucky"
