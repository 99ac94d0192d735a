-- One pair of actors mentioned in the same article; actor_id comes before other_id in the alphabet.
-- question: Who is mentioned together with whom?
-- actor_id: The one actor.
-- actor_name: Its name.
-- other_id: The other actor.
-- other_name: Its name.
-- sentence_count: Sentences that mention both.
-- article_count: Articles that mention both.
-- text_count: Distinct texts among them.
-- story_count: Distinct stories among them.
WITH places AS (
    SELECT DISTINCT actor_id, actor_name, article_id, text_hash, story_id, sentence_no FROM political_mentions
)
SELECT
    p.actor_id, p.actor_name, o.actor_id AS other_id, o.actor_name AS other_name,
    count(*) FILTER (p.sentence_no = o.sentence_no) AS sentence_count,
    count(DISTINCT p.article_id) AS article_count, count(DISTINCT p.text_hash) AS text_count, count(DISTINCT p.story_id) AS story_count
FROM places AS p
JOIN places AS o ON o.article_id = p.article_id AND p.actor_id < o.actor_id
GROUP BY p.actor_id, p.actor_name, o.actor_id, o.actor_name
