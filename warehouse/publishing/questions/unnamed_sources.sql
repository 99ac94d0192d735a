-- One quotation of an unnamed speaker.
-- question: How often do unnamed officials, sources and analysts speak, and in which outlets?
SELECT q.outlet, q.speaker_name, count(*) AS quote_count, count(DISTINCT q.article_id) AS article_count,
    count(DISTINCT q.text_hash) AS text_count, count(DISTINCT q.story_id) AS story_count, arg_min(q.content, q.quote_id) AS example_content
FROM quoted_words AS q
JOIN actors AS c ON c.actor_id = q.speaker_id
WHERE starts_with(c.actor_id, 'GENERIC.')
GROUP BY ALL
ORDER BY quote_count DESC, q.outlet, q.speaker_name
