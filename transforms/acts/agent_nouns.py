"""Nouns for people, for the lexicon has only those it can say more of."""

from transforms.language import word_class

#: Nouns that stand for somebody who can act.
PEOPLE = word_class("acts.people")
#: Words that count or gather those who follow after "of".
GATHERING = word_class("acts.gathering")
#: Endings of plural nouns for people, and nouns that only look like them.
PEOPLE_ENDINGS = word_class("acts.people_endings")
#: Plural nouns with those endings that are things.
NO_PEOPLE = word_class("acts.no_people")
