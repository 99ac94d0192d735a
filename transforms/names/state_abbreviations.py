"""How news shorten the names of states after a town: "Irvine, Calif.", "Houston, TX", "London, Ont.". Alone they are words or initials."""

_NEWS = """Ala. Alabama|Ariz. Arizona|Ark. Arkansas|Calif. California|Colo. Colorado|Conn. Connecticut|Del. Delaware|Fla. Florida|
Ga. Georgia|Ill. Illinois|Ind. Indiana|Kan. Kansas|Ky. Kentucky|La. Louisiana|Md. Maryland|Mass. Massachusetts|Mich. Michigan|
Minn. Minnesota|Miss. Mississippi|Mo. Missouri|Mont. Montana|Neb. Nebraska|Nev. Nevada|N.H. New Hampshire|N.J. New Jersey|
N.M. New Mexico|N.Y. New York|N.C. North Carolina|N.D. North Dakota|Okla. Oklahoma|Ore. Oregon|Pa. Pennsylvania|
R.I. Rhode Island|S.C. South Carolina|S.D. South Dakota|Tenn. Tennessee|Tex. Texas|Vt. Vermont|Va. Virginia|Wash. Washington|
W.Va. West Virginia|Wis. Wisconsin|Wyo. Wyoming"""
_POST = """AL Alabama|AK Alaska|AZ Arizona|AR Arkansas|CA California|CO Colorado|CT Connecticut|DE Delaware|FL Florida|GA Georgia|
HI Hawaii|ID Idaho|IL Illinois|IN Indiana|IA Iowa|KS Kansas|KY Kentucky|LA Louisiana|ME Maine|MD Maryland|MA Massachusetts|
MI Michigan|MN Minnesota|MS Mississippi|MO Missouri|MT Montana|NE Nebraska|NV Nevada|NH New Hampshire|NJ New Jersey|
NM New Mexico|NY New York|NC North Carolina|ND North Dakota|OH Ohio|OK Oklahoma|OR Oregon|PA Pennsylvania|RI Rhode Island|
SC South Carolina|SD South Dakota|TN Tennessee|TX Texas|UT Utah|VT Vermont|VA Virginia|WA Washington|WV West Virginia|
WI Wisconsin|WY Wyoming"""

_OTHERS = """Ont. Ontario|Que. Quebec|Alta. Alberta|B.C. British Columbia|Sask. Saskatchewan|N.S. Nova Scotia|N.B. New Brunswick|
NSW New South Wales|Qld Queensland|Tas. Tasmania|W.A. Western Australia"""


def _pairs(text: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for entry in text.replace("\n", "").split("|"):
        short, _, name = entry.partition(" ")
        found[short] = name
        found.setdefault(short.rstrip("."), name)
    return found


#: Short form, with or without its last stop, to the name of the state.
STATE_ABBREVIATIONS: dict[str, str] = {**_pairs(_POST), **_pairs(_NEWS), **_pairs(_OTHERS)}

#: Forms of two capitals, which are also degrees and other words.
POSTAL_FORMS = frozenset(_pairs(_POST))
