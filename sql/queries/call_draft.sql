-- call_draft.sql: calls being written, and what is in force of them.

-- name: calls_owned
-- What a scheme's calls say, when the person may write them; an empty document when no document says it.
-- $1 scheme_id
select u.unit_id, u.code, f.version_hash, v.title_nb, v.title_nn, null::text as title_en, coalesce(d.document, '') as document,
       coalesce(encode(sha256(convert_to(d.document, 'UTF8')), 'hex'), '') as hash
  from scheme s
  join unit u using (unit_id)
  join scheme_in_force f using (scheme_id)
  join scheme_version v using (version_hash)
  left join call_document d on d.scheme_id = s.scheme_id
 where s.scheme_id = $1 and (api.role() = 'admin' or s.unit_id = api.unit_id());

-- name: calls_standing
-- A scheme's calls as they stand, the oldest first, with what has been awarded of each.
-- $1 scheme_id
select t.*, api.ledger_balance(t.call_id, 'awarded') as awarded_ore,
       exists (select from recommendation_list l where l.call_id = t.call_id and l.state = 'locked') as locked
  from call_told t
 where t.call_scheme_id = $1
 order by t.year, t.round;

-- name: calls_frame_owner
-- The frame of a call that has one of its own, for one that is to give from it.
-- $1 scheme_id, $2 year, $3 round
select frame_ore from call where scheme_id = $1 and year = $2 and round = $3 and frame_of is null and frame_ore > 0;

-- name: calls_notes
-- What they say in words.
-- $1 scheme_id
select n.call_id, n.kind, n.text_nb, n.text_nn, n.text_en, n.was_at, n.day, n.detail
  from call_note n join call c using (call_id)
 where c.scheme_id = $1
 order by n.call_id, n.kind, n.position;

-- name: calls_contact
-- Who writes, as applicants can reach them.
select name, coalesce(phone, '') as phone, email from app_user where user_id = api.user_id();

-- name: calls_history
-- What has happened to a scheme's calls, the newest first, with who proposed and approved it and why.
-- $1 scheme_id
select c.year, c.round, x.kind, x.was, x.became, x.why_nb, x.why_nn, null::text as why_en, x.changed_at, x.changed_by_name,
       coalesce(p.why, '') as proposal_why, coalesce(a.name, '') as proposed_by
  from call_change x
  join call c using (call_id)
  left join scheme_proposal p using (proposal_id)
  left join app_user a on a.user_id = p.proposed_by
 where c.scheme_id = $1
 order by x.change_id desc
 limit 100;

-- name: calls_proposal_add
-- Proposes what a scheme's calls are to say. A unique violation: another proposal of them waits.
-- $1 scheme_id, $2 unit_id, $3 draft_id, $4 document, $5 SHA-256 of what is in force or '', $6 why, $7 at
insert into scheme_proposal (kind, scheme_id, unit_id, draft_id, document, version_hash, base_calls, open_calls, why, proposed_by, proposed_at)
values ('calls', $1, $2, $3, $4, encode(sha256(convert_to($4, 'UTF8')), 'hex'), nullif($5, ''), true, $6, api.user_id(), $7)
returning proposal_id;
