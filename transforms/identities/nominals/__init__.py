"""Which actor a common-noun phrase means: a body of a country, the holder of an office, an actor named before, or unnamed agents.

`nominal_rules` holds the rules in their order; each of the other modules holds those of one concept."""
