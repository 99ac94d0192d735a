"""Names of one word: whose they are is told by what stands beside them and by the day."""

from datetime import date

import pytest

from tests.transforms.identities.test_namesakes_in_office import WholeReading

TEXT = """Simran Jeet Singh spoke after the service in India. The Surgeon General (Jerome) Adams carried messages. Actress Kerry Washington
came. It was in the May 13 edition. He liked UPDATE III and Austin Jones.

Russian officials praised the talks with Vladimir Putin. The Russian leader was content.

The Daily Caller reported that letters exist. According to the Caller, Jane Rill wrote them.

American Oversight chief counsel John Bies was there. The special counsel was silent. Deputy Attorney General Ann Sorrel spoke; the
attorney general did not."""


@pytest.fixture(scope="module")
def undated() -> WholeReading:
    return WholeReading(TEXT, None)


@pytest.mark.parametrize(
    "actor_id", ["PER.rajnath-singh", "PER.gerry-adams", "PER.john-kerry", "PER.theresa-may", "PER.benigno-aquino-iii"]
)
def test_a_surname_beside_another_given_name_is_another_person(undated: WholeReading, actor_id: str) -> None:
    assert actor_id not in {mention.actor_id for mention in undated.mentions}


def test_without_a_day_the_leader_is_the_one_who_is_named(undated: WholeReading) -> None:
    assert undated.one("The Russian leader").actor_id == "PER.vladimir-putin"


def test_a_medium_is_taken_up_by_its_last_word(undated: WholeReading) -> None:
    assert undated.all("Caller")[-1].actor_id == undated.one("The Daily Caller").actor_id


def test_titles_are_taken_up_by_their_own_words(undated: WholeReading) -> None:
    counsel, general = undated.one("The special counsel").actor_id, undated.one("the\nattorney general").actor_id
    assert counsel != undated.one("John Bies").actor_id
    assert general != undated.one("Ann Sorrel").actor_id


@pytest.mark.parametrize(("day", "is_known"), [(date(2012, 9, 5), False), (date(2023, 9, 5), True)])
def test_a_surname_does_not_mean_who_takes_office_years_later(day: date, is_known: bool) -> None:
    reading = WholeReading("Kyiv was calm in Ukraine. Zelensky spoke on Monday.", day)
    assert (reading.one("Zelensky").actor_id == "PER.volodymyr-zelensky") == is_known


@pytest.mark.parametrize(
    ("text", "said", "bearer"),
    [
        ("Mrs. Clinton thanked the farmers.", "Clinton", "PER.hillary-clinton"),
        ("Secretary of State Clinton thanked the farmers.", "Clinton", "PER.hillary-clinton"),
        ("President Clinton thanked the farmers.", "Clinton", "PER.bill-clinton"),
        ("Clinton thanked the farmers, and she shook hands.", "Clinton", "PER.hillary-clinton"),
        ("Clinton thanked Anna Berg, and she shook hands.", "Clinton", None),
        ("Clinton thanked the farmers.", "Clinton", None),
        ("Kennedy thanked the farmers.", "Kennedy", None),
    ],
)
def test_of_several_bearers_of_a_surname_a_title_or_a_pronoun_tells_who_is_meant(text: str, said: str, bearer: str | None) -> None:
    assert WholeReading(text, None).one(said).actor_id == bearer


def test_a_wife_is_not_her_husband() -> None:
    assert WholeReading("Mrs. Trump thanked the farmers.", None).one("Trump").actor_id != "PER.donald-trump"


@pytest.mark.parametrize(
    ("text", "said", "actor_id"),
    [
        ("The tax would hurt most Americans.", "Americans", "USA.CVL"),
        ("He shot two Poles at the gate.", "Poles", "POL.CVL"),
        ("The Russians left the talks.", "Russians", "RUS"),
    ],
)
def test_people_of_a_country_are_not_its_state(text: str, said: str, actor_id: str) -> None:
    assert WholeReading(text, None).one(said).actor_id == actor_id


@pytest.mark.parametrize(
    ("text", "name", "is_known"),
    [
        ("Hunt sold grain to Spain. Spanish farmers paid Hunt well.", "PER.jeremy-hunt", False),
        ("Hunt sold grain to Spain. British farmers paid well.", "PER.jeremy-hunt", True),
        ("Rasmussen asked farmers in Kenya.", "PER.anders-fogh-rasmussen", True),  # he led a state
        ("Pistorius ran in Chile.", "PER.boris-pistorius", False),
        ("Merkel spoke in Chile. Pistorius ran.", "PER.boris-pistorius", True),
    ],
)
def test_a_surname_is_that_of_a_minister_only_where_the_country_is_spoken_of(text: str, name: str, is_known: bool) -> None:
    assert (name in {mention.actor_id for mention in WholeReading(text, None).mentions}) == is_known


@pytest.mark.parametrize(
    "text",
    [
        "A shot at Fiorina followed. For months, Fiorina said, she had waited. Critics asked Fiorina to go.",
        "The case against Bharara went on. Bharara told reporters that he had won.",
    ],
)
def test_a_known_surname_that_does_what_persons_do_is_no_body(text: str) -> None:
    reading = WholeReading(text, None)
    surname = next(word for word in ("Fiorina", "Bharara") if word in text)
    assert {mention.kind for mention in reading.all(surname)} == {"person"}


@pytest.mark.parametrize(
    ("text", "is_known"),
    [
        ("Johnson asked for his boat.", False),
        ("Johnson asked for his boat. Britain waited.", True),
        ("Prime Minister Johnson asked for his boat.", True),
    ],
)
def test_a_surname_of_many_is_nobody_known_where_nothing_speaks_for_him(text: str, is_known: bool) -> None:
    assert (WholeReading(text, None).one("Johnson").actor_id == "PER.boris-johnson") == is_known
