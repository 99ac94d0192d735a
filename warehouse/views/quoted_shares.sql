-- One political actor that speaks or is spoken about.
-- question: Who gets to speak, and who is only spoken about?
-- actor_id: The actor.
-- actor_name: Its name.
-- speaking_count: Quotations it speaks.
-- speaking_share: Share of them among all quotations with a named speaker, 0 to 1.
-- spoken_about_count: Quotations of others that mention it.
-- spoken_about_share: Share of them among all quotations that mention a political actor, 0 to 1.
-- mention_count: Mentions of the actor anywhere.
-- voice_share: Share of speaking in speaking and being spoken about, 0 (only spoken about) to 1 (only speaks).
-- article_count: Articles in which it speaks or is spoken about.
-- text_count: Distinct texts among them.
-- story_count: Distinct stories among them.
-- example_content: A quotation of others that mentions it: the first by id; null if there is none.
-- example_article_id: Its article.
WITH parts AS (
    SELECT speaker_id AS actor_id, speaker_name AS actor_name, quote_id, NULL AS content, article_id, text_hash, story_id, true AS is_speaking
    FROM quoted_words
    WHERE speaker_id IN (SELECT actor_id FROM ranked_actors)
    UNION ALL
    SELECT about_id, about_name, quote_id, content, article_id, text_hash, story_id, false
    FROM who_says_what_about_whom
    WHERE about_id IS NOT NULL
),
totals AS (
    SELECT
        count(DISTINCT quote_id) FILTER (is_speaking) AS speaking_count, count(DISTINCT quote_id) FILTER (NOT is_speaking) AS about_count
    FROM parts
),
counted AS (
    SELECT
        actor_id, actor_name, count(*) FILTER (is_speaking) AS speaking_count, count(*) FILTER (NOT is_speaking) AS spoken_about_count,
        count(DISTINCT article_id) AS article_count, count(DISTINCT text_hash) AS text_count, count(DISTINCT story_id) AS story_count,
        arg_min(content, quote_id) FILTER (NOT is_speaking) AS example_content,
        arg_min(article_id, quote_id) FILTER (NOT is_speaking) AS example_article_id
    FROM parts
    GROUP BY actor_id, actor_name
)
SELECT
    c.actor_id, c.actor_name, c.speaking_count, c.speaking_count / CAST(nullif(t.speaking_count, 0) AS DOUBLE) AS speaking_share,
    c.spoken_about_count, c.spoken_about_count / CAST(nullif(t.about_count, 0) AS DOUBLE) AS spoken_about_share,
    CAST(coalesce(m.mention_count, 0) AS BIGINT) AS mention_count,
    c.speaking_count / CAST(c.speaking_count + c.spoken_about_count AS DOUBLE) AS voice_share,
    c.article_count, c.text_count, c.story_count, c.example_content, c.example_article_id
FROM counted AS c
CROSS JOIN totals AS t
LEFT JOIN (SELECT actor_id, count(*) AS mention_count FROM sure_mentions GROUP BY actor_id) AS m ON m.actor_id = c.actor_id
