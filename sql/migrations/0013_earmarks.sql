-- 0013_earmarks.sql: parts of a call's frame that are kept for some, held by the ledger.

create table call_earmark (
	call_id bigint not null references call,
	earmark_id text not null check (earmark_id ~ '^[a-z][a-z0-9-]{0,39}$'),
	reserved_ore bigint not null check (reserved_ore >= 0),
	primary key (call_id, earmark_id)
);
comment on table call_earmark is 'What of a call''s frame is kept for some applications, written when its list is locked; others can''t be awarded it.';
comment on column call_earmark.earmark_id is 'The earmark''s id in the scheme version; an application counts under the one in its application_figure.';
comment on column call_earmark.reserved_ore is 'Øre; what is not awarded under it stays.';

grant select, insert, update on call_earmark to tilskudd_app;
grant select, insert, update, delete on call_earmark to tilskudd_jobs;
alter table call_earmark enable row level security;
create policy jobs_all on call_earmark to tilskudd_jobs using (true);
create policy unit_work on call_earmark to tilskudd_app
	using ((select api.role()) in ('officer', 'leader')
	    and exists (select from call c join scheme s using (scheme_id) where c.call_id = call_earmark.call_id
	        and s.unit_id = (select api.unit_id())));

create function api.earmarks_left(p_call bigint) returns bigint language sql stable
set search_path = public, pg_temp
	return (select coalesce(sum(greatest(e.reserved_ore - coalesce(w.awarded_ore, 0), 0)), 0)::bigint
	    from call_earmark e
	    left join lateral (
	        select sum(p.amount_ore) as awarded_ore
	          from ledger_entry l
	          join ledger_posting p using (entry_id)
	          join decision d using (decision_id)
	          join application_figure f on f.application_id = d.application_id and f.name = 'earmark' and f.value = e.earmark_id
	         where l.call_id = e.call_id and p.account = 'awarded') w on true
	   where e.call_id = p_call);
comment on function api.earmarks_left(bigint) is 'What is still kept for some: each earmark less what is awarded under it.';
grant execute on function api.earmarks_left(bigint) to tilskudd_app, tilskudd_jobs;

create function api.earmark_guard() returns trigger language plpgsql security definer
set search_path = public, pg_temp as $$
declare
	of_call bigint;
begin
	select call_id into of_call from ledger_entry where entry_id = new.entry_id and kind = 'award';
	if not found then
		return null;
	end if;
	-- Both postings of the entry are there: the award counts under its earmark before what is left is asked.
	perform api.ledger_lock(of_call);
	if api.ledger_balance(of_call, 'frame') < api.earmarks_left(of_call) then
		raise exception 'what is kept for others is passed' using errcode = 'TS005';
	end if;
	return null;
end $$;
comment on function api.earmark_guard() is 'No award takes what an earmark keeps for others, however many decide at once.';
create trigger earmark_guard after insert on ledger_posting
	for each row when (new.amount_ore > 0 and new.account = 'awarded') execute function api.earmark_guard();
