"""Pairs as graphs: GraphML 1.0, which NetworkX, igraph and yEd read, and GEXF 1.3 of Gephi, with an edge for each row.

Columns that begin with source_ or target_ describe the nodes; `pair_count` is the weight of an edge, `relation` its label, all others are
attributes of edges.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as Xml

type Row = Mapping[str, Any]

_ENDS = ("source", "target")
#: Signs that XML 1.0 cannot hold.
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def write_graphml(rows: Sequence[Row], target: Path, direction: str) -> None:
    """Write the rows as GraphML; `direction` is directed or undirected."""
    root = Xml.Element("graphml", xmlns="http://graphml.graphdrawing.org/xmlns")
    nodes, edges = _nodes(rows), _edge_names(rows)
    for owner, names, sample in (("node", ("name", "kind", "country"), {}), ("edge", edges, rows[0] if rows else {})):
        for name in names:
            attributes = {"id": f"{owner}_{name}", "for": owner, "attr.name": name, "attr.type": _type(sample.get(name))}
            Xml.SubElement(root, "key", attributes)
    graph = Xml.SubElement(root, "graph", edgedefault=direction)
    for identifier, node in nodes.items():
        _fill(Xml.SubElement(graph, "node", id=_clean(identifier)), "node", node)
    for row in rows:
        edge = Xml.SubElement(graph, "edge", source=_clean(row["source_id"]), target=_clean(row["target_id"]))
        _fill(edge, "edge", {name: row[name] for name in edges})
    _write(root, target)


def write_gexf(rows: Sequence[Row], target: Path, direction: str) -> None:
    """Write the rows as GEXF; `direction` is directed or undirected."""
    root = Xml.Element("gexf", xmlns="http://gexf.net/1.3", version="1.3")
    graph = Xml.SubElement(root, "graph", defaultedgetype=direction, mode="static")
    nodes, edges = _nodes(rows), [name for name in _edge_names(rows) if name not in ("pair_count", "relation")]
    for owner, names, sample in (("node", ("kind", "country"), {}), ("edge", edges, rows[0] if rows else {})):
        attributes = Xml.SubElement(graph, "attributes", {"class": owner})
        for name in names:
            Xml.SubElement(attributes, "attribute", id=name, title=name, type=_type(sample.get(name)).replace("int", "integer"))
    listed = Xml.SubElement(graph, "nodes")
    for identifier, node in nodes.items():
        _values(Xml.SubElement(listed, "node", id=_clean(identifier), label=_clean(node["name"])), node, ("kind", "country"))
    listed = Xml.SubElement(graph, "edges")
    for number, row in enumerate(rows):
        ends = {end: _clean(row[f"{end}_id"]) for end in _ENDS}
        # a kind of its own lets Gephi keep several relations of one pair apart
        told = {"id": str(number), "label": str(row["relation"]), "kind": str(row["relation"]), "weight": str(row["pair_count"])}
        edge = Xml.SubElement(listed, "edge", told | ends)
        _values(edge, row, edges)
    _write(root, target)


#: Graphs by the ending of the file's name.
GRAPHS = {".graphml": write_graphml, ".gexf": write_gexf}


def _nodes(rows: Iterable[Row]) -> dict[str, dict[str, Any]]:
    return {row[f"{end}_id"]: {name: row[f"{end}_{name}"] for name in ("name", "kind", "country")} for row in rows for end in _ENDS}


def _edge_names(rows: Sequence[Row]) -> list[str]:
    return [name for name in (rows[0] if rows else {}) if not name.startswith(_ENDS)]


def _type(value: object) -> str:
    return "int" if isinstance(value, int) else "double" if isinstance(value, float) else "string"


def _fill(element: Xml.Element, owner: str, values: Row) -> None:
    for name, value in values.items():
        if value is not None:
            Xml.SubElement(element, "data", key=f"{owner}_{name}").text = _clean(value)


def _values(element: Xml.Element, values: Row, names: Iterable[str]) -> None:
    listed = Xml.SubElement(element, "attvalues")
    for name in names:
        if values[name] is not None:
            Xml.SubElement(listed, "attvalue", {"for": name, "value": _clean(values[name])})


def _clean(value: object) -> str:
    return _FORBIDDEN.sub("", value.isoformat() if isinstance(value, date) else str(value))


def _write(root: Xml.Element, target: Path) -> None:
    Xml.indent(root)
    Xml.ElementTree(root).write(target, encoding="utf-8", xml_declaration=True)
