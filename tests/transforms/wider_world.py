"""The small lexicon with names that several places and persons bear, and with offices and bodies of more sorts."""

import tempfile
from functools import cache
from pathlib import Path

from tests.transforms.small_world import ACTOR, FILES, Reading, write_seeds
from transforms.lexicon import Lexicon
from warehouse.seeds import read_seeds

_MORE = {
    "countries.csv": [
        "GEO,Georgia,country,Q230,Georgian,Georgians,Tbilisi,Q994,,,Georgia,,,UN",
        "LTU,Lithuania,country,Q37,Lithuanian,Lithuanians,Vilnius,Q216,,,,,,UN",
        "ARG,Argentina,country,Q414,Argentine,Argentines,Buenos Aires,Q1486,,,,,,UN",
        "GBR,United Kingdom,country,Q145,British,Britons,London,Q84,Britain,,,,,UN",
        "DEU,Germany,country,Q183,German,Germans,Berlin,Q64,,,,,,UN",
        "POL,Poland,country,Q36,Polish,Poles|Polish,Warsaw,Q270,,,,,,UN",
        "SAU,Saudi Arabia,country,Q851,Saudi,Saudis,Riyadh,Q3692,,,,,,UN",
        "YUG,Yugoslavia,country,Q36704,Yugoslav,Yugoslavs,Belgrade,Q3711,,,,1918-12-01,2003-02-03,general knowledge",
        "SRB,Serbia,country,Q403,Serbian,Serbs,Belgrade,Q3711,,,,,,UN",
        "TON,Tonga,country,Q678,Tongan,Tongans,,,,,,,,UN",
        "DMA,Dominica,country,Q784,Dominican,Dominicans,Roseau,Q36281,,,,,,UN",
        "DOM,Dominican Republic,country,Q786,Dominican,Dominicans,Santo Domingo,Q34820,,,,,,UN",
    ],
    "places.csv": [
        "PLACE.georgia-usa,Georgia (USA),state,USA,Q1428,Georgia|state of Georgia,,USA-GA.GOV,0,general knowledge",
        "PLACE.quebec,Quebec,state,CAN,Q176,,,CAN-QC.GOV,0,general knowledge",
        "PLACE.santa-fe,Santa Fe,city,USA,Q38555,,,,0,general knowledge",
        "PLACE.los-angeles,Los Angeles,city,USA,Q65,,,,0,general knowledge",
        "PLACE.volgograd,Volgograd,city,RUS,Q914,Stalingrad,,,0,general knowledge",
        "PLACE.hanover,Hanover,city,DEU,Q1715,,,,0,general knowledge",
        "PLACE.england,England,region,GBR,Q21,,English,,0,general knowledge",
    ],
    "actors/igos.csv": ["IGO.UN,United Nations,igo,,IGO,,Q1065,,UN,,,,official site"],
    "actors/armed_groups.csv": [
        ACTOR,
        "ARMED.FACT,Front for Change,armed_group,TCD,REB,,,,FACT,,,,general knowledge",
        "ARMED.ADF,Allied Front,armed_group,TCD,REB,,,,,ADF,,,made up for the tests",
    ],
    "actors/state_bodies.csv": ["DEU.MIL.ADF,Armed Defence Force,armed_force,DEU,MIL,,,,ADF,,,,made up for the tests"],
    "actors/peoples.csv": [
        ACTOR,
        "PEOPLE.TUAREG,Tuareg,people,,CVL,,,Tuareg herders,,,,,general knowledge",
        "PEOPLE.BAPTISTS,Baptists,people,,REL,,,Baptist,,,,,general knowledge",
    ],
    "actors/parties.csv": ["GBR.PTY.LABOUR,Labour Party,party,GBR,PTY,,Q9630,Labour,,,,,official site"],
    "persons.csv": [
        "PER.charles-de-gaulle,Charles de Gaulle,FRA,m,,Q2042,,,general knowledge",
        "PER.dmitry-peskov,Dmitry Peskov,RUS,m,,,,,general knowledge",
        "PER.anna-berg,Anna Berg,POL,f,,,,,made up for the tests",
        "PER.jan-holt,Jan Holt,POL,m,,,,,made up for the tests",
    ],
    "offices.csv": [
        "AMB,ambassador,GOV.MFA.EMB,GOV,,ambassador|ambassadors,1,general knowledge",
        "DM,defence minister,GOV.MOD,MIL,,defence minister,,general knowledge",
        "ENVOY,envoy,GOV.MFA,GOV,,envoy|special envoy,1,general knowledge",
        "GOVERNOR,governor,GOV.LOCAL,GOV,,governor,1,general knowledge",
        "LABOUR,labour minister,GOV.MOLAB,LAB,,labour minister,,general knowledge",
    ],
    "tenures.csv": [
        "PER.charles-de-gaulle,FRA,AMB,2000-01-01,,made up for the tests",
        "PER.anna-berg,POL,HOS,2010-01-01,2020-01-01,made up for the tests",
        "PER.anna-berg,POL,DM,2011-01-01,2013-01-01,made up for the tests",
        "PER.dmitry-peskov,RUS.GOV.EXEC,SPOKES,2012-05-22,,general knowledge",
    ],
    "bodies.csv": [
        "MOD,ministry,MIL,GOV.MOD,GOV,defence ministry,general knowledge",
        "MOLAB,ministry,LAB,GOV.MOLAB,GOV,labour ministry,general knowledge",
        "LEG,legislature,LEG,LEG,,parliament|congress,general knowledge",
        "AIR,armed_force,MIL,MIL.AIR,MIL,air force|helicopters,general knowledge",
    ],
    "role_nouns.csv": [
        "rebel,rebels,armed_group,REB,GENERIC.rebels,general knowledge",
        "minister,ministers,government,GOV,GENERIC.ministers,general knowledge",
        "force,forces,generic,MIL,GENERIC.forces,general knowledge",
        "fighter,fighters,armed_group,UAF,GENERIC.fighters,general knowledge",
        "counterpart,counterparts,government,GOV,GENERIC.counterparts,general knowledge",
        "militant,militants,armed_group,UAF,GENERIC.militants,general knowledge",
        "pastor,pastors,religious,REL,GENERIC.pastors,general knowledge",
        "herder,herders,generic,AGR,GENERIC.herders,general knowledge",
        "lawmaker,lawmakers,legislature,LEG,GENERIC.lawmakers,general knowledge",
        "reporter,reporters,generic,MED,GENERIC.reporters,general knowledge",
    ],
    "common_nouns.csv": [
        "kingdom,kingdoms,country|territory,general knowledge",
        "group,groups,armed_group|ngo|organisation,general knowledge",
        "ministry,ministries,ministry,general knowledge",
        "state,states,country|territory|place:region,general knowledge",
        "area,areas,place:region,general knowledge",
        "mountain,mountains,place:region,general knowledge",
    ],
    "given_names.csv": ["Joe,m", "Jordan,", "Chad,m"],
}


@cache
def wider_lexicon() -> Lexicon:
    files = {name: [*FILES.get(name, []), *_MORE.get(name, [])] for name in [*FILES, *(_MORE.keys() - FILES.keys())]}
    with tempfile.TemporaryDirectory() as folder:
        return Lexicon(read_seeds(folder=write_seeds(Path(folder), files)).frames)


class WiderReading(Reading):
    """An article read with the wider lexicon; `actor` is whom some words mean."""

    def lexicon(self) -> Lexicon:
        return wider_lexicon()

    def actor(self, words: str) -> str | None:
        return self.one(words).actor_id
