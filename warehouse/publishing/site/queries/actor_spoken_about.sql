-- One actor that speaks about it.
-- question: Who speaks about this actor, and in what tone?
WITH counted AS (
    SELECT
        about_id AS actor_id, speaker_id AS other_id, min(speaker_name) AS other_name, count(DISTINCT quote_id) AS quote_count,
        avg(tone) AS tone_mean, count(tone) AS tone_count, count(DISTINCT article_id) AS article_count, min(quote_id) AS quote_id
    FROM who_says_what_about_whom
    WHERE about_id IN (SELECT actor_id FROM site_actors) AND speaker_id IS NOT NULL
    GROUP BY about_id, speaker_id
    QUALIFY row_number() OVER (PARTITION BY about_id ORDER BY count(DISTINCT quote_id) DESC, speaker_id) <= 15
)
SELECT
    k.actor_id, k.other_id, k.other_name, k.quote_count, k.tone_mean, k.tone_count, k.article_count,
    substr(a.body, s.start_char + 1, greatest(s.end_char, q.end_char) - s.start_char) AS words, q.article_id, q.start_char AS quote_start
FROM counted AS k
JOIN quotes AS q ON q.quote_id = k.quote_id
JOIN articles AS a ON a.article_id = q.article_id
JOIN sentences AS s ON s.article_id = q.article_id AND q.start_char >= s.start_char AND q.start_char < s.end_char
ORDER BY k.actor_id, k.quote_count DESC, k.other_id
