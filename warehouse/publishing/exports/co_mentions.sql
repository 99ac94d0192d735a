-- One pair of actors named in the same article, without a direction.
-- question: Who is named with whom, and how often, for Gephi, NetworkX, igraph or a spreadsheet?
-- file: csv
-- graph: undirected
SELECT
    c.actor_id AS source_id, s.name AS source_name, s.kind AS source_kind, s.country AS source_country, c.other_id AS target_id,
    t.name AS target_name, t.kind AS target_kind, t.country AS target_country, 'NAMED_WITH' AS relation, c.article_count AS pair_count,
    c.sentence_count, c.text_count, c.story_count
FROM co_mentions AS c
JOIN actors AS s ON s.actor_id = c.actor_id
JOIN actors AS t ON t.actor_id = c.other_id
ORDER BY c.article_count DESC, c.sentence_count DESC, c.actor_id, c.other_id
