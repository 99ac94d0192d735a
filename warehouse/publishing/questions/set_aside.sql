-- One reason for which something was set aside.
-- question: What is in quarantine, and why?
SELECT stage, reason, count(*) AS row_count, any_value(path) AS example_path, any_value(detail) AS example_detail
FROM quarantine
WHERE is_open
GROUP BY stage, reason
ORDER BY row_count DESC, stage, reason
