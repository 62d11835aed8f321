-- 0003_evaluation.sql: the figures of a scheme and year, worked out in one place, as one document that is frozen when published.

-- One row an application that was sent. Not granted to anybody: the functions below decide who may know what.
create view api.evaluation_case as
select a.application_id, a.number, c.scheme_id, c.year, a.title, o.name as organisation, o.orgnr, o.kind,
       o.immigrant_organisation, a.applied_ore, a.costs_ore, a.integration, a.submitted_at, a.state,
       d.outcome, d.awarded_ore, d.decided_on,
       (d.decided_on - (a.submitted_at at time zone 'Europe/Oslo')::date) as days
  from application a
  join call c using (call_id)
  join organisation o using (organisation_id)
  left join decision d on d.application_id = a.application_id and d.state = 'notified'
 where a.state <> 'draft';
comment on view api.evaluation_case is 'Sent applications with the decision applicants have been told; a decision nobody has been told counts as none.';

-- An award is shared equally among the municipalities the measure reaches, in whole kroner; kroner that do not divide go one
-- each to the first by code, and øre to the first, so that the parts always add up to the award.
create view api.evaluation_reach as
select e.application_id, e.scheme_id, e.year, m.municipality_code as code, e.outcome,
       e.awarded_ore / 100 / r.n * 100 + case when row_number() over w <= e.awarded_ore / 100 % r.n then 100 else 0 end
           + case when row_number() over w = 1 then e.awarded_ore % 100 else 0 end as share_ore
  from api.evaluation_case e
  join application_municipality m using (application_id)
  join lateral (select count(*) as n from application_municipality x where x.application_id = e.application_id) r on true
window w as (partition by e.application_id order by m.municipality_code);
comment on view api.evaluation_reach is 'Awards by municipality reached, in øre that add up to the award.';

create function api.may_evaluate(p_scheme text) returns boolean language sql stable security definer
set search_path = public, pg_temp
	return api.role() = 'admin' or (api.role() in ('officer', 'leader') and exists (
	    select from scheme where scheme_id = p_scheme and unit_id = api.unit_id()));
comment on function api.may_evaluate(text) is 'Figures before publishing are for the unit that owns the scheme, and for the command line.';

create function api.evaluation_totals(p_scheme text, p_year integer) returns jsonb language sql stable
set search_path = public, pg_temp
	return (select jsonb_build_object(
	    'received', count(*),
	    'dismissed', count(*) filter (where outcome = 'dismissed'),
	    'granted', count(*) filter (where outcome = 'granted'),
	    'partly_granted', count(*) filter (where outcome = 'partly_granted'),
	    'rejected', count(*) filter (where outcome = 'rejected'),
	    'withdrawn', count(*) filter (where state = 'withdrawn'),
	    'pending', count(*) filter (where outcome is null and state <> 'withdrawn'),
	    'applied_ore', coalesce(sum(applied_ore), 0),
	    'decided_applied_ore', coalesce(sum(applied_ore) filter (where outcome in ('granted', 'partly_granted', 'rejected')), 0),
	    'awarded_ore', coalesce(sum(awarded_ore), 0),
	    'median_ore', coalesce(percentile_disc(0.5) within group (order by awarded_ore) filter (where awarded_ore > 0), 0),
	    'mean_ore', coalesce(round(avg(awarded_ore) filter (where awarded_ore > 0) / 100) * 100, 0)::bigint,
	    'median_days', coalesce(percentile_disc(0.5) within group (order by days) filter (where days is not null), 0),
	    'integration', count(*) filter (where integration and awarded_ore > 0),
	    'integration_ore', coalesce(sum(awarded_ore) filter (where integration), 0),
	    'integration_received', count(*) filter (where integration),
	    'immigrant', count(*) filter (where immigrant_organisation),
	    'immigrant_granted', count(*) filter (where immigrant_organisation and awarded_ore > 0),
	    'immigrant_ore', coalesce(sum(awarded_ore) filter (where immigrant_organisation), 0),
	    'frame_ore', (select coalesce(sum(frame_ore), 0) from call where scheme_id = p_scheme and year = p_year and status <> 'cancelled'))
	  from api.evaluation_case where scheme_id = p_scheme and year = p_year);

create function api.evaluation_municipalities(p_scheme text, p_year integer) returns jsonb language sql stable
set search_path = public, pg_temp
	return (select coalesce(jsonb_agg(to_jsonb(x) order by x.name), '[]') from (
	    select m.code, m.name, coalesce(m.inhabitants, 0) as inhabitants,
	           count(r.application_id) as applications,
	           count(r.application_id) filter (where r.share_ore > 0) as grants,
	           coalesce(sum(r.share_ore), 0) as awarded_ore,
	           coalesce((select sum(l.share_ore) from api.evaluation_reach l
	               where l.code = m.code and l.scheme_id = p_scheme and l.year = p_year - 1), 0) as last_ore
	      from municipality m
	      left join api.evaluation_reach r on r.code = m.code and r.scheme_id = p_scheme and r.year = p_year
	     where m.in_county and m.valid_from <= make_date(p_year, 12, 31) and (m.valid_to is null or m.valid_to > make_date(p_year, 1, 1))
	     group by m.code) x);

create function api.evaluation_kinds(p_scheme text, p_year integer) returns jsonb language sql stable
set search_path = public, pg_temp
	return (select coalesce(jsonb_agg(to_jsonb(x) order by x.received desc, x.kind), '[]') from (
	    select kind,
	           count(*) filter (where year = p_year) as received,
	           count(*) filter (where year = p_year and awarded_ore > 0) as grants,
	           coalesce(sum(applied_ore) filter (where year = p_year), 0) as applied_ore,
	           coalesce(sum(awarded_ore) filter (where year = p_year), 0) as awarded_ore,
	           count(*) filter (where year = p_year - 1 and awarded_ore > 0) as last_grants,
	           coalesce(sum(awarded_ore) filter (where year = p_year - 1), 0) as last_ore
	      from api.evaluation_case where scheme_id = p_scheme and year in (p_year, p_year - 1) group by kind) x);

create function api.evaluation_goals(p_scheme text, p_year integer) returns jsonb language sql stable
set search_path = public, pg_temp
	return (select coalesce(jsonb_agg(to_jsonb(x) order by x.goal_id), '[]') from (
	    select g.goal_id,
	           count(*) filter (where e.year = p_year) as projects,
	           coalesce(sum(g.promised) filter (where e.year = p_year), 0) as promised,
	           count(*) filter (where e.year = p_year - 1) as last_projects,
	           coalesce(sum(g.promised) filter (where e.year = p_year - 1), 0) as last_promised
	      from api.evaluation_case e join application_goal g using (application_id)
	     where e.scheme_id = p_scheme and e.year in (p_year, p_year - 1) and e.awarded_ore > 0 group by g.goal_id) x);

create function api.evaluation_criteria(p_scheme text, p_year integer) returns jsonb language sql stable
set search_path = public, pg_temp
	return (select coalesce(jsonb_agg(to_jsonb(x) order by x.criterion_id), '[]') from (
	    select k.criterion_id,
	           round(avg(k.mark) filter (where e.awarded_ore > 0), 2) as granted_mean,
	           round(avg(k.mark) filter (where e.outcome = 'rejected'), 2) as rejected_mean
	      from api.evaluation_case e
	      join assessment s on s.application_id = e.application_id and s.state = 'done'
	      join assessment_mark k using (assessment_id)
	     where e.scheme_id = p_scheme and e.year = p_year and e.outcome is not null group by k.criterion_id) x);

create function api.evaluation_grants(p_scheme text, p_year integer) returns jsonb language sql stable
set search_path = public, pg_temp
	return (select coalesce(jsonb_agg(to_jsonb(x) order by x.awarded_ore desc, x.number), '[]') from (
	    select e.number, e.organisation, e.orgnr, e.kind, e.title, e.applied_ore, e.awarded_ore, e.decided_on, e.integration,
	           (select string_agg(m.name, ', ' order by m.name) from application_municipality am
	               join municipality m on m.code = am.municipality_code where am.application_id = e.application_id) as municipalities,
	           (select count(*) from application_municipality am where am.application_id = e.application_id) as n_municipalities
	      from api.evaluation_case e where e.scheme_id = p_scheme and e.year = p_year and e.awarded_ore > 0) x);

create function api.evaluation_version(p_scheme text, p_year integer) returns text language sql stable
set search_path = public, pg_temp
	return (select v.version_hash from scheme_version v left join call c on c.version_hash = v.version_hash and c.year = p_year
	    where v.scheme_id = p_scheme order by c.round desc nulls last, v.published_at desc limit 1);

create function api.evaluation_data(p_scheme text, p_year integer) returns jsonb language plpgsql stable security definer
set search_path = public, pg_temp as $$
begin
	if not api.may_evaluate(p_scheme) or api.evaluation_version(p_scheme, p_year) is null then
		return null;
	end if;
	return jsonb_build_object(
	    'version_hash', api.evaluation_version(p_scheme, p_year),
	    'inhabitants_on', (select max(inhabitants_on) from municipality where in_county),
	    'totals', api.evaluation_totals(p_scheme, p_year),
	    'last', api.evaluation_totals(p_scheme, p_year - 1),
	    'municipalities', api.evaluation_municipalities(p_scheme, p_year),
	    'kinds', api.evaluation_kinds(p_scheme, p_year),
	    'goals', api.evaluation_goals(p_scheme, p_year),
	    'criteria', api.evaluation_criteria(p_scheme, p_year),
	    'grants', api.evaluation_grants(p_scheme, p_year));
end $$;

comment on function api.evaluation_totals(text, integer) is 'Counts and sums of a scheme''s year; what is decided but not told counts as pending.';
comment on function api.evaluation_municipalities(text, integer) is 'Every municipality of the county, those with nothing too, with this year''s and last year''s sum.';
comment on function api.evaluation_kinds(text, integer) is 'By kind of organisation, this year and last.';
comment on function api.evaluation_goals(text, integer) is 'What those who got a grant promised, this year and last.';
comment on function api.evaluation_criteria(text, integer) is 'Mean marks of granted and rejected applications: which criterion told them apart.';
comment on function api.evaluation_grants(text, integer) is 'The list of grants, which is public (offentleglova § 3).';
comment on function api.evaluation_version(text, integer) is 'The version the calls of that year used, latest round first; else the latest of all.';
comment on function api.evaluation_data(text, integer) is 'All of it as one document: what the page, the PDF and the published evaluation are made from.';

revoke execute on function api.may_evaluate(text), api.evaluation_totals(text, integer), api.evaluation_municipalities(text, integer),
	api.evaluation_kinds(text, integer), api.evaluation_goals(text, integer), api.evaluation_criteria(text, integer),
	api.evaluation_grants(text, integer), api.evaluation_version(text, integer), api.evaluation_data(text, integer) from public;
grant execute on function api.may_evaluate(text), api.evaluation_data(text, integer) to tilskudd_app, tilskudd_jobs;

-- Publishing is the leader's of the unit that owns the scheme; what is published stays as it was.
drop policy leader_publishes on evaluation;
create policy leader_publishes on evaluation for insert to tilskudd_app
	with check ((select api.role()) = 'leader' and published_by = (select api.user_id()) and api.may_evaluate(scheme_id));
create trigger evaluation_immutable before update or delete on evaluation
	for each row execute function api.event_immutable();
create trigger evaluation_no_truncate before truncate on evaluation
	for each statement execute function api.event_immutable();
revoke update, delete on evaluation from tilskudd_jobs;
