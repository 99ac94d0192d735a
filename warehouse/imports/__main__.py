"""Write all imported data again: `python -m warehouse.imports FACTS_FOLDER LABELS_FILE`, for maintainers.

The labels are `dist/wikidata/wikidata.json` of the npm package name-suggestion-index."""

import sys
from pathlib import Path

from warehouse.imports.disputes import settle_disputes
from warehouse.imports.facts import IMPORTED_FOLDER, read_facts, read_seed, write_rows
from warehouse.imports.ids import same_organisations, same_persons, sure_matches
from warehouse.imports.labels import Countries, labelled, read_labels, same_labels
from warehouse.imports.organisations import organisation_rows, outlet_rows, party_rows
from warehouse.imports.persons import PARLIAMENTS, PARTIES, person_rows, tenure_rows
from warehouse.seeds import SEED_FOLDER

IDS = ("actor_id", "wikidata", "source")
PERSONS = ("actor_id", "name", "country", "gender", "birth_year", "party", "wikidata", "aliases", "source")
TENURES = ("actor_id", "body", "office_id", "office", "valid_from", "valid_to", "source")
DISPUTES = ("actor_id", "body", "office_id", "theirs", "against", "decision", "source")
ORGANISATIONS = ("actor_id", "name", "kind", "country", "sector", "wikidata", "aliases", "acronyms", "valid_from", "valid_to", "source")


def import_facts(facts: Path, labels_file: Path, target: Path = IMPORTED_FOLDER) -> dict[str, int]:
    """Write the imported files into `target`; rows of each. Raises OSError and KeyError when the facts are not as described."""
    labels, countries = read_labels(labels_file), Countries(read_seed(SEED_FOLDER / "countries.csv"))
    organisations = read_facts(facts, "organisations")
    places = [row | {"kind": "place"} for row in read_seed(SEED_FOLDER / "places.csv")]
    reviewed = {path: read_seed(path) for path in [*sorted(SEED_FOLDER.glob("actors/*.csv")), SEED_FOLDER / "persons.csv"]}
    own = {row["actor_id"]: row["wikidata"] for rows in (*reviewed.values(), places) for row in rows if row["wikidata"]}
    legislators = [row for row in read_facts(facts, "tenures_legislators") if row["office"] in PARLIAMENTS.get(row["country"], {})]
    sitting = {row["wikidata"] for row in legislators}
    people = read_facts(facts, "persons")
    people += [row for row in read_facts(facts, "persons_legislators") if row["wikidata"] in sitting]
    matches = [row for row in sure_matches(read_facts(facts, "matches")) if row["actor_id"] not in own]
    known = own | {row["actor_id"]: row["wikidata"] for row in matches}
    matches += same_persons(reviewed[SEED_FOLDER / "persons.csv"], people, known)
    known |= {row["actor_id"]: row["wikidata"] for row in matches}
    bodies = [row for path, rows in reviewed.items() if path.parent.name == "actors" for row in rows]
    facts_of_bodies = [row for row in organisations if row["wikidata"]]
    facts_of_bodies += [row | {"kind": "outlet", "aliases": ""} for row in read_facts(facts, "outlets") if row["wikidata"]]
    matches += same_organisations(bodies, facts_of_bodies, known)
    known |= {row["actor_id"]: row["wikidata"] for row in matches}
    matches += same_labels([*bodies, *places], labels, countries, known)
    known |= {row["actor_id"]: row["wikidata"] for row in matches}
    by_item = {item: actor_id for actor_id, item in known.items()}
    persons = list(person_rows(people, by_item, PARTIES))
    by_item |= {row["wikidata"]: row["actor_id"] for row in persons}
    own_tenures = read_seed(SEED_FOLDER / "tenures.csv")
    offered = list(tenure_rows([*read_facts(facts, "tenures"), *legislators], by_item, own_tenures))
    tenures, disputes = settle_disputes(offered, own_tenures)
    holders = {row["actor_id"] for row in tenures} | set(known)
    persons = [row for row in persons if row["actor_id"] in holders]
    lands = read_seed(SEED_FOLDER / "countries.csv")
    items = set(by_item) | {row["wikidata"] for row in (*places, *lands)} | {row["capital_wikidata"] for row in lands}
    others = [
        *party_rows(read_facts(facts, "parties"), items),
        *outlet_rows(read_facts(facts, "outlets"), items),
        *organisation_rows(labelled(organisations, labels, countries), items),
    ]
    return {
        "wikidata": write_rows(target / "wikidata.csv", IDS, matches),
        "persons": write_rows(target / "persons.csv.gz", PERSONS, persons),
        "tenures": write_rows(target / "tenures.csv.gz", TENURES, tenures),
        "organisations": write_rows(target / "organisations.csv.gz", ORGANISATIONS, others),
        "disputes": write_rows(target / "disputes.csv", DISPUTES, disputes),
    }


if __name__ == "__main__":
    for name, count in import_facts(Path(sys.argv[1]), Path(sys.argv[2])).items():
        sys.stdout.write(f"{name} {count}\n")
