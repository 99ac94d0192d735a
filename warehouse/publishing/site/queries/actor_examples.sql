-- One sentence that names the actor: the most certain mention in each of its latest stories.
-- question: Recent sentences that name this actor
WITH surest AS (
    SELECT actor_id, story_id, published_date, outlet, article_id, sentence_no, start_char, role, tone, confidence
    FROM sure_mentions
    WHERE actor_id IN (SELECT actor_id FROM site_actors) AND layer <> 'pronoun'
    QUALIFY row_number() OVER (PARTITION BY actor_id, story_id ORDER BY confidence DESC, article_id, start_char) = 1
),
latest AS (
    SELECT * FROM surest
    QUALIFY row_number() OVER (PARTITION BY actor_id ORDER BY published_date DESC NULLS LAST, confidence DESC, article_id) <= 12
)
SELECT
    l.actor_id, substr(a.body, s.start_char + 1, s.end_char - s.start_char) AS words, l.published_date, l.outlet, l.role, l.tone,
    l.article_id, l.start_char AS mention_start
FROM latest AS l
JOIN articles AS a ON a.article_id = l.article_id
JOIN sentences AS s ON s.article_id = l.article_id AND s.sentence_no = l.sentence_no
ORDER BY l.actor_id, l.published_date DESC NULLS LAST, l.article_id, l.start_char
