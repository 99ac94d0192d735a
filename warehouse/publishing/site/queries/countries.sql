-- One country whose actors are in the news.
-- question: Which countries can the pages be filtered by?
SELECT p.country, coalesce(c.name, p.country) AS country_name, count(*) AS actor_count
FROM actor_profiles AS p
LEFT JOIN actors AS c ON c.actor_id = p.country
WHERE p.country IS NOT NULL
GROUP BY p.country, coalesce(c.name, p.country)
ORDER BY country_name, p.country
