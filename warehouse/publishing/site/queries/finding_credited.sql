-- One medium that others credit in at least three articles, with one of the sentences.
-- question: Whose reporting is credited most?
WITH credited AS (
    SELECT credited_id, credited_name, CAST(sum(article_count) AS BIGINT) AS article_count
    FROM sources_credited
    GROUP BY credited_id, credited_name
    HAVING sum(article_count) >= 3 AND credited_name IS NOT NULL
    ORDER BY article_count DESC, credited_id
    LIMIT 2
),
chosen AS (
    SELECT c.*, k.article_id, s.start_char, coalesce(n.end_char, s.end_char) AS end_char
    FROM credited AS c
    JOIN credits AS k ON k.outlet_id = c.credited_id
    JOIN sentences AS s ON s.article_id = k.article_id AND k.start_char >= s.start_char AND k.start_char < s.end_char
    -- a dateline alone says too little
    LEFT JOIN sentences AS n ON n.article_id = s.article_id AND n.sentence_no = s.sentence_no + 1 AND s.end_char - s.start_char < 60
    QUALIFY
        row_number() OVER (
            PARTITION BY c.credited_id ORDER BY s.end_char - s.start_char NOT BETWEEN 60 AND 300, k.article_id, k.hop
        ) = 1
)
SELECT
    c.credited_name, c.article_count, (SELECT count(*) FROM articles) AS total_count,
    substr(a.body, c.start_char + 1, c.end_char - c.start_char) AS words, c.article_id, a.title, coalesce(o.name, a.outlet) AS outlet, a.published_date
FROM chosen AS c
JOIN articles AS a ON a.article_id = c.article_id
LEFT JOIN outlets AS o ON o.outlet_id = a.outlet_id
ORDER BY c.article_count DESC, c.credited_id
