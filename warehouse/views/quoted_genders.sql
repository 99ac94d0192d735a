-- One gender of quoted persons in one month of publication (null: undated articles).
-- question: What share of quotations comes from women?
-- month_date: First day of the month; null for undated articles.
-- gender: f or m of the speaker; null if unknown.
-- quote_count: Quotations of persons of that gender.
-- quote_share: Share of them among the month's quotations of persons, 0 to 1.
-- known_share: Share of them among the month's quotations of persons of known gender, 0 to 1; null for those of unknown gender.
-- person_count: Persons quoted.
-- article_count: Articles that quote one.
-- text_count: Distinct texts among them.
-- story_count: Distinct stories among them.
WITH quoted AS (
    SELECT CAST(date_trunc('month', q.published_date) AS DATE) AS month_date, a.gender, q.speaker_id, q.article_id, q.text_hash, q.story_id
    FROM quoted_words AS q
    JOIN actors AS a ON a.actor_id = q.speaker_id AND a.kind = 'person'
)
SELECT
    month_date, gender, count(*) AS quote_count,
    count(*) / CAST(sum(count(*)) OVER (PARTITION BY month_date) AS DOUBLE) AS quote_share,
    CASE WHEN gender IS NOT NULL THEN
        count(*) / CAST(sum(count(*)) FILTER (gender IS NOT NULL) OVER (PARTITION BY month_date) AS DOUBLE)
    END AS known_share,
    count(DISTINCT speaker_id) AS person_count,
    count(DISTINCT article_id) AS article_count, count(DISTINCT text_hash) AS text_count, count(DISTINCT story_id) AS story_count
FROM quoted
GROUP BY month_date, gender
