-- One named actor whose share of the articles at least doubled in the last thirty days of the archive, compared with all earlier days.
-- question: Whose coverage rose most against the archive's own past?
WITH dated AS (
    SELECT article_id, published_date > max(published_date) OVER () - 30 AS is_late
    FROM articles
    WHERE published_date IS NOT NULL
),
totals AS (
    SELECT count(*) FILTER (is_late) AS late_total, count(*) FILTER (NOT is_late) AS early_total FROM dated
),
named AS (
    SELECT
        m.actor_id, m.actor_name, m.actor_kind, count(*) FILTER (d.is_late) AS late_count,
        count(*) FILTER (NOT d.is_late) AS early_count, count(DISTINCT m.story_id) FILTER (d.is_late) AS story_count
    FROM actor_articles AS m
    JOIN dated AS d ON d.article_id = m.article_id
    WHERE m.actor_kind <> 'generic'
    GROUP BY m.actor_id, m.actor_name, m.actor_kind
),
risen AS (
    SELECT n.*, t.late_total, t.early_total, n.late_count / t.late_total - n.early_count / t.early_total AS rise
    FROM named AS n
    CROSS JOIN totals AS t
    WHERE t.late_total >= 20 AND t.early_total >= 20 AND n.late_count >= 5 AND n.story_count >= 3
        AND n.late_count / t.late_total >= 2 * n.early_count / t.early_total
        -- the roots of two counts differ by half or so by chance, here by two at least: of thousands of actors some rise for no reason
        AND sqrt(n.late_count) - sqrt(t.late_total * n.early_count / t.early_total) >= 2
    ORDER BY rise DESC, n.actor_id
    LIMIT 1
),
chosen AS (
    SELECT r.*, m.article_id, m.start_char AS mention_start, m.outlet, s.start_char, s.end_char
    FROM risen AS r
    JOIN sure_mentions AS m ON m.actor_id = r.actor_id AND m.layer = 'name'
    JOIN dated AS d ON d.article_id = m.article_id AND d.is_late
    JOIN sentences AS s ON s.article_id = m.article_id AND s.sentence_no = m.sentence_no
    QUALIFY row_number() OVER (ORDER BY m.published_date DESC, m.confidence DESC, m.mention_id) = 1
)
SELECT
    c.actor_id, c.actor_name, c.actor_kind, c.late_count, c.late_total, c.early_count, c.early_total,
    substr(a.body, c.start_char + 1, c.end_char - c.start_char) AS words, c.article_id, c.mention_start, a.title, c.outlet, a.published_date
FROM chosen AS c
JOIN articles AS a ON a.article_id = c.article_id
