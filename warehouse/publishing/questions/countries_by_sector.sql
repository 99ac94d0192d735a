-- One country and sector of actors.
-- question: Which parts of each country are in the news: government, armed forces, opposition, courts?
SELECT actor_country AS country, actor_sector AS sector, count(*) AS mention_count, count(DISTINCT article_id) AS article_count,
    count(DISTINCT text_hash) AS text_count, count(DISTINCT story_id) AS story_count
FROM political_mentions
WHERE actor_country IS NOT NULL
GROUP BY ALL
ORDER BY country, story_count DESC, sector
