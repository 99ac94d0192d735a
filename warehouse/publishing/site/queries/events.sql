-- One version of an event, the events whose versions differ most in tone first.
-- question: Which events do several outlets tell, and how do their versions differ?
WITH chosen AS (
    SELECT event_id, any_value(tone_range) AS tone_range, any_value(version_count) AS version_count
    FROM events
    GROUP BY event_id
    HAVING any_value(outlet_count) > 1
    ORDER BY tone_range DESC NULLS LAST, version_count DESC, event_id
    LIMIT 40
)
SELECT
    e.event_id, e.version_count, e.outlet_count, e.tone_range, e.actor_id, e.actor_name, e.article_id, e.published_date, e.outlet, e.title, e.speakers,
    e.left_out, e.tone_mean, e.tone_count
FROM events AS e
JOIN chosen AS c ON c.event_id = e.event_id
QUALIFY row_number() OVER (PARTITION BY e.event_id ORDER BY e.published_date, e.article_id) <= 12
ORDER BY c.tone_range DESC NULLS LAST, c.version_count DESC, e.event_id, e.published_date, e.article_id
