-- One party of quoted persons in one month of publication (null: undated articles).
-- question: How often are members of each party quoted?
-- month_date: First day of the month; null for undated articles.
-- party_id: Party of the speaker on the article's day if its dates are known, otherwise the last known.
-- party_name: Its name.
-- country: Country of the party.
-- quote_count: Quotations of its members.
-- quote_share: Share of them among the month's quotations of persons whose party is known, 0 to 1.
-- person_count: Persons quoted.
-- article_count: Articles that quote one.
-- text_count: Distinct texts among them.
-- story_count: Distinct stories among them.
WITH quoted AS (
    SELECT CAST(date_trunc('month', q.published_date) AS DATE) AS month_date, m.party_id, q.speaker_id, q.article_id, q.text_hash, q.story_id
    FROM quoted_words AS q
    JOIN speaker_parties AS m ON m.quote_id = q.quote_id
)
SELECT
    q.month_date, q.party_id, p.name AS party_name, p.country, count(*) AS quote_count,
    count(*) / CAST(sum(count(*)) OVER (PARTITION BY q.month_date) AS DOUBLE) AS quote_share,
    count(DISTINCT q.speaker_id) AS person_count,
    count(DISTINCT q.article_id) AS article_count, count(DISTINCT q.text_hash) AS text_count, count(DISTINCT q.story_id) AS story_count
FROM quoted AS q
JOIN actors AS p ON p.actor_id = q.party_id
GROUP BY q.month_date, q.party_id, p.name, p.country
