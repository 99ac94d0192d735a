"""Two codebooks as checks: GDELT's Global Knowledge Graph 2.1 (19 February 2015), and POLECAT's weekly files with the PLOVER manual 0.8.

Each check names what a row breaks; nothing of the exports is read from them."""

import re
from collections.abc import Iterator

#: With the codes that its successor GEC added later (NN Sint Maarten, OD South Sudan, UC Curaçao).
FIPS_10_4 = frozenset(
    """AA AC AE AF AG AJ AL AM AN AO AQ AR AS AT AU AV AX AY BA BB BC BD BE BF BG BH BK BL BM BN BO BP BQ BR BS BT BU BV BX BY CA CB CD CE
    CF CG CH CI CJ CK CM CN CO CQ CR CS CT CU CV CW CY DA DJ DO DR DX EC EG EI EK EN ER ES ET EU EZ FG FI FJ FK FM FO FP FQ FR FS GA GB GG GH
    GI GJ GK GL GM GO GP GQ GR GT GV GY GZ HA HK HM HO HQ HR HU IC ID IM IN IO IP IR IS IT IV IZ JA JE JM JN JO JQ JU KE KG KN KQ KR KS KT
    KU KV KZ LA LE LG LH LI LO LQ LS LT LU LY MA MB MC MD MF MG MH MI MJ MK ML MN MO MP MQ MR MT MU MV MX MY MZ NC NE NF NG NH NI NL NN NO NP
    NR NS NU NZ OD PA PC PE PF PG PK PL PM PO PP PS PU QA RE RI RM RN RO RP RQ RS RW SA SB SC SE SF SG SH SI SL SM SN SO SP ST SU SV SW SX
    SY SZ TB TD TE TH TI TK TL TN TO TP TS TT TU TV TW TX TZ UC UG UK UP US UV UY UZ VC VE VI VM VQ VT WA WE WF WI WQ WS WZ YM ZA
    ZI""".split()
)

_NAMES = r"[^;,#\t]+,\d+(;[^;,#\t]+,\d+)*"
#: Columns of the GKG by number, with the form of a cell that is not empty; the others are left empty.
_GKG_FORMS = {
    0: r"\d{14}-T?\d+",
    1: r"\d{14}",
    2: r"[1-6]",
    3: r".+",
    4: r".+",
    9: r"1#[^#;]+#[A-Z]{0,2}#[A-Z]{0,2}###(;1#[^#;]+#[A-Z]{0,2}#[A-Z]{0,2}###)*",
    10: r"1#[^#;]+#[A-Z]{0,2}#[A-Z]{0,2}####\d+(;1#[^#;]+#[A-Z]{0,2}#[A-Z]{0,2}####\d+)*",
    11: r"[^;,#]+(;[^;,#]+)*",
    12: _NAMES,
    13: r"[^;,#]+(;[^;,#]+)*",
    14: _NAMES,
    15: r"-?[\d.]+(,[\d.]+){5},\d+",
    22: r"\d+\|\d+\|[^|#]*\|[^|#]+(#\d+\|\d+\|[^|#]*\|[^|#]+)*",
    23: _NAMES,
    26: r"<PAGE_TITLE>[^<>]*</PAGE_TITLE>",
}
_GKG_REQUIRED = (0, 1, 2, 4, 15)

POLECAT_COLUMNS = (
    "Event ID|Event Date|Event Type|Event Mode|Intensity|Quad Code|Contexts|Actor Name|Actor Country|Actor COW|Primary Actor Sector|Actor Sectors"
    "|Actor Title|Actor Name Raw|Wikipedia Actor ID|Recipient Name|Recipient Country|Recipient COW|Primary Recipient Sector|Recipient Sectors"
    "|Recipient Title|Recipient Name Raw|Wikipedia Recipient ID|Placename|City|District|Province|Country|Latitude|Longitude|GeoNames ID"
    "|Raw Placename|Feature Type|Source|Publication Date|Story People|Story Organizations|Story Locations|Language|Version"
).split("|")
#: Event types with their quad, their score and their modes.
PLOVER = {
    "AGREE": ("VERBAL COOPERATION", 4.2, ""),
    "CONSULT": ("VERBAL COOPERATION", 2.1, "visit third-party multilateral phone"),
    "SUPPORT": ("VERBAL COOPERATION", 4.6, ""),
    "CONCEDE": ("VERBAL COOPERATION", 5.0, ""),
    "COOPERATE": ("MATERIAL COOPERATION", 6.8, ""),
    "AID": ("MATERIAL COOPERATION", 7.4, ""),
    "RETREAT": ("MATERIAL COOPERATION", 7.6, "withdraw release return disarm ceasefire access resign"),
    "REQUEST": ("VERBAL CONFLICT", -5.0, "assist change yield meet"),
    "ACCUSE": ("VERBAL CONFLICT", -2.0, "disapprove investigate allege"),
    "REJECT": ("VERBAL CONFLICT", -4.2, "assist change yield meet"),
    "THREATEN": ("VERBAL CONFLICT", -5.1, "restrict ban arrest relations expel territory violence"),
    "PROTEST": ("MATERIAL CONFLICT", -6.6, "demo riot general strike hunger boycott obstruct"),
    "SANCTION": ("MATERIAL CONFLICT", -5.2, "convict expel withdraw discontinue"),
    "MOBILIZE": ("MATERIAL CONFLICT", -5.3, "troops weapons police militia"),
    "COERCE": ("MATERIAL CONFLICT", -7.2, "confiscate restrict ban censor curfew martial-law arrest deport withhold"),
    "ASSAULT": (
        "MATERIAL CONFLICT", -9.3,
        "abduct beat torture execute sexual assassinate destroy primitive firearms explosives suicide-attack heavy-weapons cleansing massacre "
        "unconventional sideAB",
    ),
}  # fmt: skip
_SPECIAL_CONTEXTS = {"historical", "future", "hypothetical", "negation"}
_SECTORS = set(
    "GOV JUD LEG MIL COP OPP PTY REB PRM SPY UAF CVL BUS EDU MED LAB AGR JRN REF REL SOC CRM".split()
    # beyond the manual's sectors: two of the coder's own word list, and the manual's code of international bodies
    + "ELI NGO IGO".split()
)


def gkg_faults(line: str) -> Iterator[str]:
    """What one line of a GKG file breaks of the codebook."""
    cells = line.split("\t")
    if len(cells) != 27:
        yield f"{len(cells)} columns"
        return
    for number, cell in enumerate(cells):
        if cell and not re.fullmatch(_GKG_FORMS.get(number, ""), cell):
            yield f"column {number}: {cell[:80]!r}"
    yield from (f"column {number} is empty" for number in _GKG_REQUIRED if not cells[number])
    if cells[0][:14] != cells[1] or not "19000101" < cells[1] < "21000101":
        yield f"id {cells[0]!r} of {cells[1]!r}"
    for block in filter(None, [*cells[9].split(";"), *cells[10].split(";")]):
        fips = block.split("#")[2]
        if fips and fips not in FIPS_10_4:
            yield f"no FIPS 10-4 code: {block!r}"
    yield from _tone_faults([float(part) for part in cells[15].split(",") if part])


def _tone_faults(tone: list[float]) -> Iterator[str]:
    if len(tone) != 7:
        yield f"{len(tone)} fields of tone"
        return
    overall, positive, negative, polarity, *densities, _words = tone
    if abs(overall - (positive - negative)) > 1e-5 or abs(polarity - (positive + negative)) > 1e-5:
        yield f"tone {tone}"
    if not all(0 <= value <= 100 for value in (positive, negative, polarity, *densities)):
        yield f"percentages {tone}"


def polecat_faults(event: dict[str, str]) -> Iterator[str]:
    """What one event of a POLECAT file breaks of the codebook."""
    quad, score, modes = PLOVER.get(event["Event Type"], ("", 0.0, ""))
    if (event["Quad Code"], float(event["Intensity"])) != (quad, score):
        yield f"{event['Event Type']}: {event['Quad Code']} {event['Intensity']}"
    if event["Event Mode"] and event["Event Mode"] not in modes.split():
        yield f"{event['Event Type']}: mode {event['Event Mode']}"
    if event["Contexts"] and not set(event["Contexts"].split("; ")) <= _SPECIAL_CONTEXTS:
        yield f"contexts {event['Contexts']}"
    for column in ("Event Date", "Publication Date"):
        if event[column] and not re.fullmatch(r"\d{4}-\d\d-\d\d", event[column]):
            yield f"{column} {event[column]}"
    for party in ("Actor", "Recipient"):
        if event[f"Primary {party} Sector"] not in {*_SECTORS, "None"} or event[f"{party} Sectors"] != event[f"Primary {party} Sector"]:
            yield f"{party} sectors {event[f'{party} Sectors']}"
        if not re.fullmatch("None|[A-Z]{3}", event[f"{party} Country"]):
            yield f"{party} country {event[f'{party} Country']}"
        yield from (f"{party} {what} is empty" for what in ("Name", "Name Raw", "Title", "COW") if not event[f"{party} {what}"])
