-- One reason for setting something aside.
-- question: What could not be used, and why?
SELECT stage, reason, is_open, count(*) AS entry_count, min(path) AS example_path, min(detail) AS example_detail
FROM quarantine
GROUP BY stage, reason, is_open
ORDER BY is_open DESC, entry_count DESC, stage, reason
