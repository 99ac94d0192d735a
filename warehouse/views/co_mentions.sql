-- One pair of actors mentioned in the same article; actor_id comes before other_id alphabetically. Only the 200 actors an article mentions most count.
-- question: Who is mentioned with whom?
-- actor_id: The one actor.
-- actor_name: Its name.
-- other_id: The other actor.
-- other_name: Its name.
-- sentence_count: Sentences that mention both.
-- article_count: Articles that mention both.
-- text_count: Distinct texts among them.
-- story_count: Distinct stories among them.
WITH article_actors AS (
    -- the bound keeps a list of thousands of names from becoming millions of pairs; a longer article brings sentences, not pairs
    SELECT article_id, actor_id, actor_name, text_hash, story_id FROM political_mentions
    GROUP BY article_id, actor_id, actor_name, text_hash, story_id
    QUALIFY row_number() OVER (PARTITION BY article_id ORDER BY count(*) DESC, actor_id) <= 200
),
places AS (
    SELECT DISTINCT m.article_id, m.sentence_no, m.actor_id
    FROM political_mentions AS m SEMI JOIN article_actors AS a ON a.article_id = m.article_id AND a.actor_id = m.actor_id
),
together AS (
    SELECT p.actor_id, o.actor_id AS other_id, count(*) AS sentence_count
    FROM places AS p JOIN places AS o ON o.article_id = p.article_id AND o.sentence_no = p.sentence_no AND p.actor_id < o.actor_id
    GROUP BY p.actor_id, o.actor_id
),
pairs AS (
    SELECT
        p.actor_id, any_value(p.actor_name) AS actor_name, o.actor_id AS other_id, any_value(o.actor_name) AS other_name,
        count(*) AS article_count, count(DISTINCT p.text_hash) AS text_count, count(DISTINCT p.story_id) AS story_count
    FROM article_actors AS p JOIN article_actors AS o ON o.article_id = p.article_id AND p.actor_id < o.actor_id
    GROUP BY p.actor_id, o.actor_id
)
SELECT
    p.actor_id, p.actor_name, p.other_id, p.other_name, coalesce(t.sentence_count, 0) AS sentence_count,
    p.article_count, p.text_count, p.story_count
FROM pairs AS p LEFT JOIN together AS t ON t.actor_id = p.actor_id AND t.other_id = p.other_id
