-- One dyad with an event type, sure or not, in the 40 tab-separated columns of POLECAT's weekly files (Halterman et al. 2023).
-- question: How can scripts written for POLECAT or PLOVER events read our dyads?
-- file: tsv
-- reads: event_modes
WITH
-- types, quads, modes, contexts and scores are those of the PLOVER manual 0.8; POLECAT writes None where an actor's value is not known
acts AS (
    SELECT d.*, CASE d.event WHEN 'INVESTIGATE' THEN 'ACCUSE' ELSE d.event END AS plover, lower(d.cue) AS act
    FROM dyads AS d
    WHERE d.event IS NOT NULL
),
modes AS (
    SELECT a.plover, a.act, arg_min(m.mode, m.place) AS mode
    FROM (SELECT DISTINCT plover, act FROM acts) AS a
    JOIN event_modes AS m ON m.event = a.plover AND regexp_matches(a.act, m.pattern)
    GROUP BY a.plover, a.act
),
scores AS (
    FROM (
        VALUES
        ('ASSAULT', -9.3), ('COERCE', -7.2), ('PROTEST', -6.6), ('MOBILIZE', -5.3), ('SANCTION', -5.2), ('THREATEN', -5.1), ('REQUEST', -5.0),
        ('REJECT', -4.2), ('ACCUSE', -2.0), ('CONSULT', 2.1), ('AGREE', 4.2), ('SUPPORT', 4.6), ('CONCEDE', 5.0), ('COOPERATE', 6.8),
        ('AID', 7.4), ('RETREAT', 7.6)
    ) AS given (plover, score)
),
parties AS (
    SELECT
        m.mention_id, m.actor_id, m.surface, m.office,
        CASE coalesce(m.sector, c.sector) WHEN 'HLH' THEN 'MED' WHEN 'MED' THEN 'JRN' ELSE coalesce(m.sector, c.sector) END AS sector
    FROM mentions AS m
    LEFT JOIN actors AS c ON c.actor_id = m.actor_id
),
stories AS (
    SELECT
        article_id, string_agg(DISTINCT name, '; ' ORDER BY name) FILTER (kind = 'person') AS people,
        string_agg(DISTINCT name, '; ' ORDER BY name) FILTER (kind NOT IN ('person', 'country', 'territory', 'place', 'generic', 'people')) AS organizations,
        string_agg(DISTINCT name, '; ' ORDER BY name) FILTER (kind IN ('country', 'territory', 'place')) AS locations
    FROM (
        SELECT m.article_id, c.kind, replace(c.name, ';', ',') AS name
        FROM mentions AS m
        JOIN actors AS c ON c.actor_id = m.actor_id
    )
    GROUP BY article_id
),
wanted AS (
    SELECT
        d.dyad_id AS "Event ID", strftime(coalesce(d.event_date, a.published_date), '%Y-%m-%d') AS "Event Date", d.plover AS "Event Type",
        CASE d.event WHEN 'INVESTIGATE' THEN 'investigate' ELSE o.mode END AS "Event Mode", i.score AS "Intensity",
        CASE
            WHEN d.plover IN ('AGREE', 'CONSULT', 'SUPPORT', 'CONCEDE') THEN 'VERBAL COOPERATION'
            WHEN d.plover IN ('COOPERATE', 'AID', 'RETREAT') THEN 'MATERIAL COOPERATION'
            WHEN d.plover IN ('REQUEST', 'ACCUSE', 'REJECT', 'THREATEN') THEN 'VERBAL CONFLICT'
            ELSE 'MATERIAL CONFLICT'
        END AS "Quad Code",
        concat_ws('; ', CASE WHEN d.tense IN ('future', 'hypothetical') THEN d.tense END, CASE WHEN d.is_negated THEN 'negation' END) AS "Contexts",
        coalesce(s.name, 'None') AS "Actor Name", coalesce(s.country, 'None') AS "Actor Country", 'None' AS "Actor COW",
        coalesce(sm.sector, 'None') AS "Primary Actor Sector", coalesce(sm.sector, 'None') AS "Actor Sectors",
        coalesce(sm.office, 'None') AS "Actor Title", coalesce(sm.surface, 'None') AS "Actor Name Raw", 'None' AS "Wikipedia Actor ID",
        coalesce(t.name, 'None') AS "Recipient Name", coalesce(t.country, 'None') AS "Recipient Country", 'None' AS "Recipient COW",
        coalesce(tm.sector, 'None') AS "Primary Recipient Sector", coalesce(tm.sector, 'None') AS "Recipient Sectors",
        coalesce(tm.office, 'None') AS "Recipient Title", coalesce(tm.surface, 'None') AS "Recipient Name Raw", 'None' AS "Wikipedia Recipient ID",
        NULL::VARCHAR AS "Placename", NULL::VARCHAR AS "City", NULL::VARCHAR AS "District", NULL::VARCHAR AS "Province", NULL::VARCHAR AS "Country", NULL::VARCHAR AS "Latitude", NULL::VARCHAR AS "Longitude",
        NULL::VARCHAR AS "GeoNames ID", NULL::VARCHAR AS "Raw Placename", NULL::VARCHAR AS "Feature Type", a.outlet AS "Source",
        strftime(a.published_date, '%Y-%m-%d') AS "Publication Date", y.people AS "Story People", y.organizations AS "Story Organizations",
        y.locations AS "Story Locations", a.language AS "Language", 'Personae ' || b.code_version AS "Version"
    FROM acts AS d
    JOIN articles AS a ON a.article_id = d.article_id
    JOIN batches AS b ON b.batch_id = a.batch_id
    JOIN scores AS i ON i.plover = d.plover
    LEFT JOIN modes AS o ON o.plover = d.plover AND o.act = d.act
    LEFT JOIN actors AS s ON s.actor_id = d.source_actor_id
    LEFT JOIN actors AS t ON t.actor_id = d.target_actor_id
    LEFT JOIN parties AS sm ON sm.mention_id = d.source_mention_id
    LEFT JOIN parties AS tm ON tm.mention_id = d.target_mention_id
    LEFT JOIN stories AS y ON y.article_id = d.article_id
)
-- a cell without quotes cannot hold a tab or an end of line
SELECT
    "Event ID", "Event Date", "Event Type", "Event Mode", "Intensity",
    regexp_replace(COLUMNS(* EXCLUDE ("Event ID", "Event Date", "Event Type", "Event Mode", "Intensity")), '\s+', ' ', 'g')
FROM wanted
ORDER BY "Event Date", "Event ID"
