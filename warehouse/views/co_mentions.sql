-- One pair of actors mentioned in the same article; actor_id comes before other_id alphabetically. Only the 200 actors an article mentions most count.
-- question: Who is mentioned with whom?
-- kept: as sums
-- actor_id: The one actor.
-- actor_name: Its name.
-- other_id: The other actor.
-- other_name: Its name.
-- sentence_count: Sentences that mention both.
-- article_count: Articles that mention both.
-- text_count: Distinct texts among them.
-- story_count: Distinct stories among them.
WITH counted AS (
    -- the bound keeps a list of thousands of names from becoming millions of pairs; a longer article brings sentences, not pairs
    SELECT article_id, text_hash, story_id, actor_id, actor_name FROM sure_mentions GROUP BY article_id, text_hash, story_id, actor_id, actor_name
    QUALIFY row_number() OVER (PARTITION BY article_id ORDER BY count(*) DESC, actor_id) <= 200
),
-- pairs are many, and of numbers they are joined and counted in a fraction of the time
numbered_actors AS (
    SELECT actor_id, actor_name AS name, row_number() OVER (ORDER BY actor_id)::INTEGER AS actor_no FROM counted GROUP BY actor_id, actor_name
),
numbered_articles AS (
    SELECT
        article_id, row_number() OVER ()::INTEGER AS article_no, text_hash, story_id,
        count(*) OVER (PARTITION BY text_hash) = 1 AND count(*) OVER (PARTITION BY story_id) = 1 AS is_only
    FROM (SELECT article_id, text_hash, story_id FROM counted GROUP BY article_id, text_hash, story_id)
),
article_actors AS MATERIALIZED (
    SELECT article_no, actor_no, is_only
    FROM counted JOIN numbered_articles USING (article_id) JOIN numbered_actors USING (actor_id)
),
places AS MATERIALIZED (
    SELECT DISTINCT n.article_no, m.sentence_no, n.actor_no
    FROM sure_mentions AS m
    JOIN numbered_articles USING (article_id) JOIN numbered_actors USING (actor_id) JOIN article_actors AS n USING (article_no, actor_no)
),
together AS (
    SELECT p.actor_no, o.actor_no AS other_no, count(*) AS sentence_count
    FROM places AS p JOIN places AS o ON o.article_no = p.article_no AND o.sentence_no = p.sentence_no AND p.actor_no < o.actor_no
    GROUP BY p.actor_no, o.actor_no
),
pairs AS (
    SELECT p.actor_no, o.actor_no AS other_no, count(*) AS article_count, count(*) FILTER (p.is_only) AS only_count
    FROM article_actors AS p JOIN article_actors AS o ON o.article_no = p.article_no AND p.actor_no < o.actor_no
    GROUP BY p.actor_no, o.actor_no
),
reprinted AS (
    -- texts and stories are told apart only where there are several articles of one
    SELECT
        p.actor_no, o.actor_no AS other_no, count(DISTINCT a.text_hash) AS text_count, count(DISTINCT a.story_id) AS story_count
    FROM article_actors AS p
    JOIN article_actors AS o ON o.article_no = p.article_no AND p.actor_no < o.actor_no
    JOIN numbered_articles AS a ON a.article_no = p.article_no
    WHERE NOT p.is_only
    GROUP BY p.actor_no, o.actor_no
)
SELECT
    a.actor_id, a.name AS actor_name, b.actor_id AS other_id, b.name AS other_name, coalesce(t.sentence_count, 0) AS sentence_count,
    p.article_count, p.only_count + coalesce(r.text_count, 0) AS text_count, p.only_count + coalesce(r.story_count, 0) AS story_count
FROM pairs AS p
JOIN numbered_actors AS a ON a.actor_no = p.actor_no
JOIN numbered_actors AS b ON b.actor_no = p.other_no
LEFT JOIN together AS t ON t.actor_no = p.actor_no AND t.other_no = p.other_no
LEFT JOIN reprinted AS r ON r.actor_no = p.actor_no AND r.other_no = p.other_no
