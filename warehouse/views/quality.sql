-- One measure of the whole warehouse.
-- question: How complete and how reliable is this warehouse?
-- measure: What is measured.
-- found_count: How many meet it.
-- total_count: Out of how many.
-- found_share: Share of them, 0 to 1; null if there are none.
WITH measures AS (
    SELECT 1 AS place, 'articles without a date' AS measure, count(*) FILTER (published_date IS NULL) AS found_count, count(*) AS total_count
    FROM articles
    UNION ALL SELECT 2, 'articles without an outlet', count(*) FILTER (outlet IS NULL), count(*) FROM articles
    UNION ALL SELECT 3, 'articles whose outlet is not in the lexicon', count(*) FILTER (outlet_id IS NULL), count(*) FROM articles
    UNION ALL SELECT 4, 'articles not analysed', count(*) FILTER (NOT is_analysed), count(*) FROM articles
    UNION ALL SELECT 5, 'exact reprints', count(*) - count(DISTINCT text_hash), count(*) FROM articles
    UNION ALL SELECT 6, 'other versions of a story', count(*) - count(DISTINCT story_id), count(*) FROM articles
    UNION ALL SELECT 7, 'analysed articles without a mention',
        count(*) FILTER (article_id NOT IN (SELECT article_id FROM mentions)), count(*) FROM articles WHERE is_analysed
    UNION ALL SELECT 8, 'unresolved mentions', count(*) FILTER (actor_id IS NULL), count(*) FROM mentions
    UNION ALL SELECT 9, 'mentions of discovered actors',
        count(*) FILTER (actor_id IN (SELECT actor_id FROM actors WHERE origin = 'discovered')), count(*) FROM mentions
    UNION ALL SELECT 10, 'mentions with confidence below 0.5', count(*) FILTER (confidence < 0.5), count(*) FROM mentions
    UNION ALL SELECT 11, 'quotations without a known speaker', count(*) FILTER (speaker_actor_id IS NULL), count(*) FROM quotes
    UNION ALL SELECT 12, 'dyads without an event type', count(*) FILTER (event IS NULL), count(*) FROM dyads
    UNION ALL SELECT 13, 'open quarantine entries', count(*) FILTER (is_open), count(*) FROM quarantine
    UNION ALL SELECT 14, 'checks failed', count(*) FILTER (NOT is_passed), count(*) FROM checks
)
SELECT measure, found_count, total_count, found_count / nullif(CAST(total_count AS DOUBLE), 0) AS found_share
FROM measures
ORDER BY place
