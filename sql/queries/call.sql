-- call.sql: announcing a call for applications.

-- name: call_open
-- A call under the scheme's version in force.
-- $1 scheme_id, $2 year, $3 round, $4 kind, $5 opens_at, $6 closes_at, $7 covers_from, $8 covers_to, $9 frame_ore, $10 answer_by,
-- $11 contact name, $12 contact phone, $13 contact e-mail
-- No row: there is no such scheme, or nothing of it is published.
insert into call (scheme_id, version_hash, year, round, kind, opens_at, closes_at, covers_from, covers_to, frame_ore, answer_by,
    contact_name, contact_phone, contact_email)
select f.scheme_id, f.version_hash, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13
  from scheme_in_force f
 where f.scheme_id = $1
returning call_id;
