-- One office or sector under which the person was named.
-- question: Which offices does this actor hold, and when?
SELECT
    m.actor_id, coalesce(m.office, '(no office on that day)') AS office, m.sector, m.country, min(a.published_date) AS first_date,
    max(a.published_date) AS last_date, count(*) AS mention_count, count(DISTINCT m.article_id) AS article_count
FROM mentions AS m
JOIN articles AS a ON a.article_id = m.article_id
WHERE m.actor_id IN (SELECT actor_id FROM site_actors) AND m.kind = 'person' AND m.layer <> 'pronoun'
GROUP BY m.actor_id, m.office, m.sector, m.country
ORDER BY m.actor_id, first_date NULLS LAST, mention_count DESC, office, m.sector
