-- One actor in the news, the most stories first.
-- question: Who is most in the news?
SELECT
    t.actor_id, t.actor_name, t.kind, t.country, p.sector, t.story_count, t.article_count, t.mention_count, t.quote_count, t.tone_mean,
    j.tone_count, p.first_date, p.last_date, p.wikidata
FROM top_actors AS t
JOIN actor_profiles AS p ON p.actor_id = t.actor_id
JOIN (SELECT actor_id, count(tone) AS tone_count FROM sure_mentions GROUP BY actor_id) AS j ON j.actor_id = t.actor_id
WHERE t.rank_no <= $actors
ORDER BY t.rank_no
