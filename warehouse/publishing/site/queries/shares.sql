-- One actor that speaks or is spoken about.
-- question: Who gets to speak, and who is only spoken about?
SELECT
    s.actor_id, s.actor_name, p.country, s.speaking_count, s.speaking_share, s.spoken_about_count, s.spoken_about_share, s.voice_share,
    s.article_count
FROM quoted_shares AS s
JOIN actor_profiles AS p ON p.actor_id = s.actor_id
ORDER BY s.speaking_count + s.spoken_about_count DESC, s.actor_id
LIMIT 25
