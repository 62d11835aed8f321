-- statement.sql: statements others are asked for by e-mail.

-- name: statement_list
-- Whom the applicant has asked, and what has come; without the files.
-- $1 application_id
select r.request_id, r.field, r.name, r.email, r.lang, r.readable, r.asked_at, r.sent_at, r.expires_at, r.revoked_at, r.declined_at,
       r.answered_at, coalesce(w.attachment_id, 0) as words_id, convert_from(w.bytes, 'UTF8') as words
  from statement_request r
  left join attachment w on w.request_id = r.request_id and w.media_type = 'text/plain; charset=utf-8'
 where r.application_id = $1 order by r.field, r.request_id;

-- name: statement_ask
-- $1 application_id, $2 field, $3 name, $4 email, $5 lang, $6 message, $7 shown_names, $8 shown_values, $9 readable, $10 now, $11 expires_at
insert into statement_request (application_id, field, name, email, lang, message, shown_names, shown_values, readable, asked_by,
       asked_at, sent_at, expires_at)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, api.user_id(), $10, $10, $11)
returning request_id;

-- name: statement_again
-- Another link for the same request, with another last day. No row: it isn't theirs, or it is answered or taken back.
-- $1 application_id, $2 request_id, $3 now, $4 expires_at
update statement_request set sent_at = $3, expires_at = $4
 where application_id = $1 and request_id = $2 and answered_at is null and declined_at is null and revoked_at is null
returning field, name, email, lang;

-- name: statement_revoke
-- No row: it isn't theirs, or it is answered or taken back already.
-- $1 application_id, $2 request_id, $3 now
update statement_request set revoked_at = $3
 where application_id = $1 and request_id = $2 and answered_at is null and declined_at is null and revoked_at is null
returning request_id;

-- name: statement_link_make
-- $1 request_id, $2 token_hash, $3 now, $4 links a person a day, $5 links to one address a day
select api.statement_link_make($1, $2, $3, $4, $5) as made;

-- name: statement_open
-- What the holder of the link may see. No row: the link doesn't work.
-- $1 token_hash, $2 now
select request_id, field, name, lang, message, array_to_string(shown_names, e'\x1f') as shown_names,
       array_to_string(shown_values, e'\x1f') as shown_values, readable, expires_at, given, declined, version_hash, title,
       organisation, orgnr, asker
  from api.statement_open($1, $2);

-- name: statement_give
-- $1 token_hash, $2 now, $3 file names, $4 kinds, $5 media types, $6 first file, $7 second file or null
select application_id, email, name, lang, title from api.statement_give($1, $2, $3, $4, $5, $6, $7);

-- name: statement_decline
-- $1 token_hash, $2 now
select application_id, email, name, lang, title from api.statement_decline($1, $2);

-- name: statement_remind
-- Those to remind, marked as reminded: asked some days ago, and the last day is near.
-- $1 now, $2 days before the last day, $3 days since the link was sent
update statement_request r set reminded_at = $1
  from application a, organisation o, app_user u
 where r.answered_at is null and r.declined_at is null and r.revoked_at is null and r.reminded_at is null
   and r.expires_at > $1 and r.expires_at < $1::timestamptz + make_interval(days => $2::integer)
   and r.sent_at < $1::timestamptz - make_interval(days => $3::integer)
   and a.application_id = r.application_id
   and a.state in ('draft', 'submitted', 'formal_check', 'assessing', 'assessed', 'recommended')
   and o.organisation_id = a.organisation_id and u.user_id = r.asked_by
returning r.request_id, r.name, r.email, r.lang, r.field, r.expires_at, a.title, a.version_hash, o.name as organisation, u.name as asker;

-- name: statement_link_remind
-- A second key to the same page; the first one works too.
-- $1 request_id, $2 token_hash, $3 now, $4 e-mail
insert into statement_link (token_hash, request_id, email, made_at) values ($2, $1, $4, $3);

-- name: statement_link_purge
-- Kept a while after they stopped working, to see whether somebody tries many.
delete from statement_link l using statement_request r
 where r.request_id = l.request_id and (l.void_at < now() - interval '30 days' or r.expires_at < now() - interval '30 days');
