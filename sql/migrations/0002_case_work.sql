-- 0002_case_work.sql: impartiality, formal check, assessment, recommendation, decision, letter, the frame's ledger, evaluation.

create table impartiality (
	application_id bigint not null references application,
	user_id bigint not null references app_user,
	declared text not null check (declared in ('impartial', 'conflict')),
	ground text not null default '',
	at timestamptz not null default now(),
	primary key (application_id, user_id),
	check (declared = 'impartial' or ground <> '')
);
comment on table impartiality is 'One declaration a person and case, before anything in the case (fvl. §§ 6-8, R24). A conflict cuts off at row level.';

create function api.is_cut_off(p_application bigint) returns boolean language sql stable security definer
set search_path = public, pg_temp
	return exists (select from impartiality where application_id = p_application and user_id = api.user_id() and declared = 'conflict');
create function api.is_impartial(p_application bigint) returns boolean language sql stable security definer
set search_path = public, pg_temp
	return exists (select from impartiality where application_id = p_application and user_id = api.user_id() and declared = 'impartial');
create function api.is_member(p_organisation bigint) returns boolean language sql stable security definer
set search_path = public, pg_temp
	return exists (select from membership where organisation_id = p_organisation and user_id = api.user_id());
comment on function api.is_cut_off(bigint) is 'Whether the person behind the transaction declared a conflict in the case.';
comment on function api.is_impartial(bigint) is 'Whether the person behind the transaction declared to be impartial in the case.';
comment on function api.is_member(bigint) is 'Whether the person behind the transaction may write for the organisation.';

create table formal_check (
	application_id bigint primary key references application,
	outcome text not null check (outcome in ('complete', 'dismiss')),
	reason text not null default '',
	late_accepted_because text not null default '',
	checked_by bigint not null references app_user,
	checked_at timestamptz not null default now(),
	check (outcome = 'complete' or reason <> '')
);
comment on table formal_check is 'The outcome of the formal check; dismiss proposes avvisning, which is decided like any outcome.';

create table formal_check_item (
	application_id bigint not null references formal_check,
	rule_id text not null,
	passed boolean not null,
	note text not null default '',
	primary key (application_id, rule_id)
);
comment on table formal_check_item is 'One row a rule of the scheme, machine-checked or judged by the officer.';

create table assessment (
	assessment_id bigint generated always as identity primary key,
	application_id bigint not null references application,
	user_id bigint not null references app_user,
	state text not null default 'draft' check (state in ('draft', 'done')),
	overall_reason text not null default '',
	total_micro bigint,
	at timestamptz not null default now(),
	unique (application_id, user_id)
);
comment on table assessment is 'One officer''s judgement of one application: marks with reasons, or one overall reason and no marks (R25).';
comment on column assessment.total_micro is 'Weighted total in millionths of a point, exact; null for schemes without marks (R72).';

create table assessment_mark (
	assessment_id bigint not null references assessment on delete cascade,
	criterion_id text not null,
	mark integer,
	reason text not null default '',
	primary key (assessment_id, criterion_id)
);
comment on table assessment_mark is 'A mark on the scheme''s scale with its reason; no mark yet while the assessment is a draft.';

create table recommendation_list (
	list_id bigint generated always as identity primary key,
	call_id bigint not null unique references call,
	unit_id bigint not null references unit,
	state text not null default 'open' check (state in ('open', 'locked')),
	version integer not null default 1,
	locked_by bigint references app_user,
	locked_at timestamptz,
	document_hash text,
	pdf bytea,
	check ((state = 'locked') = (locked_at is not null))
);
comment on table recommendation_list is 'The ranked list of a call with proposed sums; locked, it is what the decider gets (R30).';

create table recommendation (
	list_id bigint not null references recommendation_list,
	application_id bigint not null unique references application,
	rank integer not null check (rank > 0),
	outcome text not null check (outcome in ('grant', 'partial', 'reject', 'dismiss')),
	proposed_ore bigint not null check (proposed_ore >= 0),
	reason text not null default '',
	proposed_by bigint not null references app_user,
	proposed_at timestamptz not null default now(),
	primary key (list_id, application_id),
	check ((outcome in ('grant', 'partial')) = (proposed_ore > 0))
);
comment on table recommendation is 'What is proposed for one application: the outcome, the sum and why.';

create table body_decision (
	body_decision_id bigint generated always as identity primary key,
	list_id bigint not null references recommendation_list,
	body_id bigint not null references body,
	decided_on date not null,
	meeting_case text not null check (meeting_case <> ''),
	votes_for integer not null check (votes_for > 0),
	votes_against integer not null default 0 check (votes_against >= 0),
	registered_by bigint not null references app_user,
	registered_at timestamptz not null default now()
);
comment on table body_decision is 'A body''s decision on a list, as registered from its minutes (R34, R96).';

create table decision (
	decision_id bigint generated always as identity primary key,
	application_id bigint not null unique references application,
	outcome text not null check (outcome in ('granted', 'partly_granted', 'rejected', 'dismissed')),
	awarded_ore bigint not null check (awarded_ore >= 0),
	reason text not null check (reason <> ''),
	departure_reason text not null default '',
	decided_by bigint references app_user,
	body_decision_id bigint references body_decision,
	decided_on date not null,
	registered_by bigint not null references app_user,
	state text not null default 'decided' check (state in ('decided', 'notified')),
	notified_at timestamptz,
	check ((decided_by is null) <> (body_decision_id is null)),
	check ((outcome in ('granted', 'partly_granted')) = (awarded_ore > 0)),
	check ((state = 'notified') = (notified_at is not null))
);
comment on table decision is 'The decision in one case: by a person with delegated authority or by a body. Decided before it is notified.';
comment on column decision.departure_reason is 'Why the body departed from the recommendation; demanded when outcome or sum differ (R34).';

create function api.decision_guard() returns trigger language plpgsql as $$
declare
	proposal record;
begin
	select r.proposed_by, r.proposed_ore, r.outcome into proposal from recommendation r where r.application_id = new.application_id;
	if not found then
		raise exception 'no recommendation to decide on' using errcode = 'TS002';
	end if;
	if new.decided_by is not null and new.decided_by = proposal.proposed_by then
		raise exception 'the person who proposed cannot decide' using errcode = 'TS003';
	end if;
	if (new.awarded_ore <> proposal.proposed_ore) and new.departure_reason = '' then
		raise exception 'a departure from the recommendation needs a reason' using errcode = 'TS004';
	end if;
	return new;
end $$;
create trigger decision_guard before insert on decision for each row execute function api.decision_guard();

create table letter (
	letter_id bigint generated always as identity primary key,
	application_id bigint not null unique references application,
	decision_id bigint not null unique references decision,
	lang text not null check (lang in ('nb', 'nn')),
	data jsonb not null,
	pdf bytea not null,
	sha256 text not null,
	sent_by bigint not null references app_user,
	sent_at timestamptz not null
);
comment on table letter is 'The decision letter as it was sent, with the data it was made from (R36, R99).';

-- ---------------------------------------------------------------------------------------------- the frame's ledger

create table ledger_entry (
	entry_id bigint generated always as identity primary key,
	call_id bigint not null references call,
	kind text not null check (kind in ('budget', 'award', 'release')),
	decision_id bigint references decision,
	reason text not null,
	entered_by bigint references app_user,
	entered_at timestamptz not null default now()
);
comment on table ledger_entry is 'One movement of a call''s money, append-only; its postings add up to nothing (R29).';

create table ledger_posting (
	entry_id bigint not null references ledger_entry,
	account text not null check (account in ('county', 'frame', 'awarded')),
	amount_ore bigint not null check (amount_ore <> 0),
	primary key (entry_id, account)
);
comment on table ledger_posting is 'Double entry: budget moves county to frame, an award moves frame to awarded, a release back.';

create function api.ledger_balance(p_call bigint, p_account text) returns bigint language sql stable
	return (select coalesce(sum(p.amount_ore), 0)::bigint from ledger_entry e join ledger_posting p using (entry_id)
	    where e.call_id = p_call and p.account = p_account);
comment on function api.ledger_balance(bigint, text) is 'Øre on an account of a call.';

create function api.ledger_enter(p_call bigint, p_kind text, p_decision bigint, p_amount_ore bigint, p_reason text) returns bigint
language plpgsql as $$
declare
	new_entry bigint;
	source text := case p_kind when 'budget' then 'county' when 'award' then 'frame' else 'awarded' end;
	target text := case p_kind when 'budget' then 'frame' when 'award' then 'awarded' else 'frame' end;
begin
	-- Two who award at once queue here; the frame is read after the wait.
	perform pg_advisory_xact_lock(hashtextextended('ledger', p_call));
	if p_kind = 'award' and api.ledger_balance(p_call, 'frame') < p_amount_ore then
		raise exception 'the frame is passed' using errcode = 'TS005';
	end if;
	insert into ledger_entry (call_id, kind, decision_id, reason, entered_by)
	values (p_call, p_kind, p_decision, p_reason, api.user_id()) returning entry_id into new_entry;
	insert into ledger_posting values (new_entry, source, -p_amount_ore), (new_entry, target, p_amount_ore);
	return new_entry;
end $$;
comment on function api.ledger_enter(bigint, text, bigint, bigint, text) is 'Enters a balanced movement; an award beyond the frame raises TS005.';

create trigger ledger_entry_immutable before update or delete on ledger_entry
	for each row execute function api.event_immutable();
create trigger ledger_posting_immutable before update or delete on ledger_posting
	for each row execute function api.event_immutable();

-- ---------------------------------------------------------------------------------------------- evaluation

create table evaluation (
	evaluation_id bigint generated always as identity primary key,
	scheme_id text not null references scheme,
	year integer not null,
	figures_at timestamptz not null,
	data jsonb not null,
	pdf bytea not null,
	sha256 text not null,
	published_by bigint references app_user,
	published_at timestamptz not null default now(),
	unique (scheme_id, year)
);
comment on table evaluation is 'A published evaluation of a scheme and year: public, frozen with the moment its figures were read (R56, R100).';

-- ---------------------------------------------------------------------------------------------- rights and row-level security

grant usage on schema public, api to tilskudd_app, tilskudd_jobs, tilskudd_reader;
grant execute on all functions in schema api to tilskudd_app, tilskudd_jobs;
grant select on municipality, unit, body, scheme, scheme_version, call, application_move to tilskudd_app, tilskudd_jobs, tilskudd_reader;
grant select on all tables in schema public to tilskudd_jobs;
grant select, insert, update on app_user, organisation, membership, mail, scheme, scheme_version, call to tilskudd_jobs;
grant update on mail to tilskudd_jobs;
grant delete on session, login_attempt, password_reset, form_key, mail to tilskudd_jobs;

grant select, update on app_user to tilskudd_app;
grant select on organisation, membership to tilskudd_app;
grant select, insert, update, delete on session, form_key, login_attempt, password_reset to tilskudd_app;
grant insert on mail to tilskudd_app;
grant select, insert, update, delete on application, draft_answer, attachment to tilskudd_app;
grant select, insert on budget_line, application_municipality, application_goal to tilskudd_app;
grant select, insert on case_event, event_payload to tilskudd_app;
grant select, insert on impartiality, ledger_entry, ledger_posting, body_decision to tilskudd_app;
grant select, insert, update, delete on formal_check, formal_check_item, assessment, assessment_mark,
    recommendation_list, recommendation to tilskudd_app;
grant select, insert on letter, evaluation to tilskudd_app;
grant select, insert on decision to tilskudd_app;
grant update (state, notified_at) on decision to tilskudd_app;
grant usage on all sequences in schema public to tilskudd_app, tilskudd_jobs;

alter table application enable row level security;
alter table draft_answer enable row level security;
alter table attachment enable row level security;
alter table budget_line enable row level security;
alter table application_municipality enable row level security;
alter table application_goal enable row level security;
alter table case_event enable row level security;
alter table formal_check enable row level security;
alter table formal_check_item enable row level security;
alter table assessment enable row level security;
alter table assessment_mark enable row level security;
alter table recommendation_list enable row level security;
alter table recommendation enable row level security;
alter table decision enable row level security;
alter table letter enable row level security;

-- The job runner and the command line act for the county, not for a person.
do $$
declare
	t text;
begin
	for t in select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
	    where n.nspname = 'public' and c.relrowsecurity loop
		execute format('create policy jobs_all on %I to tilskudd_jobs using (true)', t);
	end loop;
end $$;

-- Applicants see their organisations' cases; officers and leaders their unit's, never a draft (R13).
create policy applicant_cases on application to tilskudd_app
	using (api.role() = 'applicant' and api.is_member(organisation_id));
create policy unit_cases on application to tilskudd_app
	using (api.role() in ('officer', 'leader') and state <> 'draft' and unit_id = api.unit_id());

create policy own_drafts on draft_answer to tilskudd_app
	using (api.role() = 'applicant' and exists (select from application a where a.application_id = draft_answer.application_id));
create policy visible_case on attachment to tilskudd_app
	using (exists (select from application a where a.application_id = attachment.application_id)
	    and not api.is_cut_off(application_id));
create policy visible_case on budget_line to tilskudd_app
	using (exists (select from application a where a.application_id = budget_line.application_id));
create policy visible_case on application_municipality to tilskudd_app
	using (exists (select from application a where a.application_id = application_municipality.application_id));
create policy visible_case on application_goal to tilskudd_app
	using (exists (select from application a where a.application_id = application_goal.application_id));
create policy visible_case on case_event to tilskudd_app
	using (exists (select from application a where a.application_id = case_event.application_id));

-- Case work is the unit's, and closed to whoever has a conflict in the case (fvl. § 6, R24).
create policy unit_work on formal_check to tilskudd_app
	using (api.role() in ('officer', 'leader') and not api.is_cut_off(application_id)
	    and exists (select from application a where a.application_id = formal_check.application_id))
	with check (api.role() in ('officer', 'leader') and api.is_impartial(application_id));
create policy unit_work on formal_check_item to tilskudd_app
	using (exists (select from formal_check f where f.application_id = formal_check_item.application_id));
create policy unit_work on assessment to tilskudd_app
	using (api.role() in ('officer', 'leader') and not api.is_cut_off(application_id)
	    and exists (select from application a where a.application_id = assessment.application_id))
	with check (api.role() in ('officer', 'leader') and api.is_impartial(application_id));
create policy unit_work on assessment_mark to tilskudd_app
	using (exists (select from assessment s where s.assessment_id = assessment_mark.assessment_id));
create policy unit_work on recommendation_list to tilskudd_app
	using (api.role() in ('officer', 'leader') and unit_id = api.unit_id());
create policy unit_work on recommendation to tilskudd_app
	using (api.role() in ('officer', 'leader') and not api.is_cut_off(application_id)
	    and exists (select from application a where a.application_id = recommendation.application_id))
	with check (api.role() in ('officer', 'leader') and api.is_impartial(application_id));

-- A decision shows to the applicant when its letter has gone, not before.
create policy unit_work on decision to tilskudd_app
	using (api.role() in ('officer', 'leader') and not api.is_cut_off(application_id)
	    and exists (select from application a where a.application_id = decision.application_id))
	with check (api.role() in ('officer', 'leader') and api.is_impartial(application_id));
create policy notified on decision for select to tilskudd_app
	using (api.role() = 'applicant' and state = 'notified'
	    and exists (select from application a where a.application_id = decision.application_id));
create policy unit_work on letter to tilskudd_app
	using (api.role() in ('officer', 'leader') and not api.is_cut_off(application_id)
	    and exists (select from application a where a.application_id = letter.application_id));
create policy sent on letter for select to tilskudd_app
	using (api.role() = 'applicant' and exists (select from application a where a.application_id = letter.application_id));
