-- One named actor of strong mean tone in two stories or more, with the sentence that shows it most; five mentions judged at least.
-- question: Who is spoken of most harshly?
WITH judged AS (
    SELECT
        actor_id, actor_name, actor_kind, avg(tone) AS tone_mean, count(tone) AS tone_count,
        count(DISTINCT article_id) FILTER (tone IS NOT NULL) AS article_count
    FROM political_mentions
    WHERE actor_kind <> 'generic'
    GROUP BY actor_id, actor_name, actor_kind
    HAVING count(tone) >= 5 AND avg(tone) <= -0.3 AND count(DISTINCT story_id) FILTER (tone IS NOT NULL) >= 2
    ORDER BY tone_mean, tone_count DESC, actor_id
    LIMIT 1
)
SELECT
    j.actor_id, j.actor_name, j.actor_kind, j.tone_mean, j.tone_count, j.article_count,
    substr(a.body, t.start_char + 1, t.end_char - t.start_char) AS words, k.article_id, k.start_char AS mention_start, a.title, k.outlet, a.published_date
FROM judged AS j
JOIN political_mentions AS k ON k.actor_id = j.actor_id AND k.tone IS NOT NULL AND k.layer = 'name'
JOIN articles AS a ON a.article_id = k.article_id
JOIN sentences AS t ON t.article_id = k.article_id AND t.sentence_no = k.sentence_no
QUALIFY row_number() OVER (ORDER BY t.end_char - t.start_char NOT BETWEEN 60 AND 300, k.tone, k.confidence DESC, k.mention_id) = 1
