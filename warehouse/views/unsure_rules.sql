-- One rule that `who_says_what_about_whom` does not rely on, for a third or more of its rows were wrong where some were judged strictly, or it is akin to such a rule.
-- question: What does who_says_what_about_whom leave out, and why?
-- export: no
-- part: What the rule tells: the quotation, its speaker, or whom it is about.
-- rule: Id of the rule, as in quotes.rule and mentions.rule; a prefix where it ends in %.
-- kind: Only quotations of this kind (direct, mixed, indirect); null for all.
-- actor_kind: Only actors of this kind; null for all.
-- sector: Only actors of this PLOVER sector; null for all.
-- below: Only rows below this confidence; null for all.
-- reason: Why, with the wrong rows of those judged.
SELECT part, rule, kind, actor_kind, sector, CAST(below AS DOUBLE) AS below, reason
FROM (
    VALUES
    ('quotation', 'verb.object', 'indirect', NULL, NULL, NULL, 'objects of deeds and not of words ("unveiled a plan"): 12 of 31'),
    ('quotation', 'verb.preposition', 'indirect', NULL, NULL, NULL, 'what is pointed at and not said ("referring to the report"): 10 of 20'),
    ('quotation', 'verb.rest', 'indirect', NULL, NULL, NULL, 'clauses that the parser lost, with or without "that": 5 of 6'),
    ('quotation', 'verb.alone', 'indirect', NULL, NULL, NULL, 'words that only stand beside a verb of speech: 5 of 6, with verb.rest'),
    ('quotation', 'verb.naming', 'indirect', NULL, NULL, NULL, 'what is named and not said, as objects are'),
    ('quotation', 'adjective', NULL, NULL, NULL, NULL, 'attitudes ("critical of the plan"), as nouns are'),
    ('quotation', 'noun', NULL, NULL, NULL, NULL, 'acts and attitudes ("his declaration of an emergency"): 8 of 15'),
    ('quotation', 'passive', NULL, NULL, NULL, NULL, 'things that are proposed, ordered or confirmed: 4 of 6'),
    ('speaker', 'pronoun.the%', NULL, NULL, NULL, 0.75, 'groups: 2 of 4'),
    ('speaker', 'pronoun.it%', NULL, NULL, NULL, NULL, 'bodies, papers and things: 2 of 2'),
    ('speaker', 'pronoun.he%', NULL, 'generic', NULL, NULL, 'one person, taken for unnamed people: 2 of 2'),
    ('speaker', 'pronoun.hi%', NULL, 'generic', NULL, NULL, 'as pronoun.he'),
    ('speaker', 'pronoun.she', NULL, 'generic', NULL, NULL, 'as pronoun.he'),
    ('speaker', 'person.office_holder', NULL, NULL, NULL, 0.7, 'surnames of office holders that the article names in no other way: 2 of 2'),
    ('speaker', 'pronoun.%', NULL, NULL, NULL, 0.6, 'persons named nearby who may be another: 6 of 13'),
    ('speaker', 'nominal.issuer', NULL, NULL, NULL, 0.6, 'who issues a statement only by the words around it'),
    ('speaker', 'nominal.body_of_context', NULL, NULL, NULL, 0.6, 'bodies whose owner only the article tells ("authorities")'),
    ('speaker', 'office.%', NULL, NULL, NULL, 0.6, 'holders of an office that only the day and place tell'),
    ('speaker', 'name.one_of_many', NULL, NULL, NULL, NULL, 'one member, mostly somebody whom the article names ("the Republican")'),
    ('speaker', 'nominal.generic', NULL, 'generic', 'CVL', NULL, 'private people of no name ("a man", "people", "women"): 8 of 16'),
    ('about', 'pronoun.it%', NULL, NULL, NULL, NULL, 'bodies or things: 7 of 10'),
    ('about', 'pronoun.the%', NULL, NULL, NULL, 0.75, 'groups: 4 of 6'),
    ('about', 'pronoun.speakers_government', NULL, NULL, NULL, NULL, '"we" of officials, who also speak for less: 3 of 7'),
    ('about', 'person.office_holder', NULL, NULL, NULL, 0.7, 'as for speakers'),
    ('about', 'tagger', NULL, NULL, NULL, NULL, 'names that only the tagger takes for those of organisations: 4 of 11'),
    ('about', 'name.trimmed', NULL, NULL, NULL, NULL, 'the same, cut out of longer names'),
    ('about', 'nominal.body_again', NULL, 'police', NULL, NULL, 'any investigators and officers, not those of the state'),
    ('about', 'nominal.body_again', NULL, 'judiciary', NULL, NULL, 'any court, not those of the state'),
    ('about', 'nominal.body_again', NULL, 'armed_force', NULL, NULL, 'any forces and soldiers, not those of the state'),
    ('about', 'nominal.body_of_context', NULL, 'police', NULL, NULL, 'as nominal.body_again'),
    ('about', 'nominal.body_of_context', NULL, 'judiciary', NULL, NULL, 'as nominal.body_again'),
    ('about', 'nominal.body_of_context', NULL, 'armed_force', NULL, NULL, 'as nominal.body_again')
) AS judged(part, rule, kind, actor_kind, sector, below, reason)
