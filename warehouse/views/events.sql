-- One version of an event: a story that names the same rarely named actors as other stories of the same days.
-- question: Which events do several outlets report, and whom does each version quote or leave out, in what tone?
-- event_id: The event: the story_id of its most central version.
-- version_count: Stories that report it.
-- outlet_count: Outlets that printed one of them; articles of unknown outlets are not counted.
-- tone_range: Difference between the highest and the lowest mean tone toward its main actor; null unless two versions have five judged mentions.
-- actor_id: The main actor: named in the most versions, then in the most mentions.
-- actor_name: Its name.
-- story_id: The version.
-- article_id: Its first article.
-- published_date: Day of that article.
-- outlet: Outlet of that article; null if unknown.
-- title: Headline of that article; null if it has none.
-- speakers: Names of the people and bodies that the version quotes, separated by semicolons; null if it quotes nobody by name.
-- left_out: Names of those that another version quotes and this one never mentions, separated by semicolons; null if there are none.
-- tone_mean: Mean tone toward the main actor, -1 to 1; null if none is judged.
-- tone_count: Mentions of the main actor with a tone.
WITH named AS (
    SELECT DISTINCT story_id, actor_id FROM sure_mentions WHERE layer <> 'pronoun'
),
dated AS (
    SELECT story_id, min(published_date) AS day FROM articles WHERE published_date IS NOT NULL GROUP BY story_id
),
size AS (SELECT CAST(count(DISTINCT story_id) AS DOUBLE) AS total FROM named),
-- decimals, whose sums are the same in any order: of two versions as central as each other always the same one gives the event its id
weights AS (
    SELECT
        actor_id, CAST(ln(any_value(total) / count(*)) ** 2 AS DECIMAL(18, 9)) AS weight, count(*) AS story_count, any_value(total) AS total
    FROM named CROSS JOIN size GROUP BY actor_id HAVING count(*) > 1
),
whole AS (SELECT story_id, sum(weight) AS weight FROM named JOIN weights USING (actor_id) GROUP BY story_id),
-- whoever is named in every tenth story, or in hundreds, tells no event from another
telling AS (
    SELECT story_id, actor_id, day, weight
    FROM named JOIN weights USING (actor_id) JOIN dated USING (story_id)
    WHERE story_count <= greatest(5, least(total / 10, 500))
),
-- cosine of the weights of actors, as of words in the search for documents: from a quarter on, two stories tell one event
pairs AS (
    SELECT a.story_id, b.story_id AS other_id, CAST(sum(a.weight) / nullif(sqrt(any_value(CAST(v.weight AS DOUBLE) * w.weight)), 0) AS DECIMAL(18, 9)) AS likeness
    FROM telling AS a
    JOIN telling AS b ON b.actor_id = a.actor_id AND b.story_id <> a.story_id AND b.day BETWEEN a.day - 3 AND a.day + 3
    JOIN whole AS v ON v.story_id = a.story_id
    JOIN whole AS w ON w.story_id = b.story_id
    GROUP BY a.story_id, b.story_id
    HAVING likeness >= 0.25 AND count(*) >= 2
),
central AS (SELECT story_id, sum(likeness) AS degree FROM pairs GROUP BY story_id),
-- each story follows the most central one that it is like, or leads itself
leaders AS (
    SELECT p.story_id, arg_max(n.story_id, (n.degree, n.story_id)) AS leader_id
    FROM (SELECT story_id, other_id FROM pairs UNION ALL SELECT story_id, story_id FROM central) AS p
    JOIN central AS n ON n.story_id = p.other_id
    GROUP BY p.story_id
),
versions AS (
    SELECT l.story_id, coalesce(m.leader_id, l.leader_id) AS event_id
    FROM leaders AS l LEFT JOIN leaders AS m ON m.story_id = l.leader_id
    QUALIFY count(*) OVER (PARTITION BY coalesce(m.leader_id, l.leader_id)) > 1
),
toned AS (
    SELECT v.event_id, v.story_id, m.actor_id, m.actor_name, count(*) AS mention_count, avg(m.tone) AS tone_mean, count(m.tone) AS tone_count
    FROM versions AS v JOIN sure_mentions AS m ON m.story_id = v.story_id
    GROUP BY v.event_id, v.story_id, m.actor_id, m.actor_name
),
chief AS (
    SELECT event_id, actor_id, actor_name FROM toned
    GROUP BY event_id, actor_id, actor_name
    QUALIFY row_number() OVER (PARTITION BY event_id ORDER BY count(*) DESC, sum(mention_count) DESC, actor_id) = 1
),
ranges AS (
    SELECT t.event_id, round(max(t.tone_mean) - min(t.tone_mean), 6) AS tone_range
    FROM toned AS t JOIN chief AS c ON c.event_id = t.event_id AND c.actor_id = t.actor_id
    WHERE t.tone_count >= 5
    GROUP BY t.event_id
    HAVING count(*) > 1
),
spoken AS (
    SELECT DISTINCT v.event_id, v.story_id, q.speaker_id, q.speaker_name
    FROM versions AS v JOIN quoted_words AS q ON q.story_id = v.story_id
    WHERE q.speaker_id IN (SELECT actor_id FROM ranked_actors)
),
missing AS (
    SELECT DISTINCT v.story_id, s.speaker_name
    FROM versions AS v JOIN spoken AS s ON s.event_id = v.event_id
    WHERE NOT EXISTS (FROM toned AS t WHERE t.story_id = v.story_id AND t.actor_name = s.speaker_name)
        -- two actors of one name are hardly two
        AND NOT EXISTS (FROM spoken AS o WHERE o.story_id = v.story_id AND o.speaker_name = s.speaker_name)
),
printed AS (
    SELECT a.story_id, count(DISTINCT coalesce(a.outlet_id, a.outlet)) AS outlet_count
    FROM articles AS a
    WHERE a.story_id IN (SELECT story_id FROM versions)
    GROUP BY a.story_id
)
SELECT
    v.event_id, count(*) OVER (PARTITION BY v.event_id) AS version_count,
    CAST(sum(p.outlet_count) OVER (PARTITION BY v.event_id) AS BIGINT) AS outlet_count, r.tone_range, c.actor_id, c.actor_name, v.story_id, a.article_id,
    a.published_date, coalesce(o.name, a.outlet) AS outlet, a.title,
    (SELECT string_agg(s.speaker_name, '; ' ORDER BY s.speaker_name) FROM spoken AS s WHERE s.story_id = v.story_id) AS speakers,
    (SELECT string_agg(m.speaker_name, '; ' ORDER BY m.speaker_name) FROM missing AS m WHERE m.story_id = v.story_id) AS left_out,
    t.tone_mean, coalesce(t.tone_count, 0) AS tone_count
FROM versions AS v
JOIN articles AS a ON a.article_id = v.story_id
JOIN printed AS p ON p.story_id = v.story_id
JOIN chief AS c ON c.event_id = v.event_id
LEFT JOIN ranges AS r ON r.event_id = v.event_id
LEFT JOIN toned AS t ON t.story_id = v.story_id AND t.actor_id = c.actor_id
LEFT JOIN outlets AS o ON o.outlet_id = a.outlet_id
