-- One actor, with the tone of outlets and of speakers toward it.
-- question: Do quotations speak worse of an actor than outlets do?
SELECT actor_id, actor_name, count(tone) AS judged_count, avg(tone) FILTER (voice_actor_id IS NULL) AS tone_of_outlets,
    avg(tone) FILTER (voice_actor_id IS NOT NULL) AS tone_of_speakers, count(DISTINCT article_id) AS article_count
FROM sure_mentions
GROUP BY actor_id, actor_name
HAVING count(tone) >= 3
ORDER BY judged_count DESC, actor_id
