-- One sector of speakers in one outlet (null: outlet or sector unknown).
-- question: Who is quoted directly, and who is only paraphrased?
-- outlet: Outlet that published the articles; null if unknown.
-- sector: PLOVER sector of the speakers; null if unknown.
-- quote_count: Quotations with a known speaker.
-- direct_count: Quotations wholly in quote marks.
-- mixed_count: Quotations partly in quote marks.
-- indirect_count: Quotations without quote marks.
-- indirect_share: Share of those without quote marks, 0 to 1.
-- article_count: Articles that hold them.
-- text_count: Distinct texts among them.
-- story_count: Distinct stories among them.
-- example_content: One of the quotations: the first by id.
-- example_article_id: Its article.
SELECT
    q.outlet, c.sector, count(*) AS quote_count,
    count(*) FILTER (q.kind = 'direct') AS direct_count,
    count(*) FILTER (q.kind = 'mixed') AS mixed_count,
    count(*) FILTER (q.kind = 'indirect') AS indirect_count,
    count(*) FILTER (q.kind = 'indirect') / CAST(count(*) AS DOUBLE) AS indirect_share,
    count(DISTINCT q.article_id) AS article_count, count(DISTINCT q.text_hash) AS text_count, count(DISTINCT q.story_id) AS story_count,
    arg_min(q.content, q.quote_id) AS example_content, arg_min(q.article_id, q.quote_id) AS example_article_id
FROM quoted_words AS q
JOIN actors AS c ON c.actor_id = q.speaker_id
GROUP BY q.outlet, c.sector
