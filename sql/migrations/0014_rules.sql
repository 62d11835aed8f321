-- 0014_rules.sql: what rules ask of the world (registers, persons, other applications), and the steps before a list is locked.

-- ---------------------------------------------------------------------------------------------- schemes and applicants

alter table scheme drop constraint scheme_status_check;
alter table scheme add check (status in ('active', 'paused', 'ended', 'one-off', 'phased-out', 'merged'));

alter table organisation add column born date;
alter table organisation alter column orgnr drop not null;
alter table organisation add check (born is null or kind = 'person');
alter table organisation add check (orgnr is not null or kind = 'person');
comment on column organisation.orgnr is 'Nine digits with a check digit, in Enhetsregisteret; persons have none.';
comment on column organisation.born is 'Of a person who applies: the day of birth; null when not known.';

create table organisation_register (
	organisation_id bigint not null references organisation on delete cascade,
	register text not null check (register in ('foretaksregisteret', 'nif', 'dfs', 'nbf')),
	registered boolean not null,
	looked_up_on date not null,
	primary key (organisation_id, register)
);
comment on table organisation_register is 'Whether an organisation stands in a register that rules ask for; no row when nobody has looked it up. Frivillighetsregisteret is a column of organisation.';
comment on column organisation_register.register is 'Its code in scheme documents.';
comment on column organisation_register.registered is 'What the register or federation answered.';
comment on column organisation_register.looked_up_on is 'When it was asked.';

alter table scheme_version add column state_aid text
	generated always as (coalesce(substring(document from '<state-aid [^>]*basis="([a-z0-9-]+)"'), '')) stored;
comment on column scheme_version.state_aid is 'The legal basis when recipients may be undertakings (de-minimis, gber-31 ...), as the canonical document says it; empty when it does not.';

-- A person who applies in her own name is an applicant like any other, made the first time she needs it.
create function api.person_applicant() returns bigint language plpgsql security definer
set search_path = public, pg_temp as $$
declare
	found_id bigint;
	person record;
begin
	select u.user_id, u.name, u.lang into person from app_user u where u.user_id = api.user_id() and u.role = 'applicant' and u.active;
	if not found then
		raise exception 'only applicants apply in their own name' using errcode = '42501';
	end if;
	perform pg_advisory_xact_lock(hashtextextended('person', person.user_id));
	select o.organisation_id into found_id from organisation o join membership m using (organisation_id)
	 where o.kind = 'person' and m.user_id = person.user_id order by o.organisation_id limit 1;
	if found_id is null then
		insert into organisation (name, kind, form, lang) values (person.name, 'person', '', case person.lang when 'nn' then 'nn' else 'nb' end)
		returning organisation_id into found_id;
		insert into membership (organisation_id, user_id, may_sign, may_administer) values (found_id, person.user_id, true, true);
	end if;
	return found_id;
end $$;
comment on function api.person_applicant() is 'The applicant that stands for the person behind the transaction; made when there is none.';

-- ---------------------------------------------------------------------------------------------- history

create function api.history(p_organisations bigint[], p_leave_out bigint) returns table (organisation_id bigint, application_id bigint,
	number text, scheme_id text, title_nb text, title_nn text, title_en text, state_aid text, call_id bigint, year integer,
	awarded_ore bigint, decided_on date, granted boolean)
language sql stable security definer
set search_path = public, pg_temp
	begin atomic
		select a.organisation_id, a.application_id, a.number, c.scheme_id, v.title_nb, v.title_nn, v.title_en, v.state_aid, a.call_id,
		       c.year,
		       coalesce(d.awarded_ore, 0), d.decided_on, coalesce(d.outcome in ('granted', 'partly_granted'), false)
		  from application a join call c using (call_id) join scheme_version v on v.version_hash = a.version_hash
		  left join decision d on d.application_id = a.application_id and d.state = 'notified'
		 where a.organisation_id = any (p_organisations) and a.state not in ('draft', 'withdrawn')
		   and a.application_id is distinct from p_leave_out and not api.is_cut_off(a.application_id)
		   and ((api.role() = 'applicant' and api.is_member(a.organisation_id))
		     or (api.role() in ('officer', 'leader') and exists (select from application mine
		         where mine.organisation_id = a.organisation_id and mine.unit_id = api.unit_id() and mine.state <> 'draft')))
		 order by c.year desc, a.application_id desc;
	end;
comment on function api.history(bigint[], bigint) is
	'What applicants have sent, in every unit, and what they were told they got: for rules across schemes and years. For the applicants'' own people, and for officers who have a case of theirs.';

-- ---------------------------------------------------------------------------------------------- before a list is locked

create table municipality_opinion (
	application_id bigint not null references application,
	municipality_code text not null references municipality,
	given_on date not null,
	stance text not null check (stance in ('for', 'partly', 'against', 'none')),
	rank integer check (rank between 1 and 999),
	opinion text not null check (opinion <> '' and length(opinion) <= 20000),
	registered_by bigint not null references app_user,
	registered_at timestamptz not null,
	primary key (application_id, municipality_code)
);
comment on table municipality_opinion is 'What a municipality says of an application where the scheme asks it, registered before the list is locked.';
comment on column municipality_opinion.opinion is 'What it says, in its words or the officer''s.';
comment on column municipality_opinion.stance is 'for, partly, against; none when it takes no side.';
comment on column municipality_opinion.rank is 'The place the municipality gives it among its own, 1 first; null when it does not rank.';
comment on column municipality_opinion.given_on is 'The day of the municipality''s letter or decision.';

create table list_advice (
	list_id bigint not null references recommendation_list,
	body_id bigint not null references body,
	given_on date not null,
	advice text not null check (advice <> '' and length(advice) <= 20000),
	registered_by bigint not null references app_user,
	registered_at timestamptz not null,
	primary key (list_id, body_id)
);
comment on table list_advice is 'An advisory panel''s advice on a call''s applications, registered before the list is locked.';
comment on column list_advice.advice is 'What the panel says, in its words or the officer''s.';
comment on column list_advice.given_on is 'The day of the panel''s meeting or letter.';

grant select on organisation_register to tilskudd_app;
grant select, insert, update, delete on organisation_register, municipality_opinion, list_advice to tilskudd_jobs;
grant select, insert, update, delete on municipality_opinion, list_advice to tilskudd_app;
grant execute on function api.history(bigint[], bigint), api.person_applicant() to tilskudd_app, tilskudd_jobs;

alter table municipality_opinion enable row level security;
alter table list_advice enable row level security;
create policy jobs_all on municipality_opinion to tilskudd_jobs using (true);
create policy jobs_all on list_advice to tilskudd_jobs using (true);
create policy unit_work on municipality_opinion to tilskudd_app
	using ((select api.role()) in ('officer', 'leader') and application_id <> all ((select api.my_conflicts())::bigint[])
	    and exists (select from application a where a.application_id = municipality_opinion.application_id))
	with check ((select api.role()) in ('officer', 'leader') and api.is_impartial(application_id)
	    and registered_by = (select api.user_id()));
create policy unit_work on list_advice to tilskudd_app
	using ((select api.role()) in ('officer', 'leader')
	    and exists (select from recommendation_list l where l.list_id = list_advice.list_id))
	with check ((select api.role()) in ('officer', 'leader') and registered_by = (select api.user_id())
	    and exists (select from recommendation_list l where l.list_id = list_advice.list_id and l.state = 'open'));

-- What was locked stood on these.
create function api.before_lock_guard() returns trigger language plpgsql
set search_path = public, pg_temp as $$
declare
	locked boolean;
begin
	if tg_table_name = 'list_advice' then
		select l.state = 'locked' into locked from recommendation_list l where l.list_id = coalesce(new.list_id, old.list_id);
	else
		select l.state = 'locked' into locked from recommendation r join recommendation_list l using (list_id)
		 where r.application_id = coalesce(new.application_id, old.application_id);
	end if;
	if locked then
		raise exception 'the list is locked' using errcode = 'TS001';
	end if;
	return coalesce(new, old);
end $$;
comment on function api.before_lock_guard() is 'Opinions and advice stand as they were when the list was locked.';
create trigger list_advice_guard before insert or update or delete on list_advice
	for each row execute function api.before_lock_guard();
create trigger municipality_opinion_guard before insert or update or delete on municipality_opinion
	for each row execute function api.before_lock_guard();
