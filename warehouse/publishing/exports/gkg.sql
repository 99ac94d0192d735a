-- One article, in the 27 tab-separated columns of GDELT's Global Knowledge Graph 2.1, which has no header.
-- question: How can scripts written for GDELT's GKG read our mentions, quotations and tones?
-- file: gkg
-- reads: fips_codes, tone_words
-- left_out: articles WHERE is_analysed AND published_at IS NULL
-- because: the id of a GKG record begins with its date
WITH chosen AS (
    SELECT a.*
    FROM articles AS a
    JOIN batches AS b ON b.batch_id = a.batch_id
    WHERE a.is_analysed AND a.published_at IS NOT NULL
),
-- what parts blocks and fields of the GKG cannot stand in a name
named AS (
    SELECT
        m.article_id, m.start_char, trim(regexp_replace(c.name, '[;,#|\s]+', ' ', 'g')) AS name, c.kind, coalesce(f.fips, '') AS fips, m.layer
    FROM mentions AS m
    JOIN actors AS c ON c.actor_id = m.actor_id
    LEFT JOIN fips_codes AS f ON f.iso3 = c.country
    WHERE m.layer <> 'pronoun'
),
listed AS (
    SELECT
        article_id,
        string_agg(DISTINCT lower(name), ';' ORDER BY lower(name)) FILTER (kind = 'person') AS persons,
        string_agg(name || ',' || start_char, ';' ORDER BY start_char) FILTER (kind = 'person') AS enhanced_persons,
        string_agg(DISTINCT lower(name), ';' ORDER BY lower(name)) FILTER (kind NOT IN ('person', 'country', 'territory', 'place', 'generic', 'people')) AS organizations,
        string_agg(name || ',' || start_char, ';' ORDER BY start_char) FILTER (kind NOT IN ('person', 'country', 'territory', 'place', 'generic', 'people')) AS enhanced_organizations,
        string_agg(DISTINCT '1#' || name || '#' || fips || '#' || fips || '###', ';' ORDER BY '1#' || name || '#' || fips || '#' || fips || '###')
            FILTER (kind IN ('country', 'territory')) AS locations,
        string_agg('1#' || name || '#' || fips || '#' || fips || '####' || start_char, ';' ORDER BY start_char)
            FILTER (kind IN ('country', 'territory')) AS enhanced_locations,
        string_agg(name || ',' || start_char, ';' ORDER BY start_char) FILTER (layer = 'name') AS all_names
    FROM named
    GROUP BY article_id
),
words AS (
    SELECT article_id, unnest(regexp_extract_all(lower(body), '\p{L}+(?:[''’-]\p{L}+)*')) AS word FROM chosen
),
toned AS (
    SELECT
        w.article_id, count(*) AS words, 100 * count(*) FILTER (t.is_positive) / count(*) AS positive,
        100 * count(*) FILTER (NOT t.is_positive) / count(*) AS negative,
        100 * count(*) FILTER (
            w.word IN (
                'i', 'me', 'my', 'mine', 'myself', 'we', 'us', 'our', 'ours', 'ourselves', 'you', 'your', 'yours', 'yourself', 'yourselves',
                'he', 'him', 'his', 'himself', 'she', 'her', 'hers', 'herself', 'it', 'its', 'itself', 'they', 'them', 'their', 'theirs', 'themselves'
            )
        ) / count(*) AS pronouns
    FROM words AS w
    LEFT JOIN tone_words AS t ON t.word = w.word
    GROUP BY w.article_id
),
acted AS (
    SELECT article_id, sum(len(regexp_extract_all(cue, '\p{L}+(?:[''’-]\p{L}+)*'))) AS words
    FROM (SELECT DISTINCT article_id, cue_start_char, cue FROM dyads)
    GROUP BY article_id
),
quoted AS (
    SELECT
        article_id,
        string_agg(
            start_char || '|' || (end_char - start_char) || '|' || regexp_replace(coalesce(cue, ''), '[#|\s]+', ' ', 'g')
            || '|' || regexp_replace(content, '[#|\s]+', ' ', 'g'),
            '#' ORDER BY start_char, quote_id
        ) AS quotations
    FROM quotes
    GROUP BY article_id
)
SELECT
    -- the number is made of the article's own id: it stays the same whatever else is exported
    strftime(a.published_at, '%Y%m%d%H%M%S') || '-' || ('0x' || a.article_id[:15])::BIGINT AS gkg_record_id,
    strftime(a.published_at, '%Y%m%d%H%M%S') AS date, CASE WHEN a.url IS NULL THEN 2 ELSE 1 END AS source_collection,
    regexp_replace(a.outlet, '\s+', ' ', 'g') AS source_common_name,
    regexp_replace(coalesce(a.url, a.article_id), '\s+', ' ', 'g') AS document_identifier,
    NULL AS counts, NULL AS enhanced_counts, NULL AS themes, NULL AS enhanced_themes,
    l.locations, l.enhanced_locations, l.persons, l.enhanced_persons, l.organizations, l.enhanced_organizations,
    concat_ws(
        ',', round(coalesce(t.positive - t.negative, 0), 6), round(coalesce(t.positive, 0), 6), round(coalesce(t.negative, 0), 6),
        round(coalesce(t.positive + t.negative, 0), 6), round(coalesce(100 * d.words / t.words, 0), 6), round(coalesce(t.pronouns, 0), 6), coalesce(t.words, 0)
    ) AS tone,
    NULL AS enhanced_dates, NULL AS gcam, NULL AS sharing_image, NULL AS related_images, NULL AS social_images, NULL AS social_videos,
    q.quotations, l.all_names, NULL AS amounts, NULL AS translation_info,
    '<PAGE_TITLE>' || replace(replace(replace(regexp_replace(a.title, '\s+', ' ', 'g'), '&', '&amp;'), '<', '&lt;'), '>', '&gt;')
    || '</PAGE_TITLE>' AS extras_xml
FROM chosen AS a
LEFT JOIN listed AS l ON l.article_id = a.article_id
LEFT JOIN toned AS t ON t.article_id = a.article_id
LEFT JOIN acted AS d ON d.article_id = a.article_id
LEFT JOIN quoted AS q ON q.article_id = a.article_id
ORDER BY gkg_record_id
