"""The judge of coreference: whom a third-person pronoun refers to, or nobody."""
