-- 0026_statements.sql: statements that applicants ask others for by e-mail, and the links they are given through.

create table statement_request (
	request_id bigint generated always as identity primary key,
	application_id bigint not null references application on delete cascade,
	field text not null,
	name text not null check (length(name) between 1 and 120 and name !~ '[[:cntrl:]]'),
	email text not null check (length(email) between 3 and 254 and email = lower(email) and email !~ '[[:cntrl:][:space:]]'),
	lang text not null check (lang in ('nb', 'nn', 'en')),
	message text not null default '' check (length(message) <= 2000),
	shown_names text[] not null default '{}',
	shown_values text[] not null default '{}',
	readable boolean not null,
	asked_by bigint not null references app_user,
	asked_at timestamptz not null,
	sent_at timestamptz not null,
	expires_at timestamptz not null,
	reminded_at timestamptz,
	revoked_at timestamptz,
	declined_at timestamptz,
	answered_at timestamptz,
	later boolean not null default false,
	sha256 text check (sha256 ~ '^[0-9a-f]{64}$'),
	check (asked_at < expires_at),
	check (cardinality(shown_names) = cardinality(shown_values)),
	check (num_nonnulls(revoked_at, declined_at, answered_at) <= 1),
	check ((answered_at is null) = (sha256 is null))
);
create index statement_request_application on statement_request (application_id);
create index statement_request_waiting on statement_request (expires_at)
	where answered_at is null and declined_at is null and revoked_at is null and reminded_at is null;
create index statement_request_asked_by on statement_request (asked_by);
comment on table statement_request is 'Somebody an applicant has asked for a statement: who, what is shown to them, and what came of it.';
comment on column statement_request.field is 'The form''s third-party-statement field.';
comment on column statement_request.lang is 'What the one who is asked reads: chosen by the applicant.';
comment on column statement_request.message is 'What the applicant writes to whoever is asked; on the page, never in the e-mail.';
comment on column statement_request.shown_names is 'The questions whose answers the applicant chose to show, as worded then.';
comment on column statement_request.shown_values is 'Those answers, as they were then: the page reads nothing else of the application.';
comment on column statement_request.readable is 'Whether the applicant reads the statement, as the scheme said when it was asked for.';
comment on column statement_request.sent_at is 'When the newest link went out.';
comment on column statement_request.expires_at is 'The end of the last day the link works.';
comment on column statement_request.reminded_at is 'When the one reminder went out.';
comment on column statement_request.revoked_at is 'When the applicant took the request back; the link is worth nothing then.';
comment on column statement_request.declined_at is 'When the one who was asked said no.';
comment on column statement_request.answered_at is 'When the statement came; it lies in attachment.';
comment on column statement_request.later is 'The statement came after the application was sent.';
comment on column statement_request.sha256 is 'Of the first file of the statement, for those who may not read it.';

create table statement_link (
	token_hash text primary key check (token_hash ~ '^[0-9a-f]{64}$'),
	request_id bigint not null references statement_request on delete cascade,
	email text not null,
	made_by bigint references app_user,
	made_at timestamptz not null,
	void_at timestamptz
);
create index statement_link_request on statement_link (request_id);
create index statement_link_made_by on statement_link (made_by, made_at);
create index statement_link_email on statement_link (email, made_at);
comment on table statement_link is 'Keys in e-mails to those who are asked for statements. No application role reads or writes it but through api functions.';
comment on column statement_link.token_hash is 'SHA-256 of the link''s token.';
comment on column statement_link.email is 'Where it was sent, so that nobody is sent many.';
comment on column statement_link.made_by is 'Whose click sent it; null for the reminder.';
comment on column statement_link.void_at is 'When a newer link or the applicant made it worthless.';

-- A statement is one or two files beside the answers: the words, and what was attached.
alter table attachment alter column uploaded_by drop not null;
alter table attachment add column request_id bigint references statement_request on delete cascade;
alter table attachment add column secret boolean not null default false;
alter table attachment add check ((uploaded_by is null) = (request_id is not null));
alter table attachment add check (request_id is not null or not secret);
create index attachment_request on attachment (request_id) where request_id is not null;
comment on column attachment.request_id is 'The request it answers; null for what the applicant uploaded.';
comment on column attachment.secret is 'The applicant sees that it came, and does not read it here; access under fvl. §§ 18-19 is asked of the county.';

alter policy visible_case on attachment
	using ((((select api.role()) = 'applicant' and not secret) or api.is_impartial(application_id))
	    and exists (select from application a where a.application_id = attachment.application_id));
alter policy own_drafts_add on attachment
	with check ((select api.role()) = 'applicant' and uploaded_by = (select api.user_id()) and not later and request_id is null
	    and exists (select from application a where a.application_id = attachment.application_id and a.state = 'draft'));
alter policy own_sent_add on attachment
	with check ((select api.role()) = 'applicant' and uploaded_by = (select api.user_id()) and later and request_id is null
	    and exists (select from application a where a.application_id = attachment.application_id
	        and a.state in ('submitted', 'formal_check', 'assessing', 'assessed', 'recommended')));

-- The applicant's own requests; the unit's officers see them once the application is sent and they have declared.
grant select, insert on statement_request to tilskudd_app;
grant update (sent_at, expires_at, revoked_at) on statement_request to tilskudd_app;
grant select, insert, update, delete on statement_request, statement_link to tilskudd_jobs;
alter table statement_request enable row level security;
alter table statement_link enable row level security;
create policy jobs_all on statement_request to tilskudd_jobs using (true);
create policy jobs_all on statement_link to tilskudd_jobs using (true);
create policy visible_case on statement_request for select to tilskudd_app
	using (((select api.role()) = 'applicant' or api.is_impartial(application_id))
	    and exists (select from application a where a.application_id = statement_request.application_id));
create policy applicant_asks on statement_request for insert to tilskudd_app
	with check ((select api.role()) = 'applicant' and asked_by = (select api.user_id())
	    and answered_at is null and declined_at is null and revoked_at is null
	    and exists (select from application a where a.application_id = statement_request.application_id
	        and a.state in ('draft', 'submitted', 'formal_check', 'assessing', 'assessed', 'recommended')));
create policy applicant_changes on statement_request for update to tilskudd_app
	using ((select api.role()) = 'applicant' and answered_at is null and declined_at is null and revoked_at is null
	    and exists (select from application a where a.application_id = statement_request.application_id))
	with check ((select api.role()) = 'applicant');

create function api.statement_link_make(p_request bigint, p_token_hash text, p_at timestamptz, p_by_person integer, p_to_address integer)
returns boolean language plpgsql security definer set search_path = public, pg_temp as $$
declare
	asked record;
begin
	select r.request_id, r.email into asked from statement_request r join application a using (application_id)
	 where r.request_id = p_request and api.role() = 'applicant' and api.is_member(a.organisation_id)
	   and r.answered_at is null and r.declined_at is null and r.revoked_at is null for update of r;
	if not found then
		return false;
	end if;
	-- Links made side by side queue here, so that none slips past the counts.
	perform pg_advisory_xact_lock(hashtextextended('statement ' || api.user_id(), 0));
	perform pg_advisory_xact_lock(hashtextextended('statement to ' || asked.email, 0));
	if (select count(*) from statement_link l where l.made_by = api.user_id() and l.made_at > p_at - interval '1 day') >= p_by_person
	    or (select count(*) from statement_link l where l.email = asked.email and l.made_at > p_at - interval '1 day') >= p_to_address then
		return false;
	end if;
	update statement_link l set void_at = p_at where l.request_id = p_request and l.void_at is null;
	insert into statement_link (token_hash, request_id, email, made_by, made_at)
	values (p_token_hash, p_request, asked.email, api.user_id(), p_at);
	return true;
end $$;
comment on function api.statement_link_make(bigint, text, timestamptz, integer, integer) is
	'Keeps a new link of the person''s own request and makes earlier ones worthless; false when there were too many in a day.';

create function api.statement_open(p_token_hash text, p_at timestamptz)
returns table (request_id bigint, field text, name text, lang text, message text, shown_names text[], shown_values text[],
	readable boolean, expires_at timestamptz, given boolean, declined boolean, version_hash text, title text, organisation text,
	orgnr text, asker text)
language sql stable security definer rows 1 set search_path = public, pg_temp
begin atomic
	select r.request_id, r.field, r.name, r.lang, r.message, r.shown_names, r.shown_values, r.readable, r.expires_at,
	       r.answered_at is not null, r.declined_at is not null, a.version_hash, a.title, o.name, o.orgnr, u.name
	  from statement_link l
	  join statement_request r using (request_id)
	  join application a using (application_id)
	  join organisation o using (organisation_id)
	  join app_user u on u.user_id = r.asked_by
	 where l.token_hash = p_token_hash and l.void_at is null and r.revoked_at is null and r.expires_at > p_at
	   and a.state in ('draft', 'submitted', 'formal_check', 'assessing', 'assessed', 'recommended');
end;
comment on function api.statement_open(text, timestamptz) is
	'What the holder of a working link may see: who asks, for what, and what the applicant chose to show. No row for any other link.';

create function api.statement_give(p_token_hash text, p_at timestamptz, p_names text[], p_kinds text[], p_media_types text[],
	p_first bytea, p_second bytea)
returns table (application_id bigint, email text, name text, lang text, title text)
language plpgsql security definer rows 1 set search_path = public, pg_temp as $$
#variable_conflict use_column
declare
	asked record;
	held record;
	bytes bytea;
begin
	select r.request_id, r.application_id, r.field, r.name, r.readable, r.asked_by into asked
	  from statement_link l join statement_request r using (request_id)
	 where l.token_hash = p_token_hash and l.void_at is null and r.revoked_at is null and r.declined_at is null
	   and r.answered_at is null and r.expires_at > p_at for update of r;
	if not found then
		return;
	end if;
	-- The case's row keeps sending, deciding and this apart.
	select a.state, a.title into held from application a where a.application_id = asked.application_id for update;
	if held.state not in ('draft', 'submitted', 'formal_check', 'assessing', 'assessed', 'recommended') then
		return;
	end if;
	for i in 1 .. cardinality(p_names) loop
		bytes := case i when 1 then p_first else p_second end;
		insert into attachment (application_id, field, file_name, kind, media_type, size, sha256, bytes, uploaded_at, later,
		    request_id, secret)
		values (asked.application_id, asked.field, p_names[i], p_kinds[i], p_media_types[i], octet_length(bytes),
		    encode(sha256(bytes), 'hex'), bytes, p_at, held.state <> 'draft', asked.request_id, not asked.readable);
	end loop;
	update statement_request r
	   set answered_at = p_at, later = held.state <> 'draft', sha256 = encode(sha256(p_first), 'hex')
	 where r.request_id = asked.request_id;
	if held.state <> 'draft' then
		perform api.event_write(asked.application_id, p_at, 'statement',
		    jsonb_build_object('field', asked.field, 'name', asked.name, 'sha256', encode(sha256(p_first), 'hex')));
	end if;
	return query select asked.application_id, u.email, u.name, u.lang, held.title from app_user u where u.user_id = asked.asked_by;
end $$;
comment on function api.statement_give(text, timestamptz, text[], text[], text[], bytea, bytea) is
	'Takes the statement of the holder of a working link, once, and tells whom to tell. No row: the link works no more.';

create function api.statement_decline(p_token_hash text, p_at timestamptz)
returns table (application_id bigint, email text, name text, lang text, title text)
language plpgsql security definer rows 1 set search_path = public, pg_temp as $$
#variable_conflict use_column
declare
	asked record;
begin
	update statement_request r set declined_at = p_at
	  from statement_link l
	 where l.token_hash = p_token_hash and l.void_at is null and r.request_id = l.request_id and r.revoked_at is null
	   and r.declined_at is null and r.answered_at is null and r.expires_at > p_at
	returning r.application_id, r.asked_by into asked;
	if not found then
		return;
	end if;
	return query select a.application_id, u.email, u.name, u.lang, a.title from app_user u, application a
	 where u.user_id = asked.asked_by and a.application_id = asked.application_id;
end $$;
comment on function api.statement_decline(text, timestamptz) is
	'The holder of a working link says no; tells whom to tell. No row: the link works no more.';

grant execute on function api.statement_link_make(bigint, text, timestamptz, integer, integer), api.statement_open(text, timestamptz),
	api.statement_give(text, timestamptz, text[], text[], text[], bytea, bytea), api.statement_decline(text, timestamptz)
	to tilskudd_app, tilskudd_jobs;
