-- One day; quotations whose speaker is named.
-- question: How many quotations stand in the articles of each day?
SELECT published_date, count(*) AS quote_count
FROM quoted_words
WHERE speaker_id IN (SELECT actor_id FROM ranked_actors) AND published_date IS NOT NULL
GROUP BY published_date
ORDER BY published_date
