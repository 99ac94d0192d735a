-- One actor with its kind, country, sector and gender in words.
-- question: What kind of actor is each, and from which country?
-- export: no
-- actor_id: The actor.
-- actor: Its canonical name.
-- actor_kind: What it is.
-- country: Name of its country; null for international bodies.
-- country_id: That country, ISO 3166-1 alpha-3.
-- sector: Its PLOVER sector; null if unknown.
-- gender: women or men, for persons; null if unknown.
SELECT
    a.actor_id, a.name AS actor, k.words AS actor_kind, c.name AS country, a.country AS country_id, s.words AS sector,
    CASE p.gender WHEN 'f' THEN 'women' WHEN 'm' THEN 'men' END AS gender
FROM ranked_actors AS a
JOIN actors AS p ON p.actor_id = a.actor_id
LEFT JOIN actors AS c ON c.actor_id = a.country
LEFT JOIN codes AS k ON k.column_name = 'kind' AND k.code = a.kind
LEFT JOIN codes AS s ON s.column_name = 'sector' AND s.code = a.sector
