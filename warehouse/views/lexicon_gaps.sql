-- One printed name with one label that the lexicon lacks.
-- question: Which frequent names does the lexicon lack?
-- surface: The words as printed.
-- ner: What the words are, in OntoNotes labels; null for nominals.
-- gap: unresolved: the mention names no actor; discovered: it names an actor known only from articles.
-- actor_id: The discovered actor; null if unresolved.
-- mention_count: Mentions with this surface.
-- article_count: Articles that print it.
-- text_count: Distinct texts among them.
-- story_count: Distinct stories among them.
-- example_article_id: An article that prints it: the first by id.
SELECT
    m.surface, m.ner, CASE WHEN m.actor_id IS NULL THEN 'unresolved' ELSE 'discovered' END AS gap, m.actor_id,
    count(*) AS mention_count,
    count(DISTINCT a.article_id) AS article_count, count(DISTINCT a.text_hash) AS text_count, count(DISTINCT a.story_id) AS story_count,
    min(a.article_id) AS example_article_id
FROM mentions AS m
JOIN articles AS a ON a.article_id = m.article_id
JOIN batches AS b ON b.batch_id = a.batch_id
LEFT JOIN actors AS c ON c.actor_id = m.actor_id
WHERE m.layer <> 'pronoun' AND (m.actor_id IS NULL OR (c.origin = 'discovered' AND m.layer = 'name'))
GROUP BY m.surface, m.ner, m.actor_id
