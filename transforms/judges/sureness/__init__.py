"""The judge of sureness: how probable it is that an act, a quotation, or whom it is about is right as the row tells it. See card.md."""
