-- One run: the last one that was completed.
-- question: With which versions was this made?
SELECT CAST(finished_at AS DATE) AS finished_date, flow, tier, tagger, code_version, lexicon_version
FROM runs
WHERE status = 'completed'
ORDER BY started_at DESC, run_id
LIMIT 1
