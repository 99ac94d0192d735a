"""Which medium of the lexicon a printed name of one means, whatever follows it: "CNN (Web News)", "New York Times - News"."""

from collections.abc import Iterator

from transforms.articles.outlet_names import outlet_forms
from transforms.lexicon import Alias, Lexicon
from transforms.readers.records import is_address


def find_outlet(name: str, lexicon: Lexicon) -> str | None:
    """The id of the outlet that bears the name, or what is left of it without the additions of collections; None where none does, or
    several by a short form alone."""
    for aliases in _bearers(name, lexicon):
        found = [alias for alias in aliases if (actor := lexicon.actors.get(alias.actor_id)) is not None and actor.kind == "outlet"]
        certain = [alias.actor_id for alias in found if alias.is_certain]
        if certain or len({alias.actor_id for alias in found}) == 1:
            return certain[0] if certain else found[0].actor_id
    return None


def _bearers(name: str, lexicon: Lexicon) -> Iterator[list[Alias]]:
    """Who bears each form of the name; of an address that is none's, whose letters it is: "thedailystar.net"."""
    form = ""
    for form in outlet_forms(name):
        yield lexicon.lookup_any_case(form)
    if is_address(name.strip()):
        yield lexicon.outlets_by_letters("".join(filter(str.isalnum, form.lower().removeprefix("the"))))


def find_house(name: str, lexicon: Lexicon) -> frozenset[str]:
    """The outlet of that name with the one it belongs to: to its readers BBC News is the BBC. Where several bear the name, all of them:
    whichever prints the article means itself."""
    bearers = {alias.actor_id for aliases in _bearers(name, lexicon) for alias in aliases}
    actors = (lexicon.actors.get(actor_id) for actor_id in {find_outlet(name, lexicon) or "", *bearers})
    own = [actor for actor in actors if actor is not None and actor.kind == "outlet"]
    return frozenset(part for actor in own for part in (actor.actor_id, actor.parent_id) if part)
