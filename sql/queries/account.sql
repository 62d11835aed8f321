-- account.sql — logging in, forgotten passwords, and the accounts themselves.

-- name: login_attempt_begin
-- Counts an attempt as failed until it is told otherwise; null when the account must wait.
-- $1 account_hash, $2 failures allowed, $3 minutes they are counted for
select api.login_attempt_begin($1, $2, make_interval(mins => $3::integer)) as attempt_id;

-- name: login_account
-- What to check the password against. No row: no such account, closed, or without a password.
-- $1 e-mail, lower case
select user_id, password_hash from api.login_account($1);

-- name: login_succeeded
-- $1 attempt_id
update login_attempt set succeeded = true where attempt_id = $1;

-- name: login_attempt_purge
-- Only the last quarter of an hour is ever counted.
delete from login_attempt where at < now() - interval '1 day';

-- name: account_get
-- $1 user_id
select name, role, unit_id, lang from app_user where user_id = $1 and active;

-- name: account_by_email
-- For the command line, which acts as a person.
-- $1 e-mail, lower case
select user_id from app_user where email = $1 and active;

-- name: account_set_lang
-- $1 lang
update app_user set lang = $1 where user_id = api.user_id();

-- name: password_reset_make
-- Keeps a link; no row when there is no open account or too many links.
-- $1 e-mail, $2 token_hash, $3 minutes it works, $4 links an hour
select name, lang from api.password_reset_make($1, $2, make_interval(mins => $3::integer), $4);

-- name: password_reset_works
-- $1 token_hash
select api.password_reset_works($1) as works;

-- name: password_reset_use
-- $1 token_hash, $2 password_hash
select api.password_reset_use($1, $2) as used;

-- name: password_reset_purge
-- Kept a while after they stopped working, to see whether somebody tries many.
delete from password_reset where created_at < now() - interval '30 days';

-- name: account_put
-- Makes an account or changes the one with that e-mail. No row: no such unit or body.
-- $1 e-mail, $2 name, $3 phone or null, $4 role, $5 unit code or null, $6 body code or null, $7 lang, $8 demo, $9 password_hash or null
insert into app_user as a (email, name, phone, role, unit_id, body_id, lang, demo, password_hash)
select $1, $2, $3, $4, u.unit_id, b.body_id, $7, $8, $9
  from (select 1) one
  left join unit u on u.code = $5
  left join body b on b.code = $6
 where ($5::text is null or u.unit_id is not null) and ($6::text is null or b.body_id is not null)
    on conflict (email) do update
   set name = excluded.name, phone = excluded.phone, role = excluded.role, unit_id = excluded.unit_id, body_id = excluded.body_id,
       lang = excluded.lang, demo = excluded.demo, active = true,
       password_hash = coalesce(excluded.password_hash, a.password_hash)
returning a.user_id;

-- name: account_password_put
-- Sets a password from the command line and ends the account's sessions.
-- $1 e-mail, $2 password_hash
with changed as (update app_user set password_hash = $2 where email = $1 returning user_id),
     ended as (delete from session s using changed c where s.user_id = c.user_id)
select user_id from changed;

-- name: account_active_put
-- Opens or closes an account; closing ends its sessions.
-- $1 e-mail, $2 open
with changed as (update app_user set active = $2 where email = $1 returning user_id),
     ended as (delete from session s using changed c where s.user_id = c.user_id and not $2)
select user_id from changed;

-- name: account_list
-- Everyone, for the command line.
select u.email, u.name, u.role, u.lang, u.active, u.demo, u.password_hash is not null as has_password,
       coalesce(un.code, '') as unit_code, coalesce(b.code, '') as body_code
  from app_user u left join unit un using (unit_id) left join body b on b.body_id = u.body_id
 order by u.role, u.email;

-- name: account_join
-- Lets a person write for an organisation, or changes what they may do. No row: no such person or organisation.
-- $1 e-mail, $2 orgnr, $3 may_sign, $4 may_administer
insert into membership (organisation_id, user_id, may_sign, may_administer)
select o.organisation_id, u.user_id, $3, $4 from organisation o, app_user u where u.email = $1 and o.orgnr = $2
    on conflict (organisation_id, user_id) do update set may_sign = excluded.may_sign, may_administer = excluded.may_administer
returning user_id;
