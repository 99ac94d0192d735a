-- One sentence or quotation about an actor with the value of one field of its article.
-- question: Who says what about whom under each topic, section or bias?
-- field_name: The field's name, as fields_kept lists it.
-- example: FROM said_by_field('bias')
SELECT f.value, w.*
FROM who_says_what_about_whom AS w
JOIN article_fields AS f ON f.article_id = w.article_id AND f.field = field_name
ORDER BY f.value, w.published_date, w.quote_id, w.about_id
