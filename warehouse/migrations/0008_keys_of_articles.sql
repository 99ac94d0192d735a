-- Rows of articles are unique with their article (see `warehouse.ddl`): their own keys go when the tables are renewed after this step.
SELECT 1;
