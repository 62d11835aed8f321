-- 0001_foundation.sql: people, organisations, schemes, calls, applications and their log; roles and row-level security.

-- Roles are made here when the owner may make them; an external cluster's administrator makes them first otherwise.
do $$
declare
	name text;
begin
	foreach name in array array['tilskudd_app', 'tilskudd_jobs', 'tilskudd_reader'] loop
		if not exists (select from pg_roles where rolname = name) then
			execute format('create role %I login', name);
		end if;
	end loop;
end $$;

create schema api;
comment on schema api is 'Functions that answer questions row-level security would hide: counts, candidate ids, identities.';

-- Who asks. Set once a transaction by the query tx_begin; empty for nobody.
create function api.user_id() returns bigint language sql stable
	return nullif(current_setting('app.user_id', true), '')::bigint;
create function api.role() returns text language sql stable
	return coalesce(nullif(current_setting('app.role', true), ''), 'none');
create function api.unit_id() returns bigint language sql stable
	return nullif(current_setting('app.unit_id', true), '')::bigint;
comment on function api.user_id() is 'The person behind the transaction, null for nobody.';
comment on function api.role() is 'The role behind the transaction: none, applicant, officer, leader, politician, admin.';
comment on function api.unit_id() is 'The unit an officer or leader works in, null for others.';

-- ---------------------------------------------------------------------------------------------- reference data

create table municipality (
	code text primary key check (code ~ '^[0-9]{4}$'),
	name text not null,
	valid_from date not null,
	valid_to date,
	in_county boolean not null,
	inhabitants integer check (inhabitants > 0),
	inhabitants_on date
);
comment on table municipality is 'Municipalities with their code for the date, and inhabitants for figures per head (source: SSB Klass 131 and table 07459).';
comment on column municipality.in_county is 'Whether it lies in the county that runs this database.';

create table unit (
	unit_id bigint generated always as identity primary key,
	code text not null unique,
	name_nb text not null,
	name_nn text not null
);
comment on table unit is 'The county''s own units, which own schemes and employ officers.';

create table body (
	body_id bigint generated always as identity primary key,
	code text not null unique,
	name_nb text not null,
	name_nn text not null
);
comment on table body is 'Elected or appointed bodies that decide (hovedutvalg, fylkesutvalg, klagenemnd ...).';

-- ---------------------------------------------------------------------------------------------- people

create table app_user (
	user_id bigint generated always as identity primary key,
	email text not null check (email = lower(email)),
	name text not null,
	phone text,
	password_hash text,
	role text not null check (role in ('applicant', 'officer', 'leader', 'politician', 'admin')),
	unit_id bigint references unit,
	body_id bigint references body,
	lang text not null default 'nb' check (lang in ('nb', 'nn', 'en')),
	active boolean not null default true,
	demo boolean not null default false,
	created_at timestamptz not null default now(),
	check ((role in ('officer', 'leader')) = (unit_id is not null))
);
create unique index app_user_email on app_user (email);
comment on table app_user is 'Everyone who can log in, with exactly one role.';
comment on column app_user.demo is 'Made by the demo data; production refuses to start while one exists.';
comment on column app_user.body_id is 'The body a politician sits in.';

create table organisation (
	organisation_id bigint generated always as identity primary key,
	orgnr text not null unique check (orgnr ~ '^[0-9]{9}$'),
	name text not null,
	kind text not null check (kind in ('voluntary', 'municipality', 'enterprise', 'cooperation', 'person')),
	form text not null,
	municipality_code text references municipality,
	address text not null default '',
	lang text not null default 'nb' check (lang in ('nb', 'nn')),
	in_voluntary_register boolean not null default false,
	immigrant_organisation boolean not null default false,
	account_number text,
	demo boolean not null default false
);
comment on table organisation is 'Applicants. kind is what schemes speak of, form is the register''s code (FLI, AS, KOMM ...).';
comment on column organisation.lang is 'The written standard the register gives; the application may choose another.';

create table membership (
	organisation_id bigint not null references organisation,
	user_id bigint not null references app_user,
	may_sign boolean not null default false,
	may_administer boolean not null default false,
	since timestamptz not null default now(),
	primary key (organisation_id, user_id)
);
create index membership_user on membership (user_id);
comment on table membership is 'Who may write for an organisation; may_sign may also send.';

create table session (
	token_hash text primary key,
	user_id bigint not null references app_user,
	csrf_secret text not null,
	organisation_id bigint references organisation,
	created_at timestamptz not null default now(),
	seen_at timestamptz not null default now(),
	expires_at timestamptz not null
);
create index session_user on session (user_id);
comment on table session is 'Logged-in browsers. Only the SHA-256 of the cookie''s token is kept.';

create table login_attempt (
	attempt_id bigint generated always as identity primary key,
	account_hash text not null,
	at timestamptz not null default now(),
	succeeded boolean not null
);
create index login_attempt_account on login_attempt (account_hash, at);
comment on table login_attempt is 'Attempts per account, known or not, so that guessing is slowed and accounts are not revealed.';

create table password_reset (
	token_hash text primary key,
	user_id bigint not null references app_user,
	created_at timestamptz not null default now(),
	expires_at timestamptz not null,
	used_at timestamptz
);
comment on table password_reset is 'Links sent by e-mail; each works once, for an hour.';

create table form_key (
	key_hash text primary key,
	user_id bigint,
	path text not null,
	body_hash text not null,
	used_at timestamptz not null default now(),
	status integer,
	location text
);
comment on table form_key is 'Form keys that were used, with the answer they got: the same key and body gives the same answer again.';

create table mail (
	mail_id bigint generated always as identity primary key,
	to_address text not null,
	subject text not null,
	body text not null,
	created_at timestamptz not null default now(),
	not_before timestamptz not null default now(),
	attempts integer not null default 0,
	sent_at timestamptz,
	failed text
);
create index mail_due on mail (not_before) where sent_at is null;
comment on table mail is 'Outbox, emptied by the job runner. Never holds a decision, only that one waits.';

-- ---------------------------------------------------------------------------------------------- schemes and calls

create table scheme (
	scheme_id text primary key check (scheme_id ~ '^[a-z0-9-]{3,64}$'),
	field text not null check (field in ('kultur', 'idrett', 'samferdsel', 'naering', 'samfunnsutvikling')),
	unit_id bigint not null references unit,
	status text not null check (status in ('active', 'paused', 'ended'))
);
comment on table scheme is 'One grant scheme; what it says is in its versions.';

create table scheme_version (
	version_hash text primary key check (version_hash ~ '^[0-9a-f]{64}$'),
	scheme_id text not null references scheme,
	document text not null,
	title_nb text not null,
	title_nn text not null,
	summary_nb text not null,
	summary_nn text not null,
	search_text text not null,
	published_at timestamptz not null default now(),
	published_by bigint references app_user
);
create index scheme_version_scheme on scheme_version (scheme_id, published_at desc);
comment on table scheme_version is 'Published, immutable versions, named by the SHA-256 of the canonical document (R9).';
comment on column scheme_version.search_text is 'Titles, purpose and target group in both written standards, folded, for the catalogue''s search.';

create table call (
	call_id bigint generated always as identity primary key,
	scheme_id text not null references scheme,
	version_hash text not null references scheme_version,
	year integer not null check (year between 2000 and 2199),
	round integer not null default 1 check (round > 0),
	kind text not null check (kind in ('fixed', 'continuous', 'extra')),
	opens_at timestamptz not null,
	closes_at timestamptz not null,
	covers_from date,
	covers_to date,
	frame_ore bigint not null check (frame_ore >= 0),
	answer_by date not null,
	contact_name text not null,
	contact_phone text not null,
	contact_email text not null,
	status text not null default 'announced' check (status in ('announced', 'cancelled', 'on_hold')),
	unique (scheme_id, year, round),
	check (opens_at < closes_at)
);
create index call_open on call (closes_at);
comment on table call is 'When, how much and what differs this time; the rules are the scheme version''s.';
comment on column call.answer_by is 'When applicants can expect an answer at the latest (fvl. § 11 a).';

-- ---------------------------------------------------------------------------------------------- applications

create sequence application_number_seq;

create table application_move (
	from_state text not null,
	to_state text not null,
	primary key (from_state, to_state)
);
comment on table application_move is 'The moves an application may make; a trigger refuses every other.';
insert into application_move values
	('draft', 'submitted'),
	('submitted', 'formal_check'), ('submitted', 'withdrawn'),
	('formal_check', 'assessing'), ('formal_check', 'assessed'), ('formal_check', 'withdrawn'),
	('assessing', 'assessed'), ('assessing', 'withdrawn'),
	('assessed', 'assessing'), ('assessed', 'recommended'), ('assessed', 'withdrawn'),
	('recommended', 'assessed'), ('recommended', 'decided'), ('recommended', 'withdrawn'),
	('decided', 'notified'),
	('notified', 'closed');

create table application (
	application_id bigint generated always as identity primary key,
	number text unique,
	call_id bigint not null references call,
	version_hash text not null references scheme_version,
	unit_id bigint not null references unit,
	organisation_id bigint not null references organisation,
	created_by bigint not null references app_user,
	created_at timestamptz not null default now(),
	version integer not null default 1,
	state text not null default 'draft',
	lang text not null default 'nb' check (lang in ('nb', 'nn', 'en')),
	title text not null default '',
	submitted_at timestamptz,
	submitted_by bigint references app_user,
	late boolean not null default false,
	document text,
	document_hash text,
	receipt_pdf bytea,
	applied_ore bigint check (applied_ore >= 0),
	costs_ore bigint check (costs_ore >= 0),
	period_start date,
	period_end date,
	integration boolean not null default false,
	officer_id bigint references app_user,
	demo boolean not null default false,
	check ((state = 'draft') = (submitted_at is null)),
	check ((state = 'draft') = (number is null)),
	check (state = 'draft' or document is not null)
);
create index application_call on application (call_id, state);
create index application_organisation on application (organisation_id);
create index application_unit on application (unit_id, state);
comment on table application is 'A draft or an application; at submission its answers are frozen in document, which is what is archived.';
comment on column application.number is 'Søknadsnummer, given at submission: year and running number.';
comment on column application.late is 'Received after the call closed: registered, and dismissed by a person or accepted on a recorded ground (R77).';
comment on column application.integration is 'The applicant promised something under a goal or criterion tagged integration (S9, R57).';

create table draft_answer (
	application_id bigint not null references application on delete cascade,
	path text not null check (length(path) between 1 and 200),
	value text not null check (length(value) <= 40000),
	version integer not null,
	user_id bigint not null references app_user,
	at timestamptz not null default now(),
	primary key (application_id, path)
);
comment on table draft_answer is 'One row a field, so that each is saved, acknowledged and merged by itself; gone once the draft is sent.';

create table attachment (
	attachment_id bigint generated always as identity primary key,
	application_id bigint not null references application on delete cascade,
	field text not null,
	file_name text not null check (length(file_name) between 1 and 255),
	kind text not null check (kind in ('pdf', 'image', 'document', 'spreadsheet')),
	media_type text not null,
	size integer not null check (size > 0),
	sha256 text not null,
	bytes bytea not null,
	uploaded_by bigint not null references app_user,
	uploaded_at timestamptz not null default now()
);
alter table attachment alter column bytes set storage external;
create index attachment_application on attachment (application_id);
comment on table attachment is 'Files as they were sent, checked for kind by content; kept uncompressed, since office files and pictures are compressed already.';

create table budget_line (
	application_id bigint not null references application on delete cascade,
	side text not null check (side in ('cost', 'financing')),
	position integer not null,
	item text not null,
	cash_ore bigint not null check (cash_ore >= 0),
	own_ore bigint not null check (own_ore >= 0),
	applied boolean not null default false,
	primary key (application_id, side, position)
);
comment on table budget_line is 'Projection of the frozen cost and financing plan (R14).';
comment on column budget_line.applied is 'The line that is the sum applied for in this application.';

create table application_municipality (
	application_id bigint not null references application on delete cascade,
	municipality_code text not null references municipality,
	primary key (application_id, municipality_code)
);
create index application_municipality_code on application_municipality (municipality_code);
comment on table application_municipality is 'Projection: the municipalities the measure reaches (R16).';

create table application_goal (
	application_id bigint not null references application on delete cascade,
	goal_id text not null,
	promised numeric not null check (promised >= 0),
	how text not null default '',
	primary key (application_id, goal_id)
);
comment on table application_goal is 'Projection: what the applicant promises under each of the scheme''s goals, asked for again in the report (R15).';

-- ---------------------------------------------------------------------------------------------- the log

create table event_payload (
	payload_id bigint generated always as identity primary key,
	salt text not null,
	body jsonb not null
);
comment on table event_payload is 'What an event says; may be erased when law demands, the chain then still verifies (salted hash in the event).';

create table case_event (
	event_id bigint generated always as identity primary key,
	application_id bigint not null references application,
	seq integer not null,
	at timestamptz not null,
	user_id bigint references app_user,
	kind text not null,
	payload_id bigint references event_payload,
	payload_hash text not null,
	previous_hash text not null,
	hash text not null,
	unique (application_id, seq)
);
comment on table case_event is 'Append-only log of a case; each event hashes its predecessor (R64, R76).';

create function api.event_append(p_application bigint, p_at timestamptz, p_kind text, p_body jsonb) returns text
language plpgsql as $$
declare
	last record;
	new_salt text := encode(sha256(convert_to(gen_random_uuid()::text || gen_random_uuid()::text, 'UTF8')), 'hex');
	new_payload bigint;
	new_payload_hash text;
	new_hash text;
begin
	-- The case's row is the lock that keeps its chain in one line.
	perform from application where application_id = p_application for update;
	select seq, hash into last from case_event where application_id = p_application order by seq desc limit 1;
	insert into event_payload (salt, body) values (new_salt, p_body) returning payload_id into new_payload;
	new_payload_hash := encode(sha256(convert_to(new_salt || p_body::text, 'UTF8')), 'hex');
	new_hash := encode(sha256(convert_to(concat_ws('|', coalesce(last.hash, ''), p_application, coalesce(last.seq, 0) + 1,
	    to_char(p_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), coalesce(api.user_id()::text, ''), p_kind,
	    new_payload_hash), 'UTF8')), 'hex');
	insert into case_event (application_id, seq, at, user_id, kind, payload_id, payload_hash, previous_hash, hash)
	values (p_application, coalesce(last.seq, 0) + 1, p_at, api.user_id(), p_kind, new_payload, new_payload_hash,
	    coalesce(last.hash, ''), new_hash);
	return new_hash;
end $$;
comment on function api.event_append(bigint, timestamptz, text, jsonb) is 'Adds an event to a case''s chain and returns its hash.';

create function api.event_immutable() returns trigger language plpgsql as $$
begin
	raise exception 'case_event is append-only';
end $$;
create trigger case_event_immutable before update or delete on case_event
	for each row execute function api.event_immutable();
create trigger case_event_no_truncate before truncate on case_event
	for each statement execute function api.event_immutable();

create function api.application_state_guard() returns trigger language plpgsql as $$
begin
	if new.state <> old.state and not exists (
	    select from application_move where from_state = old.state and to_state = new.state) then
		raise exception 'an application cannot go from % to %', old.state, new.state using errcode = 'TS001';
	end if;
	if old.state <> 'draft' and (new.document is distinct from old.document or new.number is distinct from old.number
	    or new.submitted_at is distinct from old.submitted_at) then
		raise exception 'what was sent cannot be changed' using errcode = 'TS001';
	end if;
	return new;
end $$;
create trigger application_state_guard before update on application
	for each row execute function api.application_state_guard();
