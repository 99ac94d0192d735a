-- One speaking actor in one month of publication (null: undated articles).
-- question: What share of quotations does each actor have?
-- month_date: First day of the month; null for undated articles.
-- actor_id: The speaker.
-- actor_name: Its name.
-- quote_count: Quotations of the actor in the month.
-- quote_share: Share of them among the month's quotations with a named speaker, 0 to 1.
-- word_count: Number of words quoted, as separated by spaces.
-- article_count: Articles that quote it.
-- text_count: Distinct texts among them.
-- story_count: Distinct stories among them.
SELECT
    CAST(date_trunc('month', published_date) AS DATE) AS month_date, speaker_id AS actor_id, speaker_name AS actor_name,
    count(*) AS quote_count,
    count(*) / CAST(sum(count(*)) OVER (PARTITION BY CAST(date_trunc('month', published_date) AS DATE)) AS DOUBLE) AS quote_share,
    CAST(sum(length(content) - length(replace(content, ' ', '')) + 1) AS BIGINT) AS word_count,
    count(DISTINCT article_id) AS article_count, count(DISTINCT text_hash) AS text_count, count(DISTINCT story_id) AS story_count
FROM quoted_words
WHERE speaker_id IN (SELECT actor_id FROM ranked_actors)
GROUP BY CAST(date_trunc('month', published_date) AS DATE), speaker_id, speaker_name
