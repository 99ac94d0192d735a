-- One medium credited by one outlet (null: outlet unknown).
-- question: Whose reporting does each outlet credit?
-- outlet: The publishing outlet, by its lexicon name if it has one; null if unknown.
-- credited_id: The medium credited.
-- credited_name: Its name.
-- credit_count: Credits.
-- first_count: Credits at the first place of the chain.
-- article_count: Articles with such a credit.
-- text_count: Distinct texts among them.
-- story_count: Distinct stories among them.
-- example_article_id: An article with such a credit: the first by id.
SELECT
    coalesce(p.name, a.outlet) AS outlet, k.outlet_id AS credited_id, coalesce(o.name, c.name) AS credited_name,
    count(*) AS credit_count, count(*) FILTER (k.hop = 1) AS first_count,
    count(DISTINCT a.article_id) AS article_count, count(DISTINCT a.text_hash) AS text_count, count(DISTINCT a.story_id) AS story_count,
    min(a.article_id) AS example_article_id
FROM credits AS k
JOIN articles AS a ON a.article_id = k.article_id
JOIN batches AS b ON b.batch_id = a.batch_id
LEFT JOIN outlets AS p ON p.outlet_id = a.outlet_id
LEFT JOIN outlets AS o ON o.outlet_id = k.outlet_id
LEFT JOIN actors AS c ON c.actor_id = k.outlet_id
GROUP BY coalesce(p.name, a.outlet), k.outlet_id, coalesce(o.name, c.name)
