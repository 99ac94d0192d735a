-- One article, in the 27 tab-separated columns of GDELT's Global Knowledge Graph 2.1, which has no header.
-- question: How can scripts written for GDELT's GKG read our mentions, quotations and tones?
-- file: gkg
WITH named AS (
    SELECT
        m.article_id, m.start_char, m.tone, replace(replace(replace(c.name, ';', ' '), ',', ' '), chr(9), ' ') AS name, c.kind, c.country,
        m.reading, m.layer
    FROM mentions AS m
    JOIN actors AS c ON c.actor_id = m.actor_id
    WHERE m.layer <> 'pronoun'
),
listed AS (
    SELECT
        article_id,
        string_agg(DISTINCT lower(name), ';' ORDER BY lower(name)) FILTER (kind = 'person') AS persons,
        string_agg(name || ',' || start_char, ';' ORDER BY start_char) FILTER (kind = 'person') AS enhanced_persons,
        string_agg(DISTINCT lower(name), ';' ORDER BY lower(name)) FILTER (kind NOT IN ('person', 'country', 'territory', 'place', 'generic', 'people')) AS organizations,
        string_agg(name || ',' || start_char, ';' ORDER BY start_char) FILTER (kind NOT IN ('person', 'country', 'territory', 'place', 'generic', 'people')) AS enhanced_organizations,
        string_agg(DISTINCT '1#' || name || '#' || country || '#' || country || '###', ';' ORDER BY '1#' || name || '#' || country || '#' || country || '###')
            FILTER (kind IN ('country', 'territory')) AS locations,
        string_agg('1#' || name || '#' || country || '#' || country || '####' || start_char, ';' ORDER BY start_char)
            FILTER (kind IN ('country', 'territory')) AS enhanced_locations,
        string_agg(name || ',' || start_char, ';' ORDER BY start_char) FILTER (layer = 'name') AS all_names,
        100 * avg(tone) AS tone, 100 * count(*) FILTER (tone > 0) / greatest(count(tone), 1) AS positive,
        100 * count(*) FILTER (tone < 0) / greatest(count(tone), 1) AS negative
    FROM named
    GROUP BY article_id
),
quoted AS (
    SELECT
        article_id,
        string_agg(
            start_char || '|' || (end_char - start_char) || '|' || coalesce(cue, '') || '|' || replace(replace(replace(content, '#', ' '), chr(9), ' '), chr(10), ' '),
            '#' ORDER BY start_char, quote_id
        ) AS quotations
    FROM quotes
    GROUP BY article_id
)
SELECT
    strftime(coalesce(a.published_at, TIMESTAMP '1970-01-01'), '%Y%m%d%H%M%S') || '-' || a.article_id AS gkg_record_id,
    strftime(a.published_at, '%Y%m%d%H%M%S') AS date, 1 AS source_collection, a.outlet AS source_common_name,
    coalesce(a.url, a.article_id) AS document_identifier, NULL AS counts, NULL AS enhanced_counts, NULL AS themes, NULL AS enhanced_themes,
    l.locations, l.enhanced_locations, l.persons, l.enhanced_persons, l.organizations, l.enhanced_organizations,
    concat_ws(',', round(l.tone, 4), round(l.positive, 4), round(l.negative, 4), round(l.positive + l.negative, 4), 0, 0, a.word_count) AS tone,
    NULL AS enhanced_dates, NULL AS gcam, NULL AS sharing_image, NULL AS related_images, NULL AS social_images, NULL AS social_videos,
    q.quotations, l.all_names, NULL AS amounts, NULL AS translation_info,
    '<PAGE_TITLE>' || replace(replace(replace(replace(coalesce(a.title, ''), '&', '&amp;'), '<', '&lt;'), chr(9), ' '), chr(10), ' ') || '</PAGE_TITLE>' AS extras_xml
FROM articles AS a
JOIN batches AS b ON b.batch_id = a.batch_id
LEFT JOIN listed AS l ON l.article_id = a.article_id
LEFT JOIN quoted AS q ON q.article_id = a.article_id
WHERE a.is_analysed
ORDER BY gkg_record_id
