-- One quotation of a person whose party is known on the day.
-- question: Which party did each quoted person belong to that day?
-- export: no
-- quote_id: The quotation.
-- party_id: The speaker's party on the day if memberships are dated, otherwise the last known.
SELECT quote_id, party_id FROM (
    SELECT
        q.quote_id,
        coalesce(
            (
                SELECT max_by(m.party_id, coalesce(m.valid_from, DATE '0001-01-01')) FROM memberships AS m
                WHERE m.actor_id = q.speaker_id AND q.published_date IS NOT NULL
                AND (m.valid_from IS NULL OR m.valid_from <= q.published_date) AND (m.valid_to IS NULL OR m.valid_to >= q.published_date)
            ),
            a.party_id
        ) AS party_id
    FROM quoted_words AS q
    JOIN actors AS a ON a.actor_id = q.speaker_id AND a.kind = 'person'
)
WHERE party_id IS NOT NULL
