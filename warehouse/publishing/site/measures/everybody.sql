-- One actor that is mentioned, unnamed people included, with its number: the most articles first.
-- question: Who can be searched for and compared?
SELECT
    c.actor_id, c.name, c.kind, c.country, c.sector, c.gender, p.name AS party_name, count(DISTINCT m.article_id) AS article_count,
    count(*) AS mention_count,
    row_number() OVER (ORDER BY count(DISTINCT m.article_id) DESC, count(*) DESC, c.actor_id) - 1 AS actor_no
FROM mentions AS m
JOIN articles AS a ON a.article_id = m.article_id
JOIN batches AS b ON b.batch_id = a.batch_id
JOIN actors AS c ON c.actor_id = m.actor_id AND c.is_political
LEFT JOIN actors AS p ON p.actor_id = c.party_id
WHERE m.kind NOT IN ('place', 'outlet') AND m.reading IS DISTINCT FROM 'place'
GROUP BY c.actor_id, c.name, c.kind, c.country, c.sector, c.gender, p.name
ORDER BY actor_no
