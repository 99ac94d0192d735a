-- One source and target of hostile acts.
-- question: Who is most often reported as acting against whom?
SELECT source_name, target_name, sum(dyad_count)::BIGINT AS dyad_count, sum(reported_count)::BIGINT AS reported_count,
    string_agg(DISTINCT c.words, ', ' ORDER BY c.words) AS acts, any_value(example_article_id) AS example_article_id
FROM dyad_months
JOIN codes AS c ON c.column_name = 'event' AND c.code = event
WHERE event IN ('ACCUSE', 'REJECT', 'THREATEN', 'PROTEST', 'SANCTION', 'MOBILIZE', 'COERCE', 'ASSAULT')
    AND source_id IS NOT NULL AND target_id IS NOT NULL
GROUP BY source_name, target_name
ORDER BY dyad_count DESC, source_name, target_name
