"""Closed lists of English words that tell what a name is: courtesy titles, words that end organisations' names, words that end places' names."""

#: Titles before a name, never part of it, with the gender they tell.
TITLES: dict[str, str | None] = {
    "mr": "m", "mr.": "m", "mrs": "f", "mrs.": "f", "ms": "f", "ms.": "f", "miss": "f", "sir": "m", "dame": "f", "lord": "m", "lady": "f", "madam": "f",
    "mister": "m", "messrs": "m", "baroness": "f", "baron": "m", "king": "m", "queen": "f", "prince": "m", "princess": "f", "sheikh": "m", "sheikha": "f",
    "duke": "m", "duchess": "f", "emperor": "m", "empress": "f", "father": "m", "sister": "f", "brother": "m", "imam": "m", "ayatollah": "m", "mullah": "m",
    "pope": "m", "saint": None, "chairman": "m", "chairwoman": "f", "congressman": "m", "congresswoman": "f", "spokesman": "m", "spokeswoman": "f",
    "alderman": "m", "councilman": "m", "councilwoman": "f", "uncle": "m", "aunt": "f", "herr": "m", "frau": "f", "monsieur": "m", "madame": "f", "señor": "m", "señora": "f",
    "dr": None, "dr.": None, "prof": None, "prof.": None, "professor": None, "rev": None, "rev.": None, "reverend": None, "hon": None, "hon.": None,
    "gen": None, "gen.": None, "general": None, "col": None, "col.": None, "colonel": None, "lt": None, "lt.": None, "lieutenant": None, "sgt": None, "sgt.": None,
    "sergeant": None, "capt": None, "capt.": None, "captain": None, "maj": None, "maj.": None, "major": None, "cmdr": None, "cmdr.": None, "commander": None,
    "admiral": None, "adm": None, "adm.": None, "brig": None, "brig.": None, "brigadier": None, "marshal": None, "corporal": None, "cpl.": None, "officer": None,
    "detective": None, "inspector": None, "sheriff": None, "superintendent": None, "constable": None, "sen": None, "sen.": None, "senator": None, "rep": None, "rep.": None,
    "representative": None, "gov": None, "gov.": None, "governor": None, "president": None, "pres.": None, "premier": None, "chancellor": None, "minister": None,
    "secretary": None, "ambassador": None, "judge": None, "justice": None, "mayor": None, "councillor": None, "councilor": None, "chief": None, "director": None,
    "coach": None, "archbishop": "m", "bishop": None, "cardinal": "m", "patriarch": "m", "rabbi": None, "vice": None, "deputy": None, "prime": None, "foreign": None,
    "attorney": None, "former": None, "acting": None, "ex": None, "dictator": None, "leader": None, "comrade": None, "honourable": None, "alhaji": "m", "hajiya": "f", "barrister": None,
    "engr": None, "engr.": None, "engineer": None, "chairperson": None, "speaker": None, "envoy": None, "analyst": None, "expert": None, "economist": None, "author": None,
    "actor": "m", "actress": "f", "singer": None, "striker": None, "midfielder": None, "defender": None, "goalkeeper": None, "captain.": None,
}  # fmt: skip

#: Words inside a person's name that stand in lower case.
PARTICLES = frozenset("al el bin ibn bint abu de da do dos du del della di van von der den ter la le las los y e ben al- ul ur st".split())

#: Last (or, before "of", first) words of organisations: what kind of actor, which sector.
ORGANISATION_WORDS: dict[str, tuple[str, str | None]] = {
    **dict.fromkeys("party".split(), ("party", "PTY")),
    **dict.fromkeys("ministry department dept".split(), ("ministry", "GOV")),
    **dict.fromkeys("government administration cabinet presidency".split(), ("government", "GOV")),
    **dict.fromkeys("agency authority commission bureau board office secretariat directorate inspectorate service services treasury".split(), ("agency", "GOV")),
    **dict.fromkeys("parliament senate congress assembly legislature".split(), ("legislature", "LEG")),
    **dict.fromkeys("court tribunal".split(), ("judiciary", "JUD")),
    **dict.fromkeys("army navy forces force corps battalion regiment brigade division fleet military marines".split(), ("armed_force", "MIL")),
    **dict.fromkeys("police constabulary gendarmerie".split(), ("police", "COP")),
    **dict.fromkeys("front militia".split(), ("armed_group", "REB")),
    **dict.fromkeys("university college school institute academy faculty polytechnic".split(), ("education", "EDU")),
    **dict.fromkeys("church diocese archdiocese".split(), ("religious", "REL")),
    **dict.fromkeys(
        "corp corp. inc inc. ltd ltd. plc llc co co. gmbh ag sa company corporation bank airlines airways motors industries holdings holding group "
        "energy petroleum oil gas steel mining telecom telecommunications electronics pharmaceuticals insurance securities capital partners brothers stores "
        "systems technologies software enterprises ventures exchange breweries foods".split(),
        ("company", "BUS"),
    ),
    **dict.fromkeys("union unions workers".split(), ("organisation", "LAB")),
    **dict.fromkeys("foundation association society organisation organization federation network trust coalition campaign fund watch charity initiative project".split(), ("ngo", "NGO")),
    **dict.fromkeys("council committee forum alliance movement league club team united city fc confederation centre center programme program panel conference summit chamber "
                    "laboratory orchestra".split(), ("organisation", None)),
    **dict.fromkeys("times post herald tribune gazette chronicle news newspaper daily magazine radio television tv journal observer guardian telegraph mail mirror "
                    "standard star sun broadcasting weekly press media express today vanguard monitor digest courier bulletin".split(), ("outlet", "MED")),
}  # fmt: skip
#: Of these, words that say little unless the tagger or the lexicon agrees.
VAGUE_ORGANISATION_WORDS = frozenset(
    "city united team front capital sun star mail standard today express energy oil gas steel school office force forces division project center centre "
    "fund watch summit conference brothers partners park program programme mirror monitor workers watch services service press union campaign administration media group".split()
)

#: Last words of places: OntoNotes label.
PLACE_WORDS: dict[str, str] = {
    **dict.fromkeys(
        "river lake sea ocean bay gulf strait straits channel island islands isle isles peninsula mountain mountains mount valley desert plateau basin delta coast "
        "cape corridor region hills heights range forest plains canyon reef archipelago highlands territory territories".split(), "LOC"),
    **dict.fromkeys("province district county prefecture state city town township village governorate oblast municipality region".split(), "GPE"),
    **dict.fromkeys("airport bridge road street avenue highway boulevard square tower stadium station port harbour harbor palace hotel dam tunnel prison mosque cathedral "
                    "temple building hall gate plant base camp crossing checkpoint park expressway motorway arena hospital clinic museum library theatre theater gallery beach resort".split(), "FAC"),
}  # fmt: skip

#: First words of places' names more than of persons'.
PLACE_STARTS = frozenset("san santa santo são sao los las port fort new mount mt mt. lake saint st st. umm deir beit bir wadi ras el al north south east west upper lower".split())

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
    "covid covid-19 coronavirus omicron sars sars-cov-2 hiv aids ebola gdp gnp ceo cfo coo cto tv vp mp mps md phd dna rna ipo esg ai it pr hr q&a faq url html pdf gps sms "
    "internet web wifi god allah lord satan christmas easter ramadan eid hajj umrah sunday monday tuesday wednesday thursday friday saturday january february march april may "
    "june july august september october november december am pm est gmt utc bst cet km kg mph usd eur gbp healthcare blockchain bitcoin photo photos image video file editor "
    "mercury venus mars jupiter saturn pluto earth moon cctv atm sim gen id ok id. no. vol. chapter article section figure table whatsapp instagram facebook twitter".split()
)

SPEECH_VERBS = frozenset(
    "said says added adds told tells explained explains noted notes argued argues recalled insisted stressed admitted claimed wrote writes replied asked asks concluded "
    "commented declared warned continued observed remarked pointed".split()
)
#: What one person does.
PERSONAL_VERBS = frozenset("resigned retired married died studied graduated tweeted smiled laughed attended contested testified apologised apologized recalls pleaded".split())
