-- 0009_batches.sql: several recommendation lists in a call that is decided as applications come, one after the other.

alter table recommendation_list add column batch integer not null default 1 check (batch > 0);
alter table recommendation_list drop constraint recommendation_list_call_id_key;
alter table recommendation_list add unique (call_id, batch);
create unique index recommendation_list_one_open on recommendation_list (call_id) where state = 'open';
comment on table recommendation_list is 'A ranked list of a call''s cases with proposed sums; locked, it is what the decider gets (R30).';
comment on column recommendation_list.batch is 'From 1 in each call; a call with one fixed deadline has one list.';
comment on index recommendation_list_one_open is 'A case that waits belongs to one list.';

create function api.list_batch_guard() returns trigger language plpgsql security definer
set search_path = public, pg_temp as $$
begin
	if exists (select from call where call_id = new.call_id and kind = 'fixed') then
		raise exception 'a call with a fixed deadline has one list' using errcode = 'TS001';
	end if;
	return new;
end $$;
comment on function api.list_batch_guard() is 'Only calls that are decided as applications come have a second list.';
create trigger list_batch_guard before insert or update of batch on recommendation_list
	for each row when (new.batch > 1) execute function api.list_batch_guard();

alter table application add column on_list_id bigint references recommendation_list;
create index application_list on application (on_list_id);
comment on column application.on_list_id is 'The locked list it was recommended on; null while it waits for one.';
update application a set on_list_id = l.list_id
  from recommendation r join recommendation_list l using (list_id)
 where r.application_id = a.application_id and l.state = 'locked';

create function api.list_takes_cases() returns trigger language plpgsql security definer
set search_path = public, pg_temp as $$
begin
	update application a set on_list_id = new.list_id from recommendation r
	 where r.list_id = new.list_id and r.application_id = a.application_id;
	return null;
end $$;
comment on function api.list_takes_cases() is 'The cases of a list that is locked are its own from then on.';
create trigger list_takes_cases after update of state on recommendation_list
	for each row when (new.state = 'locked' and old.state <> 'locked') execute function api.list_takes_cases();

create function api.list_hidden(p_list bigint) returns bigint language sql stable security definer
set search_path = public, pg_temp
	return (select count(*) from recommendation r where r.list_id = p_list and api.is_cut_off(r.application_id));
comment on function api.list_hidden(bigint) is 'How many cases of a list the person is cut off from.';

create function api.list_elsewhere(p_call bigint, p_list bigint) returns bigint language sql stable security definer
set search_path = public, pg_temp
	return (select coalesce(sum(coalesce(d.awarded_ore, r.proposed_ore)), 0)::bigint
	    from recommendation_list l join recommendation r using (list_id) left join decision d using (application_id)
	    where l.call_id = p_call and l.list_id <> p_list and l.state = 'locked' and l.unit_id = api.unit_id());
comment on function api.list_elsewhere(bigint, bigint) is 'Øre of the call''s frame that its other locked lists propose or have been given.';

-- Politicians see each list by itself.
drop function api.committee_lists();
create function api.committee_lists() returns table (call_id bigint, batch integer, locked_at timestamptz, n_cases bigint, n_waiting bigint,
	applied_ore bigint, proposed_ore bigint) language sql stable security definer
set search_path = public, pg_temp
	begin atomic
		select l.call_id, l.batch, l.locked_at, count(*), count(*) filter (where a.state = 'recommended'), sum(a.applied_ore)::bigint,
		       sum(r.proposed_ore)::bigint
		  from recommendation_body b
		  join recommendation r using (list_id, application_id)
		  join recommendation_list l using (list_id)
		  join application a using (application_id)
		 where b.body_id = api.body_id() and l.state = 'locked'
		 group by l.list_id;
	end;
comment on function api.committee_lists() is 'Locked lists with cases of the politician''s body: how many cases, how many wait, sums applied for and proposed.';

drop function api.committee_decisions();
create function api.committee_decisions() returns table (body_decision_id bigint, call_id bigint, batch integer, decided_on date,
	meeting_case text, votes_for integer, votes_against integer, n_cases bigint, n_grants bigint, awarded_ore bigint)
language sql stable security definer
set search_path = public, pg_temp
	begin atomic
		select m.body_decision_id, l.call_id, l.batch, m.decided_on, m.meeting_case, m.votes_for, m.votes_against, count(d.decision_id),
		       count(*) filter (where d.awarded_ore > 0), coalesce(sum(d.awarded_ore), 0)::bigint
		  from body_decision m
		  join recommendation_list l using (list_id)
		  left join decision d using (body_decision_id)
		 where m.body_id = api.body_id()
		 group by m.body_decision_id, l.list_id;
	end;
comment on function api.committee_decisions() is 'What the politician''s body has decided, as registered from its minutes.';

drop function api.committee_pdf(bigint);
create function api.committee_pdf(p_call bigint, p_batch integer) returns bytea language sql stable security definer
set search_path = public, pg_temp
	return (select l.pdf from recommendation_list l where l.call_id = p_call and l.batch = p_batch and l.state = 'locked'
	    and (exists (select from recommendation_body b where b.list_id = l.list_id and b.body_id = api.body_id())
	        or exists (select from body_decision d where d.list_id = l.list_id and d.body_id = api.body_id())));
comment on function api.committee_pdf(bigint, integer) is 'A locked list as printed, for politicians of a body that decides on it.';

revoke execute on function api.list_hidden(bigint), api.list_elsewhere(bigint, bigint), api.committee_lists(), api.committee_decisions(),
	api.committee_pdf(bigint, integer) from public;
grant execute on function api.list_hidden(bigint), api.list_elsewhere(bigint, bigint), api.committee_lists(), api.committee_decisions(),
	api.committee_pdf(bigint, integer) to tilskudd_app, tilskudd_jobs;
