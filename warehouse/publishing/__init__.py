"""What is made for people out of a loaded warehouse: the published copy, the site, BI bundles, exports, answers to questions."""
