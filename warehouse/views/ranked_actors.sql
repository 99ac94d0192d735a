-- One political actor that rankings, pages and networks count.
-- question: Which actors are counted, and which are only unnamed people ("a group", "protesters")?
-- export: no
-- actor_id: The actor.
-- name: Its canonical name.
-- kind: Kind of actor.
-- country: ISO 3166-1 alpha-3 code; null for international bodies.
-- sector: PLOVER sector; null if unknown.
-- origin: Where the actor comes from: lexicon, override or discovered.
SELECT actor_id, name, kind, country, sector, origin
FROM actors
-- unnamed people are mentions and no actors of a ranking: SET VARIABLE with_generic = true counts them too
WHERE is_political AND (kind <> 'generic' OR coalesce(getvariable('with_generic'), false))
