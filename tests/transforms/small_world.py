"""A small lexicon, the real tagger, and an article run through the stages that say who is mentioned."""

import re
import tempfile
from datetime import date
from functools import cache
from itertools import takewhile
from pathlib import Path

from transforms.annotations import Article, Mention, Paragraph, Quote, TaggedText
from transforms.document import Document
from transforms.identities.pronouns import link_pronouns
from transforms.lexicon import Lexicon
from transforms.pipeline import STAGES, Dictionaries
from transforms.taggers.spacy_tagger import SpacyTagger
from warehouse.seeds import Seeds, read_seeds

ACTOR = "actor_id,name,kind,country,sector,parent_id,wikidata,aliases,acronyms,weak_aliases,valid_from,valid_to,source"
FILES = {
    "countries.csv": [
        "actor_id,name,kind,wikidata,adjectives,people,capital,capital_wikidata,aliases,acronyms,weak_aliases,valid_from,valid_to,source",
        "RUS,Russia,country,Q159,Russian,Russians|Russian,Moscow,Q649,Russian Federation,,,,,UN",
        "ARM,Armenia,country,Q399,Armenian,Armenians,Yerevan,Q1953,,,,,,UN",
        "AZE,Azerbaijan,country,Q227,Azerbaijani,Azerbaijanis,Baku,Q9248,,,,,,UN",
        "FRA,France,country,Q142,French,French,Paris,Q90,,,,,,UN",
        "USA,United States,country,Q30,American|US,Americans,Washington,Q61,United States of America,US|USA,,,,UN",
        "TUR,Türkiye,country,Q43,Turkish,Turks,Ankara,Q3640,Turkey,,,,,UN",
        "JOR,Jordan,country,Q810,Jordanian,Jordanians,Amman,Q3805,,,Jordan,,,UN",
        "TCD,Chad,country,Q657,Chadian,Chadians,N'Djamena,Q3659,,,Chad,,,UN",
    ],
    "metonyms.csv": [
        "alias,actor_id,place_name,place_wikidata,country,source",
        "Kremlin,RUS.GOV.EXEC,Moscow Kremlin,Q133274,RUS,general knowledge",
    ],
    "places.csv": [
        "actor_id,name,place_kind,country,wikidata,aliases,adjectives,government_id,weak,source",
        "PLACE.karabakh,Karabakh,region,AZE,,Nagorno-Karabakh,,,0,general knowledge",
        "PLACE.south-caucasus,South Caucasus,region,,,,,,0,general knowledge",
        "USA-TX,Texas,state,USA,Q1439,,Texan,USA-TX.GOV,0,general knowledge",
    ],
    "actors/igos.csv": [
        ACTOR,
        "IGO.CSTO,Collective Security Treaty Organization,igo,,IGO,,Q318693,,CSTO,,,,official site",
        "IGO.EU,European Union,igo,,IGO,,Q458,,EU,,,,official site",
        "IGO.WHO,World Health Organization,igo,,IGO,,Q7817,,WHO,Who,,,official site",
        "IGO.AU,African Union,igo,,IGO,,,,AU,,,,official site",
    ],
    "actors/outlets.csv": [ACTOR, "OUTLET.AFP,Agence France-Presse,outlet,FRA,MED,,Q40464,,AFP,,,,official site"],
    "actors/state_bodies.csv": [ACTOR, "USA.SPY.CIA,Central Intelligence Agency,intelligence,USA,SPY,,Q37230,,CIA,,,,official site"],
    "actors/parties.csv": [ACTOR, "USA.PTY.REP,Republican Party,party,USA,PTY,,Q29468,Republicans|Republican,GOP,,,,official site"],
    "persons.csv": [
        "actor_id,name,country,gender,sector,wikidata,aliases,weak_aliases,source",
        "PER.sergei-lavrov,Sergei Lavrov,RUS,m,GOV,Q58217,Sergey Lavrov,Lavrov,general knowledge",
        "PER.francois-hollande,François Hollande,FRA,m,,Q157,,Hollande,general knowledge",
        "PER.emmanuel-macron,Emmanuel Macron,FRA,m,,Q3052772,,Macron,general knowledge",
    ],
    "offices.csv": [
        "office_id,name,suffix,sector,countries,nouns,held_by_many,source",
        "HOS,president,GOV.EXEC,GOV,,president|head of state|leader,,general knowledge",
        "FM,foreign minister,GOV.MFA,GOV,,foreign minister|minister of foreign affairs,,general knowledge",
        "SPOKES,spokesperson,,GOV,,spokesperson|spokesman|spokeswoman,1,general knowledge",
    ],
    "tenures.csv": [
        "actor_id,body,office_id,valid_from,valid_to,source",
        "PER.sergei-lavrov,RUS,FM,2004-03-09,,general knowledge",
        "PER.francois-hollande,FRA,HOS,2012-05-15,2017-05-14,general knowledge",
        "PER.emmanuel-macron,FRA,HOS,2017-05-14,,general knowledge",
    ],
    "bodies.csv": [
        "body_id,kind,sector,suffix,parent_suffix,nouns,source",
        "MFA,ministry,GOV,GOV.MFA,GOV,foreign ministry|ministry of foreign affairs,general knowledge",
        "PRES,government,GOV,GOV.EXEC,GOV,presidency,general knowledge",
        "GOVERNMENT,government,GOV,GOV,,government,general knowledge",
        "MIL,armed_force,MIL,MIL,,military|troops|soldiers,general knowledge",
        "NAVY,armed_force,MIL,MIL.NAVY,MIL,fleet|navy,general knowledge",
        "PKO,armed_force,MIL,MIL.PKO,MIL,peacekeepers|peacekeeping force,general knowledge",
        "COP,police,COP,COP,,police,general knowledge",
    ],
    "role_nouns.csv": [
        "noun,plural,kind,sector,generic_id,source",
        "analyst,analysts,generic,EDU,GENERIC.analysts,general knowledge",
        "official,officials,government,GOV,GENERIC.officials,general knowledge",
        "protester,protesters,generic,CVL,GENERIC.protesters,general knowledge",
    ],
    "common_nouns.csv": [
        "noun,plural,kinds,source",
        "country,countries,country|territory,general knowledge",
        "pact,pacts,igo|bloc,general knowledge",
        "region,regions,place:region,general knowledge",
        "company,companies,company,general knowledge",
        "man,men,generic,general knowledge",
    ],
    "given_names.csv": ["name,gender", "Sergei,m", "Arkady,m", "Mary,f", "John,m", "Neil,m", "Hillary,f", "Bill,m", "Anna,f"],
}


def write_seeds(folder: Path, files: dict[str, list[str]] | None = None) -> Path:
    """The seed files as files."""
    for name, lines in (FILES if files is None else files).items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return folder


@cache
def small_seeds() -> Seeds:
    with tempfile.TemporaryDirectory() as folder:
        return read_seeds(folder=write_seeds(Path(folder)))


@cache
def small_lexicon() -> Lexicon:
    return Lexicon(small_seeds().frames)


@cache
def tagger() -> SpacyTagger:
    return SpacyTagger()


def tag(text: str) -> TaggedText:
    paragraphs = [Paragraph(m.start(), m.end(), "body") for m in re.finditer(r"\S.*?(?=\n\n|\Z)", text, re.S)]
    return next(tagger().tag([(text, paragraphs)]))


def find_actors(article: Article, tagged: TaggedText, lexicon: Lexicon) -> list[Mention]:
    """The mentions after the stages that need nothing but the lexicon: all that come before somebody is quoted."""
    document, words = Document(article, tagged), Dictionaries(lexicon, None, None, None, None)
    for stage in takewhile(lambda stage: stage.id != "speaker", STAGES):
        stage.run(document, words)
    return document.mentions


class Reading:
    """An article with its mentions, found by their words."""

    def __init__(self, text: str, day: date | None = None, title: str | None = None) -> None:
        self.text, self.day = text, day
        article = Article("a", text, title, day)
        self.tagged = tag(text)
        self.mentions = find_actors(article, self.tagged, self.lexicon())
        self.quotes: list[Quote] = []

    def lexicon(self) -> Lexicon:
        return small_lexicon()

    def link(self, *quotes: Quote) -> "Reading":
        self.quotes = list(quotes)
        link_pronouns(self.tagged, self.mentions, self.quotes, self.lexicon(), self.day)
        return self

    def all(self, words: str, layer: str | None = None) -> list[Mention]:
        return [m for m in self.mentions if self.text[m.start : m.end] == words and layer in (None, m.layer)]

    def one(self, words: str, layer: str | None = None) -> Mention:
        found = self.all(words, layer)
        assert found, f"no mention {words!r} among {[self.text[m.start : m.end] for m in self.mentions]}"
        return found[-1]
