-- case.sql: officers' work from the received application to the finished assessment.

-- name: case_list
-- The unit's applications. Whoever has a conflict in a case sees that it exists and nothing more (R24).
-- The page is read by the index on unit and time; counting all reads more, and is done apart from it. The unit is named
-- besides the policy, which speaks of applicants too and would keep the index from being used.
-- $1 state or '', $2 call_id or 0, $3 folded text or '', $4 rows, $5 rows to pass over
with cut_off as materialized (
    select application_id from impartiality where user_id = api.user_id() and declared = 'conflict'
), named as materialized (
    select organisation_id from organisation where $3 <> '' and strpos(lower(name), $3) > 0
), found as not materialized (
    select a.application_id, a.submitted_at from application a
     where a.unit_id = (select api.unit_id()) and a.state <> 'draft'
       and ($1 = '' or a.state = $1)
       and ($2 = 0 or a.call_id = $2)
       and ($3 = '' or strpos(a.number, $3) > 0 or a.organisation_id in (select organisation_id from named)
            or (strpos(lower(a.title), $3) > 0 and a.application_id not in (select application_id from cut_off)))
), page as (
    select application_id, application_id in (select application_id from cut_off) as cut_off
      from found order by submitted_at desc, application_id desc limit $4 offset $5
)
select a.application_id, a.number, a.state, a.submitted_at, a.late, c.call_id, v.title_nb, v.title_nn, v.title_en, o.name as organisation,
       p.cut_off,
       api.is_impartial(a.application_id) as declared,
       case when p.cut_off then '' else a.title end as title,
       case when not p.cut_off then a.applied_ore end as applied_ore,
       case when p.cut_off then '' else coalesce(d.outcome, '') end as outcome,
       coalesce(m.name, '') as municipality, case when c.answer_weeks is null or a.submitted_at < c.main_closes_at then c.answer_by
            else (a.submitted_at at time zone 'Europe/Oslo')::date + c.answer_weeks * 7 end as answer_by,
       (select count(*) from found) as total
  from page p
  join application a using (application_id)
  join call c using (call_id)
  join scheme_version v on v.version_hash = a.version_hash
  join organisation o using (organisation_id)
  left join municipality m on m.code = o.municipality_code
  left join decision_now d using (application_id)
 order by a.submitted_at desc, a.application_id desc;

-- name: case_counts
-- How many applications stand in each state.
select state, count(*) as n from application where unit_id = (select api.unit_id()) and state <> 'draft' group by state;

-- name: case_calls
-- The unit's calls that have applications, newest first, with their list's state.
with counted as materialized (
    select a.call_id, count(*) as n,
           count(*) filter (where a.state in ('submitted', 'formal_check', 'assessing')) as n_open,
           count(*) filter (where a.state in ('submitted', 'formal_check', 'assessing', 'assessed') and a.on_list_id is null) as n_waiting,
           count(*) filter (where a.state = 'decided') as n_decided,
           count(*) filter (where a.state = 'recommended') as n_recommended
      from application a
     where a.unit_id = (select api.unit_id()) and a.state <> 'draft'
     group by a.call_id
)
select c.call_id, c.year, c.round, c.closes_at, c.frame_ore, c.version_hash, v.title_nb, v.title_nn, v.title_en,
       case when l.state is null or (l.state = 'locked' and c.kind <> 'fixed' and n.n_waiting > 0) then '' else l.state end as list_state,
       n.n, n.n_open, n.n_decided, n.n_recommended
  from counted n
  join call c using (call_id)
  join scheme_version v on v.version_hash = c.version_hash
  left join recommendation_list l on l.call_id = c.call_id
    and l.batch = (select max(x.batch) from recommendation_list x where x.call_id = c.call_id)
 order by c.closes_at desc, c.call_id desc;

-- name: call_get
-- A call the person's unit owns.
-- $1 call_id
select c.*, c.call_version_hash as version_hash,
       api.ledger_balance(api.frame_call(c.call_id), 'frame') as free_ore,
       api.ledger_balance(api.frame_call(c.call_id), 'awarded') as awarded_ore
  from call_told c join scheme s on s.scheme_id = c.call_scheme_id
 where c.call_id = $1 and s.unit_id = api.unit_id();

-- name: impartiality_get
-- What the person declared in the case; no row: nothing yet.
-- $1 application_id
select declared, ground, at from impartiality where application_id = $1 and user_id = api.user_id();

-- name: impartiality_declare
-- Once a person and case; a change of mind is the leader's to record.
-- $1 application_id, $2 declared, $3 ground, $4 at
insert into impartiality (application_id, user_id, declared, ground, at)
select a.application_id, api.user_id(), $2, $3, $4 from application a where a.application_id = $1
    on conflict do nothing
returning application_id;

-- name: application_move
-- A guarded step; no row means that the case has moved on.
-- $1 application_id, $2 from, $3 to
update application set state = $3, officer_id = coalesce(officer_id, api.user_id())
 where application_id = $1 and state = $2
returning application_id;

-- name: formal_check_get
-- The check with a row for each rule; one row without a rule when the scheme has none.
-- $1 application_id
select f.outcome, f.reason, f.late_accepted_because, f.checked_at, u.name as checked_by,
       coalesce(i.rule_id, '') as rule_id, coalesce(i.passed, false) as passed, coalesce(i.note, '') as note
  from formal_check f
  join app_user u on u.user_id = f.checked_by
  left join formal_check_item i using (application_id)
 where f.application_id = $1
 order by i.rule_id;

-- name: formal_check_put
-- $1 application_id, $2 outcome, $3 reason, $4 late_accepted_because, $5 at
insert into formal_check (application_id, outcome, reason, late_accepted_because, checked_by, checked_at)
values ($1, $2, $3, $4, api.user_id(), $5)
    on conflict (application_id) do update
   set outcome = excluded.outcome, reason = excluded.reason, late_accepted_because = excluded.late_accepted_because,
       checked_by = excluded.checked_by, checked_at = excluded.checked_at
returning application_id;

-- name: formal_check_item_put
-- $1 application_id, $2 rule_id, $3 passed, $4 note
insert into formal_check_item (application_id, rule_id, passed, note) values ($1, $2, $3, $4)
    on conflict (application_id, rule_id) do update set passed = excluded.passed, note = excluded.note;

-- name: assessment_mine
-- The person's own assessment of the case, as assessment_list.
-- $1 application_id
select s.assessment_id, s.state, s.overall_reason, s.total_micro, s.at, u.name as assessor,
       coalesce(k.criterion_id, '') as criterion_id, k.mark, coalesce(k.reason, '') as reason
  from assessment s
  join app_user u using (user_id)
  left join assessment_mark k using (assessment_id)
 where s.application_id = $1 and s.user_id = api.user_id();

-- name: assessment_list
-- Finished assessments of the case, and the person's own: a row a mark; one row for an assessment without marks.
-- $1 application_id
select s.application_id, s.assessment_id, s.state, s.overall_reason, s.total_micro, s.at, u.name as assessor,
       coalesce(k.criterion_id, '') as criterion_id, k.mark, coalesce(k.reason, '') as reason
  from assessment s
  join app_user u using (user_id)
  left join assessment_mark k using (assessment_id)
 where s.application_id = $1 and (s.state = 'done' or s.user_id = api.user_id())
 order by s.at, s.assessment_id;

-- name: assessment_put
-- $1 application_id, $2 state, $3 overall_reason, $4 total_micro or null, $5 at
insert into assessment (application_id, user_id, state, overall_reason, total_micro, at)
values ($1, api.user_id(), $2, $3, $4, $5)
    on conflict (application_id, user_id) do update
   set state = excluded.state, overall_reason = excluded.overall_reason, total_micro = excluded.total_micro, at = excluded.at
 where exists (select from application a where a.application_id = assessment.application_id and a.state in ('assessing', 'assessed'))
returning assessment_id;

-- name: assessment_mark_put
-- $1 assessment_id, $2 criterion_id, $3 mark, $4 reason
insert into assessment_mark (assessment_id, criterion_id, mark, reason) values ($1, $2, $3, $4)
    on conflict (assessment_id, criterion_id) do update set mark = excluded.mark, reason = excluded.reason;

-- name: assessment_mark_remove
-- A mark that was taken back while the assessment is a draft.
-- $1 assessment_id, $2 criterion_id
delete from assessment_mark where assessment_id = $1 and criterion_id = $2;

-- name: history_of_organisation
-- What the organisation has applied for and been given before, beside the case (R27); nothing of cases the person is
-- cut off from.
-- $1 organisation_id, $2 application_id to leave out
select a.number, a.submitted_at, v.title_nb, v.title_nn, v.title_en, a.applied_ore, coalesce(d.outcome, '') as outcome,
       coalesce(d.awarded_ore, 0) as awarded_ore
  from application a join scheme_version v on v.version_hash = a.version_hash
  left join decision_now d on d.application_id = a.application_id and d.state = 'notified'
 where a.organisation_id = $1 and a.application_id <> $2 and a.state <> 'draft' and not api.is_cut_off(a.application_id)
 order by a.submitted_at desc limit 20;
