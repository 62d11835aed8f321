-- working_paper.sql — everything in the cases of a list, read at once. The cases in the order they are asked for.

-- name: working_cases
-- The applications with the columns of application_get that tell one, what was sent and who sent it.
-- $1 application_ids
select a.application_id, a.number, a.state, a.version, a.lang, a.title, a.created_at, a.submitted_at, a.late,
       a.document_hash, a.applied_ore, a.costs_ore, a.version_hash, a.due_at, a.period_start, a.period_end, false as may_sign,
       c.*,
       o.organisation_id, o.orgnr, o.name as organisation, o.kind, o.form, o.address, o.in_voluntary_register,
       o.lang as organisation_lang, coalesce(m.name, '') as municipality,
       coalesce(d.outcome, '') as outcome, coalesce(d.awarded_ore, 0) as awarded_ore, coalesce(d.state, '') as decision_state,
       d.notified_at, a.document, coalesce(u.name, '') as sent_by
  from unnest($1::bigint[]) with ordinality w (application_id, place)
  join application a using (application_id)
  join call_told c using (call_id)
  join organisation o using (organisation_id)
  left join municipality m on m.code = o.municipality_code
  left join decision_now d using (application_id)
  left join app_user u on u.user_id = a.submitted_by
 where not api.is_cut_off(a.application_id)
 order by w.place;

-- name: working_assessments
-- Finished assessments, a row a mark, as assessment_list.
-- $1 application_ids
select s.application_id, s.assessment_id, s.state, s.overall_reason, s.total_micro, s.at, u.name as assessor,
       coalesce(k.criterion_id, '') as criterion_id, k.mark, coalesce(k.reason, '') as reason
  from unnest($1::bigint[]) with ordinality w (application_id, place)
  join assessment s using (application_id)
  join app_user u using (user_id)
  left join assessment_mark k using (assessment_id)
 where s.state = 'done'
 order by w.place, s.at, s.assessment_id;

-- name: working_later_files
-- Files that came after the applications.
-- $1 application_ids
select f.application_id, f.field, f.file_name, f.sha256, f.uploaded_at
  from unnest($1::bigint[]) with ordinality w (application_id, place)
  join attachment f using (application_id)
 where f.later
 order by w.place, f.attachment_id;
