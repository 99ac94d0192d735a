"""The judge of acts: whether one mention of a sentence does something to another, and which PLOVER event it is. See card.md."""
