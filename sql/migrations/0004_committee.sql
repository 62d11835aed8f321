-- 0004_committee.sql: which body each case on a locked list belongs to, and what a politician's body may read.

create table recommendation_body (
	list_id bigint not null,
	application_id bigint not null,
	body_id bigint not null references body,
	primary key (list_id, application_id),
	foreign key (list_id, application_id) references recommendation
);
create index recommendation_body_body on recommendation_body (body_id);
comment on table recommendation_body is 'The body that decides a case by the scheme''s delegation, as it was when the list was locked; cases that are the leader''s own have no row.';

grant select, insert on recommendation_body to tilskudd_app;
grant select, insert, update, delete on recommendation_body to tilskudd_jobs;
alter table recommendation_body enable row level security;
create policy jobs_all on recommendation_body to tilskudd_jobs using (true);
create policy unit_work on recommendation_body to tilskudd_app
	using ((select api.role()) in ('officer', 'leader')
	    and exists (select from recommendation_list l where l.list_id = recommendation_body.list_id))
	with check ((select api.role()) in ('officer', 'leader')
	    and exists (select from recommendation_list l where l.list_id = recommendation_body.list_id));

create function api.body_id() returns bigint language sql stable security definer
set search_path = public, pg_temp
	return (select body_id from app_user where user_id = api.user_id() and role = 'politician' and active);
comment on function api.body_id() is 'The body the politician behind the transaction sits in, null for others.';

create function api.committee_schemes() returns setof text language sql stable security definer
set search_path = public, pg_temp
	begin atomic
		select distinct c.scheme_id from recommendation_body b join recommendation_list l using (list_id) join call c using (call_id)
		 where b.body_id = api.body_id()
		union
		select c.scheme_id from body_decision d join recommendation_list l using (list_id) join call c using (call_id)
		 where d.body_id = api.body_id();
	end;
comment on function api.committee_schemes() is 'Schemes in which the politician''s body decides, or has decided.';

create function api.committee_lists() returns table (call_id bigint, locked_at timestamptz, n_cases bigint, n_waiting bigint,
	applied_ore bigint, proposed_ore bigint) language sql stable security definer
set search_path = public, pg_temp
	begin atomic
		select l.call_id, l.locked_at, count(*), count(*) filter (where a.state = 'recommended'), sum(a.applied_ore)::bigint,
		       sum(r.proposed_ore)::bigint
		  from recommendation_body b
		  join recommendation r using (list_id, application_id)
		  join recommendation_list l using (list_id)
		  join application a using (application_id)
		 where b.body_id = api.body_id() and l.state = 'locked'
		 group by l.list_id;
	end;
comment on function api.committee_lists() is 'Locked lists with cases of the politician''s body: how many cases, how many wait, sums applied for and proposed.';

create function api.committee_decisions() returns table (body_decision_id bigint, call_id bigint, decided_on date, meeting_case text,
	votes_for integer, votes_against integer, n_cases bigint, n_grants bigint, awarded_ore bigint)
language sql stable security definer
set search_path = public, pg_temp
	begin atomic
		select m.body_decision_id, l.call_id, m.decided_on, m.meeting_case, m.votes_for, m.votes_against, count(d.decision_id),
		       count(*) filter (where d.awarded_ore > 0), coalesce(sum(d.awarded_ore), 0)::bigint
		  from body_decision m
		  join recommendation_list l using (list_id)
		  left join decision d using (body_decision_id)
		 where m.body_id = api.body_id()
		 group by m.body_decision_id, l.list_id;
	end;
comment on function api.committee_decisions() is 'What the politician''s body has decided, as registered from its minutes.';

create function api.committee_pdf(p_call bigint) returns bytea language sql stable security definer
set search_path = public, pg_temp
	return (select l.pdf from recommendation_list l where l.call_id = p_call and l.state = 'locked'
	    and (exists (select from recommendation_body b where b.list_id = l.list_id and b.body_id = api.body_id())
	        or exists (select from body_decision d where d.list_id = l.list_id and d.body_id = api.body_id())));
comment on function api.committee_pdf(bigint) is 'A locked list as printed, for politicians of a body that decides on it.';

revoke execute on function api.body_id(), api.committee_schemes(), api.committee_lists(), api.committee_decisions(),
	api.committee_pdf(bigint) from public;
grant execute on function api.body_id(), api.committee_schemes(), api.committee_lists(), api.committee_decisions(),
	api.committee_pdf(bigint) to tilskudd_app, tilskudd_jobs;
