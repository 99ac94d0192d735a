"""XML is parsed without expanding, fetching or nesting without end, and to where it breaks."""

import pytest

from transforms.readers.outcomes import Rejected
from transforms.readers.xml_trees import XmlTree, find_root, parse_xml


def parsed(text: str) -> XmlTree:
    tree = parse_xml(text.encode())
    assert isinstance(tree, XmlTree), tree
    return tree


def words(text: str) -> str:
    return "".join(parsed(text).root.itertext())


def bomb(levels: int) -> str:
    entities = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, levels))
    return f'<!DOCTYPE a [<!ENTITY e0 "{"ha" * 60}">{entities}]><a>&e{levels - 1};</a>'


@pytest.mark.parametrize("levels", [1, 3, 9])
def test_entities_that_grow_are_refused(levels):
    refused = parse_xml(bomb(levels).encode())
    assert isinstance(refused, Rejected)
    assert refused.reason == "expands_too_far"


def test_words_of_another_file_are_refused_and_never_opened(tmp_path):
    secret = tmp_path / "secret.txt"
    secret.write_text("secret")
    refused = parse_xml(f'<!DOCTYPE a [<!ENTITY s SYSTEM "{secret.as_uri()}">]><a>&s;</a>'.encode())
    assert isinstance(refused, Rejected)
    assert refused.reason == "outside_folder"


def test_entities_in_attributes_are_refused_too():
    refused = parse_xml(bomb(3).replace("<a>", '<a b="&e2;">').encode())
    assert isinstance(refused, Rejected)
    assert refused.reason == "expands_too_far"


def test_a_document_type_that_is_not_used_does_no_harm():
    doctype = '<!DOCTYPE a PUBLIC "-//X//Y" "http://x.invalid/a.dtd" [<!ELEMENT a (#PCDATA)> <!-- ]> --> <!ENTITY s SYSTEM "file:///x">]>'
    assert words(f'<?xml version="1.0"?>{doctype}<a>plain</a>') == "plain"


def test_short_entities_of_a_file_are_its_words():
    assert words('<!DOCTYPE a [<!ENTITY nw "Nordwire">]><a>&nw; said</a>') == "Nordwire said"


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        ("<a>caf&eacute;&nbsp;&mdash; ok</a>", "café\u00a0— ok"),
        ("<a>R&D at &unknown; x=1&y=2</a>", "R&D at &unknown; x=1&y=2"),
        ("<a>1 &lt; 2 &amp;amp; &#65;&#x42;</a>", "1 < 2 &amp; AB"),
        ("<a><![CDATA[<p>R&D &eacute;</p>]]></a>", "<p>R&D &eacute;</p>"),
        ("<a>a\x02b&#5;c&#xD800;d&amp;#xDFFF;e&#5529&#55296;6;</a>" + " " * 200, "ab c d e&#5529 6;"),
        ('<a b="&#55296x">c&#xD800 d</a>', "c  d"),
        ('<a b="<!--">&#55296;<![CDATA[&#xD800;]]></a>', "  "),
    ],
)
def test_references_become_characters_and_stray_ones_stay_words(markup, expected):
    assert words(markup) == expected


def test_nesting_has_a_limit():
    assert words("<a>" * 100 + "deep" + "</a>" * 100) == "deep"
    for depth in (101, 5000):
        refused = parse_xml(("<a>" * depth + "</a>" * depth).encode())
        assert isinstance(refused, Rejected)
        assert refused.reason == "too_deep"


@pytest.mark.parametrize(
    ("markup", "is_broken"),
    [
        ("<a><b>x</b></a>", False),
        ("<a><b>x</b></a >\n<!-- end -->\n", False),
        ("<n:a xmlns:n='urn:n'><b>x</b></n:a>", False),
        ("<a><b>x</b>", True),
        ("<a><b>x", True),
        ("<a><b>x</b></a><a><b>lost</b></a>", True),
    ],
)
def test_a_file_that_breaks_off_says_so(markup, is_broken):
    tree = parsed(markup)
    assert bool(tree.broken) == is_broken
    assert tree.root.findtext("b") == "x"


def test_namespaces_and_prefixes_are_dropped():
    tree = parsed('<x:a xmlns:x="urn:x"><x:b>1</x:b><undeclared:c>2</undeclared:c></x:a>')
    assert [tree.root.tag, *(child.tag for child in tree.root)] == ["a", "b", "c"]


@pytest.mark.parametrize("name", ["u:08", "u:-x", "u:", ":b", "a:b:c"])
def test_names_that_are_none_without_their_prefix_do_no_harm(name):
    assert words(f"<a><{name}>x</{name}>y</a>").endswith("y")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('\ufeff<?xml version="1.0"?>\n<!-- <b> -->\n<?style x?><a id="1">', "a"),
        ('<!DOCTYPE a [<!ENTITY x "]><b>">]><x:a y="2">', "a"),
        ("words <a>", None),
        ("<!-- never closed <a>", None),
        ("", None),
    ],
)
def test_the_root_element_is_found_behind_what_stands_before_it(text, expected):
    found = find_root(text)
    assert (found[0] if found else None) == expected


def test_what_is_no_xml_is_refused():
    refused = parse_xml(b"just words")
    assert isinstance(refused, Rejected)
    assert refused.reason == "malformed"
