-- One actor quoted by one outlet, the outlets with the most quotations first, ten actors each.
-- question: Whom does each outlet quote most?
SELECT
    outlet, speaker_id AS actor_id, speaker_name AS actor_name, count(*) AS quote_count,
    count(*) / CAST(sum(count(*)) OVER (PARTITION BY outlet) AS DOUBLE) AS quote_share, count(DISTINCT article_id) AS article_count
FROM quoted_words
WHERE speaker_id IN (SELECT actor_id FROM ranked_actors) AND outlet IS NOT NULL
GROUP BY outlet, speaker_id, speaker_name
QUALIFY row_number() OVER (PARTITION BY outlet ORDER BY count(*) DESC, speaker_id) <= 10
ORDER BY sum(quote_count) OVER (PARTITION BY outlet) DESC, outlet, quote_count DESC, actor_id
