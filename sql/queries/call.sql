-- call.sql: announcing calls, and what happens to them.

-- name: call_put
-- A call under the scheme's version in force; one of that year and round is changed and keeps its version.
-- $1 scheme_id, $2 year, $3 round, $4 kind, $5 extra, $6 opens_at, $7 closes_at, $8 main_closes_at, $9 lead_count or 0, $10 lead_unit,
-- $11 covers_from, $12 covers_to, $13 frame_ore, $14 conditional, $15 answer_by, $16 answer_weeks or 0, $17 contact name, $18 contact phone,
-- $19 contact e-mail, $20 status, $21 status_on, $22 the call whose frame it gives from, or null, $23 earmarks
-- No row: there is no such scheme, or nothing of it is published.
insert into call (scheme_id, version_hash, year, round, kind, extra, opens_at, closes_at, main_closes_at, lead_count, lead_unit,
    covers_from, covers_to, frame_ore, conditional, answer_by, answer_weeks, contact_name, contact_phone, contact_email, status, status_on,
    frame_of, earmarks)
select f.scheme_id, f.version_hash, $2, $3, $4, $5, $6, $7, $8, nullif($9, 0), case when $9 > 0 then $10::text end, $11, $12, $13, $14, $15,
       nullif($16, 0), $17, $18, $19, $20, $21, $22, $23
  from scheme_in_force f
 where f.scheme_id = $1
    on conflict (scheme_id, year, round) do update
   set kind = excluded.kind, extra = excluded.extra, opens_at = excluded.opens_at, closes_at = excluded.closes_at,
       main_closes_at = excluded.main_closes_at, lead_count = excluded.lead_count, lead_unit = excluded.lead_unit,
       covers_from = excluded.covers_from, covers_to = excluded.covers_to, frame_ore = excluded.frame_ore,
       conditional = excluded.conditional, answer_by = excluded.answer_by, answer_weeks = excluded.answer_weeks,
       contact_name = excluded.contact_name, contact_phone = excluded.contact_phone, contact_email = excluded.contact_email,
       status = excluded.status, status_on = excluded.status_on, frame_of = excluded.frame_of,
       earmarks = excluded.earmarks
returning call_id;

-- name: call_standing
-- A call as it stands, with what has been awarded of it; held until the change is done. No row: there is none yet.
-- $1 scheme_id, $2 year, $3 round
select t.*, api.ledger_balance(t.call_id, 'awarded') as awarded_ore,
       exists (select from recommendation_list l where l.call_id = t.call_id and l.state = 'locked') as locked
  from call_told t
  join (select call_id from call where scheme_id = $1 and year = $2 and round = $3 for update) c using (call_id);

-- name: call_frame_owner
-- A call that has a frame of its own, for one that is to give from it; held until the change is done.
-- $1 scheme_id, $2 year, $3 round
select call_id, frame_ore from call where scheme_id = $1 and year = $2 and round = $3 and frame_of is null and frame_ore > 0 for update;

-- name: call_change_share
-- What was last recorded of a call's frame is recorded of those that give from it too.
-- $1 call_id
insert into call_change (call_id, kind, was, became, why_nb, why_nn, changed_at, changed_by, changed_by_name, proposal_id)
select c.call_id, x.kind, x.was, x.became, x.why_nb, x.why_nn, x.changed_at, x.changed_by, x.changed_by_name, x.proposal_id
  from call c
 cross join (select * from call_change where call_id = $1 and kind = 'frame' order by change_id desc limit 1) x
 where c.frame_of = $1;

-- name: call_notes_clear
-- $1 call_id
delete from call_note where call_id = $1;

-- name: call_note_put
-- $1 call_id, $2 kind, $3 position, $4 text_nb, $5 text_nn, $6 text_en or '', $7 was_at, $8 day, $9 detail
insert into call_note (call_id, kind, position, text_nb, text_nn, text_en, was_at, day, detail)
values ($1, $2, $3, $4, $5, nullif($6, ''), $7, $8, $9);

-- name: call_change_add
-- $1 call_id, $2 kind, $3 was, $4 became, $5 why_nb, $6 why_nn, $7 at, $8 user_id or null, $9 name, $10 proposal_id or null
insert into call_change (call_id, kind, was, became, why_nb, why_nn, changed_at, changed_by, changed_by_name, proposal_id)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10);

-- name: call_document_put
-- $1 scheme_id, $2 document, $3 cycle_years or 0, $4 usual_closes, $5 at, $6 user_id or null
insert into call_document (scheme_id, document, cycle_years, usual_closes, imported_at, imported_by)
values ($1, $2, nullif($3, 0), $4, $5, $6)
    on conflict (scheme_id) do update
   set document = excluded.document, cycle_years = excluded.cycle_years, usual_closes = excluded.usual_closes,
       imported_at = excluded.imported_at, imported_by = excluded.imported_by
 where (call_document.document, call_document.usual_closes) is distinct from (excluded.document, excluded.usual_closes);

-- name: call_announced_otherwise
-- Whether a scheme has calls that no document says.
-- $1 scheme_id
select exists (select from call where scheme_id = $1) and not exists (select from call_document where scheme_id = $1) as otherwise;

-- name: call_author
-- Who changes calls from the command line in somebody's name. No row: nobody of the county has that address.
-- $1 e-mail
select user_id, name from app_user where email = $1 and active and role in ('officer', 'leader', 'admin');

-- name: call_list
-- Every call, with its scheme's title and how many have applied.
-- $1 scheme_id or ''
select t.*, v.title_nb, v.title_nn, v.title_en,
       (select count(*) from application a where a.call_id = t.call_id and a.state <> 'draft') as applications
  from call_told t
  join scheme_version v on v.version_hash = t.call_version_hash
 where $1 = '' or t.call_scheme_id = $1
 order by t.call_scheme_id, t.year, t.round;

-- name: call_change_list
-- What has happened to calls, the oldest first.
-- $1 scheme_id or ''
select x.call_id, x.kind, x.was, x.became, x.why_nb, x.changed_at, x.changed_by_name
  from call_change x join call c using (call_id)
 where $1 = '' or c.scheme_id = $1
 order by x.call_id, x.change_id;
