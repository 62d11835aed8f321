-- mail.sql — the outbox.

-- name: mail_add
-- $1 to, $2 subject, $3 body
insert into mail (to_address, subject, body) values ($1, $2, $3);

-- name: mail_take
-- The next mail that is due, lent to this runner for five minutes: one that dies has not lost it.
update mail set not_before = now() + interval '5 minutes', attempts = attempts + 1
 where mail_id = (select mail_id from mail where sent_at is null and not_before <= now()
                   order by not_before limit 1 for update skip locked)
returning mail_id, to_address, subject, body, created_at, attempts;

-- name: mail_sent
-- $1 mail_id
update mail set sent_at = now(), failed = null where mail_id = $1 and sent_at is null;

-- name: mail_failed
-- Says when to try again; null gives up.
-- $1 mail_id, $2 what the server said, $3 minutes from now or null
update mail set failed = $2, not_before = now() + make_interval(mins => $3::integer) where mail_id = $1 and sent_at is null;

-- name: mail_purge
-- Mail is no archive: what was sent is kept for a quarter, to answer "did you write to me?".
delete from mail where sent_at < now() - interval '90 days' or (sent_at is null and created_at < now() - interval '180 days');
