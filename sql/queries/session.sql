-- session.sql — logged-in browsers and one-time form keys.

-- name: session_load
-- Who is behind a token, and keeps the session awake, once a minute at most.
-- $1 token_hash, $2 hours without a click
with found as (
    select s.token_hash, s.organisation_id, u.user_id, u.name, u.email, u.role, u.unit_id,
           u.body_id, u.lang
      from session s join app_user u using (user_id)
     where s.token_hash = $1 and s.expires_at > now() and s.seen_at > now() - make_interval(hours => $2::integer) and u.active
), touched as (
    update session s set seen_at = now() from found f
     where s.token_hash = f.token_hash and s.seen_at < now() - interval '1 minute'
)
select f.user_id, f.name, f.email, f.role, f.unit_id, f.body_id, f.lang,
       m.organisation_id, o.name as organisation,
       (select count(*) from membership ms where ms.user_id = f.user_id) as organisations
  from found f
  left join membership m on m.organisation_id = f.organisation_id and m.user_id = f.user_id
  left join organisation o on o.organisation_id = m.organisation_id;

-- name: session_add
-- A new session; a person with one organisation acts for it at once.
-- $1 token_hash, $2 user_id, $3 hours in all
insert into session (token_hash, user_id, organisation_id, expires_at)
select $1, $2, (select min(organisation_id) from membership where user_id = $2 having count(*) = 1),
       now() + make_interval(hours => $3::integer);

-- name: session_remove
-- $1 token_hash
delete from session where token_hash = $1;

-- name: session_choose_organisation
-- No row: the session has ended, or the person is no member.
-- $1 token_hash, $2 organisation_id
update session s set organisation_id = m.organisation_id from membership m
 where s.token_hash = $1 and s.user_id = api.user_id() and m.user_id = s.user_id and m.organisation_id = $2;

-- name: session_purge
-- Sessions nobody can use any more.
-- $1 hours without a click
delete from session where expires_at < now() or seen_at < now() - make_interval(hours => $1::integer);

-- name: form_key_claim
-- Takes a key; waits for another transaction that is using the same one. No row: it has been used, see form_key_earlier.
-- $1 key_hash, $2 body_hash
insert into form_key (key_hash, body_hash) values ($1, $2) on conflict do nothing returning key_hash;

-- name: form_key_earlier
-- The answer that key and body got.
-- $1 key_hash, $2 body_hash
select status, location from form_key where key_hash = $1 and body_hash = $2 and status is not null;

-- name: form_key_answer
-- Keeps the answer, in the transaction that claimed the key.
-- $1 key_hash, $2 body_hash, $3 status, $4 location
update form_key set status = $3, location = $4 where key_hash = $1 and body_hash = $2 and status is null;

-- name: form_key_purge
-- A form that has lain open for two days is sent as new; the version check then tells what changed.
delete from form_key where used_at < now() - interval '2 days';
