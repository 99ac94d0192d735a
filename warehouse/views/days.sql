-- One day between the first and the last publication.
-- question: Which days, weeks, months and quarters does the archive span? (A date dimension for BI tools.)
-- day_date: The day.
-- year_no: Its year.
-- quarter_no: Its quarter, 1 to 4.
-- month_date: First day of its month.
-- month_name: Name of its month.
-- week_date: Monday of its week.
-- weekday_no: Its weekday, 1 (Monday) to 7.
-- weekday_name: Name of its weekday.
-- article_count: Articles published that day; 0 if none.
WITH dated AS (
    SELECT published_date, count(*) AS article_count
    FROM articles JOIN batches USING (batch_id)
    WHERE published_date IS NOT NULL
    GROUP BY published_date
),
span AS (SELECT min(published_date) AS first_date, max(published_date) AS last_date FROM dated),
calendar AS (
    SELECT CAST(unnest(generate_series(first_date, last_date, INTERVAL 1 DAY)) AS DATE) AS day_date FROM span WHERE first_date IS NOT NULL
)
SELECT
    c.day_date, CAST(year(c.day_date) AS BIGINT) AS year_no, CAST(quarter(c.day_date) AS BIGINT) AS quarter_no,
    CAST(date_trunc('month', c.day_date) AS DATE) AS month_date, monthname(c.day_date) AS month_name,
    CAST(date_trunc('week', c.day_date) AS DATE) AS week_date, CAST(isodow(c.day_date) AS BIGINT) AS weekday_no,
    dayname(c.day_date) AS weekday_name, CAST(coalesce(d.article_count, 0) AS BIGINT) AS article_count
FROM calendar AS c
LEFT JOIN dated AS d ON d.published_date = c.day_date
