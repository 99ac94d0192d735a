-- One actor mentioned in a dated article.
-- question: When did each actor first appear in the news, and where?
-- kept: actor_articles(actor_id)
-- actor_id: The actor.
-- actor_name: Its name.
-- origin: Where the actor comes from: lexicon, override or discovered.
-- first_date: Day of the earliest article that mentions it.
-- first_article_id: That article; the first by id if there are several on that day.
-- first_title: Its headline; null if it has none.
-- first_outlet: Its outlet; null if unknown.
-- last_date: Day of the latest article that mentions it.
-- article_count: Dated articles that mention it.
-- text_count: Distinct texts among them.
-- story_count: Distinct stories among them.
WITH seen AS (
    SELECT
        actor_id, actor_name, min(published_date) AS first_date, max(published_date) AS last_date,
        count(*) AS article_count, count(DISTINCT text_hash) AS text_count, count(DISTINCT story_id) AS story_count
    FROM actor_articles
    WHERE published_date IS NOT NULL
    GROUP BY actor_id, actor_name
),
firsts AS (
    SELECT actor_id, min_by(article_id, (published_date, article_id)) AS article_id
    FROM actor_articles
    WHERE published_date IS NOT NULL
    GROUP BY actor_id
)
SELECT
    s.actor_id, s.actor_name, c.origin, s.first_date, a.article_id AS first_article_id, a.title AS first_title, coalesce(o.name, a.outlet) AS first_outlet,
    s.last_date, s.article_count, s.text_count, s.story_count
FROM seen AS s
JOIN firsts AS f ON f.actor_id = s.actor_id
JOIN articles AS a ON a.article_id = f.article_id
JOIN actors AS c ON c.actor_id = s.actor_id
LEFT JOIN outlets AS o ON o.outlet_id = a.outlet_id
