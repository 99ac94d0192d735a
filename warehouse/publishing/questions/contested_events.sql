-- One version of an event, the events whose versions differ most in tone toward their main actor first.
-- question: Which events do outlets tell most differently, and whom does each quote or leave out?
SELECT tone_range, actor_name, tone_mean, tone_count, published_date, outlet, title, speakers, left_out, article_id
FROM events
WHERE outlet_count > 1
ORDER BY tone_range DESC NULLS LAST, event_id, published_date, article_id
