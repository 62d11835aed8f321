-- 0024_shared_frames.sql: one frame that several calls give from, and no lists locked beyond a frame, however many lock at once.

alter table call add column frame_of bigint references call check (frame_of <> call_id);
create index call_frame_of on call (frame_of) where frame_of is not null;
comment on column call.frame_of is 'The call whose frame this one gives from as well; null when it has its own.';
comment on column call.frame_ore is 'As announced, of a shared frame the whole of it; what can be awarded is the ledger''s.';

create function api.frame_call(p_call bigint) returns bigint language sql stable security definer
set search_path = public, pg_temp
	return coalesce((select frame_of from call where call_id = p_call), p_call);
comment on function api.frame_call(bigint) is 'The call whose ledger holds the frame: its own, or that of the call it shares with.';

create function api.call_frame_guard() returns trigger language plpgsql security definer
set search_path = public, pg_temp as $$
begin
	if tg_op = 'UPDATE' and new.frame_of is distinct from old.frame_of
	    and (exists (select from recommendation_list where call_id = new.call_id and state = 'locked')
	        or exists (select from ledger_entry where call_id = new.call_id and kind = 'award')) then
		raise exception 'a call with a locked list keeps its frame' using errcode = 'TS001';
	end if;
	if new.frame_of is null then
		return new;
	end if;
	if exists (select from call where call_id = new.frame_of and frame_of is not null)
	    or exists (select from call where frame_of = new.call_id) then
		raise exception 'a frame is shared with the call that has it' using errcode = 'TS001';
	end if;
	new.frame_ore := (select frame_ore from call where call_id = new.frame_of);
	return new;
end $$;
comment on function api.call_frame_guard() is 'A call that gives from another''s frame tells that frame, and stays with it once a list is locked.';
create trigger call_frame_guard before insert or update of frame_of, frame_ore on call
	for each row execute function api.call_frame_guard();

create function api.call_frame_follows() returns trigger language plpgsql security definer
set search_path = public, pg_temp as $$
begin
	update call set frame_ore = new.frame_ore where frame_of = new.call_id;
	return null;
end $$;
comment on function api.call_frame_follows() is 'All who give from a frame tell the same sum.';
create trigger call_frame_follows after update of frame_ore on call
	for each row when (new.frame_ore <> old.frame_ore and new.frame_of is null) execute function api.call_frame_follows();

-- ---------------------------------------------------------------------------------------------- the ledger

create or replace function api.ledger_lock(p_call bigint) returns void language sql volatile
	begin atomic
		select pg_advisory_xact_lock(hashtextextended('ledger', api.frame_call(p_call)));
	end;
comment on function api.ledger_lock(bigint) is 'Two who move a frame''s money at once queue here until the first has committed.';

create or replace function api.ledger_enter(p_call bigint, p_kind text, p_decision bigint, p_amount_ore bigint, p_reason text)
returns bigint language plpgsql set search_path = public, pg_temp as $$
declare
	new_entry bigint;
	of_call bigint := case p_kind when 'budget' then p_call else api.frame_call(p_call) end;
	source text := case p_kind when 'budget' then 'county' when 'award' then 'frame' else 'awarded' end;
	target text := case p_kind when 'budget' then 'frame' when 'award' then 'awarded' else 'frame' end;
begin
	perform api.ledger_lock(of_call);
	insert into ledger_entry (call_id, kind, decision_id, reason, entered_by)
	values (of_call, p_kind, p_decision, p_reason, api.user_id()) returning entry_id into new_entry;
	insert into ledger_posting values (new_entry, source, -p_amount_ore), (new_entry, target, p_amount_ore);
	return new_entry;
end $$;
comment on column ledger_entry.call_id is 'The call that has the frame; an award of one that shares it stands here too.';

create or replace function api.decision_is_entered() returns trigger language plpgsql security definer
set search_path = public, pg_temp as $$
begin
	if new.awarded_ore <> (select coalesce(sum(p.amount_ore), 0) from ledger_entry e join ledger_posting p using (entry_id)
	    join application a on a.application_id = new.application_id
	    where e.decision_id = new.decision_id and e.kind = 'award' and e.call_id = api.frame_call(a.call_id)
	        and p.account = 'awarded') then
		raise exception 'the award of decision % is not in the ledger', new.decision_id using errcode = 'TS006';
	end if;
	return null;
end $$;

-- A unit sees the money of the frames its calls give from, and moves what it awards; the frame itself is its owner's.
drop policy unit_work on ledger_entry;
create policy unit_work on ledger_entry to tilskudd_app
	using ((select api.role()) in ('officer', 'leader')
	    and exists (select from call c join scheme s using (scheme_id)
	        where (c.call_id = ledger_entry.call_id or c.frame_of = ledger_entry.call_id) and s.unit_id = (select api.unit_id())))
	with check ((select api.role()) in ('officer', 'leader')
	    and exists (select from call c join scheme s using (scheme_id)
	        where (c.call_id = ledger_entry.call_id or (c.frame_of = ledger_entry.call_id and ledger_entry.kind <> 'budget'))
	            and s.unit_id = (select api.unit_id())));

create or replace function api.call_used_up_at(p_call bigint) returns timestamptz language plpgsql stable security definer
set search_path = public, pg_temp as $$
begin
	return (select case
	    when c.status = 'used-up' then c.status_on::timestamp at time zone 'Europe/Oslo'
	    when c.kind <> 'fixed' and c.frame_ore > 0 and last.award_at is not null
	        and api.ledger_balance(coalesce(c.frame_of, c.call_id), 'frame') = 0
	        then last.award_at end
	    from call c
	    cross join lateral (select max(e.entered_at) as award_at from ledger_entry e
	        where e.call_id = coalesce(c.frame_of, c.call_id) and e.kind = 'award') last
	    where c.call_id = p_call);
end $$;

-- ---------------------------------------------------------------------------------------------- what is kept for some

create or replace function api.earmarks_left(p_call bigint) returns bigint language sql stable
set search_path = public, pg_temp
	return (select coalesce(sum(greatest(e.reserved_ore - coalesce(w.awarded_ore, 0), 0)), 0)::bigint
	    from call_earmark e
	    join call c using (call_id)
	    left join lateral (
	        select sum(p.amount_ore) as awarded_ore
	          from ledger_entry l
	          join ledger_posting p using (entry_id)
	          join decision d using (decision_id)
	          join application a using (application_id)
	          join application_figure f on f.application_id = d.application_id and f.name = 'earmark' and f.value = e.earmark_id
	         where l.call_id = coalesce(c.frame_of, c.call_id) and a.call_id = e.call_id and p.account = 'awarded') w on true
	   where coalesce(c.frame_of, c.call_id) = api.frame_call(p_call));
comment on function api.earmarks_left(bigint) is 'What is still kept of a frame for some: each earmark less what is awarded under it.';

create function api.frame_taken(p_call bigint, p_but_list bigint) returns bigint language sql stable security definer
set search_path = public, pg_temp
	return (select coalesce(sum(coalesce(d.awarded_ore, r.proposed_ore)), 0)::bigint
	    from call c
	    join recommendation_list l using (call_id)
	    join recommendation r using (list_id)
	    join application a using (application_id)
	    left join decision d using (application_id)
	    where coalesce(c.frame_of, c.call_id) = api.frame_call(p_call) and l.state = 'locked' and l.list_id <> p_but_list
	      and a.state <> 'withdrawn');
comment on function api.frame_taken(bigint, bigint) is 'Øre of a frame that locked lists propose or have been given, but for one list; 0 for none.';

create function api.frame_kept(p_call bigint, p_but_call bigint) returns bigint language sql stable security definer
set search_path = public, pg_temp
	return (select coalesce(sum(greatest(e.reserved_ore - coalesce(w.taken_ore, 0), 0)), 0)::bigint
	    from call_earmark e
	    join call c using (call_id)
	    left join lateral (
	        select sum(coalesce(d.awarded_ore, r.proposed_ore)) as taken_ore
	          from recommendation_list l
	          join recommendation r using (list_id)
	          join application_figure f on f.application_id = r.application_id and f.name = 'earmark' and f.value = e.earmark_id
	          left join decision d on d.application_id = r.application_id
	         where l.call_id = e.call_id and l.state = 'locked') w on true
	   where coalesce(c.frame_of, c.call_id) = api.frame_call(p_call) and e.call_id <> p_but_call);
comment on function api.frame_kept(bigint, bigint) is 'Øre of a frame kept for some beyond what locked lists give them, but for one call''s earmarks; 0 for none.';

create function api.lists_must_fit(p_call bigint) returns void language plpgsql security definer
set search_path = public, pg_temp as $$
declare
	frame bigint := api.frame_call(p_call);
begin
	-- What is read after the wait holds what others have locked meanwhile.
	perform api.ledger_lock(frame);
	if api.frame_taken(frame, 0) + api.frame_kept(frame, 0)
	    > api.ledger_balance(frame, 'frame') + api.ledger_balance(frame, 'awarded') then
		raise exception 'the locked lists pass the frame' using errcode = 'TS005';
	end if;
end $$;
comment on function api.lists_must_fit(bigint) is 'Raises TS005 when what locked lists propose, with what is kept for others, passes the frame; whoever locks at once waits here.';

create function api.locked_lists_fit() returns trigger language plpgsql security definer
set search_path = public, pg_temp as $$
begin
	perform api.lists_must_fit(new.call_id);
	return null;
end $$;
comment on function api.locked_lists_fit() is 'At commit: no list is locked beyond its frame, however it was locked.';
create constraint trigger locked_lists_fit after update of state on recommendation_list deferrable initially deferred
	for each row when (new.state = 'locked') execute function api.locked_lists_fit();

create or replace function api.list_elsewhere(p_call bigint, p_list bigint) returns bigint language sql stable security definer
set search_path = public, pg_temp
	return (select case when exists (select from call c join scheme s using (scheme_id)
	        where c.call_id = p_call and s.unit_id = api.unit_id())
	    then api.frame_taken(p_call, p_list) + api.frame_kept(p_call, p_call) else 0 end);
comment on function api.list_elsewhere(bigint, bigint) is 'Øre of the frame that other locked lists take, and that other calls which share it keep for some.';

-- ---------------------------------------------------------------------------------------------- those who share

create function api.frame_partners(p_call bigint) returns table (call_id bigint, title_nb text, title_nn text, title_en text,
	year integer, round integer, applied_ore bigint, taken_ore bigint) language sql stable security definer
set search_path = public, pg_temp
	begin atomic
		select c.call_id, v.title_nb, v.title_nn, v.title_en, c.year, c.round,
		       (select coalesce(sum(a.applied_ore), 0)::bigint from application a left join formal_check f using (application_id)
		         where a.call_id = c.call_id and a.state not in ('draft', 'withdrawn') and coalesce(f.outcome, '') <> 'dismiss'),
		       (select coalesce(sum(coalesce(d.awarded_ore, r.proposed_ore)), 0)::bigint
		          from recommendation_list l join recommendation r using (list_id) left join decision d using (application_id)
		         where l.call_id = c.call_id and l.state = 'locked')
		  from call c
		  join scheme_version v on v.version_hash = c.version_hash
		 where coalesce(c.frame_of, c.call_id) = api.frame_call(p_call)
		   and exists (select from call own join scheme s using (scheme_id) where own.call_id = p_call and s.unit_id = api.unit_id())
		 order by c.call_id;
	end;
comment on function api.frame_partners(bigint) is 'The calls that give from a frame, with what is applied for and what their locked lists take: demand splits it.';

create or replace view call_told with (security_invoker = true) as
select c.call_id, c.scheme_id as call_scheme_id, c.version_hash as call_version_hash, c.year, c.round, c.kind as call_kind, c.extra, c.opens_at, c.closes_at,
       c.main_closes_at, coalesce(c.lead_count, 0) as lead_count, coalesce(c.lead_unit, '') as lead_unit, c.covers_from, c.covers_to,
       c.frame_ore, c.conditional, c.answer_by, coalesce(c.answer_weeks, 0) as answer_weeks, c.contact_name, c.contact_phone,
       c.contact_email, c.status as call_status, c.status_on as call_status_on,
       case when c.kind <> 'fixed' then api.call_used_up_at(c.call_id) end as used_up_at,
       n.text_nb as call_title_nb, n.text_nn as call_title_nn, n.text_en as call_title_en,
       coalesce((select o.scheme_id from call o where o.call_id = c.frame_of), '') as frame_owner,
       c.frame_of is not null or exists (select from call x where x.frame_of = c.call_id) as frame_shared
  from call c
  left join call_note n on n.call_id = c.call_id and n.kind = 'title';

revoke execute on function api.frame_call(bigint), api.frame_taken(bigint, bigint), api.frame_kept(bigint, bigint),
	api.frame_partners(bigint), api.lists_must_fit(bigint) from public;
grant execute on function api.frame_call(bigint), api.frame_partners(bigint), api.lists_must_fit(bigint) to tilskudd_app, tilskudd_jobs;
grant execute on function api.frame_call(bigint) to tilskudd_reader;
