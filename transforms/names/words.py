"""Closed lists of English words that tell what a name is: titles, words that end the names of organisations and of places."""

#: Titles before a name, never part of it, with the gender they tell.
TITLES: dict[str, str | None] = {
    **dict.fromkeys(
        "mr mr. sir lord mister messrs baron king prince sheikh duke emperor father brother imam ayatollah mullah pope chairman "
        "congressman spokesman alderman councilman uncle herr monsieur señor archbishop cardinal patriarch alhaji actor".split(), "m"),
    **dict.fromkeys(
        "mrs mrs. ms ms. miss dame lady madam baroness queen princess sheikha duchess empress sister chairwoman congresswoman "
        "spokeswoman councilwoman aunt frau madame señora hajiya actress".split(), "f"),
    **dict.fromkeys(
        "saint dr dr. prof prof. professor rev rev. reverend hon hon. gen gen. general col col. colonel lt lt. lieutenant sgt sgt. "
        "sergeant capt capt. captain maj maj. major cmdr cmdr. commander admiral adm adm. brig brig. brigadier marshal corporal cpl. "
        "officer detective inspector sheriff superintendent constable sen sen. senator rep rep. representative gov gov. governor "
        "president pres. premier chancellor minister secretary ambassador judge justice mayor councillor councilor chief director "
        "coach bishop rabbi vice deputy prime foreign attorney former acting ex dictator leader comrade honourable barrister engr "
        "engr. engineer chairperson speaker envoy analyst expert economist author singer striker midfielder defender goalkeeper "
        "captain.".split()),
}  # fmt: skip

#: Nouns that tell the gender of the person they mean.
GENDERED_NOUNS: dict[str, str] = {
    **dict.fromkeys(
        "man father husband son brother boy uncle grandfather nephew king prince spokesman chairman businessman policeman gunman "
        "fisherman actor priest monk pope widower boyfriend guy gentleman dad congressman cameraman salesman".split(), "m"),
    **dict.fromkeys(
        "woman mother wife daughter sister girl aunt grandmother niece queen princess spokeswoman chairwoman "
        "businesswoman policewoman actress nun "
        "widow girlfriend lady mum mom congresswoman".split(), "f"),
}  # fmt: skip

#: Words inside a person's name that stand in lower case.
PARTICLES = frozenset("al el bin ibn bint abu de da do dos du del della di van von der den ter la le las los y e ben al- ul ur st".split())

#: The same where they begin a surname in capitals: "Van Dam said".
CAPITAL_PARTICLES = frozenset("Van Von De Del Della Di Du Da Dos Le La El Al Bin Ibn Ben Ter Ten St".split())

#: Last (or, before "of", first) words of organisations: what kind of actor, which sector.
ORGANISATION_WORDS: dict[str, tuple[str, str | None]] = {
    **dict.fromkeys("party".split(), ("party", "PTY")),
    **dict.fromkeys("ministry department dept".split(), ("ministry", "GOV")),
    **dict.fromkeys("government administration cabinet presidency".split(), ("government", "GOV")),
    **dict.fromkeys(
        "agency authority commission bureau board office secretariat directorate inspectorate service "
                    "services treasury".split(), ("agency", "GOV")),
    **dict.fromkeys("parliament senate congress assembly legislature".split(), ("legislature", "LEG")),
    **dict.fromkeys("court tribunal".split(), ("judiciary", "JUD")),
    **dict.fromkeys(
        "army navy forces force corps battalion regiment brigade division fleet military marines".split(), ("armed_force", "MIL")),
    **dict.fromkeys("police constabulary gendarmerie".split(), ("police", "COP")),
    **dict.fromkeys("front militia".split(), ("armed_group", "REB")),
    **dict.fromkeys("university college school institute academy faculty polytechnic".split(), ("education", "EDU")),
    **dict.fromkeys("church diocese archdiocese".split(), ("religious", "REL")),
    **dict.fromkeys(
        "corp corp. inc inc. ltd ltd. plc llc co co. gmbh ag sa company corporation bank airlines airways motors industries holdings "
        "holding group "
        "energy petroleum oil gas steel mining telecom telecommunications electronics pharmaceuticals insurance securities capital "
        "partners brothers stores "
        "systems technologies software enterprises ventures exchange breweries foods".split(),
        ("company", "BUS"),
    ),
    **dict.fromkeys("union unions workers".split(), ("organisation", "LAB")),
    **dict.fromkeys(
        "foundation association society organisation organization federation network trust coalition campaign fund watch charity "
        "initiative project".split(), ("ngo", "NGO")),
    **dict.fromkeys("council committee forum alliance movement league club team united city fc confederation centre "
                    "center programme program panel "
                    "conference summit chamber laboratory orchestra".split(), ("organisation", None)),
    **dict.fromkeys("times post herald tribune gazette chronicle news newspaper daily magazine radio television tv journal observer "
                    "guardian telegraph mail mirror standard star sun broadcasting weekly press media express today "
                    "vanguard monitor digest courier "
                    "bulletin".split(), ("outlet", "MED")),
}  # fmt: skip
#: Of these, words that say little unless the tagger or the lexicon agrees.
VAGUE_ORGANISATION_WORDS = frozenset(
    "city united team front capital sun star mail standard today express energy oil gas steel school office force forces division "
    "project center centre "
    "fund watch summit conference brothers partners park program programme mirror monitor workers watch services service press union "
    "campaign administration media group".split()
)

#: Last words of places: OntoNotes label.
PLACE_WORDS: dict[str, str] = {
    **dict.fromkeys(
        "river lake sea ocean bay gulf strait straits channel island islands isle isles peninsula mountain mountains mount valley "
        "desert plateau basin delta coast "
        "cape corridor region hills heights range forest plains canyon reef archipelago highlands territory territories".split(), "LOC"),
    **dict.fromkeys(
        "province district county prefecture state city town township village governorate oblast municipality region".split(), "GPE"),
    **dict.fromkeys("airport bridge road street avenue highway boulevard square tower stadium station port harbour "
                    "harbor palace hotel dam tunnel prison "
                    "mosque cathedral "
                    "temple building hall gate plant base camp crossing checkpoint park expressway motorway arena hospital clinic "
                    "museum library theatre theater gallery beach resort".split(), "FAC"),
}  # fmt: skip

#: First words of places' names more than of persons'.
PLACE_STARTS = frozenset(
    "san santa santo são sao los las port fort new mount mt mt. lake saint st st. umm deir beit bir wadi ras el al north south east "
    "west upper lower".split()
)

#: Ordinary words with which a medium or campaign calls itself after "in": the name goes on ("Azerbaijan in Focus").
WORDS_AFTER_IN = frozenset("focus action brief review depth need crisis exile context motion transition".split())

LABEL_OF_KIND: dict[str, str] = {
    "country": "GPE", "territory": "GPE", "place": "GPE", "person": "PERSON", "people": "NORP",
}  # fmt: skip
LABEL_OF_PLACE_KIND: dict[str, str] = {
    "city": "GPE", "state": "GPE", "region": "LOC", "area": "LOC", "water": "LOC", "landmark": "FAC", "continent": "LOC",
}  # fmt: skip
NAME_LABELS = frozenset({"PERSON", "NORP", "FAC", "ORG", "GPE", "LOC"})

#: Capitalised words that taggers take for names and that never act.
NO_ACTORS = frozenset(
    "covid covid-19 coronavirus omicron sars sars-cov-2 hiv aids ebola gdp gnp ceo cfo coo cto tv vp mp mps md phd dna rna ipo esg "
    "ai it pr hr q&a faq url html pdf gps sms "
    "internet web wifi god allah lord satan christmas easter ramadan eid hajj umrah sunday monday tuesday wednesday thursday friday "
    "saturday january february march april may "
    "june july august september october november december am pm est gmt utc bst cet km kg mph usd eur gbp healthcare blockchain "
    "bitcoin photo photos image video file editor "
    "mercury venus mars jupiter saturn pluto earth moon cctv atm sim gen id ok id. no. vol. chapter article section figure table "
    "whatsapp instagram facebook twitter".split()
)

SPEECH_VERBS = frozenset(
    "said says added adds told tells explained explains noted notes argued argues recalled insisted stressed admitted claimed wrote "
    "writes replied asked asks concluded "
    "commented declared warned continued observed remarked pointed".split()
)
#: What one person does.
PERSONAL_VERBS = frozenset(
    "resigned retired married died studied graduated tweeted smiled laughed attended contested testified apologised apologized "
    "recalls pleaded".split()
)
