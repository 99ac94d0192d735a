"""The judge of coreference: whom a third-person pronoun takes up, or nobody."""
