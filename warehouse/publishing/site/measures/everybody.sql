-- One actor that is mentioned, unnamed people included, with its number: the most articles first.
-- question: Who can be searched for and compared?
WITH named AS (
    SELECT m.actor_id, m.article_id, count(*) AS mention_count
    FROM mentions AS m
    JOIN articles AS a ON a.article_id = m.article_id
    JOIN batches AS b ON b.batch_id = a.batch_id
    WHERE m.kind NOT IN ('place', 'outlet') AND m.reading IS DISTINCT FROM 'place'
    GROUP BY m.actor_id, m.article_id
),
counted AS (
    SELECT actor_id, count(*) AS article_count, CAST(sum(mention_count) AS BIGINT) AS mention_count FROM named GROUP BY actor_id
)
SELECT
    c.actor_id, c.name, c.kind, c.country, c.sector, c.gender, p.name AS party_name, n.article_count, n.mention_count,
    row_number() OVER (ORDER BY n.article_count DESC, n.mention_count DESC, c.actor_id) - 1 AS actor_no
FROM counted AS n
JOIN actors AS c ON c.actor_id = n.actor_id AND c.is_political
LEFT JOIN actors AS p ON p.actor_id = c.party_id
ORDER BY actor_no
