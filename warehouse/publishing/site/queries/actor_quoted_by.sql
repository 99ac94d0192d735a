-- One outlet that quotes the actor.
-- question: Which outlets quote this actor?
SELECT
    speaker_id AS actor_id, outlet, count(*) AS quote_count, count(*) FILTER (kind = 'indirect') AS indirect_count,
    count(DISTINCT article_id) AS article_count, min_by(content, quote_id) AS words,
    min_by(article_id, quote_id) AS article_id, min_by(start_char, quote_id) AS quote_start
FROM quoted_words
WHERE speaker_id IN (SELECT actor_id FROM site_actors)
GROUP BY speaker_id, outlet
QUALIFY row_number() OVER (PARTITION BY speaker_id ORDER BY count(*) DESC, outlet NULLS LAST) <= 10
ORDER BY actor_id, quote_count DESC, outlet NULLS LAST
