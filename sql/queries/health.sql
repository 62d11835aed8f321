-- health.sql — one question that needs the connection, the tables and the rights to them.

-- name: health
-- Whether the database is there and migrated.
select count(*) as moves from application_move;
