-- One named actor that is quoted in at least two stories, with the actor it speaks about most and one sentence that quotes it.
-- question: Who is quoted in the most articles, and about whom?
WITH quoted AS (
    SELECT s.actor_id, s.actor_name, c.kind, s.article_count, s.story_count, s.quote_count
    FROM speakers AS s
    JOIN ranked_actors AS c ON c.actor_id = s.actor_id
    WHERE s.story_count >= 2 AND s.article_count >= 3 AND c.kind <> 'generic'
    ORDER BY s.article_count DESC, s.story_count DESC, s.quote_count DESC, s.actor_id
    LIMIT 2
),
subjects AS (
    SELECT w.speaker_id, w.about_id AS other_id, w.about_name AS other_name, c.kind AS other_kind, count(DISTINCT w.quote_id) AS about_count
    FROM who_says_what_about_whom AS w
    JOIN ranked_actors AS c ON c.actor_id = w.about_id
    WHERE c.kind <> 'generic'
    GROUP BY w.speaker_id, w.about_id, w.about_name, c.kind
    HAVING count(DISTINCT w.quote_id) >= 2
    QUALIFY row_number() OVER (PARTITION BY w.speaker_id ORDER BY about_count DESC, w.about_id) = 1
),
chosen AS (
    SELECT
        q.*, s.other_id, s.other_name, s.other_kind, s.about_count, w.article_id, w.start_char AS quote_start, w.outlet,
        t.start_char, t.end_char
    FROM quoted AS q
    LEFT JOIN subjects AS s ON s.speaker_id = q.actor_id
    JOIN quoted_words AS w ON w.speaker_id = q.actor_id
    LEFT JOIN who_says_what_about_whom AS about ON about.quote_id = w.quote_id AND about.about_id = s.other_id
    JOIN sentences AS t ON t.article_id = w.article_id AND w.start_char >= t.start_char AND w.start_char < t.end_char
    LEFT JOIN (SELECT DISTINCT article_id, sentence_no, actor_id FROM sure_mentions WHERE layer = 'name') AS n
        ON n.article_id = t.article_id AND n.sentence_no = t.sentence_no AND n.actor_id = s.other_id
    QUALIFY
        row_number() OVER (
            PARTITION BY q.actor_id
            -- words in quotation marks about the other, else words in marks, else reported ones about the other
            ORDER BY
                CAST(about.quote_id IS NULL AS INTEGER) + CAST(w.kind = 'indirect' AS INTEGER), w.kind = 'indirect', w.end_char > t.end_char,
                n.actor_id IS NULL, t.end_char - t.start_char NOT BETWEEN 60 AND 300, w.quote_id
        ) = 1
)
SELECT
    c.actor_id, c.actor_name, c.kind AS actor_kind, c.article_count, (SELECT count(*) FROM articles) AS total_count, c.quote_count,
    c.other_id, c.other_name, c.other_kind, c.about_count, substr(a.body, c.start_char + 1, c.end_char - c.start_char) AS words, c.article_id,
    c.quote_start, a.title, c.outlet, a.published_date
FROM chosen AS c
JOIN articles AS a ON a.article_id = c.article_id
ORDER BY c.article_count DESC, c.story_count DESC, c.quote_count DESC, c.actor_id
