-- One dyad with an event type, in the columns of POLECAT's weekly files (Halterman et al. 2023).
-- question: How can scripts written for POLECAT or PLOVER events read our dyads?
-- file: csv
SELECT
    d.dyad_id AS "Event ID", coalesce(d.event_date, a.published_date) AS "Event Date", d.event AS "Event Type", NULL AS "Event Mode",
    NULL AS "Intensity",
    CASE
        WHEN d.event IN ('AGREE', 'CONSULT', 'SUPPORT', 'CONCEDE') THEN 'VERBAL COOPERATION'
        WHEN d.event IN ('COOPERATE', 'AID', 'RETREAT') THEN 'MATERIAL COOPERATION'
        WHEN d.event IN ('INVESTIGATE', 'REQUEST', 'ACCUSE', 'REJECT', 'THREATEN') THEN 'VERBAL CONFLICT'
        ELSE 'MATERIAL CONFLICT'
    END AS "Quad Code",
    NULL AS "Contexts",
    s.name AS "Actor Name", s.country AS "Actor Country", coalesce(sm.sector, s.sector) AS "Primary Actor Sector",
    coalesce(sm.sector, s.sector) AS "Actor Sectors", sm.office AS "Actor Title", sm.surface AS "Actor Name Raw",
    s.wikidata AS "Wikidata Actor ID", s.actor_id AS "Personae Actor ID",
    t.name AS "Recipient Name", t.country AS "Recipient Country", coalesce(tm.sector, t.sector) AS "Primary Recipient Sector",
    coalesce(tm.sector, t.sector) AS "Recipient Sectors", tm.office AS "Recipient Title", tm.surface AS "Recipient Name Raw",
    t.wikidata AS "Wikidata Recipient ID", t.actor_id AS "Personae Recipient ID",
    a.outlet AS "Source", a.published_date AS "Publication Date", upper(a.language) AS "Language", a.title AS "Headline",
    a.url AS "URL", a.story_id AS "Story ID", d.cue AS "Cue", d.is_negated AS "Negated", d.is_reported AS "Reported", d.tense AS "Tense"
FROM dyads AS d
JOIN articles AS a ON a.article_id = d.article_id
JOIN batches AS b ON b.batch_id = a.batch_id
LEFT JOIN actors AS s ON s.actor_id = d.source_actor_id
LEFT JOIN actors AS t ON t.actor_id = d.target_actor_id
LEFT JOIN mentions AS sm ON sm.mention_id = d.source_mention_id
LEFT JOIN mentions AS tm ON tm.mention_id = d.target_mention_id
WHERE d.event IS NOT NULL
ORDER BY "Event Date", d.dyad_id
