-- One quotation of the actor in its sentence, latest first, without reprints.
-- question: In their own words
WITH latest AS (
    SELECT * FROM quoted_words
    WHERE speaker_id IN (SELECT actor_id FROM site_actors)
    QUALIFY row_number() OVER (PARTITION BY speaker_id, content ORDER BY published_date NULLS LAST, quote_id) = 1
),
chosen AS (
    SELECT * EXCLUDE (content) FROM latest
    QUALIFY row_number() OVER (PARTITION BY speaker_id ORDER BY published_date DESC NULLS LAST, quote_id) <= 10
)
SELECT
    q.speaker_id AS actor_id, substr(a.body, s.start_char + 1, greatest(s.end_char, q.end_char) - s.start_char) AS words, q.published_date,
    q.outlet, q.kind, q.cue, q.article_id, q.start_char AS quote_start
FROM chosen AS q
JOIN articles AS a ON a.article_id = q.article_id
JOIN sentences AS s ON s.article_id = q.article_id AND q.start_char >= s.start_char AND q.start_char < s.end_char
ORDER BY q.speaker_id, q.published_date DESC NULLS LAST, q.article_id, quote_start
