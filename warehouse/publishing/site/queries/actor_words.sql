-- One quotation of the actor, the latest first.
-- question: In their own words
SELECT speaker_id AS actor_id, content AS words, published_date, outlet, kind, cue, article_id, start_char AS quote_start
FROM quoted_words
WHERE speaker_id IN (SELECT actor_id FROM site_actors)
QUALIFY row_number() OVER (PARTITION BY speaker_id ORDER BY published_date DESC NULLS LAST, quote_id) <= 10
ORDER BY actor_id, published_date DESC NULLS LAST, article_id, quote_start
