-- scheme_draft.sql: schemes being written.

-- name: scheme_work_list
-- Schemes the person may write, with what is in force, what is being written and what waits for approval.
-- $1 now
select s.scheme_id, s.status, f.number, f.published_at, v.title_nb, v.title_nn, v.title_en, u.name_nb as unit_nb, u.name_nn as unit_nn, null::text as unit_en,
       d.draft_id, d.state as draft_state, d.changed_at, p.proposal_id, e.draft_id as calls_draft_id,
       (select count(*) from call c where c.scheme_id = s.scheme_id and c.status = 'announced' and c.opens_at <= $1 and c.closes_at > $1)
           as open_calls
  from scheme s
  join unit u using (unit_id)
  join scheme_in_force f using (scheme_id)
  join scheme_version v using (version_hash)
  left join scheme_draft d on d.scheme_id = s.scheme_id and d.kind = 'scheme' and d.state in ('open', 'proposed')
  left join scheme_draft e on e.scheme_id = s.scheme_id and e.kind = 'calls' and e.state in ('open', 'proposed')
  left join scheme_proposal p on p.scheme_id = s.scheme_id and p.kind = 'scheme' and p.state = 'waiting'
 where api.role() = 'admin' or s.unit_id = api.unit_id()
 order by v.title_nb;

-- name: scheme_draft_new_list
-- Drafts of schemes that nothing is published of yet.
select d.draft_id, d.scheme_id, d.state, d.title_nb, d.title_nn, null::text as title_en, d.changed_at, w.name as changed_by_name
  from scheme_draft d
  join app_user w on w.user_id = d.changed_by
 where d.kind = 'scheme' and d.state in ('open', 'proposed') and not exists (select from scheme s where s.scheme_id = d.scheme_id)
 order by d.changed_at desc;

-- name: scheme_draft_get
-- $1 draft_id
select d.draft_id, d.kind, d.scheme_id, d.base_hash, d.document, d.version, d.state, d.title_nb, d.title_nn, null::text as title_en, d.created_at, d.changed_at,
       d.changed_by, w.name as changed_by_name, u.code as unit, p.proposal_id, s.scheme_id is not null as published
  from scheme_draft d
  join unit u using (unit_id)
  join app_user w on w.user_id = d.changed_by
  left join scheme_proposal p on p.draft_id = d.draft_id and p.state = 'waiting'
  left join scheme s on s.scheme_id = d.scheme_id
 where d.draft_id = $1;

-- name: scheme_draft_lock
-- Until the transaction ends nobody else changes it. No row: there is none, or it is another unit's.
-- $1 draft_id
select draft_id from scheme_draft where draft_id = $1 for update;

-- name: scheme_draft_of
-- The draft of a scheme, or of its calls, that is open or waits for approval.
-- $1 scheme_id, $2 kind
select draft_id from scheme_draft where scheme_id = $1 and kind = $2 and state in ('open', 'proposed');

-- name: scheme_draft_add
-- $1 scheme_id, $2 code of the unit, $3 base_hash or '', $4 document, $5 title_nb, $6 title_nn, $7 now, $8 kind
-- No row: there is no such unit.
insert into scheme_draft (scheme_id, unit_id, base_hash, document, title_nb, title_nn, created_by, created_at, changed_by, changed_at, kind)
select $1, u.unit_id, nullif($3, ''), $4, $5, $6, api.user_id(), $7, api.user_id(), $7, $8
  from unit u
 where u.code = $2
returning draft_id, version;

-- name: scheme_own_unit
-- Code of the unit the person works in. No row: the person works in none.
select code from unit where unit_id = api.unit_id();

-- name: scheme_owned_unit
-- The unit that owns a scheme, when the person may write it.
-- $1 scheme_id
select u.code, f.version_hash, v.document, v.title_nb, v.title_nn
  from scheme s
  join unit u using (unit_id)
  join scheme_in_force f using (scheme_id)
  join scheme_version v using (version_hash)
 where s.scheme_id = $1 and (api.role() = 'admin' or s.unit_id = api.unit_id());

-- name: scheme_id_taken
-- Whether a scheme or a draft has the id.
-- $1 scheme_id
select api.scheme_id_taken($1) as taken;

-- name: scheme_draft_write
-- $1 draft_id, $2 version the person saw, $3 document, $4 scheme_id, $5 title_nb, $6 title_nn, $7 now
-- No row: somebody changed it meanwhile, or it is not open.
update scheme_draft
   set document = $3, version = version + 1, scheme_id = $4, title_nb = $5, title_nn = $6, changed_by = api.user_id(), changed_at = $7
 where draft_id = $1 and version = $2 and state = 'open'
returning version;

-- name: scheme_draft_discard
-- $1 draft_id, $2 version the person saw, $3 now
update scheme_draft set state = 'discarded', changed_by = api.user_id(), changed_at = $3
 where draft_id = $1 and version = $2 and state = 'open'
returning draft_id;

-- name: scheme_draft_step_add
-- $1 draft_id, $2 version, $3 document, $4 what, $5 now
insert into scheme_draft_step (draft_id, version, document, what, changed_by, changed_at)
values ($1, $2, $3, $4, api.user_id(), $5);

-- name: scheme_draft_steps
-- The newest first.
-- $1 draft_id
select t.version, t.what, t.changed_at, w.name as changed_by
  from scheme_draft_step t
  join app_user w on w.user_id = t.changed_by
 where t.draft_id = $1
 order by t.version desc
 limit 500;

-- name: scheme_draft_step_get
-- $1 draft_id, $2 version
select document from scheme_draft_step where draft_id = $1 and version = $2;
