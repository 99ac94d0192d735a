-- One source and target of hostile acts.
-- question: Who is most often reported as acting against whom?
SELECT source_name, target_name, sum(dyad_count)::BIGINT AS dyad_count, sum(reported_count)::BIGINT AS reported_count,
    string_agg(DISTINCT event, ', ' ORDER BY event) AS events, any_value(example_article_id) AS example_article_id
FROM dyad_months
WHERE event IN ('ACCUSE', 'REJECT', 'THREATEN', 'PROTEST', 'SANCTION', 'MOBILIZE', 'COERCE', 'ASSAULT')
    AND source_id IS NOT NULL AND target_id IS NOT NULL
GROUP BY source_name, target_name
ORDER BY dyad_count DESC, source_name, target_name
