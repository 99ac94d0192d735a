"""Names: what the tagger and the lexicon see, joined, repaired, typed and voted on within the article."""

from transforms.annotations import Article, Mention, TaggedText
from transforms.identities.outlets import find_outlet
from transforms.lexicon import Lexicon
from transforms.names.branches import unite_branches
from transforms.names.candidates import join, lexicon_spans, tagger_spans, without_own_acronyms
from transforms.names.choice import actor_kind, as_mention
from transforms.names.constituencies import take_constituencies
from transforms.names.court_cases import drop_cases
from transforms.names.day_names import find_day_names
from transforms.names.joined import split_joined
from transforms.names.leftovers import clear_leftovers
from transforms.names.name_spans import Span
from transforms.names.no_names import drop_no_names, drop_options
from transforms.names.people_names import take_people_names
from transforms.names.person_edges import trim_persons
from transforms.names.place_hints import ArticleLands
from transforms.names.repair import drop_degrees, find_acronyms, repair, unite_of, unite_peoples
from transforms.names.rulers import find_rulers
from transforms.names.run_together import cut_run_together
from transforms.names.settlements import find_settlements
from transforms.names.single_words import tell_surnames, weigh_single_words
from transforms.names.spaced_names import join_spaced
from transforms.names.surname_places import take_countries, take_place_surnames, take_surname_places, take_towns
from transforms.names.trimmed import trim_names
from transforms.names.unseen import find_unseen_persons
from transforms.names.votes import recall, vote


def find_names(article: Article, tagged: TaggedText, lexicon: Lexicon) -> list[Mention]:
    """Mentions of the layers name and adjectival, in text order, nested only in descriptions, with their type and, where the lexicon knows
    them, the actor."""
    hits = lexicon_spans(tagged, lexicon)
    if "(" in article.text:
        hits = without_own_acronyms(tagged, hits)
    spans = join(tagged, tagger_spans(tagged, lexicon), hits, lexicon)
    spans = drop_degrees(tagged, take_place_surnames(tagged, spans, lexicon))
    spans = unite_of(tagged, repair(tagged, take_constituencies(tagged, spans, lexicon), lexicon))
    spans = join_spaced(tagged, spans, lexicon)
    spans = cut_run_together(tagged, clear_leftovers(tagged, spans, lexicon), lexicon)
    spans = trim_names(tagged, spans, lexicon)
    spans = trim_persons(tagged, spans, lexicon)
    spans = unite_branches(tagged, spans, lexicon)
    spans = unite_peoples(tagged, split_joined(tagged, spans, lexicon), lexicon)
    spans += find_acronyms(tagged, spans) + find_settlements(tagged, spans) + find_day_names(tagged, spans, lexicon)
    spans = drop_no_names(tagged, spans, lexicon)
    vote(tagged, spans, lexicon)
    tell_surnames(tagged, spans, lexicon)
    spans = weigh_single_words(tagged, spans, lexicon)
    spans += recall(tagged, spans)
    spans += find_rulers(tagged, spans, lexicon, article.day)
    spans += find_unseen_persons(tagged, spans, lexicon)
    spans = drop_cases(tagged, drop_options(tagged, spans, hits))
    spans += _inner_adjectives(tagged, spans, lexicon)
    spans = take_people_names(tagged, spans, lexicon)
    spans.sort(key=lambda span: (span.first, -span.last))
    take_surname_places(tagged, spans, lexicon)
    take_countries(tagged, spans, lexicon)
    take_towns(tagged, spans, lexicon)
    lands = ArticleLands(tagged, spans, lexicon)
    if article.outlet is not None and (own := find_outlet(article.outlet, lexicon)) is not None:
        lands.named.add(own)
    mentions = [as_mention(article, tagged, span, lexicon, lands) for span in spans]
    return [mention for mention in mentions if mention is not None]


def _inner_adjectives(tagged: TaggedText, spans: list[Span], lexicon: Lexicon) -> list[Span]:
    """The adjective in a description that the lexicon knows as a whole: "African" in "African states"."""
    found: list[Span] = []
    for span in spans:
        if not span.aliases or span.last - span.first < 2 or not tagged.words[span.last - 1].islower():
            continue
        actors = {alias.actor_id for alias in span.aliases}
        if lexicon.kinds_of(span.aliases) <= {"person"}:
            continue  # "Yoon Suk-yeol" ends in small letters and is no description
        aliases = [
            alias
            for alias in lexicon.lookup(tagged.words[span.first])
            if alias.kind in ("adjective", "people")
            or alias.actor_id in actors  # "ANP" in "ANP news agency"
            or actor_kind(alias, lexicon) == "people"  # "Arab" in "Arab states"
        ]
        if aliases and span.first + 1 < span.last:
            found.append(Span(span.first, span.first + 1, "NORP", tuple(aliases), "lexicon", 0.9))
    return found
