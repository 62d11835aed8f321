-- 0016_scheme_publishing.sql: which version of a scheme is in force, who proposed and approved it and why; drafts of schemes.

-- ---------------------------------------------------------------------------------------------- drafts of schemes

create table scheme_draft (
	draft_id bigint generated always as identity primary key,
	scheme_id text not null check (scheme_id ~ '^[a-z0-9-]{3,64}$'),
	unit_id bigint not null references unit,
	base_hash text references scheme_version,
	document text not null check (length(document) between 1 and 1048576),
	version integer not null default 1,
	state text not null default 'open' check (state in ('open', 'proposed', 'published', 'discarded')),
	created_by bigint not null references app_user,
	created_at timestamptz not null default now(),
	changed_by bigint not null references app_user,
	changed_at timestamptz not null default now()
);
create unique index scheme_draft_one on scheme_draft (scheme_id) where state in ('open', 'proposed');
create index scheme_draft_unit on scheme_draft (unit_id, changed_at desc);
comment on table scheme_draft is 'Schemes being written: XML as it stands, right or wrong, one at a time for each scheme.';
comment on column scheme_draft.scheme_id is 'The scheme it is a draft of; may be one that is not published yet.';
comment on column scheme_draft.unit_id is 'The unit whose officers and leaders may read and write it.';
comment on column scheme_draft.base_hash is 'The version it was begun from; null for a new scheme.';
comment on column scheme_draft.document is 'The XML as the author left it, byte for byte.';
comment on column scheme_draft.version is 'Raised by each change; who saved on an older one is told.';
comment on column scheme_draft.state is 'open; proposed while it waits for approval and cannot be changed; published or discarded at the end.';

-- ---------------------------------------------------------------------------------------------- proposals

create table scheme_proposal (
	proposal_id bigint generated always as identity primary key,
	scheme_id text not null check (scheme_id ~ '^[a-z0-9-]{3,64}$'),
	unit_id bigint not null references unit,
	draft_id bigint references scheme_draft,
	document text not null,
	version_hash text not null check (version_hash ~ '^[0-9a-f]{64}$'),
	base_hash text references scheme_version,
	restores integer check (restores > 0),
	open_calls boolean not null default false,
	needs_confirmation boolean not null default false,
	why text not null check (why <> '' and length(why) <= 2000),
	proposed_by bigint not null references app_user,
	proposed_at timestamptz not null,
	state text not null default 'waiting' check (state in ('waiting', 'approved', 'refused', 'withdrawn')),
	decided_by bigint references app_user,
	decided_at timestamptz,
	remark text not null default '' check (length(remark) <= 2000),
	check ((state = 'waiting') = (decided_at is null)),
	check ((decided_at is null) = (decided_by is null)),
	constraint scheme_proposal_four_eyes check (state not in ('approved', 'refused') or decided_by <> proposed_by),
	check (state <> 'withdrawn' or decided_by = proposed_by)
);
create unique index scheme_proposal_one on scheme_proposal (scheme_id) where state = 'waiting';
create index scheme_proposal_scheme on scheme_proposal (scheme_id, proposed_at desc);
create index scheme_proposal_draft on scheme_proposal (draft_id);
comment on table scheme_proposal is 'A version that one person proposes and another approves or refuses (four eyes); what was proposed never changes.';
comment on column scheme_proposal.scheme_id is 'The scheme; may be one that is not published yet.';
comment on column scheme_proposal.unit_id is 'The unit that the proposed version names as owner.';
comment on column scheme_proposal.draft_id is 'The draft it was written in; null when it came from a file or an older version.';
comment on column scheme_proposal.document is 'What would be published: the merged XML, whole.';
comment on column scheme_proposal.version_hash is 'SHA-256 of its canonical form.';
comment on column scheme_proposal.base_hash is 'The version in force when it was proposed, which its changes were told against; null for a new scheme.';
comment on column scheme_proposal.restores is 'Number of the publication it brings back; null for something new.';
comment on column scheme_proposal.open_calls is 'Whether calls that are open or coming take it over, and their drafts with them; otherwise later calls alone.';
comment on column scheme_proposal.needs_confirmation is 'Whether some change must be confirmed by those who have begun an application.';
comment on column scheme_proposal.why is 'Why the scheme is changed.';
comment on column scheme_proposal.remark is 'What the one who decided had to say.';

create function api.scheme_proposal_guard() returns trigger language plpgsql
set search_path = public, pg_temp as $$
begin
	if old.state <> 'waiting' or (to_jsonb(new) - array['state', 'decided_by', 'decided_at', 'remark']) is distinct from
	    (to_jsonb(old) - array['state', 'decided_by', 'decided_at', 'remark']) then
		raise exception 'a proposal is decided once and never changed' using errcode = 'TS001';
	end if;
	return new;
end $$;
comment on function api.scheme_proposal_guard() is 'Keeps what was proposed as it was, and what was decided too.';
create trigger scheme_proposal_guard before update on scheme_proposal
	for each row execute function api.scheme_proposal_guard();
create trigger scheme_proposal_kept before delete on scheme_proposal
	for each row execute function api.event_immutable();
create trigger scheme_proposal_no_truncate before truncate on scheme_proposal
	for each statement execute function api.event_immutable();

-- ---------------------------------------------------------------------------------------------- publications

create table scheme_publication (
	publication_id bigint generated always as identity primary key,
	scheme_id text not null references scheme,
	number integer not null check (number > 0),
	version_hash text not null references scheme_version,
	proposal_id bigint unique references scheme_proposal,
	published_at timestamptz not null,
	unique (scheme_id, number)
);
create index scheme_publication_version on scheme_publication (version_hash);
comment on table scheme_publication is 'The history of a scheme: which version came into force when. The last is in force; one version may come back.';
comment on column scheme_publication.number is 'From 1 in each scheme: ID@3.';
comment on column scheme_publication.proposal_id is 'Who proposed, who approved and why; null for what came with the installation.';
create trigger scheme_publication_immutable before update or delete on scheme_publication
	for each row execute function api.event_immutable();
create trigger scheme_publication_no_truncate before truncate on scheme_publication
	for each statement execute function api.event_immutable();
create trigger scheme_version_immutable before update or delete on scheme_version
	for each row execute function api.event_immutable();
create trigger scheme_version_no_truncate before truncate on scheme_version
	for each statement execute function api.event_immutable();

insert into scheme_publication (scheme_id, number, version_hash, published_at)
select scheme_id, row_number() over (partition by scheme_id order by published_at, version_hash), version_hash, published_at
  from scheme_version;

create view scheme_in_force with (security_invoker = true) as
select distinct on (scheme_id) scheme_id, publication_id, number, version_hash, proposal_id, published_at
  from scheme_publication
 order by scheme_id, number desc;
comment on view scheme_in_force is 'The last publication of every scheme.';

-- What a change does to those who have begun: each draft that took over a new version, and that its people have seen it.
create table draft_change (
	application_id bigint not null references application on delete cascade,
	publication_id bigint not null references scheme_publication,
	from_hash text not null references scheme_version,
	needs_confirmation boolean not null,
	changed_at timestamptz not null,
	confirmed_by bigint references app_user,
	confirmed_at timestamptz,
	primary key (application_id, publication_id),
	check ((confirmed_at is null) = (confirmed_by is null))
);
create index draft_change_publication on draft_change (publication_id);
comment on table draft_change is 'The scheme versions a draft went through before it was sent: no answer given under an earlier one is lost.';
comment on column draft_change.from_hash is 'The version the draft had until then, which has the questions that were taken out since.';
comment on column draft_change.needs_confirmation is 'Whether the applicant must confirm the changes before sending.';

-- The version an earlier one gave way to, in the calls that take it over and in their drafts. Sent applications keep theirs.
create function api.scheme_take_effect(p_publication bigint, p_needs_confirmation boolean, p_base text, p_at timestamptz) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare
	published scheme_publication%rowtype;
begin
	select * into strict published from scheme_publication where publication_id = p_publication;
	update call c set version_hash = published.version_hash
	 where c.scheme_id = published.scheme_id and c.closes_at > p_at and c.status <> 'cancelled'
	   and c.version_hash <> published.version_hash;
	insert into draft_change (application_id, publication_id, from_hash, needs_confirmation, changed_at)
	select a.application_id, p_publication, a.version_hash, p_needs_confirmation or a.version_hash is distinct from p_base, p_at
	  from application a join call c using (call_id)
	 where c.scheme_id = published.scheme_id and c.closes_at > p_at and c.status <> 'cancelled' and a.state = 'draft'
	   and a.version_hash <> published.version_hash;
	update application a set version_hash = published.version_hash, version = a.version + 1
	  from draft_change d
	 where d.publication_id = p_publication and d.application_id = a.application_id and a.state = 'draft';
end $$;
comment on function api.scheme_take_effect(bigint, boolean, text, timestamptz) is
	'Lets calls that are open or coming, and drafts in them, take over a version; part of api.scheme_publish.';

create function api.scheme_publish(p_proposal bigint, p_field text, p_status text, p_title_nb text, p_title_nn text, p_title_en text,
    p_summary_nb text, p_summary_nn text, p_summary_en text, p_search_text text, p_at timestamptz) returns integer
language plpgsql security definer set search_path = public, pg_temp as $$
declare
	proposal scheme_proposal%rowtype;
	publication bigint;
	next_number integer;
begin
	select * into proposal from scheme_proposal where proposal_id = p_proposal and state = 'approved' for update;
	if not found or proposal.decided_by is distinct from api.user_id() then
		raise exception 'no proposal that this person has approved' using errcode = '42501';
	end if;
	-- Two who publish the same scheme at once queue here.
	perform pg_advisory_xact_lock(hashtextextended('scheme ' || proposal.scheme_id, 0));
	if api.role() <> 'admin' and exists (select from scheme where scheme_id = proposal.scheme_id and unit_id <> proposal.unit_id) then
		raise exception 'a scheme changes hands by an administrator' using errcode = '42501';
	end if;
	if proposal.base_hash is distinct from (select version_hash from scheme_in_force where scheme_id = proposal.scheme_id) then
		raise exception 'another version has come into force since it was proposed' using errcode = 'TS007';
	end if;
	insert into scheme (scheme_id, field, unit_id, status) values (proposal.scheme_id, p_field, proposal.unit_id, p_status)
	    on conflict (scheme_id) do update set field = excluded.field, unit_id = excluded.unit_id, status = excluded.status;
	insert into scheme_version (version_hash, scheme_id, document, title_nb, title_nn, title_en, summary_nb, summary_nn, summary_en,
	    search_text, published_at, published_by)
	values (proposal.version_hash, proposal.scheme_id, proposal.document, p_title_nb, p_title_nn, nullif(p_title_en, ''), p_summary_nb,
	    p_summary_nn, nullif(p_summary_en, ''), p_search_text, p_at, proposal.proposed_by)
	    on conflict (version_hash) do nothing;
	select coalesce(max(number), 0) + 1 into next_number from scheme_publication where scheme_id = proposal.scheme_id;
	insert into scheme_publication (scheme_id, number, version_hash, proposal_id, published_at)
	values (proposal.scheme_id, next_number, proposal.version_hash, p_proposal, p_at) returning publication_id into publication;
	if proposal.draft_id is not null then
		update scheme_draft set state = 'published' where draft_id = proposal.draft_id;
	end if;
	if proposal.open_calls then
		perform api.scheme_take_effect(publication, proposal.needs_confirmation, proposal.base_hash, p_at);
	end if;
	return next_number;
end $$;
comment on function api.scheme_publish(bigint, text, text, text, text, text, text, text, text, text, timestamptz) is
	'Brings an approved proposal into force and answers its number; TS007 when another version did so meanwhile.';

create function api.scheme_reach(p_scheme text, p_fields text[], p_at timestamptz)
returns table (open_calls bigint, coming_calls bigint, drafts bigint, undecided bigint, sent bigint, field_drafts bigint[])
language sql stable security definer rows 1 set search_path = public, pg_temp
begin atomic
	with calls as (
		select call_id, opens_at <= p_at as is_open from call
		 where scheme_id = p_scheme and closes_at > p_at and status <> 'cancelled'
	), drafts as (
		select application_id from application join calls using (call_id) where state = 'draft'
	), cases as (
		select a.state from application a join call c using (call_id) where c.scheme_id = p_scheme and a.state <> 'draft'
	)
	select (select count(*) from calls where is_open), (select count(*) from calls where not is_open), (select count(*) from drafts),
	    (select count(*) from cases where state not in ('decided', 'notified', 'closed', 'withdrawn')), (select count(*) from cases),
	    array(select (select count(distinct d.application_id) from drafts d join draft_answer w using (application_id)
	        where w.path = f.field or starts_with(w.path, f.field || '.'))
	      from unnest(p_fields) with ordinality as f (field, place) order by f.place);
end;
comment on function api.scheme_reach(text, text[], timestamptz) is
	'How many a change of a scheme touches: counts alone, since drafts are for their own people (R13). The last column tells, field by field, how many drafts have answered it.';

-- The latest version is the one in force, which may be an older one brought back.
create or replace function api.evaluation_version(p_scheme text, p_year integer) returns text language sql stable
set search_path = public, pg_temp
	return coalesce((select c.version_hash from call c where c.scheme_id = p_scheme and c.year = p_year order by c.round desc limit 1),
	    (select f.version_hash from scheme_in_force f where f.scheme_id = p_scheme));

-- ---------------------------------------------------------------------------------------------- rights

revoke execute on function api.scheme_take_effect(bigint, boolean, text, timestamptz) from public;
revoke execute on function api.scheme_publish(bigint, text, text, text, text, text, text, text, text, text, timestamptz),
	api.scheme_reach(text, text[], timestamptz), api.scheme_proposal_guard() from public;
grant execute on function api.scheme_publish(bigint, text, text, text, text, text, text, text, text, text, timestamptz),
	api.scheme_reach(text, text[], timestamptz) to tilskudd_app, tilskudd_jobs;
grant select on scheme_publication, scheme_in_force to tilskudd_app, tilskudd_jobs, tilskudd_reader;
grant insert on scheme_publication to tilskudd_jobs;
grant select, insert, update on scheme_draft to tilskudd_app, tilskudd_jobs;
grant select, insert on scheme_proposal to tilskudd_app, tilskudd_jobs;
grant update (state, decided_by, decided_at, remark) on scheme_proposal to tilskudd_app, tilskudd_jobs;
grant select on draft_change to tilskudd_app, tilskudd_jobs;
grant update (confirmed_by, confirmed_at) on draft_change to tilskudd_app, tilskudd_jobs;

alter table scheme_draft enable row level security;
alter table scheme_proposal enable row level security;
alter table draft_change enable row level security;
create policy jobs_all on scheme_draft to tilskudd_jobs using (true);
create policy jobs_all on scheme_proposal to tilskudd_jobs using (true);
create policy jobs_all on draft_change to tilskudd_jobs using (true);

-- The unit that owns a scheme writes it; an administrator helps any unit.
create policy unit_writes on scheme_draft to tilskudd_app
	using ((select api.role()) = 'admin' or ((select api.role()) in ('officer', 'leader') and unit_id = (select api.unit_id())))
	with check (changed_by = (select api.user_id())
	    and ((select api.role()) = 'admin' or ((select api.role()) in ('officer', 'leader') and unit_id = (select api.unit_id()))));

create policy unit_reads on scheme_proposal for select to tilskudd_app
	using ((select api.role()) = 'admin' or ((select api.role()) in ('officer', 'leader') and unit_id = (select api.unit_id())));
create policy unit_proposes on scheme_proposal for insert to tilskudd_app
	with check (proposed_by = (select api.user_id()) and state = 'waiting'
	    and ((select api.role()) = 'admin' or ((select api.role()) in ('officer', 'leader') and unit_id = (select api.unit_id()))));
create policy other_decides on scheme_proposal for update to tilskudd_app
	using ((select api.role()) = 'admin' or ((select api.role()) = 'leader' and unit_id = (select api.unit_id())))
	with check (decided_by = (select api.user_id()));
create policy proposer_withdraws on scheme_proposal for update to tilskudd_app
	using (proposed_by = (select api.user_id())) with check (decided_by = (select api.user_id()) and state = 'withdrawn');

create policy applicant_reads on draft_change for select to tilskudd_app
	using ((select api.role()) = 'applicant' and exists (select from application a where a.application_id = draft_change.application_id));
create policy applicant_confirms on draft_change for update to tilskudd_app
	using ((select api.role()) = 'applicant'
	    and exists (select from application a where a.application_id = draft_change.application_id and a.state = 'draft'))
	with check (confirmed_by = (select api.user_id()));
create policy unit_reads on draft_change for select to tilskudd_app
	using ((select api.role()) in ('officer', 'leader')
	    and exists (select from application a where a.application_id = draft_change.application_id and a.state <> 'draft'));
