-- 0001_foundation.sql: people, organisations, schemes, calls, applications and their log; roles and row-level security.

-- Roles are made here when the owner may make them; sql/roles.sql is for the administrator of a cluster where it may not.
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

-- Nobody has a right that is not given here by name.
do $$
begin
	execute format('revoke all on database %I from public', current_database());
	execute format('grant connect on database %I to tilskudd_app, tilskudd_jobs, tilskudd_reader', current_database());
end $$;
revoke all on schema public from public;
-- By name too: a copy of the database may belong to an administrator, and references are checked with the tables' owner's rights.
grant all on schema public to current_user;
alter default privileges revoke execute on functions from public;

create schema api;
comment on schema api is 'Functions: who asks, what row-level security would hide but may be told, and what must be done as the owner.';

-- Who asks. Set once a transaction by the query tx_identity; empty for nobody.
create function api.user_id() returns bigint language sql stable parallel safe
	return nullif(current_setting('app.user_id', true), '')::bigint;
create function api.role() returns text language sql stable parallel safe
	return coalesce(nullif(current_setting('app.role', true), ''), 'none');
create function api.unit_id() returns bigint language sql stable parallel safe
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
comment on column municipality.code is 'Kommunenummer, as it was in the years given.';
comment on column municipality.valid_to is 'The first day it is no more; null while it lasts.';
comment on column municipality.in_county is 'Whether it lies in the county that runs this database.';
comment on column municipality.inhabitants is 'As counted on inhabitants_on.';

create table unit (
	unit_id bigint generated always as identity primary key,
	code text not null unique,
	name_nb text not null,
	name_nn text not null
);
comment on table unit is 'The county''s own units, which own schemes and employ officers.';
comment on column unit.code is 'As schemes and conf/county.xml name it.';

create table body (
	body_id bigint generated always as identity primary key,
	code text not null unique,
	name_nb text not null,
	name_nn text not null
);
comment on table body is 'Elected or appointed bodies that decide (hovedutvalg, fylkesutvalg, klagenemnd ...).';
comment on column body.code is 'As schemes and conf/county.xml name it.';

-- ---------------------------------------------------------------------------------------------- people

create table app_user (
	user_id bigint generated always as identity primary key,
	email text not null check (email = lower(email) and length(email) between 3 and 254),
	name text not null check (name <> ''),
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
comment on column app_user.password_hash is 'Argon2id; null until a password is set. No application role may read it: see api.login_account.';
comment on column app_user.lang is 'What the person reads: nb, nn or en.';
comment on column app_user.active is 'A closed account cannot log in and its sessions are worth nothing.';
comment on column app_user.role is 'Exactly one; officers and leaders belong to a unit.';
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
comment on column organisation.orgnr is 'Nine digits with a check digit, in Enhetsregisteret.';
comment on column organisation.account_number is 'Bank account, eleven digits with a check digit.';
comment on column organisation.in_voluntary_register is 'Registered in Frivillighetsregisteret, as last looked up (R6).';
comment on column organisation.immigrant_organisation is 'Run by and for people with an immigrant background; counted in evaluations (S9).';
comment on column organisation.municipality_code is 'Where it has its seat.';
comment on column organisation.demo is 'Made by the demo data.';
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
comment on table membership is 'Who may write for an organisation.';
comment on column membership.since is 'From when.';
comment on column membership.may_sign is 'May also send applications and accept grants.';
comment on column membership.may_administer is 'May also let others in.';

create function api.is_member(p_organisation bigint) returns boolean language sql stable security definer
set search_path = public, pg_temp
	return exists (select from membership where organisation_id = p_organisation and user_id = api.user_id());
create function api.my_organisations() returns bigint[] language sql stable security definer
set search_path = public, pg_temp
	return (select coalesce(array_agg(organisation_id), '{}') from membership where user_id = api.user_id());
comment on function api.is_member(bigint) is 'Whether the person behind the transaction may write for the organisation.';
comment on function api.my_organisations() is 'The organisations the person behind the transaction may write for; read once a statement by the policies.';

create table session (
	token_hash text primary key check (token_hash ~ '^[0-9a-f]{64}$'),
	user_id bigint not null references app_user,
	csrf_secret text not null,
	organisation_id bigint references organisation,
	created_at timestamptz not null default now(),
	seen_at timestamptz not null default now(),
	expires_at timestamptz not null
);
create index session_of_user on session (user_id);
create index session_expires on session (expires_at);
comment on table session is 'Logged-in browsers. Only the SHA-256 of the cookie''s token is kept.';
comment on column session.csrf_secret is 'What the forms'' tokens are made from, masked anew in every page.';
comment on column session.organisation_id is 'The organisation the person acts for; null until chosen.';
comment on column session.seen_at is 'The last click, to the minute; two hours without one end the session.';
comment on column session.expires_at is 'The end whatever happens: twelve hours after login.';

create table login_attempt (
	attempt_id bigint generated always as identity primary key,
	account_hash text not null check (account_hash ~ '^[0-9a-f]{64}$'),
	at timestamptz not null default now(),
	succeeded boolean not null
);
create index login_attempt_account on login_attempt (account_hash, at);
create index login_attempt_at on login_attempt (at);
comment on table login_attempt is 'Attempts per account, known or not, so that guessing is slowed and accounts are not revealed.';
comment on column login_attempt.account_hash is 'SHA-256 of the folded e-mail address that was typed.';
comment on column login_attempt.succeeded is 'False while the password is being checked, so that attempts side by side are counted too.';

create table password_reset (
	token_hash text primary key check (token_hash ~ '^[0-9a-f]{64}$'),
	user_id bigint not null references app_user,
	created_at timestamptz not null default now(),
	expires_at timestamptz not null,
	used_at timestamptz
);
create index password_reset_user on password_reset (user_id, created_at);
comment on table password_reset is 'Links sent by e-mail; each works once, for an hour. No application role reads or writes it but through api functions.';
comment on column password_reset.token_hash is 'SHA-256 of the link''s token.';
comment on column password_reset.used_at is 'When it was used, or made worthless by a newer one.';

create table form_key (
	key_hash text not null check (key_hash ~ '^[0-9a-f]{64}$'),
	body_hash text not null check (body_hash ~ '^[0-9a-f]{64}$'),
	used_at timestamptz not null default now(),
	status integer,
	location text,
	primary key (key_hash, body_hash)
);
create index form_key_used on form_key (used_at);
comment on table form_key is 'Form keys that were used, with the answer they got: the same key and body gives the same answer again.';
comment on column form_key.key_hash is 'SHA-256 of key, person and path together.';
comment on column form_key.body_hash is 'SHA-256 of what was sent; another body is a new attempt.';
comment on column form_key.status is 'HTTP status of the answer. Claim and answer are one transaction, so nobody else ever sees null.';
comment on column form_key.location is 'Where the answer redirected.';

create table mail (
	mail_id bigint generated always as identity primary key,
	to_address text not null check (to_address !~ '[[:cntrl:]]' and length(to_address) <= 254),
	subject text not null check (subject !~ '[[:cntrl:]]' and length(subject) <= 200),
	body text not null check (length(body) <= 20000),
	created_at timestamptz not null default now(),
	not_before timestamptz default now(),
	attempts integer not null default 0,
	sent_at timestamptz,
	failed text
);
create index mail_due on mail (not_before) where sent_at is null;
create index mail_sent on mail (sent_at) where sent_at is not null;
comment on table mail is 'Outbox, emptied by the job runner. Never holds a decision, only that one waits.';
comment on column mail.not_before is 'When to try next; null once given up.';
comment on column mail.attempts is 'How often it was tried.';
comment on column mail.failed is 'What the mail server said last, without addresses.';

create function api.mail_notify() returns trigger language plpgsql
set search_path = public, pg_temp as $$
begin
	perform pg_notify('tilskudd_mail', '');
	return null;
end $$;
comment on function api.mail_notify() is 'Wakes the job runner when the transaction commits.';
create trigger mail_notify after insert on mail for each statement execute function api.mail_notify();

-- Accounts. What the application may not do itself, these do for it, and no more.

create function api.login_account(p_email text) returns table (user_id bigint, password_hash text)
language sql stable security definer rows 1 set search_path = public, pg_temp
begin atomic
	select u.user_id, u.password_hash from app_user u where u.email = p_email and u.active and u.password_hash is not null;
end;
comment on function api.login_account(text) is 'The hash to check a password against; the only way to it.';

create function api.login_attempt_begin(p_account_hash text, p_most integer, p_window interval) returns bigint
language plpgsql security definer set search_path = public, pg_temp as $$
declare
	last_success timestamptz;
	failures integer;
	attempt bigint;
begin
	-- Guesses side by side queue here, so that none slips past the count.
	perform pg_advisory_xact_lock(hashtextextended('login ' || p_account_hash, 0));
	select max(at) into last_success from login_attempt where account_hash = p_account_hash and succeeded;
	select count(*) into failures from login_attempt
	 where account_hash = p_account_hash and not succeeded
	   and at > greatest(clock_timestamp() - p_window, coalesce(last_success, '-infinity'));
	if failures >= p_most then
		return null;
	end if;
	insert into login_attempt (account_hash, at, succeeded) values (p_account_hash, clock_timestamp(), false)
	returning attempt_id into attempt;
	return attempt;
end $$;
comment on function api.login_attempt_begin(text, integer, interval) is
	'Counts an attempt as failed until it is told otherwise; null when the account must wait.';

create function api.password_reset_make(p_email text, p_token_hash text, p_lifetime interval, p_most integer)
returns table (name text, lang text)
language plpgsql security definer rows 1 set search_path = public, pg_temp as $$
declare
	account record;
begin
	select u.user_id, u.name, u.lang into account from app_user u where u.email = p_email and u.active for update;
	if not found or (select count(*) from password_reset r
	    where r.user_id = account.user_id and r.created_at > now() - interval '1 hour') >= p_most then
		return;
	end if;
	update password_reset r set used_at = now() where r.user_id = account.user_id and r.used_at is null;
	insert into password_reset (token_hash, user_id, expires_at) values (p_token_hash, account.user_id, now() + p_lifetime);
	return query select account.name, account.lang;
end $$;
comment on function api.password_reset_make(text, text, interval, integer) is
	'Keeps a reset link for an open account and makes earlier ones worthless; no row for an unknown account or too many links.';

create function api.password_reset_works(p_token_hash text) returns boolean
language sql stable security definer set search_path = public, pg_temp
	return exists (select from password_reset r join app_user u using (user_id)
	    where r.token_hash = p_token_hash and r.used_at is null and r.expires_at > now() and u.active);
comment on function api.password_reset_works(text) is 'Whether a reset link may still be used.';

create function api.password_reset_use(p_token_hash text, p_password_hash text) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
declare
	account bigint;
begin
	update password_reset r set used_at = now() from app_user u
	 where r.token_hash = p_token_hash and r.used_at is null and r.expires_at > now() and u.user_id = r.user_id and u.active
	returning r.user_id into account;
	if account is null then
		return false;
	end if;
	update app_user set password_hash = p_password_hash where user_id = account;
	delete from session where user_id = account;
	return true;
end $$;
comment on function api.password_reset_use(text, text) is 'Sets the password behind a working link, spends the link and ends the account''s sessions.';

-- ---------------------------------------------------------------------------------------------- schemes and calls

create table scheme (
	scheme_id text primary key check (scheme_id ~ '^[a-z0-9-]{3,64}$'),
	field text not null check (field in ('kultur', 'idrett', 'samferdsel', 'naering', 'samfunnsutvikling')),
	unit_id bigint not null references unit,
	status text not null check (status in ('active', 'paused', 'ended'))
);
comment on table scheme is 'One grant scheme; what it says is in its versions.';
comment on column scheme.scheme_id is 'Its name in addresses, files and commands.';
comment on column scheme.field is 'The county''s fields of work.';
comment on column scheme.unit_id is 'The unit that runs it and sees its applications.';

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
comment on column scheme_version.document is 'The merged XML, whole; immutable.';
create index scheme_version_scheme on scheme_version (scheme_id, published_at desc);
comment on table scheme_version is 'Published, immutable versions, named by the SHA-256 of the canonical document (R9).';
comment on column scheme_version.version_hash is 'SHA-256 of the canonical document.';
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
create index call_version on call (version_hash);
comment on table call is 'When, how much and what differs this time; the rules are the scheme version''s.';
comment on column call.round is 'Number within the year.';
comment on column call.kind is 'One deadline, open until the money is gone, or an extra round.';
comment on column call.covers_from is 'First day of what may be supported; null when the scheme does not say.';
comment on column call.covers_to is 'Last day of what may be supported.';
comment on column call.frame_ore is 'As announced; what can be awarded is the ledger''s.';
comment on column call.status is 'announced counts together with the clock; cancelled and on_hold stop new applications.';
comment on column call.version_hash is 'The version in force; an application keeps the one it was started on.';
comment on column call.answer_by is 'When applicants can expect an answer at the latest (fvl. § 11 a).';

-- ---------------------------------------------------------------------------------------------- applications

create sequence application_number_seq;

create table application_move (
	from_state text not null,
	to_state text not null,
	by_applicant boolean not null default false,
	primary key (from_state, to_state)
);
comment on table application_move is 'The moves an application may make; a trigger refuses every other.';
comment on column application_move.by_applicant is 'The applicants'' move and nobody else''s; the others are the unit''s.';
insert into application_move values
	('draft', 'submitted', true),
	('submitted', 'formal_check', false), ('submitted', 'withdrawn', true),
	('formal_check', 'assessing', false), ('formal_check', 'assessed', false), ('formal_check', 'withdrawn', true),
	('assessing', 'assessed', false), ('assessing', 'withdrawn', true),
	('assessed', 'assessing', false), ('assessed', 'recommended', false), ('assessed', 'withdrawn', true),
	('recommended', 'assessed', false), ('recommended', 'decided', false), ('recommended', 'withdrawn', true),
	('decided', 'notified', false),
	('notified', 'closed', false);

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
create index application_unit_newest on application (unit_id, submitted_at desc, application_id desc) where state <> 'draft';
create unique index application_one_draft on application (call_id, organisation_id) where state = 'draft';
comment on table application is 'A draft or an application; at submission its answers are frozen in document, which is what is archived.';
comment on column application.number is 'Søknadsnummer, given at submission: year and running number.';
comment on column application.version is 'Raised by each change; who saved on an older one is told.';
comment on column application.version_hash is 'The scheme version it was started on, whatever is published later.';
comment on column application.unit_id is 'The scheme''s unit, whose officers see it once sent.';
comment on column application.state is 'See application_move. What applicants read is derived.';
comment on column application.lang is 'The language it is written in, and of the letter when it is nb or nn.';
comment on column application.submitted_at is 'When the request''s head reached the server, taken before any work on it.';
comment on column application.document is 'The frozen answers, canonical XML.';
comment on column application.document_hash is 'SHA-256 of document.';
comment on column application.receipt_pdf is 'The receipt as it was given.';
comment on column application.costs_ore is 'Sum of the cost plan, own work included.';
comment on column application.officer_id is 'Who takes care of it.';
comment on column application.demo is 'Made by the demo data.';
comment on index application_one_draft is 'A second start never makes a second draft (R78).';
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
comment on column draft_answer.path is 'The field, with row number and column in tables.';
comment on column draft_answer.version is 'The draft''s version when the value was last changed.';
comment on table draft_answer is 'One row a field, so that each is saved, acknowledged and merged by itself; gone once the draft is sent.';

create table attachment (
	attachment_id bigint generated always as identity primary key,
	application_id bigint not null references application on delete cascade,
	field text not null,
	file_name text not null check (length(file_name) between 1 and 255),
	kind text not null check (kind in ('pdf', 'image', 'document', 'spreadsheet')),
	media_type text not null,
	size integer not null check (size > 0),
	sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
	bytes bytea not null check (length(bytes) = size),
	uploaded_by bigint not null references app_user,
	uploaded_at timestamptz not null default now()
);
alter table attachment alter column bytes set storage external;
create index attachment_application on attachment (application_id);
comment on column attachment.field is 'The form''s attachment field.';
comment on column attachment.file_name is 'As the applicant named it, cleaned.';
comment on column attachment.kind is 'Found by content, never by name.';
comment on column attachment.size is 'Bytes.';
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
comment on column budget_line.position is 'Order in the plan, from 0.';
comment on column budget_line.cash_ore is 'Money.';
comment on column budget_line.own_ore is 'Own work, valued.';
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
comment on column application_goal.goal_id is 'The goal''s id in the scheme version.';
comment on column application_goal.promised is 'In the goal''s unit.';
comment on column application_goal.how is 'How the applicant will get there.';
comment on table application_goal is 'Projection: what the applicant promises under each of the scheme''s goals, asked for again in the report (R15).';

-- ---------------------------------------------------------------------------------------------- the log

create table event_payload (
	payload_id bigint generated always as identity primary key,
	salt text not null,
	body jsonb
);
comment on table event_payload is 'What an event says; may be erased when law demands, the chain then still verifies (salted hash in the event).';
comment on column event_payload.body is 'What happened, as names and values; null once erased.';
comment on column event_payload.salt is 'Keeps short payloads from being guessed from their hash; erased with the body.';

create table case_event (
	event_id bigint generated always as identity primary key,
	application_id bigint not null references application,
	seq integer not null,
	at timestamptz not null,
	user_id bigint references app_user,
	kind text not null check (kind ~ '^[a-z_]{3,40}$'),
	payload_id bigint not null unique references event_payload,
	payload_hash text not null,
	previous_hash text not null,
	hash text not null,
	unique (application_id, seq)
);
comment on table case_event is 'Append-only log of a case; each event hashes its predecessor (R64, R76).';
comment on column case_event.seq is 'From 1 in each case, without gaps.';
comment on column case_event.kind is 'What happened, in one word.';
comment on column case_event.payload_hash is 'SHA-256 of salt and body.';
comment on column case_event.previous_hash is 'The hash of the event before, empty for the first.';
comment on column case_event.hash is 'SHA-256 of everything above; see api.event_hash.';

create function api.event_hash(p_previous text, p_application bigint, p_seq integer, p_at timestamptz, p_user bigint, p_kind text,
    p_payload_hash text) returns text language sql stable parallel safe
	return encode(sha256(convert_to(concat_ws('|', p_previous, p_application::text, p_seq::text,
	    floor(extract(epoch from p_at) * 1000000)::bigint::text, coalesce(p_user::text, ''), p_kind, p_payload_hash), 'UTF8')), 'hex');
comment on function api.event_hash(text, bigint, integer, timestamptz, bigint, text, text) is
	'An event''s hash: its parts with | between, none of which can hold one; the time in microseconds since 1970.';

create function api.event_payload_hash(p_salt text, p_body jsonb) returns text language sql stable parallel safe
	return encode(sha256(convert_to(p_salt || p_body::text, 'UTF8')), 'hex');
comment on function api.event_payload_hash(text, jsonb) is 'A payload''s salted hash.';

create function api.event_write(p_application bigint, p_at timestamptz, p_kind text, p_body jsonb) returns text
language plpgsql security definer set search_path = public, pg_temp as $$
declare
	last record;
	salt text := encode(sha256(convert_to(gen_random_uuid()::text || gen_random_uuid()::text, 'UTF8')), 'hex');
	payload bigint;
	payload_hash text := api.event_payload_hash(salt, p_body);
	hash text;
begin
	select e.seq, e.hash into last from case_event e where e.application_id = p_application order by e.seq desc limit 1;
	hash := api.event_hash(coalesce(last.hash, ''), p_application, coalesce(last.seq, 0) + 1, p_at, api.user_id(), p_kind,
	    payload_hash);
	insert into event_payload (salt, body) values (salt, p_body) returning payload_id into payload;
	insert into case_event (application_id, seq, at, user_id, kind, payload_id, payload_hash, previous_hash, hash)
	values (p_application, coalesce(last.seq, 0) + 1, p_at, api.user_id(), p_kind, payload, payload_hash,
	    coalesce(last.hash, ''), hash);
	return hash;
end $$;
comment on function api.event_write(bigint, timestamptz, text, jsonb) is
	'The part of event_append that only the owner may do: nobody else inserts events, so nobody chooses a hash.';

create function api.event_append(p_application bigint, p_at timestamptz, p_kind text, p_body jsonb) returns text
language plpgsql set search_path = public, pg_temp as $$
begin
	-- The case's row is the lock that keeps its chain in one line; row-level security says whose case it is.
	perform from application where application_id = p_application for update;
	if not found then
		raise exception 'no such case for this person' using errcode = '42501';
	end if;
	return api.event_write(p_application, p_at, p_kind, p_body);
end $$;
comment on function api.event_append(bigint, timestamptz, text, jsonb) is 'Adds an event to a case''s chain and returns its hash.';

create function api.event_verify(p_application bigint) returns integer
language sql stable security definer set search_path = public, pg_temp
	return (select min(e.seq) from (
	    select c.*, lag(c.hash, 1, '') over (order by c.seq) as before, row_number() over (order by c.seq) as place,
	        p.salt, p.body
	      from case_event c left join event_payload p using (payload_id) where c.application_id = p_application) e
	    where e.previous_hash <> e.before or e.seq <> e.place
	       or e.hash <> api.event_hash(e.previous_hash, e.application_id, e.seq, e.at, e.user_id, e.kind, e.payload_hash)
	       or (e.body is not null and e.payload_hash <> api.event_payload_hash(e.salt, e.body)));
comment on function api.event_verify(bigint) is 'The first event of a case that is not as it was written; null when all are. An erased payload is no fault.';

create function api.event_immutable() returns trigger language plpgsql
set search_path = public, pg_temp as $$
begin
	raise exception '% is append-only', tg_table_name using errcode = 'TS001';
end $$;
comment on function api.event_immutable() is 'Refuses to change or remove rows of append-only tables, even to the owner.';
create trigger case_event_immutable before update or delete on case_event
	for each row execute function api.event_immutable();
create trigger case_event_no_truncate before truncate on case_event
	for each statement execute function api.event_immutable();

create function api.application_guard() returns trigger language plpgsql
set search_path = public, pg_temp as $$
begin
	if new.state <> old.state and not exists (
	    select from application_move m where m.from_state = old.state and m.to_state = new.state
	       and (current_user = 'tilskudd_jobs' or m.by_applicant = (api.role() = 'applicant'))) then
		raise exception 'an application cannot go from % to %', old.state, new.state using errcode = 'TS001';
	end if;
	if old.state <> 'draft' and (new.document, new.document_hash, new.number, new.submitted_at, new.submitted_by, new.late,
	    new.title, new.applied_ore, new.costs_ore, new.period_start, new.period_end, new.call_id, new.version_hash,
	    new.organisation_id, new.created_by) is distinct from
	    (old.document, old.document_hash, old.number, old.submitted_at, old.submitted_by, old.late,
	    old.title, old.applied_ore, old.costs_ore, old.period_start, old.period_end, old.call_id, old.version_hash,
	    old.organisation_id, old.created_by) then
		raise exception 'what was sent cannot be changed' using errcode = 'TS001';
	end if;
	return new;
end $$;
comment on function api.application_guard() is 'Lets an application make allowed moves alone, each by those whose move it is, and keeps what was sent as it was.';
create trigger application_guard before update on application
	for each row execute function api.application_guard();
