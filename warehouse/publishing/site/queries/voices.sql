-- One day, with its quotations of named speakers.
-- question: How many quotations does each day bring?
SELECT published_date, count(*) AS quote_count
FROM quoted_words
WHERE speaker_id IN (SELECT actor_id FROM ranked_actors) AND published_date IS NOT NULL
GROUP BY published_date
ORDER BY published_date
