-- scheme_publish.sql: proposing and approving versions of schemes, their history, and what a change reaches.

-- name: scheme_history
-- Every version that has been in force, the newest first, with who and why.
-- $1 scheme_id
select f.number, f.version_hash, f.published_at, p.proposal_id is null as installed,
       coalesce(a.name, '') as proposed_by, coalesce(b.name, '') as approved_by, coalesce(p.why, '') as why,
       coalesce(p.remark, '') as remark, coalesce(p.restores, 0) as restores, coalesce(p.open_calls, false) as open_calls
  from scheme_publication f
  left join scheme_proposal p using (proposal_id)
  left join app_user a on a.user_id = p.proposed_by
  left join app_user b on b.user_id = p.decided_by
 where f.scheme_id = $1
 order by f.number desc;

-- name: scheme_reach
-- How many a change reaches: one row for each field asked about, at least one.
-- $1 scheme_id, $2 fields, $3 now
select r.open_calls, r.coming_calls, r.drafts, r.undecided, r.sent, f.drafts as field_drafts
  from api.scheme_reach($1, $2, $3) r
  left join lateral unnest(r.field_drafts) with ordinality as f (drafts, place) on true
 order by f.place;

-- name: scheme_proposal_add
-- Proposes a version. No row: there is no such unit. A unique violation: another proposal for the scheme waits.
-- $1 scheme_id, $2 unit's code, $3 draft_id or null, $4 document, $5 version_hash, $6 base_hash or null, $7 restores or null,
-- $8 open_calls, $9 needs_confirmation, $10 why, $11 at
insert into scheme_proposal (scheme_id, unit_id, draft_id, document, version_hash, base_hash, restores, open_calls,
                             needs_confirmation, why, proposed_by, proposed_at)
select $1, u.unit_id, $3, $4, $5, $6, $7, $8, $9, $10, api.user_id(), $11
  from unit u
 where u.code = $2
returning proposal_id;

-- name: unit_by_code
-- $1 code
select unit_id from unit where code = $1;

-- name: scheme_proposal_list
-- Those that wait, the oldest first, as far as the person may see them.
select p.proposal_id, p.scheme_id, p.unit_id, coalesce(p.draft_id, 0) as draft_id, '' as document, p.version_hash,
       coalesce(p.base_hash, '') as base_hash, coalesce(p.restores, 0) as restores, p.open_calls, p.needs_confirmation, p.why,
       p.state, p.remark, p.proposed_by as proposed_by_id, a.name as proposed_by, '' as decided_by, p.proposed_at, p.decided_at,
       p.kind, coalesce(p.base_calls, '') as base_calls, coalesce(d.title_nb, v.title_nb, p.scheme_id) as title_nb,
       coalesce(d.title_nn, v.title_nn, p.scheme_id) as title_nn, null::text as title_en
  from scheme_proposal p
  join app_user a on a.user_id = p.proposed_by
  left join scheme_draft d on d.draft_id = p.draft_id
  left join scheme_in_force f on f.scheme_id = p.scheme_id
  left join scheme_version v on v.version_hash = f.version_hash
 where p.state = 'waiting'
 order by p.proposed_at, p.proposal_id;

-- name: scheme_proposal_get
-- $1 proposal_id
select p.proposal_id, p.scheme_id, p.unit_id, coalesce(p.draft_id, 0) as draft_id, p.document, p.version_hash,
       coalesce(p.base_hash, '') as base_hash, coalesce(p.restores, 0) as restores, p.open_calls, p.needs_confirmation, p.why,
       p.state, p.remark, p.proposed_by as proposed_by_id, a.name as proposed_by, coalesce(b.name, '') as decided_by,
       p.proposed_at, p.decided_at, p.kind, coalesce(p.base_calls, '') as base_calls,
       coalesce(d.title_nb, v.title_nb, p.scheme_id) as title_nb, coalesce(d.title_nn, v.title_nn, p.scheme_id) as title_nn,
       null::text as title_en
  from scheme_proposal p
  join app_user a on a.user_id = p.proposed_by
  left join scheme_draft d on d.draft_id = p.draft_id
  left join scheme_in_force f on f.scheme_id = p.scheme_id
  left join scheme_version v on v.version_hash = f.version_hash
  left join app_user b on b.user_id = p.decided_by
 where p.proposal_id = $1;

-- name: scheme_proposal_decide
-- Approves, refuses or withdraws. No row: it is decided already.
-- $1 proposal_id, $2 state, $3 remark, $4 at
update scheme_proposal
   set state = $2, remark = $3, decided_by = api.user_id(), decided_at = $4
 where proposal_id = $1 and state = 'waiting'
returning proposal_id;

-- name: scheme_draft_state
-- Closes a draft to its authors while its proposal waits, or opens it again.
-- $1 draft_id, $2 state
update scheme_draft
   set state = $2, changed_by = api.user_id(), changed_at = now(), version = version + 1
 where draft_id = $1 and state in ('open', 'proposed')
returning draft_id;

-- name: scheme_publish
-- Brings an approved proposal into force; the answer is its number. TS007: another version came into force meanwhile.
-- $1 proposal_id, $2 field, $3 status, $4 title_nb, $5 title_nn, $6 title_en or '', $7 summary_nb, $8 summary_nn,
-- $9 summary_en or '', $10 search_text, $11 at
select api.scheme_publish($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) as number;
