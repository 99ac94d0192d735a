-- One mentioned actor, with its rank by stories.
-- question: Who is most in the news?
-- rank_no: Rank by story_count, then article_count, then mention_count, from 1.
-- actor_id: The actor.
-- actor_name: Its name.
-- kind: Kind of actor.
-- country: ISO 3166-1 alpha-3 code; null for international bodies.
-- mention_count: Mentions of the actor.
-- article_count: Articles that mention it.
-- text_count: Distinct texts among them.
-- story_count: Distinct stories among them.
-- quote_count: Quotations it speaks.
-- tone_mean: Mean tone of the judged mentions, -1 to 1; null if none are.
SELECT
    row_number() OVER (ORDER BY story_count DESC, article_count DESC, mention_count DESC, actor_id) AS rank_no,
    actor_id, actor_name, kind, country, mention_count, article_count, text_count, story_count, quote_count, tone_mean
FROM actor_profiles
ORDER BY rank_no
