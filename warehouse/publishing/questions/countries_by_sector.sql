-- One country and sector of actors.
-- question: Which parts of each country are in the news: government, armed forces, opposition, courts?
SELECT coalesce(c.name, actor_country) AS country, k.words AS sector, count(*) AS mention_count, count(DISTINCT article_id) AS article_count,
    count(DISTINCT text_hash) AS text_count, count(DISTINCT story_id) AS story_count
FROM sure_mentions
LEFT JOIN actors AS c ON c.actor_id = actor_country
LEFT JOIN codes AS k ON k.column_name = 'sector' AND k.code = actor_sector
WHERE actor_country IS NOT NULL
GROUP BY ALL
ORDER BY country, story_count DESC, sector
