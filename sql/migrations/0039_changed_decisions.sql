-- 0039_changed_decisions.sql: decisions that are changed after an appeal, and their letters.

create table decision_change (
	appeal_id bigint primary key references appeal,
	decision_id bigint not null unique references decision,
	application_id bigint not null unique references application,
	outcome text not null check (outcome in ('granted', 'partly_granted')),
	awarded_ore bigint not null check (awarded_ore > 0),
	reason text not null check (btrim(reason) <> '' and length(reason) <= 20000),
	decided_by bigint references app_user,
	body_id bigint references body,
	final boolean not null,
	decided_on date not null,
	meeting_case text not null default '',
	votes_for integer not null default 0 check (votes_for >= 0),
	votes_against integer not null default 0 check (votes_against >= 0 and votes_against <= votes_for),
	lang text not null check (lang in ('nb', 'nn')),
	pdf bytea not null,
	html text not null check (html <> ''),
	sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
	english_pdf bytea,
	english_html text not null default '',
	sent_by bigint not null references app_user,
	sent_at timestamptz not null,
	check ((decided_by is null) <> (body_id is null)),
	check (body_id is null or (btrim(meeting_case) <> '' and votes_for > 0)),
	check ((english_pdf is null) = (english_html = ''))
);
comment on table decision_change is 'The decision that stands after an appeal succeeded, with its letter as it was sent (fvl. §§ 33 and 34). The first one stays as it was made.';
comment on column decision_change.decided_by is 'The leader who decided the first time, by delegation; null when a body did.';
comment on column decision_change.body_id is 'The body that decided: the one of the first decision, or the one that decides appeals.';
comment on column decision_change.meeting_case is 'The case''s number in the minutes, for example KN 4/2026; empty when the leader decided.';
comment on column decision_change.final is 'Decided by the body of appeal, so that there is no further appeal (fvl. § 28).';
comment on column decision_change.reason is 'The reasons the letter gives.';
comment on column decision_change.html is 'The letter as a page.';
comment on column decision_change.sha256 is 'Of the PDF.';
comment on column decision_change.english_pdf is 'The most important in English, for who chose it; null for others.';
comment on column decision_change.english_html is 'The same as a page.';
create trigger decision_change_immutable before update or delete on decision_change
	for each row execute function api.event_immutable();
create trigger decision_change_no_truncate before truncate on decision_change
	for each statement execute function api.event_immutable();

create function api.decision_change_guard() returns trigger language plpgsql security definer
set search_path = public, pg_temp as $$
declare
	was record;
begin
	select d.awarded_ore, a.applied_ore, p.appeal_id is not null as sent_on into was
	  from appeal x join decision d using (decision_id) join application a on a.application_id = x.application_id
	  left join appeal_paper p using (appeal_id)
	 where x.appeal_id = new.appeal_id and x.decision_id = new.decision_id and x.application_id = new.application_id;
	if not found or not was.sent_on then
		raise exception 'no appeal that has been assessed and sent on' using errcode = 'TS001';
	end if;
	if new.awarded_ore <= was.awarded_ore or new.awarded_ore > was.applied_ore then
		raise exception 'an appeal gives more than before, and no more than was applied for' using errcode = 'TS001';
	end if;
	return new;
end $$;
comment on function api.decision_change_guard() is 'A decision is changed on an appeal that was assessed, to the appellant''s good (fvl. § 34), within what was applied for.';
create trigger decision_change_guard before insert on decision_change
	for each row execute function api.decision_change_guard();

create function api.decision_change_is_entered() returns trigger language plpgsql security definer
set search_path = public, pg_temp as $$
begin
	if new.awarded_ore <> (select coalesce(sum(p.amount_ore), 0) from ledger_entry e join ledger_posting p using (entry_id)
	    where e.decision_id = new.decision_id and p.account = 'awarded') then
		raise exception 'the change of decision % is not in the ledger', new.decision_id using errcode = 'TS006';
	end if;
	return null;
end $$;
comment on function api.decision_change_is_entered() is 'At commit: what is given more has been taken from the frame.';
create constraint trigger decision_change_is_entered after insert on decision_change deferrable initially deferred
	for each row execute function api.decision_change_is_entered();

grant select, insert on decision_change to tilskudd_app, tilskudd_jobs;
alter table decision_change enable row level security;
create policy jobs_all on decision_change to tilskudd_jobs using (true);
create policy unit_reads on decision_change for select to tilskudd_app
	using ((select api.role()) in ('officer', 'leader') and application_id <> all ((select api.my_conflicts())::bigint[])
	    and exists (select from application a where a.application_id = decision_change.application_id));
create policy unit_registers on decision_change for insert to tilskudd_app
	with check ((select api.role()) in ('officer', 'leader') and sent_by = (select api.user_id())
	    and (decided_by is null or (decided_by = (select api.user_id()) and (select api.role()) = 'leader'))
	    and api.is_impartial(application_id)
	    and exists (select from appeal x where x.appeal_id = decision_change.appeal_id));
create policy applicant_reads on decision_change for select to tilskudd_app
	using ((select api.role()) = 'applicant'
	    and exists (select from application a where a.application_id = decision_change.application_id));

-- What stands: the first decision, or what it was changed to. When the applicant was told is told of the first.
create view decision_now with (security_invoker = true) as
select d.decision_id, d.application_id, coalesce(c.outcome, d.outcome) as outcome,
       coalesce(c.awarded_ore, d.awarded_ore) as awarded_ore, coalesce(c.decided_on, d.decided_on) as decided_on, d.state, d.notified_at
  from decision d left join decision_change c using (decision_id);
comment on view decision_now is 'The decision that stands in each case, as far as the person may see it.';
grant select on decision_now to tilskudd_app, tilskudd_jobs;

create or replace view api.evaluation_case as
select a.application_id, a.number, c.scheme_id, c.year, a.title, o.name as organisation, o.orgnr, o.kind,
       o.immigrant_organisation, a.applied_ore, a.costs_ore, a.integration, a.submitted_at, a.state,
       coalesce(n.outcome, d.outcome) as outcome, coalesce(n.awarded_ore, d.awarded_ore) as awarded_ore, d.decided_on,
       (d.decided_on - (a.submitted_at at time zone 'Europe/Oslo')::date) as days
  from application a
  join call c using (call_id)
  join organisation o using (organisation_id)
  left join decision d on d.application_id = a.application_id and d.state = 'notified'
  left join decision_change n on n.decision_id = d.decision_id
 where a.state <> 'draft';
comment on view api.evaluation_case is 'Sent applications with what applicants have been told stands; a decision nobody has been told counts as none. The days are those of the first decision.';

create or replace function api.history(p_organisations bigint[], p_leave_out bigint) returns table (organisation_id bigint, application_id bigint,
	number text, scheme_id text, title_nb text, title_nn text, title_en text, state_aid text, call_id bigint, year integer,
	awarded_ore bigint, decided_on date, granted boolean)
language sql stable security definer
set search_path = public, pg_temp
	begin atomic
		select a.organisation_id, a.application_id, a.number, c.scheme_id, v.title_nb, v.title_nn, v.title_en, v.state_aid, a.call_id,
		       c.year,
		       coalesce(d.awarded_ore, 0), d.decided_on, coalesce(d.outcome in ('granted', 'partly_granted'), false)
		  from application a join call c using (call_id) join scheme_version v on v.version_hash = a.version_hash
		  left join decision_now d on d.application_id = a.application_id and d.state = 'notified'
		 where a.organisation_id = any (p_organisations) and a.state not in ('draft', 'withdrawn')
		   and a.application_id is distinct from p_leave_out and not api.is_cut_off(a.application_id)
		   and ((api.role() = 'applicant' and api.is_member(a.organisation_id))
		     or (api.role() in ('officer', 'leader') and exists (select from application mine
		         where mine.organisation_id = a.organisation_id and mine.unit_id = api.unit_id() and mine.state <> 'draft')))
		 order by c.year desc, a.application_id desc;
	end;

create or replace function api.frame_taken(p_call bigint, p_but_list bigint) returns bigint language sql stable security definer
set search_path = public, pg_temp
	return (select coalesce(sum(coalesce(d.awarded_ore, r.proposed_ore)), 0)::bigint
	    from call c
	    join recommendation_list l using (call_id)
	    join recommendation r using (list_id)
	    join application a using (application_id)
	    left join decision_now d using (application_id)
	    where coalesce(c.frame_of, c.call_id) = api.frame_call(p_call) and l.state = 'locked' and l.list_id <> p_but_list
	      and a.state <> 'withdrawn');

create or replace function api.frame_kept(p_call bigint, p_but_call bigint) returns bigint language sql stable security definer
set search_path = public, pg_temp
	return (select coalesce(sum(greatest(e.reserved_ore - coalesce(w.taken_ore, 0), 0)), 0)::bigint
	    from call_earmark e
	    join call c using (call_id)
	    left join lateral (
	        select sum(coalesce(d.awarded_ore, r.proposed_ore)) as taken_ore
	          from recommendation_list l
	          join recommendation r using (list_id)
	          join application_figure f on f.application_id = r.application_id and f.name = 'earmark' and f.value = e.earmark_id
	          left join decision_now d on d.application_id = r.application_id
	         where l.call_id = e.call_id and l.state = 'locked') w on true
	   where coalesce(c.frame_of, c.call_id) = api.frame_call(p_call) and e.call_id <> p_but_call);

create or replace function api.frame_partners(p_call bigint) returns table (call_id bigint, title_nb text, title_nn text, title_en text,
	year integer, round integer, applied_ore bigint, taken_ore bigint) language sql stable security definer
set search_path = public, pg_temp
	begin atomic
		select c.call_id, v.title_nb, v.title_nn, v.title_en, c.year, c.round,
		       (select coalesce(sum(a.applied_ore), 0)::bigint from application a left join formal_check f using (application_id)
		         where a.call_id = c.call_id and a.state not in ('draft', 'withdrawn') and coalesce(f.outcome, '') <> 'dismiss'),
		       (select coalesce(sum(coalesce(d.awarded_ore, r.proposed_ore)), 0)::bigint
		          from recommendation_list l join recommendation r using (list_id) left join decision_now d using (application_id)
		         where l.call_id = c.call_id and l.state = 'locked')
		  from call c
		  join scheme_version v on v.version_hash = c.version_hash
		 where coalesce(c.frame_of, c.call_id) = api.frame_call(p_call)
		   and exists (select from call own join scheme s using (scheme_id) where own.call_id = p_call and s.unit_id = api.unit_id())
		 order by c.call_id;
	end;
