-- One run of a flow, the latest first.
-- question: What came in, what was loaded, what was set aside?
SELECT
    started_at, flow, status, files_seen, files_loaded, files_already_loaded, files_quarantined,
    articles_read, articles_loaded, articles_duplicate, articles_quarantined,
    rows_checked, rows_loaded, rows_duplicate, rows_quarantined
FROM runs
ORDER BY started_at DESC, run_id
LIMIT 20
