"""Who says what: direct, mixed and indirect speech, cues before, between and after, nouns, according to, no speech at all."""

import pytest

from tests.transforms.told import Told, cues
from transforms.annotations import Mention, Paragraph
from transforms.speech.quotes import attribute_quotes
from transforms.taggers.rules_tagger import RulesTagger


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“We will not leave,” Mary Hill said.", ("direct", "Mary Hill", "“We will not leave,”")),
        ("Mary Hill said: “We will not leave.”", ("direct", "Mary Hill", "“We will not leave.”")),
        ("“The bridge is closed,” said the mayor of Paris.", ("direct", "the mayor of Paris", "“The bridge is closed,”")),
        ("Mary Hill said that the bridge was closed.", ("indirect", "Mary Hill", "that the bridge was closed")),
        ("The bridge was closed, Mary Hill said.", ("indirect", "Mary Hill", "The bridge was closed")),
        ("Mary Hill said the bridge was “a ruin.”", ("mixed", "Mary Hill", "the bridge was “a ruin.”")),
        ("Mary Hill accused Russia of “open war.”", ("mixed", "Mary Hill", "Russia of “open war.”")),
        ("Mary Hill vowed to rebuild the bridge.", ("indirect", "Mary Hill", "to rebuild the bridge")),
        ("Mary Hill called for an early election.", ("indirect", "Mary Hill", "an early election")),
        ("Mary Hill told reporters that the talks had failed.", ("indirect", "Mary Hill", "that the talks had failed")),
        ("Mary Hill believes that the talks have failed.", ("indirect", "Mary Hill", "that the talks have failed")),
        ("The talks have failed, according to Mary Hill.", ("indirect", "Mary Hill", "The talks have failed")),
        ("Mary Hill's claim that the talks had failed was false.", ("indirect", "Mary Hill", "that the talks had failed")),
        ("Russia expresses concern over the talks", ("indirect", "Russia", "concern over the talks")),
    ],
)
def test_one_report(text: str, expected: tuple[str, str, str]) -> None:
    assert Told(text).said() == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mary Hill to Paul Berg: stay away from talks", ("indirect", "Mary Hill to Paul Berg", "stay away from talks")),
        ("Mary Hill: Talks have failed", ("indirect", "Mary Hill", "Talks have failed")),
        ("Mary Hill: ‘Talks have failed’", ("direct", "Mary Hill", "‘Talks have failed’")),
        ("The rise surprised Mary Hill: “Nobody saw it coming this year.”", ("direct", "Mary Hill", "“Nobody saw it coming this year.”")),
    ],
)
def test_a_colon_lets_a_person_speak(text: str, expected: tuple[str, str, str]) -> None:
    assert Told(text).said() == [expected]


def test_a_place_before_a_colon_does_not_speak() -> None:
    assert Told("Armenia: the facts about the war").said() == []


@pytest.mark.parametrize("text", ["The alleged hack of Mary Hill: a timeline", "Key Russia experts: ‘nobody knows who will win it’"])
def test_a_name_inside_a_longer_phrase_before_a_colon_does_not_speak(text: str) -> None:
    assert Told(text).said() == []


def test_a_dateline_is_not_said() -> None:
    told = Told("YEREVAN, May 3 (AFP) - The bridge was closed on Monday, Mary Hill said.")
    assert told.said() == [("indirect", "Mary Hill", "The bridge was closed on Monday")]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Asked whether the bridge was safe, Mary Hill walked away.", [("indirect", None, "whether the bridge was safe")]),
        ("Mary Hill was asked why the talks had failed.", [("indirect", None, "why the talks had failed")]),
        (
            "When asked who had paid, Mary Hill replied, “Nobody at all.”",
            [("indirect", None, "who had paid"), ("direct", "Mary Hill", "“Nobody at all.”")],
        ),
    ],
)
def test_questions_by_nobody_named_are_heard(text: str, said: list[tuple[str, str | None, str]]) -> None:
    assert Told(text).said() == said


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Mary Hill said after a vote in March that she had doubts.", "that she had doubts"),
        ("Mary Hill called for him to resign.", "him to resign"),
        ("Voters said life for the next generation would be hard.", "life for the next generation would be hard"),
    ],
)
def test_clauses_that_the_parser_hangs_elsewhere_are_content(text: str, content: str) -> None:
    assert [quote[2] for quote in Told(text).said()] == [content]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Mary Hill vowed to fight crime, enforce the law, and protect the vote.", "to fight crime, enforce the law, and protect the vote"),
        ("Mary Hill vowed to fight crime and left the room.", "to fight crime"),
        ("Most trains will be late, and no buses will run, Mary Hill said.", "Most trains will be late, and no buses will run"),
        ("According to Mary Hill, seven states pay for leave, 37 pay nothing.", "seven states pay for leave, 37 pay nothing"),
        ("Mary Hill said the party will wait and noted that nobody came.", "the party will wait"),
        ("I tried to get a reply — ten people voted for him, according to Mary Hill — but it was in vain.", "ten people voted for him"),
    ],
)
def test_content_ends_where_the_words_of_others_do(text: str, content: str) -> None:
    assert Told(text).said()[0][2] == content


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("“The bridge is old, the road, a wreck,” said former mayor Anna Berg, who left in May.", "former mayor Anna Berg"),
        ("“Safety,” said Anna Berg, a baker. “Safety for all of us.”", "Anna Berg"),
        ("Mary Hill spent much of her speech praising the plan of the court.", "Mary Hill"),
        ("Mary Hill used her speech to criticise the plan of the court.", "Mary Hill"),
        ("Mary Hill took to Twitter to accuse Moscow of betrayal.", "Mary Hill"),
        ("In a note issued by her firm, Hill boasted that nobody had lost.", "Hill"),
        ("Two historians, Anna Berg and Paul Hill, found in May that the war was lost.", "Two historians"),
        ("One pastor in Leeds, Paul Berg, said the war was lost.", "One pastor in Leeds, Paul Berg"),
    ],
)
def test_the_speaker_is_found_where_the_parser_lost_it(text: str, speaker: str) -> None:
    assert [by for _, by, _ in Told(text).said()] == [speaker]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "Mary Hill said she admires his courage and praised the work of the court.",
            [("Mary Hill", "she admires his courage"), ("Mary Hill", "the work of the court")],
        ),
        (
            "Mary Hill said the war is no game, but a shame, and said nobody had won.",
            [("Mary Hill", "the war is no game, but a shame"), ("Mary Hill", "nobody had won")],
        ),
        ("The “experts” claimed it was over.", [("The “experts", "it was over")]),
        (
            "Mary Hill said the talks had failed, adding that nobody came.",
            [("Mary Hill", "the talks had failed"), ("Mary Hill", "that nobody came")],
        ),
        (
            "Baku hailed the accord, telling reporters during a visit to Paris on Friday that it would last.",
            [("Baku", "the accord"), ("Baku", "that it would last")],
        ),
        ("Voters see her as ready, with half saying that she is honest.", [("Voters", "her as ready"), ("half", "that she is honest")]),
        (
            "Lavrov rejected the claim of the court that Baku had lied, saying it was false.",
            [("Lavrov", "the claim of the court that Baku had lied"), ("Lavrov", "it was false")],
        ),
    ],
)
def test_sayings_joined_to_each_other_share_their_speaker(text: str, said: list[tuple[str, str]]) -> None:
    assert [(by, words) for _, by, words in Told(text).said()] == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "Half of the voters said prices rose, while others said they fell.",
            [("Half of the voters", "prices rose"), ("others", "they fell")],
        ),
        ("Anna Berg lost the vote and Mary Hill strongly suggested she should leave.", [("Mary Hill", "she should leave")]),
        ("Questioned by a friend, Anna Berg, Mrs. Hill said the town was ready.", [("Mrs. Hill", "the town was ready")]),
        ("Despite what she knew about Anna Berg, Hill said she was ready.", [("Hill", "she was ready")]),
        ("Paul Berg has released a video that says the town is lost.", [("Paul Berg", "the town is lost")]),
        (
            "Mary Hill rejected the notion that many could leave, arguing that there is no need.",
            [("Mary Hill", "the notion that many could leave"), ("Mary Hill", "that there is no need")],
        ),
        ("In his talk with Paul Berg, Hill, who once vowed that he would stay, disputed it flatly.", [("Hill, who", "that he would stay")]),
        (
            "Mr. Berg told him, “We will fight on this one. And I know you love to fight,” Mr. Hill recalled.",
            [
                ("Mr. Berg", "“We will fight on this one. And I know you love to fight,”"),
                ("Mr. Hill", "“We will fight on this one. And I know you love to fight,”"),
            ],
        ),
        ("A letter from Mary Hill said the bridge must close.", [("Mary Hill", "the bridge must close")]),
        (
            "Analysts say higher duties will raise prices and ultimately hurt buyers.",
            [("Analysts", "higher duties will raise prices and ultimately hurt buyers")],
        ),
        (
            "Mary Hill suggested Berg was from Kent: “The mayor is unfair to us all.”",
            [("Mary Hill", "Berg was from Kent … “The mayor is unfair to us all.”")],
        ),
        (
            "“It failed,” Mary Hill said, adding that nobody came. “We will not try that again.”",
            [("Mary Hill", "“It failed,” … “We will not try that again.”"), ("Mary Hill", "that nobody came")],
        ),
        (
            "“It failed,” Mary Hill added, saying it should be “up to the town to close it.”",
            [("Mary Hill", "“It failed,”"), ("Mary Hill", "it should be “up to the town to close it.”")],
        ),
    ],
)
def test_where_the_words_of_one_speaker_end(text: str, said: list[tuple[str, str]]) -> None:
    assert [(speaker, words) for _, speaker, words in Told(text).said()] == said


def test_what_is_told_in_the_present_does_not_go_on_in_the_past() -> None:
    told = Told("Mary Hill says the envoy came and asked for help.")
    assert ("indirect", "Mary Hill", "the envoy came and asked for help") in told.said()


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Mary Hill mocked Paul Berg for losing the vote.", "Paul Berg for losing the vote"),
        ("Mary Hill attacked Paul Berg for selling the port.", "Paul Berg for selling the port"),
        ("Mary Hill dismissed the plan as a dream.", "the plan as a dream"),
        ("Anna Berg described the plan during a talk in Paris as a farce.", "the plan … as a farce"),
        ("Mary Hill defended his call to raise the tax.", "his call to raise the tax"),
        ("Mary Hill praised the accord on Monday.", "the accord"),
        ("It looks plausible in light of the report that Mary Hill asked the mayor to drop it.", "the mayor to drop it"),
        ("Mary Hill would later say that the war was lost.", "that the war was lost"),
        ("Trump says he did not know, for example, that trains were late.", "he did not know, for example, that trains were late"),
        ("Mary Hill accused another reporter of lying.", "another reporter of lying"),
        ("Mary Hill called on fellow senators to wait.", "fellow senators to wait"),
        ("Mary Hill described the dinner as the town celebrating itself.", "the dinner as the town celebrating itself"),
        ("Mary Hill criticised the rise of Anna Berg, who left the party.", "the rise of Anna Berg"),
        ("Mary Hill praised the plan, which few have read.", "the plan"),
        ("Mary Hill mentioned the “gun loophole,” a flaw in the new law.", "the “gun loophole,”"),
        ("Mary Hill defended the plan in an interview.", "the plan"),
        ("Mary Hill announced a concert in support of the miners.", "a concert in support of the miners"),
        ("Mary Hill lit into Berg for giving the same speech twice.", "Berg for giving the same speech twice"),
        ("Mary Hill wrote in her book that the war was lost.", "that the war was lost"),
        ("Mary Hill calls Lavrov a “sociopath,” but he laughs.", "Lavrov a “sociopath,”"),
        (
            "Mary Hill has hailed the vote of the town to leave the old league of mills as “bold.”",
            "the vote of the town to leave the old league of mills as “bold.”",
        ),
    ],
)
def test_what_somebody_is_judged_for_is_content(text: str, content: str) -> None:
    assert [quote[2] for quote in Told(text).said()] == [content]


@pytest.mark.parametrize(
    "text",
    [
        "Rebels attacked the town for three days.",
        "Mary Hill delivered a speech on the state of the town and of all its many “deplorable” bridges and roads.",
        "That said, the court can not decide the case.",
        "It is worth noting that the court has not decided.",
        "He runs a band called “The Mill”.",
        "The loss of the vote raised questions about the plan.",
        "Sanders lost the town to Mary Hill, who added to her lead.",
        "After the news broke, Mary Hill posted a picture.",
    ],
)
def test_verbs_that_only_look_like_speech_report_nothing(text: str) -> None:
    assert Told(text).said() == []


def test_what_the_outlet_adds_to_a_turn_is_not_said() -> None:
    told = Told("MARY HILL: “We are testing. We have a tremendous setup.” -- remarks Thursday.\n\nPAUL BERG: That is wrong.")
    assert [quote[2] for quote in told.said()] == ["“We are testing. We have a tremendous setup.”", "That is wrong"]


@pytest.mark.parametrize(
    "text",
    [
        "Mary Hill will not reveal her plans by saying how she will vote.",
        "The leaders split (Speakers rarely cast votes), and Hill voted no.",
        "Closing plants, as Mary Hill says it plans, has been rare.",
    ],
)
def test_what_is_not_done_by_saying_is_not_said(text: str) -> None:
    assert Told(text).said() == []


def test_a_cue_between_two_parts_joins_them() -> None:
    told = Told("“We will not leave,” Mary Hill said. “We are at home here.”")
    assert told.said() == [("direct", "Mary Hill", "“We will not leave,” … “We are at home here.”")]


def test_an_inserted_cue_is_cut_out_of_the_content() -> None:
    ((kind, speaker, content),) = Told("The talks, Mary Hill said, have failed.").said()
    assert (kind, speaker) == ("indirect", "Mary Hill")
    assert "said" not in content
    assert "failed" in content


def test_a_quotation_over_several_sentences_is_one() -> None:
    told = Told("“Armenia made a turn. It moved away from us,” Mary Hill said.")
    assert told.said() == [("direct", "Mary Hill", "“Armenia made a turn. It moved away from us,”")]


def test_a_reopened_quotation_keeps_its_speaker() -> None:
    told = Told("“We are tired,” Mary Hill said. “We have no bread.\n\n“We have no water.”")
    assert [speaker for _, speaker, _ in told.said()] == ["Mary Hill"]
    assert told.said()[0][2].endswith("“We have no water.”")


def test_a_floating_paragraph_continues_the_last_speaker() -> None:
    told = Told("“We are tired,” Mary Hill said.\n\n“We have no bread and no water left.”")
    assert [(speaker, content) for _, speaker, content in told.said()][1] == ("Mary Hill", "“We have no bread and no water left.”")


def test_a_pronoun_speaks_for_the_one_it_takes_up() -> None:
    told = Told("Sergei Lavrov arrived in Baku. “We see what they want,” he said.")
    (quote,) = told.quotes
    assert quote.speaker is not None
    assert quote.speaker.actor_id == "PER.sergei-lavrov"


def test_words_inside_a_quotation_make_no_quotation_of_their_own() -> None:
    told = Told("“I think that he wants to leave,” Mary Hill said.")
    assert [speaker for _, speaker, _ in told.said()] == ["Mary Hill"]


def test_what_might_be_said_is_not_said() -> None:
    assert Told("Mary Hill might say that the talks have failed.").said() == []


@pytest.mark.parametrize("text", ["The film “Long Way Home” opens in Paris.", "Mary Hill arrived in Baku on Monday."])
def test_titles_and_plain_clauses_are_no_speech(text: str) -> None:
    assert Told(text).said() == []


@pytest.mark.parametrize(
    ("text", "cue_class"),
    [
        ("Armenia denied the claims.", "denying"),
        ("Armenia warned that war was near.", "warning"),
        ("Armenia demanded that the troops leave.", "demanding"),
        ("Armenia promised to help.", "promising"),
        ("Armenia insisted that it was ready.", "asserting"),
        ("Armenia accused Russia of betrayal.", "accusing"),
        ("Armenia hopes that the war will end.", "thinking"),
        ("Armenia said that the war was over.", "neutral"),
    ],
)
def test_the_cue_says_what_kind_of_act_the_speech_is(text: str, cue_class: str) -> None:
    assert [quote.cue_class for quote in Told(text).quotes] == [cue_class]


def test_cues_and_contents_are_spans_of_the_text() -> None:
    told = Told("“It is over,” said Mary Hill, who denied that Russia had won.\n\nRussia, however, insisted on talks.")
    for quote in told.quotes:
        spans = [*quote.content, *([quote.cue] if quote.cue else []), *([quote.speaker_span] if quote.speaker_span else [])]
        assert all(0 <= start < end <= len(told.text) for start, end in spans)
        assert [start for start, _ in quote.content] == sorted(start for start, _ in quote.content)


def test_without_syntax_quoted_words_go_to_the_nearest_name() -> None:
    text = "“We will not leave,” Mary Hill said. Nobody asked John Ward."
    tagged = next(RulesTagger().tag([(text, [Paragraph(0, len(text), "body")])]))
    names = [
        Mention(text.index(n), text.index(n) + len(n), p, p + 2, p + 1, "name", "test")
        for n in ("Mary Hill", "John Ward")
        for p in [tagged.words.index(n.split()[0])]
    ]
    (quote,) = attribute_quotes(tagged, names, cues())
    assert quote.kind == "direct"
    assert quote.speaker is names[0]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Officials said on condition of anonymity that the talks had failed.", [("indirect", "Officials", "that the talks had failed")]),
        (
            "The diplomats, who asked not to be named, said the talks had failed.",
            [("indirect", "The diplomats, who", "the talks had failed")],
        ),
    ],
)
def test_unnamed_sources_are_heard_and_their_silence_is_no_speech(text: str, said: list[tuple[str, str, str]]) -> None:
    assert Told(text).said() == said


def test_thoughts_inside_the_words_of_others_are_part_of_those() -> None:
    assert Told("Mary Hill said that Baku opposes the plan and fears the war.").said() == [
        ("indirect", "Mary Hill", "that Baku opposes the plan and fears the war")
    ]


def test_a_quotation_runs_on_over_lines_of_one_sentence_each() -> None:
    lines = "Mary Hill said, “I am glad.\n\nIt was a long day.\n\nWe are tired.”"
    assert Told(f"{lines}\n\nAnna Berg left.").said() == [("direct", "Mary Hill", lines.removeprefix("Mary Hill said, "))]


def test_what_somebody_is_called_in_marks_belongs_to_the_cue() -> None:
    (quote,) = Told("Moscow called Armenia, which left the bloc, “a lost friend”.").said()
    assert (quote[0], "“a lost friend”" in quote[2]) == ("mixed", True)
    assert Told("Baku, whose spokesman called the vote “a farce”, closed the border.").said() == [
        ("direct", "whose spokesman", "“a farce”")
    ]


@pytest.mark.parametrize("text", ["Moscow blamed Armenia.", "Moscow praised them.", "Armenia thanked Russia.", "Moscow agreed with him."])
def test_what_is_done_to_an_actor_is_no_quotation(text: str) -> None:
    assert Told(text).said() == []


@pytest.mark.parametrize(
    ("text", "content"),
    [("Moscow expressed concern.", "concern"), ("Armenia denied the charge.", "the charge"), ("Baku announced new rules.", "new rules")],
)
def test_nouns_that_name_what_is_said_are_quotations(text: str, content: str) -> None:
    assert [quote[2] for quote in Told(text).said()] == [content]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("The weekly quoted Lavrov as saying Armenia would “regret it”.", [("Lavrov", "Armenia would “regret it”")]),
        ("State radio cited a clerk as saying nine boats had sunk.", [("a clerk", "nine boats had sunk")]),
        ("Sergei Lavrov was quoted by Interfax as saying Baku “lied to us”.", [("Sergei Lavrov", "Baku “lied to us”")]),
        ("Mr Macron, his rivals claim, “bought the election”.", [("his rivals", "“bought the election”")]),
        ("“The treaty,” the envoy told the council, “was dead on arrival.”", [("the envoy", "“The treaty,” … “was dead on arrival.”")]),
        (
            "University of Paris historian Anna Berg: “Nobody won that war at all.”",
            [("University of Paris historian Anna Berg", "“Nobody won that war at all.”")],
        ),
        ("The deal, Moscow insists, “is finished”.", [("Moscow", "The deal … “is finished”")]),
        ("Tariffs, the ministry argues, help.", [("the ministry", "Tariffs … help")]),
        ("Macron hailed the accord as “brave”; Lavrov derided it as “a sham”.", [("Macron", "“brave”"), ("Lavrov", "“a sham”")]),
        (
            "In a clip shared on Telegram, Sergei Lavrov, plainly upset, accused Macron of betrayal: “The liars will pay for it!”",
            [("Sergei Lavrov", "“The liars will pay for it!”")],
        ),
        ("“I will stay.” Those were the words of Emmanuel Macron on Sunday.", [("Emmanuel Macron", "“I will stay.”")]),
        ("“Peace is not made by the meek alone.” — Emmanuel Macron", [("Emmanuel Macron", "“Peace is not made by the meek alone.”")]),
        ('"This is a disgrace!" fumed Sergei Lavrov.', [("Sergei Lavrov", '"This is a disgrace!"')]),
        ("“We saw it.\n\n“We ran.\n\n“We hid,” Anna Berg said.", [("Anna Berg", "“We saw it.\n\n“We ran.\n\n“We hid,”")]),
        (
            "MARY HILL, MAYOR, CITY OF LEEDS: The council should build.\n\nSAM COLE, BBC HOST: Why?\n\nHILL: Because nobody paid.",
            [("MARY HILL", "The council should build"), ("SAM COLE", "Why"), ("HILL", "Because nobody paid")],
        ),
        ("Q: Will you go?\n\nA: Not yet.", [("Q", "Will you go"), ("A", "Not yet")]),
        (
            "JOEL HILL: This is a man without a plan.\n\nANNA BERG: Why?\n\nHILL: He lied.",
            [("JOEL HILL", "a man without a plan"), ("ANNA BERG", "Why"), ("HILL", "He lied")],
        ),
        ("STOPPING CHINA: The treaty is weak.\n\nSECRET DEAL: The treaty is hidden.", []),
        (
            "Mary Hill said the envoy was wrong and said that the talks had failed.",
            [("Mary Hill", "the envoy was wrong"), ("Mary Hill", "that the talks had failed")],
        ),
        (
            "Lavrov left the talks, which Baku had called “a trap”, saying Armenia had lied.",
            [("Baku", "“a trap”"), ("Lavrov", "Armenia had lied")],
        ),
        (
            "“Nobody knew a thing,” Mary Hill said. Anna Berg says it was no secret. “We all knew it for many long years.”",
            [("Mary Hill", "“Nobody knew"), ("Anna Berg", "it was no secret"), ("Anna Berg", "“We all knew")],
        ),
        (
            "Anna Berg said the border was “sealed.” In the debate that followed, Mary Hill said “the border is wide open to all.”",
            [("Anna Berg", "“sealed.”"), ("Mary Hill", "“the border is wide open")],
        ),
        ("“Peace is not made by the meek alone.” ― Emmanuel Macron", [("Emmanuel Macron", "“Peace is not made by the meek alone.”")]),
        ("Mary Hill might consider calling the plan a farce.", []),
        ("Mary Hill could label the plan “a farce of the worst kind”.", []),
        ("Sanders: 1,547", []),
        (
            "Mrs Berg, the union says, “sold the port”, a charge the mayor dismisses as “gossip”.",
            [("the union", "“sold the port”"), ("the mayor", "“gossip”")],
        ),
        (
            "Mary Hill noted that the war is not lost, since the enemy, she said, is weak.",
            [("Mary Hill", "that the war is not lost"), ("she", "since the enemy … is weak")],
        ),
        ("This is how it went: Mary Hill asked the court to wait.", [("Mary Hill", "to wait")]),
    ],
)
def test_who_speaks(text: str, said: list[tuple[str, str]]) -> None:
    found = Told(text).said()
    assert len(found) == len(said)
    assert all(any(by == speaker and words in content for _, by, content in found) for speaker, words in said)


@pytest.mark.parametrize(
    "text",
    [
        "The president decided to target the rebels.",
        "Ministers are eager to please Brussels.",
        "Turkey is expected to veto the plan.",
        "Lavrov refused to leave.",
        "Lavrov talked to reporters.",
        "The campaign's decision to mail leaflets was cheap.",
        "Moscow's dismissal of Sergei Lavrov surprised many.",
        "Russia did not say whether it would answer.",
        "Sergei Lavrov left and was mocked for it by Emmanuel Macron.",
        "They get angry if you claim that they are liars.",
        "NEW RULES: Baku closed its border to lorries.",
    ],
)
def test_what_somebody_means_or_does_is_no_speech(text: str) -> None:
    assert Told(text).said() == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "Mary Hill: “The bridge was closed by the city.” Hill spoke at a fair where crowds met Armenia's envoy.",
            [("direct", "Mary Hill", "“The bridge was closed by the city.”")],
        ),
        (
            "“We will not leave the bridge,” Mary Hill said on the show “Good Morning Paris.” “We will stay here.”",
            [("direct", "Mary Hill", "“We will not leave the bridge,” … “We will stay here.”")],
        ),
        (
            "“We will not leave,” Mary Hill said. In Yerevan the crowds still chant “Death to the old bridge,” even today.",
            [("direct", "Mary Hill", "“We will not leave,”"), ("direct", "the crowds", "“Death to the old bridge,”")],
        ),
        ("Mary Hill didn't label Paul Berg a liar.", []),
    ],
)
def test_what_is_told_beside_words_is_not_said(text: str, said: list[tuple[str, str, str]]) -> None:
    assert Told(text).said() == said


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Paul Berg said ending the aid before more money was found could hurt Armenia.",
            ("indirect", "Paul Berg", "ending the aid before more money was found could hurt Armenia"),
        ),
        (
            "Mary Hill said she asked for talks because the war was lost.",
            ("indirect", "Mary Hill", "she asked for talks because the war was lost"),
        ),
        (
            "Mary Hill, a former pilot whose brother was killed in the war, said he and his wife both own guns.",
            ("indirect", "Mary Hill", "he and his wife both own guns"),
        ),
        (
            "The country is poor, and sells its gold abroad, according to Mary Hill.",
            ("indirect", "Mary Hill", "The country is poor, and sells its gold abroad"),
        ),
        (
            "According to officials I spoke to, Armenia has lost the war.",
            ("indirect", "officials", "Armenia has lost the war"),
        ),
        (
            "Around that time, half of the voters said they would vote for Armenia, however this time around that number has dropped.",
            ("indirect", "half of the voters", "they would vote for Armenia"),
        ),
    ],
)
def test_what_is_said_is_whole(text: str, expected: tuple[str, str, str]) -> None:
    assert expected in Told(text).said()


@pytest.mark.parametrize(
    "text",
    [
        "Mary Hill made a surprise announcement on Wednesday.",
        "The permit was valid, so Mary Hill continued to work.",
        "Russia is threatening territory in Armenia.",
        "It was the first time Mary Hill ever called an entire team meeting.",
        "Mary Hill left a note of apology.",
        "What Mary Hill says is for the court.",
        "Paul Berg, named as failing to maintain “proper oversight” of it, left.",
        "They will read the treaty rather than arguing over what Mary Hill did.",
        "On “New Day,” Mary Hill did not explain it.",
    ],
)
def test_neither_days_nor_deeds_nor_names_of_shows_are_said(text: str) -> None:
    assert Told(text).said() == []


def test_what_the_outlet_adds_behind_a_dash_is_not_said() -> None:
    told = Told("Mary Hill rebutted reports about her past -- a striking change of tone for the former pilot.")
    assert told.said() == [("indirect", "Mary Hill", "reports about her past")]


def test_papers_show_what_persons_point_to() -> None:
    said = Told("Mary Hill pointed to a poll released on Tuesday, showing that voters blamed Armenia.").said()
    assert ("indirect", "a poll", "that voters blamed Armenia") in said


def test_whoever_holds_a_title_that_ends_in_a_name_speaks() -> None:
    (quote,) = Told("The leader of Armenia Mary Hill said that the talks had failed.").quotes
    assert quote.speaker is not None
    assert quote.speaker.layer == "name"


def test_what_was_asked_in_front_is_no_answer() -> None:
    told = Told("Asked by a reporter if the talks had failed, Mary Hill responded, “Indeed.”")
    assert ("direct", "Mary Hill", "“Indeed.”") in told.said()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Some in the crowd left, and when Paul Berg said it was late, a man yelled “Stay there!”", ("direct", "a man", "“Stay there!”")),
        (
            "Mary Hill went on about the work her office entails, especially letters: “There is a ton of paper with this job,” she said.",
            ("direct", "she", "“There is a ton of paper with this job,”"),
        ),
        (
            "In a statement to the Observer, her senior policy adviser, Jake Sullivan, said: “The talks were of great use to us.”",
            ("direct", "Jake Sullivan", "“The talks were of great use to us.”"),
        ),
        ("“People are afraid of wasting their votes,” she surmised.", ("direct", "she", "“People are afraid of wasting their votes,”")),
        (
            "“Compare that to his other friend. Compare him to Hill,” Berg urged.",
            ("direct", "Berg", "“Compare that to his other friend. Compare him to Hill,”"),
        ),
        ("Protesters chanted “Hill must go!” outside.", ("direct", "Protesters", "“Hill must go!”")),
        ("Many experts say it is a crisis; others left.", ("indirect", "Many experts", "it is a crisis")),
        (
            "Mary Hill has made clear that while the city is united, the talks have failed.",
            ("indirect", "Mary Hill", "that while the city is united, the talks have failed"),
        ),
        ("Armenia warned Russia to leave the bridge.", ("indirect", "Armenia", "Russia to leave the bridge")),
    ],
)
def test_quoted_words_are_found_with_whoever_says_them(text: str, expected: tuple[str, str, str]) -> None:
    assert expected in Told(text).said()


@pytest.mark.parametrize(
    "text",
    [
        "Mary Hill did not say specifically what the town would buy.",
        "Mary Hill did not deny that the bridge was closed.",
        "When the town chose the old bridge, Mary Hill challenged the choice.",
        "Mary Hill declined to answer a long question from the town about who had paid for the bridge and the mill near it, “by and large”.",
        "Mary Hill delivered a long and moving eulogy for the men who had built the bridge and the mill before the “great” war.",
    ],
)
def test_what_is_left_unsaid_or_done_is_no_speech(text: str) -> None:
    assert Told(text).said() == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Town sells its old mills to farmers Read more “We had to sell them all this year,” Mary Hill said.",
            ("direct", "Mary Hill", "“We had to sell them all this year,”"),
        ),
        (
            "Her office sent a note to the farmers: “We had to sell them all this year,” Mary Hill said.",
            ("direct", "Mary Hill", "“We had to sell them all this year,”"),
        ),
        ("Mary Hill said the tax would be fair and praised the town.", ("indirect", "Mary Hill", "the tax would be fair")),
        ("As Mary Hill noted, the mills stand still.", ("indirect", "Mary Hill", "the mills stand still")),
        ("Polls show Mary Hill with a narrow lead over Paul Berg.", ("indirect", "Polls", "Mary Hill with a narrow lead over Paul Berg")),
    ],
)
def test_only_what_is_said_is_content(text: str, expected: tuple[str, str, str]) -> None:
    assert expected in Told(text).said()


def test_behind_a_heading_with_a_speaker_the_outlet_goes_on() -> None:
    told = Told("Mary Hill: Talks have failed. The mayor left the town on Monday.")
    assert told.said() == [("indirect", "Mary Hill", "Talks have failed")]
