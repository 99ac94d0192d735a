"""A name that nobody has is answered with those near it."""

from warehouse.nearness import near_names, told_near

KNOWN = [("OBAMA", "Barack Obama"), ("OBAMA", "Obama"), ("ORBAN", "Viktor Orbán"), ("NATO", "NATO"), ("WEST", "Kanye West")]


def test_what_holds_the_name_comes_before_what_is_spelt_nearly_so() -> None:
    assert near_names("obama", KNOWN) == ["OBAMA"]
    assert near_names("Barak Obamma", KNOWN) == ["OBAMA"]
    assert near_names("viktor orban ", KNOWN) == ["ORBAN"]
    assert near_names("Wes", KNOWN) == ["WEST"]


def test_where_nothing_is_near_nothing_is_said() -> None:
    assert told_near("Zzyzx", KNOWN) == ""
    assert told_near("Kanye Wst", KNOWN) == "; near it are WEST"
