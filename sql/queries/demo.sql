-- demo.sql: what tells demo data from the real thing.

-- name: demo_accounts
-- Every account of the demo data, with its unit.
select user_id, email, coalesce(unit_id, 0) as unit_id from app_user where demo order by user_id;

-- name: demo_mail_done
-- What the past of the demo would have sent has long been sent.
-- $1 now
update mail set sent_at = $1 where sent_at is null and to_address like '%@demo.test';
