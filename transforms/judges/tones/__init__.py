"""The trained judge of tones in the tier full; `card.md` says what it is made of."""
