-- application.sql: from the first word of a draft to the sent application.

-- name: application_start_call
-- The call an application is about to be written for, with what decides whether it may.
-- $1 call_id, $2 organisation_id, $3 now
-- No row: no such call, not yet open, cancelled, on hold, or not the person's organisation.
select c.call_id, c.version_hash, s.unit_id, o.kind, o.lang,
       (select a.application_id from application a
         where a.call_id = c.call_id and a.organisation_id = o.organisation_id and a.state = 'draft'
         order by a.application_id limit 1) as draft_id
  from call c
  join scheme s using (scheme_id)
  join organisation o on o.organisation_id = $2 and api.is_member(o.organisation_id)
 where c.call_id = $1 and c.status in ('announced', 'used-up') and c.opens_at <= $3;

-- name: application_insert
-- A new draft, pinned to the call's scheme version. No row: the organisation has one in the call already.
-- $1 call_id, $2 version_hash, $3 unit_id, $4 organisation_id, $5 lang
insert into application (call_id, version_hash, unit_id, organisation_id, created_by, lang)
values ($1, $2, $3, $4, api.user_id(), $5)
    on conflict (call_id, organisation_id) where state = 'draft' do nothing
returning application_id;

-- name: draft_prefill
-- What is known of who applies and who writes, for the first answers of a new draft.
-- $1 organisation_id
select o.name as organisation, o.orgnr, o.address, coalesce(o.municipality_code, '') as municipality,
       coalesce(o.account_number, '') as account, u.name as user_name, u.email, coalesce(u.phone, '') as phone
  from organisation o, app_user u where o.organisation_id = $1 and u.user_id = api.user_id();

-- name: application_get
-- One application with its call and organisation, as far as the person may see it.
-- $1 application_id
select a.application_id, a.number, a.state, a.version, a.lang, a.title, a.created_at, a.submitted_at, a.late,
       a.document_hash, a.applied_ore, a.costs_ore, a.version_hash, a.unit_id, a.officer_id, a.integration,
       a.period_start, a.period_end, a.due_at,
       c.*,
       o.organisation_id, o.orgnr, o.name as organisation, o.kind, o.form, o.address, o.in_voluntary_register,
       o.lang as organisation_lang, o.municipality_code, o.immigrant_organisation, o.born,
       coalesce(m.in_county, false) as in_county, coalesce(g.registers_in, '') as registers_in,
       coalesce(g.registers_out, '') as registers_out,
       coalesce(m.name, '') as municipality,
       exists (select from membership ms where ms.organisation_id = o.organisation_id and ms.user_id = api.user_id()
           and ms.may_sign) as may_sign,
       coalesce((select i.declared from impartiality i where i.application_id = a.application_id and i.user_id = api.user_id()), '') as declared,
       coalesce(d.outcome, '') as outcome, coalesce(d.awarded_ore, 0) as awarded_ore, coalesce(d.state, '') as decision_state,
       d.notified_at, h.changes, h.unconfirmed
  from application a
  join call_told c using (call_id)
  join organisation o using (organisation_id)
  left join municipality m on m.code = o.municipality_code
  left join decision_now d using (application_id)
 cross join lateral (select count(*) as changes, count(*) filter (where x.needs_confirmation and x.confirmed_at is null) as unconfirmed
                       from draft_change x where x.application_id = a.application_id) h
  left join lateral (select string_agg(r.register, ' ') filter (where r.registered) as registers_in,
                            string_agg(r.register, ' ') filter (where not r.registered) as registers_out
                       from organisation_register r where r.organisation_id = o.organisation_id) g on true
 where a.application_id = $1;

-- name: application_list_mine
-- Everything the person's organisations have: drafts first, then by when they were sent.
select a.application_id, a.number, a.state, a.title, a.version_hash, a.submitted_at, a.created_at, a.applied_ore,
       v.title_nb, v.title_nn, v.title_en, o.name as organisation, c.*,
       coalesce(d.outcome, '') as outcome, coalesce(d.awarded_ore, 0) as awarded_ore, d.notified_at
  from application a
  join call_told c using (call_id)
  join scheme_version v on v.version_hash = a.version_hash
  join organisation o using (organisation_id)
  left join decision_now d using (application_id)
 order by a.submitted_at is not null, a.submitted_at desc, a.created_at desc
 limit 200;

-- name: draft_answers
-- What has been answered so far.
-- $1 application_id
select path, value, version from draft_answer where application_id = $1 order by path;

-- name: application_document
-- The frozen answers of a sent application. No row for whoever has a conflict in the case.
-- $1 application_id
select document from application where application_id = $1 and document is not null and not api.is_cut_off(application_id);

-- name: draft_answer_get
-- One answer of a draft. No row: not answered.
-- $1 application_id, $2 path
select value from draft_answer where application_id = $1 and path = $2;

-- name: draft_touch
-- Takes the draft's next version number and holds the row until the save is done.
-- $1 application_id, $2 title or null to keep it
-- No row: not a draft, or not theirs.
update application set version = version + 1, title = coalesce($2, title)
 where application_id = $1 and state = 'draft'
returning version;

-- name: draft_answer_put
-- Saves fields together under one version; an unchanged value keeps its version.
-- $1 application_id, $2 paths, $3 values, $4 version
insert into draft_answer (application_id, path, value, version, user_id)
select $1, p.path, p.value, $4, api.user_id()
  from unnest($2::text[], $3::text[]) as p (path, value)
 where p.value <> ''
    on conflict (application_id, path) do update
   set value = excluded.value, version = excluded.version, user_id = excluded.user_id, at = now()
 where draft_answer.value <> excluded.value;

-- name: draft_answer_remove
-- Takes away fields that were emptied or rows that were removed.
-- $1 application_id, $2 paths
delete from draft_answer where application_id = $1 and path = any ($2::text[]);

-- name: draft_delete
-- A draft its people no longer want.
-- $1 application_id
delete from application where application_id = $1 and state = 'draft' returning application_id;

-- name: attachment_list
-- Files of an application, without their bytes.
-- $1 application_id
select attachment_id, field, file_name, kind, media_type, size, sha256, later, uploaded_at, coalesce(request_id, 0) as request_id,
       request_id is not null and attachment_id > min(attachment_id) over (partition by request_id) as beside
  from attachment where application_id = $1
 union all
-- What the applicant sees has come, and doesn't read.
select 0, field, name, 'document', '', 1, sha256, later, answered_at, request_id, false
  from statement_request where application_id = $1 and answered_at is not null and not readable and api.role() = 'applicant'
 order by field, attachment_id;

-- name: attachment_add
-- $1 application_id, $2 field, $3 file_name, $4 kind, $5 media_type, $6 size, $7 sha256, $8 bytes
insert into attachment (application_id, field, file_name, kind, media_type, size, sha256, bytes, uploaded_by)
select a.application_id, $2, $3, $4, $5, $6, $7, $8, api.user_id()
  from application a where a.application_id = $1 and a.state = 'draft'
returning attachment_id;

-- name: attachment_add_later
-- A file that follows after the application, until the county has decided. The row held keeps decision and file apart.
-- $1 application_id, $2 field, $3 file_name, $4 kind, $5 media_type, $6 size, $7 sha256, $8 bytes
insert into attachment (application_id, field, file_name, kind, media_type, size, sha256, bytes, uploaded_by, later)
select a.application_id, $2, $3, $4, $5, $6, $7, $8, api.user_id(), true
  from application a
 where a.application_id = $1 and a.state in ('submitted', 'formal_check', 'assessing', 'assessed', 'recommended')
returning attachment_id;

-- name: attachment_remove
-- $1 application_id, $2 attachment_id
delete from attachment f using application a
 where f.attachment_id = $2 and f.application_id = $1 and a.application_id = f.application_id and a.state = 'draft'
returning f.attachment_id;

-- name: attachment_get
-- For its applicants, and for those of the unit who have declared to be impartial in the case (R24).
-- $1 application_id, $2 attachment_id
select file_name, media_type, bytes from attachment
 where application_id = $1 and attachment_id = $2 and (api.role() = 'applicant' or api.is_impartial(application_id));

-- name: application_lock
-- Holds the draft while it is being sent.
-- $1 application_id, $2 version the person saw
-- No row: already sent, not theirs to send, or changed in another tab since.
select a.application_id from application a
 where a.application_id = $1 and a.version = $2 and a.state = 'draft'
   and exists (select from membership m where m.organisation_id = a.organisation_id and m.user_id = api.user_id() and m.may_sign)
   for update;

-- name: application_number
-- The next søknadsnummer of the year in Oslo.
-- $1 when it was received
select to_char($1::timestamptz at time zone 'Europe/Oslo', 'YYYY') || '-'
       || lpad(nextval('application_number_seq')::text, 5, '0') as number;

-- name: application_submit
-- Freezes the application. The state guard lets a draft become submitted and nothing else.
-- $1 application_id, $2 number, $3 received_at, $4 late, $5 document, $6 document_hash, $7 title, $8 applied_ore, $9 costs_ore,
-- $10 period_start, $11 period_end, $12 integration, $13 receipt_pdf, $14 due_at
update application
   set state = 'submitted', number = $2, submitted_at = $3, submitted_by = api.user_id(), late = $4, document = $5,
       document_hash = $6, title = $7, applied_ore = $8, costs_ore = $9, period_start = $10, period_end = $11,
       integration = $12, receipt_pdf = $13, due_at = $14, version = version + 1
 where application_id = $1 and state = 'draft'
returning application_id;

-- name: draft_answers_clear
-- The frozen document has taken over.
-- $1 application_id
delete from draft_answer where application_id = $1;

-- name: application_receipt
-- $1 application_id
select number, receipt_pdf from application where application_id = $1 and receipt_pdf is not null;

-- name: application_sender
-- Who sent it; "" for a draft.
-- $1 application_id
select coalesce(u.name, '') as sent_by
  from application a left join app_user u on u.user_id = a.submitted_by where a.application_id = $1;

-- name: budget_line_add
-- $1 application_id, $2 side, $3 position, $4 item, $5 cash_ore, $6 own_ore, $7 applied, $8 cost_type or ''
insert into budget_line (application_id, side, position, item, cash_ore, own_ore, applied, cost_type)
values ($1, $2, $3, $4, $5, $6, $7, nullif($8, ''));

-- name: application_municipality_add
-- Codes the register doesn't know are left out; the frozen document keeps them.
-- $1 application_id, $2 codes
insert into application_municipality (application_id, municipality_code)
select $1, m.code from municipality m where m.code = any ($2::text[]);

-- name: application_goal_add
-- $1 application_id, $2 goal_id, $3 promised, $4 how
insert into application_goal (application_id, goal_id, promised, how) values ($1, $2, $3, $4);

-- name: application_figures_clear
-- $1 application_id
delete from application_figure where application_id = $1;

-- name: application_figures_add
-- What the rules found in the application.
-- $1 application_id, $2 names, $3 values
insert into application_figure (application_id, name, value)
select $1, f.name, f.value from unnest($2::text[], $3::text[]) as f (name, value);

-- name: event_add
-- One line in the case's log; the answer is the event's hash.
-- $1 application_id, $2 at, $3 kind, $4 names, $5 values
select api.event_append($1, $2, $3, jsonb_object($4::text[], $5::text[])) as hash;

-- name: event_list
-- The case's log as far as the person may see it.
-- $1 application_id
select e.seq, e.at, e.kind, coalesce(u.name, '') as actor, e.hash, p.body
  from case_event e
  left join app_user u using (user_id)
  left join event_payload p using (payload_id)
 where e.application_id = $1 order by e.seq;

-- name: membership_list
-- The organisations the person may write for.
select o.organisation_id, o.orgnr, o.name as organisation, o.kind, o.form, o.address, o.in_voluntary_register,
       o.lang as organisation_lang, o.municipality_code, coalesce(m.name, '') as municipality, o.born,
       coalesce(m.in_county, false) as in_county, coalesce(g.registers_in, '') as registers_in,
       coalesce(g.registers_out, '') as registers_out, ms.may_sign
  from membership ms
  join organisation o using (organisation_id)
  left join municipality m on m.code = o.municipality_code
  left join lateral (select string_agg(r.register, ' ') filter (where r.registered) as registers_in,
                            string_agg(r.register, ' ') filter (where not r.registered) as registers_out
                       from organisation_register r where r.organisation_id = o.organisation_id) g on true
 where ms.user_id = api.user_id() order by o.name;

-- name: municipality_list
-- Every municipality there is or has been in the county.
select code, name, valid_from, valid_to, coalesce(across, -1) as across, coalesce(down, -1) as down
  from municipality where in_county order by name;

-- name: draft_changes
-- The scheme versions a draft has gone through, the newest change first.
-- $1 application_id
select d.publication_id, d.from_hash, f.version_hash as to_hash, f.number, d.needs_confirmation, d.changed_at, d.confirmed_at,
       coalesce(u.name, '') as confirmed_by
  from draft_change d
  join scheme_publication f using (publication_id)
  left join app_user u on u.user_id = d.confirmed_by
 where d.application_id = $1
 order by d.changed_at desc, d.publication_id desc;

-- name: draft_changes_confirm
-- The applicant has seen what is changed. No row: nothing was left to confirm, or the draft isn't theirs.
-- $1 application_id, $2 at
update draft_change set confirmed_by = api.user_id(), confirmed_at = $2
 where application_id = $1 and needs_confirmation and confirmed_at is null
returning publication_id;
