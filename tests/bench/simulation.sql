-- simulation.sql — 10 000 sent applications in one scheme, copies of the demo's with marks and decisions, each with sums of its own.
-- Run as the superuser, in a throw-away database with the demo's data: psql -v scheme=ID -f tests/bench/simulation.sql
set session_replication_role = replica;
create temporary table source as
select a.*, row_number() over (order by a.application_id) - 1 as place, count(*) over () as many
  from application a join call c using (call_id)
 where c.scheme_id = :'scheme' and a.state in ('notified', 'closed', 'decided');
create temporary table copy as
select s.application_id as source_id, 10000000 + n as application_id, 'S' || lpad(n::text, 6, '0') as number,
       replace(s.document, s.number, 'S' || lpad(n::text, 6, '0')) as document
  from generate_series(1, 10000) n join source s on s.place = n % s.many;
insert into application (application_id, number, call_id, version_hash, unit_id, organisation_id, created_by, version, state, lang, title,
	submitted_at, submitted_by, document, document_hash, applied_ore, costs_ore, period_start, period_end, integration)
overriding system value
select k.application_id, k.number, a.call_id, a.version_hash, a.unit_id, a.organisation_id, a.created_by, a.version, a.state, a.lang, a.title,
       a.submitted_at, a.submitted_by, k.document, a.document_hash, a.applied_ore, a.costs_ore, a.period_start, a.period_end, a.integration
  from copy k join application a on a.application_id = k.source_id;
insert into assessment (assessment_id, application_id, user_id, state, overall_reason, total_micro, at) overriding system value
select 10000000 + row_number() over (order by k.application_id, s.assessment_id), k.application_id, s.user_id, s.state, s.overall_reason,
       s.total_micro, s.at
  from copy k join assessment s on s.application_id = k.source_id;
insert into assessment_mark (assessment_id, criterion_id, mark, reason)
select t.assessment_id, m.criterion_id, (m.mark + t.assessment_id) % 5 + 1, m.reason
  from copy k join assessment t on t.application_id = k.application_id
  join assessment s on s.application_id = k.source_id and s.user_id = t.user_id
  join assessment_mark m on m.assessment_id = s.assessment_id;
insert into decision (application_id, outcome, awarded_ore, reason, decided_by, decided_on, registered_by, state, notified_at)
select k.application_id, d.outcome, d.awarded_ore, d.reason, coalesce(d.decided_by, d.registered_by), d.decided_on, d.registered_by, d.state,
       d.notified_at
  from copy k join decision d on d.application_id = k.source_id;
analyze application, assessment, assessment_mark, decision;
