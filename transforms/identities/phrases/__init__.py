"""A free actor phrase ("a former CIA official") to an actor with country and sector on a date; nothing when it names no actor.

The phrase is read as one noun phrase: a person named in it is the actor; else a name that is all of it; else the noun of a body, office or
role with the country or organisation that owns it; else a country alone. `resolution` asks in that order; each of the other modules
answers for one of them."""
