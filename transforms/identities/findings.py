"""Whom names, descriptions and pronouns mean: the ids that the resolving functions give beside the rules that they ask in order.

What decides descriptions stands in `transforms.identities.nominals.nominal_rules.NOMINAL_RULES`."""

from transforms.rules import Example, Finding

PERSON_FINDINGS: tuple[Finding, ...] = (
    Finding(
        "person.without_initials", "A full name with a middle initial that the lexicon lacks.",
        (Example("Vladimir V. Putin spoke.", "Vladimir V. Putin", "PER.vladimir-putin"),),
    ),
    Finding(
        "person.turned", "A full name with family name and given name in the other order.",
        (
            Example("Orbán Viktor spoke in Budapest.", "Orbán Viktor", "PER.viktor-orban", day="2020-08-25"),
            Example("Jae-myung Lee spoke in Seoul.", "Jae-myung Lee", "PER.lee-jae-myung", day="2025-08-25"),
        ),
    ),
    Finding(
        "person.nickname", "A full name whose given name the lexicon has in another form, in an article about the country.",
        (Example("Matt Whitaker spoke in the United States.", "Matt Whitaker", "PER.matthew-whitaker", day="2018-12-03"),),
    ),
    Finding(
        "person.middle_name", "A full name of whose holder the lexicon leaves out the first given name, in an article about the country.",
        (
            Example(
                "Addison Mitchell McConnell spoke in the United States.", "Addison Mitchell McConnell", "PER.mitch-mcconnell",
                day="2015-12-03",
            ),
        ),
    ),
    Finding(
        "person.misspelt", "A full name one slip away from that of its only known bearer, whose office is told beside it.",
        (
            Example(
                "Sen. Kristen Gillibrand of New York spoke in the United States.", "Kristen Gillibrand", "PER.kirsten-gillibrand",
                day="2015-04-15",
            ),
        ),
    ),
    Finding(
        "person.registered", "A full name of the register: an office holder of a country that the article mentions.",
        (Example("Ghana's minister Akua Dansua spoke in Accra.", "Akua Dansua", "PER.akua-dansua.Q4701911", day="2010-05-01"),),
    ),
    Finding(
        "person.double_surname", "Two words that end the name of one person of the lexicon, where the article speaks of the country.",
        (Example("Wasserman Schultz spoke in the United States.", "Wasserman Schultz", "PER.debbie-wasserman-schultz", day="2015-04-15"),),
    ),
    Finding(
        "person.same_name", "A person of the same name in the article.",
        (Example("Anna Berg spoke. Berg was calm. Anna Berg left.", "Anna Berg", "PER.anna-berg"),),
    ),
    Finding(
        "person.surname", "A surname after the full name.",
        (Example("Anna Berg spoke. Berg was calm.", "Berg", "PER.anna-berg"),),
    ),
    Finding(
        "person.office_holder", "A surname beside an office: the person of that surname who held it on the day.",
        (
            Example("President Bush spoke.", "Bush", "PER.george-h-w-bush", day="1990-05-01"),
            Example("President Bush spoke.", "Bush", "PER.george-w-bush", day="2003-05-01"),
        ),
    ),
    Finding(
        "person.somebody_else", "A name that is not the known person's: it is new, or has a title of the other gender or another number.",
        (Example("A man named Bush was arrested. The man was calm.", "Bush", "", day="2004-05-01"),),
    ),
    Finding(
        "person.several", "A surname before a noun for several who bear it.",
        (Example("The Koskela brothers were tried. Mikko Koskela wept.", "Koskela", ""),),
    ),
    Finding(
        "person.worshipped", "Whom creeds worship, who does nothing in the news.",
        (Example("They prayed to Jesus Christ in Lagos.", "Jesus Christ", ""),),
    ),
    Finding(
        "person.discovered", "A person whom no dictionary has.",
        (Example("Anna Berg spoke.", "Anna Berg", "PER.anna-berg"),),
    ),
)  # fmt: skip

ORGANISATION_FINDINGS: tuple[Finding, ...] = (
    Finding(
        "organisation.registered", "A full name of the register, or a firm of the lexicon printed with its legal form.",
        (Example("Shares of Volkswagen AG rose.", "Volkswagen AG", "FIRM.VW"),),
    ),
    Finding(
        "organisation.shortened", "A short name of an organisation named in full before.",
        (Example("Hanover Insurance cut jobs. Hanover said it would cut more.", "Hanover", "ORG.hanover-insurance"),),
    ),
    Finding(
        "name.one_of_many", "One member of a party or people, who is not the whole of it.",
        (Example("The Ohio Republican was late.", "Republican", "GENERIC.members.USA.PTY.REPUBLICAN"),),
    ),
    Finding(
        "name.citizens", "People of a country, who are not its state.",
        (
            Example("The plan would help Iraqis.", "Iraqis", "IRQ.CVL"),
            Example("It was banned for any Kenyan to leave.", "Kenyan", "KEN.CVL"),
        ),
    ),
    Finding(
        "acronym.defined", "A later use of an acronym that the article has defined, or of its full name.",
        (Example("The Moro Guild (MGU) was founded.", "MGU", "ORG.moro-guild"),),
    ),
    Finding(
        "acronym.implied", "An unlisted acronym with the first letters of one organisation that the article names later.",
        (Example("UUV praised her. She studied at the University of Upper Vorland.", "UUV", "ORG.university-of-upper-vorland"),),
    ),
)  # fmt: skip

PLACE_FINDINGS: tuple[Finding, ...] = (
    Finding(
        "metonym.power", 'A town or seat that stands for the government there ("Moscow said").',
        (Example("Moscow said it would answer.", "Moscow", "RUS.GOV"),),
    ),
    Finding(
        "metonym.place", 'A town or seat that is only a place ("flew to Moscow").',
        (Example("The delegation met in the White House.", "White House", "PLACE.white-house"),),
    ),
    Finding(
        "place.province", "A town called like its province, enumerated with provinces of its country.",
        (Example("Rain fell on wheat in Santa Fe, La Pampa and Chaco in Argentina.", "Santa Fe", "PLACE.santa-fe-province"),),
    ),
    Finding(
        "sport.team", "In sports news, the name of a country or town that means its team.",
        (
            Example(
                "England won 2-1 against Wales in the final after a goal by the striker. The team won the match and the league title.",
                "England", "ORG.england-team",
            ),
        ),
    ),
)  # fmt: skip

DESCRIPTION_FINDINGS: tuple[Finding, ...] = (
    Finding(
        "nominal", "A description left unresolved.",
        (
            Example("The offer of another group failed.", "another group", ""),
            Example("The Kremlin was silent. It rained in Washington state.", "Washington state", ""),
            Example("Spain was calm. Madrid agreed. Obama wants federal authorities to act.", "federal authorities", ""),
        ),
    ),
    Finding(
        "nominal.body_again", "A shorter description of a body named before.",
        (Example("They met the Russian finance ministry. The ministry of finance refused.", "The ministry of finance", "RUS.GOV.MOF"),),
    ),
    Finding(
        "nominal.country_of_context", '"The country": the one the article is about.',
        (Example("The Kremlin was silent. The nation was quiet.", "The nation", "RUS"),),
    ),
    Finding(
        "nominal.speakers_country", '"Our country" in a quotation: that of its speaker.',
        (Example('"Our country is at peace," French President Emmanuel Macron said.', "Our country", "FRA", day="2023-04-26"),),
    ),
    Finding(
        "nominal.issuer", 'A document that stands for its issuer ("the statement").',
        (Example("The Ukrainian parliament spoke out. The statement came late.", "The statement", "UKR.LEG"),),
    ),
    Finding(
        "office.on_date", "An office: who held it on the day of the article.",
        (
            Example("The French president spoke.", "The French president", "PER.francois-hollande", day="2016-05-01"),
            Example("The French president spoke.", "The French president", "PER.emmanuel-macron", day="2018-05-01"),
        ),
    ),
    Finding(
        "office.in_article", "An office: the person whom the article names with it.",
        (
            Example(
                "Turkish Foreign Minister Anna Berg spoke. The Turkish foreign minister left.", "The Turkish foreign minister",
                "PER.anna-berg",
            ),
        ),
    ),
    Finding(
        "office.body", "An office without a known holder on that day: the body it heads.",
        (Example("The Sudanese finance minister resigned.", "The Sudanese finance minister", "SDN.GOV.MOF"),),
    ),
    Finding(
        "office.counterpart", 'The holder of the same office elsewhere ("his Iranian counterpart").',
        (
            Example(
                "French President Emmanuel Macron left. He met his Iranian counterpart.", "his Iranian counterpart", "PER.ebrahim-raisi",
                day="2023-04-26",
            ),
        ),
    ),
    Finding(
        "nominal.possessed", 'A description after a pronoun: agents of whoever the pronoun means ("its troops").',
        (Example("Russia and its analysts left.", "its analysts", "GENERIC.analysts.RUS"),),
    ),
    Finding(
        "nominal.possessed_body", "A noun for a body after a pronoun: the body of whoever the pronoun means.",
        (Example("Iran said its foreign ministry would answer.", "its foreign ministry", "IRN.GOV.MFA"),),
    ),
    Finding(
        "nominal.spokesperson", 'An unnamed spokesperson stands for the body ("an army spokesman", "its spokeswoman").',
        (Example("A spokesman for the Russian army said so.", "A spokesman", "RUS.MIL.ARMY"),),
    ),
)  # fmt: skip

PRONOUN_FINDINGS: tuple[Finding, ...] = (
    Finding("pronoun", "A pronoun left unresolved.", (Example("He left.", "He", ""),)),
    Finding(
        "pronoun.*", "A pronoun linked by gender, number, syntax and salience: `pronoun.he`, `pronoun.its`, …",
        (
            Example("Emmanuel Macron said he would answer.", "he", "PER.emmanuel-macron"),
            Example("Moldova closed its border.", "its", "MDA"),
        ),
    ),
    Finding(
        "pronoun.thing", "A pronoun that more likely means a thing than an actor.",
        (Example("The prices rose, and they fell.", "they", ""),),
    ),
    Finding(
        "pronoun.doubtful", "\"It\" or \"they\" with an actor of which the judge of sureness gives it less than one chance in four.",
        (Example("NATO adopted the plan. It would work well.", "It", ""),),
    ),
)  # fmt: skip

READING_FINDINGS: tuple[Finding, ...] = (
    Finding(
        "reading.state_of", "The state that somebody represents in parliament, or of the town before it.",
        (
            Example("Sen. Ted Cruz (R-Texas) left.", "Texas", "place"),
            Example("Ann Leeson represents Oklahoma.", "Oklahoma", "place"),
            Example("They met Sen. Mitch McConnell (Kentucky) and left.", "Kentucky", "place"),
            Example("Odessa, Texas, was flooded.", "Texas", "place"),
        ),
    ),
)  # fmt: skip

#: What `resolve` answers by; an example is the whole phrase.
PHRASE_FINDINGS: tuple[Finding, ...] = (
    Finding(
        "phrase.outlet", "A medium whose name an archive extends with a section or format.",
        (Example("CNN (Web News)", "CNN (Web News)", "OUTLET.CNN"), Example("The Hindu - Opinion", "The Hindu - Opinion", "OUTLET.HINDU")),
    ),
    Finding(
        "phrase.holder_named", "A bare name after an office: the person of that name who held it on the day.",
        (Example("Prime Minister Blair", "Prime Minister Blair", "PER.tony-blair", day="2003-01-01"),),
    ),
    Finding(
        "phrase.warship", "A warship by the letters before its name, which are its navy's, or by a class that one navy alone has.",
        (
            Example("INS Vikrant", "INS Vikrant", "GENERIC.warship.IND"),
            Example("HMAS Canberra", "HMAS Canberra", "GENERIC.warship.AUS"),
            Example("a Talwar-class frigate", "a Talwar-class frigate", "GENERIC.warship.IND")),
    ),
    Finding("phrase.name", "A name of the lexicon.", (Example("France", "France", "FRA"),)),
    Finding("phrase.person", "A person of the lexicon.", (Example("Emmanuel Macron", "Emmanuel Macron", "PER.emmanuel-macron"),)),
    Finding("phrase.place", "A place.", (Example("Sahara", "Sahara", "PLACE.sahara"),)),
    Finding("phrase.seat", "A town that stands for the power seated there.", (Example("Rawalpindi", "Rawalpindi", "PAK.MIL"),)),
    Finding(
        "phrase.registered", "A person of the register by full name, on a day close to a term of office.",
        (Example("Juan Carlos Jobet", "Juan Carlos Jobet", "PER.juan-carlos-jobet.Q16584439", day="2022-01-01"),),
    ),
    Finding(
        "phrase.former", "A former holder of an office.",
        (Example("a former CIA official", "a former CIA official", "GENERIC.former-official.USA"),),
    ),
    Finding(
        "phrase.office_on_date", "An office: who held it on the day.",
        (Example("French president", "French president", "PER.francois-hollande", day="2016-05-01"),),
    ),
    Finding("phrase.body", "A state body.", (Example("Russian foreign ministry", "Russian foreign ministry", "RUS.GOV.MFA"),)),
    Finding("phrase.organisation", "The organisation that owns what is described.", (Example("UN envoy", "UN envoy", "IGO.UN"),)),
    Finding(
        "phrase.person_titled", "A person whom no dictionary has, with country and sector from the title.",
        (Example("Borno Governor Musa Dankabo", "Borno Governor Musa Dankabo", "PER.musa-dankabo"),),
    ),
    Finding("phrase.role", "Unnamed agents of one kind.", (Example("Nigerian villagers", "Nigerian villagers", "GENERIC.villagers.NGA"),)),
    Finding("phrase.town", "A town of the gazetteer.", (Example("Kadugli", "Kadugli", "PLACE.kadugli"),)),
    Finding(
        "phrase.organisation_words", "An organisation by the words of its name.",
        (Example("Varden University", "Varden University", "ORG.varden-university"),),
    ),
    Finding("phrase.person_unknown", "A person whom no dictionary has.", (Example("Anna Sorrel", "Anna Sorrel", "PER.anna-sorrel"),)),
    Finding(
        "phrase.organisation_unknown", "An organisation that no dictionary has.",
        (Example("Varden Telematics", "Varden Telematics", "ORG.varden-telematics"),),
    ),
    Finding("phrase.country", "A country or people named in the phrase.", (Example("Ethiopian things", "Ethiopian things", "ETH"),)),
    Finding(
        "phrase.name_inside", "A name of the lexicon inside a phrase with an unknown noun.",
        (Example("some thing of Hezbollah", "some thing of Hezbollah", "ARMED.HEZBOLLAH"),),
    ),
    Finding("phrase.misspelt", "A country whose name is misspelt.", (Example("Kazahks", "Kazahks", "KAZ"),)),
)  # fmt: skip

CORRECTION_FINDINGS: tuple[Finding, ...] = (
    Finding("user.correction", "Your own correction: an actor that no dictionary lists, or a name in one outlet, article or period.", ()),
)
