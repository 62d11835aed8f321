-- simulation.sql: what a changed scheme is held against.

-- name: simulation_cases
-- Sent applications of a scheme, a batch at a time by id: what they said, what they were marked and what they got.
-- Nobody simulates over a case in which they have a conflict; the command line has none.
-- $1 scheme_id, $2 first year, $3 last year, $4 after this application_id, $5 how many
select a.application_id, a.number, a.call_id, a.version_hash, a.document, a.submitted_at, c.year, c.round, c.covers_from,
       c.covers_to, c.frame_ore, o.name as organisation, o.kind, o.form, o.in_voluntary_register,
       coalesce(d.outcome, '') as outcome, coalesce(d.awarded_ore, 0) as awarded_ore,
       coalesce((select string_agg(concat_ws(' ', s.assessment_id, m.criterion_id, m.mark), E'\n' order by s.assessment_id, m.criterion_id)
                   from assessment s join assessment_mark m using (assessment_id)
                  where s.application_id = a.application_id and s.state = 'done' and m.mark is not null), '') as marks,
       coalesce((select string_agg(i.rule_id, ' ') from formal_check_item i
                  where i.application_id = a.application_id and not i.passed), '') as failed
  from application a
  join call c using (call_id)
  join organisation o using (organisation_id)
  left join decision_now d using (application_id)
 where c.scheme_id = $1 and c.year between $2 and $3 and a.application_id > $4
   and a.state not in ('draft', 'withdrawn') and a.document is not null
   and (api.role() = 'none' or not api.is_cut_off(a.application_id))
 order by a.application_id
 limit $5;

-- name: simulation_frames
-- What the calls of those years had to give.
-- $1 scheme_id, $2 first year, $3 last year
select c.year, sum(c.frame_ore)::bigint as frame_ore
  from call c
 where c.scheme_id = $1 and c.year between $2 and $3 and c.status <> 'cancelled'
 group by c.year
 order by c.year;
