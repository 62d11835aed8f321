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

create index impartiality_conflict on impartiality (user_id) where declared = 'conflict';
comment on column impartiality.ground is 'Why there is a conflict, in the person''s words; shown to that person and the unit''s leader.';

create function api.is_cut_off(p_application bigint) returns boolean language sql stable security definer
set search_path = public, pg_temp
	return exists (select from impartiality where application_id = p_application and user_id = api.user_id() and declared = 'conflict');
create function api.is_impartial(p_application bigint) returns boolean language sql stable security definer
set search_path = public, pg_temp
	return exists (select from impartiality where application_id = p_application and user_id = api.user_id() and declared = 'impartial');
create function api.my_conflicts() returns bigint[] language sql stable security definer
set search_path = public, pg_temp
	return (select coalesce(array_agg(application_id), '{}') from impartiality where user_id = api.user_id() and declared = 'conflict');
comment on function api.is_cut_off(bigint) is 'Whether the person behind the transaction declared a conflict in the case.';
comment on function api.is_impartial(bigint) is 'Whether the person behind the transaction declared to be impartial in the case.';
comment on function api.my_conflicts() is 'The cases the person behind the transaction is cut off from; read once a statement by the policies.';

create table formal_check (
	application_id bigint primary key references application,
	outcome text not null check (outcome in ('complete', 'dismiss')),
	reason text not null default '',
	late_accepted_because text not null default '',
	checked_by bigint not null references app_user,
	checked_at timestamptz not null default now(),
	check (outcome = 'complete' or reason <> '')
);
comment on column formal_check.outcome is 'complete goes on to assessment; dismiss proposes avvisning.';
comment on column formal_check.late_accepted_because is 'The recorded ground for accepting what came after the close (R77).';
comment on column formal_check.reason is 'Why it is to be dismissed.';
comment on table formal_check is 'The outcome of the formal check; dismiss proposes avvisning, which is decided like any outcome.';

create table formal_check_item (
	application_id bigint not null references formal_check,
	rule_id text not null,
	passed boolean not null,
	note text not null default '',
	primary key (application_id, rule_id)
);
comment on column formal_check_item.rule_id is 'The rule''s id in the scheme version.';
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
create index assessment_user on assessment (user_id);
comment on column assessment.state is 'A draft is its author''s alone; done is the unit''s.';
comment on column assessment.at is 'When it was last saved.';
comment on column assessment.total_micro is 'Weighted total in millionths of a point, exact; null for schemes without marks (R72).';

create table assessment_mark (
	assessment_id bigint not null references assessment on delete cascade,
	criterion_id text not null,
	mark integer,
	reason text not null default '',
	primary key (assessment_id, criterion_id)
);
comment on column assessment_mark.criterion_id is 'The criterion''s id in the scheme version.';
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
comment on column recommendation_list.version is 'Raised by each change; who saved on an older one is told.';
comment on column recommendation_list.document_hash is 'SHA-256 of what was locked.';
comment on column recommendation_list.pdf is 'The list as printed when it was locked.';
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
comment on column recommendation.proposed_by is 'Who proposed this outcome, sum and reason; that person cannot decide the case.';
comment on column recommendation.rank is 'From 1, the best first.';
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
create index body_decision_list on body_decision (list_id);
comment on column body_decision.decided_on is 'The day of the meeting.';
comment on column body_decision.meeting_case is 'The case''s number in the minutes, for example PS 12/2026.';
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
create index decision_body on decision (body_decision_id);
comment on table decision is 'The decision in one case: by a person with delegated authority or by a body. Decided before it is notified.';
comment on column decision.outcome is 'granted, partly_granted, rejected (avslag), dismissed (avvisning).';
comment on column decision.reason is 'The reasons the letter gives.';
comment on column decision.departure_reason is 'Why the recommendation was departed from; demanded when outcome or sum differ (R34).';
comment on column decision.decided_by is 'The leader, by delegation; null when a body decided.';
comment on column decision.registered_by is 'Who entered it.';
comment on column decision.state is 'Applicants see nothing of a decision before it is notified.';
comment on column decision.notified_at is 'When the letter went.';

create function api.decision_guard() returns trigger language plpgsql
set search_path = public, pg_temp as $$
declare
	proposal record;
begin
	select r.proposed_by, r.proposed_ore,
	    case r.outcome when 'grant' then 'granted' when 'partial' then 'partly_granted' when 'reject' then 'rejected'
	        else 'dismissed' end as outcome into proposal
	  from recommendation r join recommendation_list l using (list_id)
	 where r.application_id = new.application_id and l.state = 'locked';
	if not found then
		raise exception 'no locked recommendation to decide on' using errcode = 'TS002';
	end if;
	if new.decided_by is not null and new.decided_by = proposal.proposed_by then
		raise exception 'the person who proposed cannot decide' using errcode = 'TS003';
	end if;
	if (new.awarded_ore <> proposal.proposed_ore or new.outcome <> proposal.outcome) and new.departure_reason = '' then
		raise exception 'a departure from the recommendation needs a reason' using errcode = 'TS004';
	end if;
	return new;
end $$;
comment on function api.decision_guard() is 'A decision stands on a locked recommendation, is not its author''s, and gives a reason where it departs.';
create trigger decision_guard before insert on decision for each row execute function api.decision_guard();

create function api.decision_move_guard() returns trigger language plpgsql
set search_path = public, pg_temp as $$
begin
	if new.state <> old.state and (old.state, new.state) is distinct from ('decided', 'notified') then
		raise exception 'a decision cannot go from % to %', old.state, new.state using errcode = 'TS001';
	end if;
	if (to_jsonb(new) - array['state', 'notified_at']) is distinct from (to_jsonb(old) - array['state', 'notified_at'])
	    or (old.state = 'notified' and new.notified_at is distinct from old.notified_at) then
		raise exception 'what was decided cannot be changed' using errcode = 'TS001';
	end if;
	return new;
end $$;
comment on function api.decision_move_guard() is 'A decision is made once; being notified is all that can happen to it.';
create trigger decision_move_guard before update on decision for each row execute function api.decision_move_guard();

create table letter (
	letter_id bigint generated always as identity primary key,
	application_id bigint not null unique references application,
	decision_id bigint not null unique references decision,
	lang text not null check (lang in ('nb', 'nn')),
	pdf bytea not null,
	sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
	sent_by bigint not null references app_user,
	sent_at timestamptz not null
);
comment on table letter is 'The decision letter as it was sent (R36, R99).';
comment on column letter.sha256 is 'Of the PDF.';

create function api.decision_has_letter() returns trigger language plpgsql security definer
set search_path = public, pg_temp as $$
begin
	if new.state = 'notified' and not exists (select from letter where decision_id = new.decision_id) then
		raise exception 'a decision is notified by its letter' using errcode = 'TS001';
	end if;
	return null;
end $$;
comment on function api.decision_has_letter() is 'At commit: no decision is notified without a letter.';
create constraint trigger decision_has_letter after insert or update on decision deferrable initially deferred
	for each row execute function api.decision_has_letter();

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
create index ledger_entry_call on ledger_entry (call_id);
create index ledger_entry_decision on ledger_entry (decision_id);
comment on table ledger_entry is 'One movement of a call''s money, append-only; its postings add up to nothing (R29).';
comment on column ledger_entry.kind is 'budget: county to frame; award: frame to awarded; release: awarded back to frame.';
comment on column ledger_entry.decision_id is 'The decision that awards or releases.';

create table ledger_posting (
	entry_id bigint not null references ledger_entry,
	account text not null check (account in ('county', 'frame', 'awarded')),
	amount_ore bigint not null check (amount_ore <> 0),
	primary key (entry_id, account)
);
comment on table ledger_posting is 'Double entry: what an entry takes from one account it gives to another.';
comment on column ledger_posting.amount_ore is 'Positive into the account, negative out of it.';

create function api.ledger_balance(p_call bigint, p_account text) returns bigint language sql stable
	return (select coalesce(sum(p.amount_ore), 0)::bigint from ledger_entry e join ledger_posting p using (entry_id)
	    where e.call_id = p_call and p.account = p_account);
comment on function api.ledger_balance(bigint, text) is 'Øre on an account of a call, as far as the person may see it.';

create function api.ledger_lock(p_call bigint) returns void language sql volatile
	begin atomic
		select pg_advisory_xact_lock(hashtextextended('ledger', p_call));
	end;
comment on function api.ledger_lock(bigint) is 'Two who move a call''s money at once queue here until the first has committed.';

create function api.ledger_enter(p_call bigint, p_kind text, p_decision bigint, p_amount_ore bigint, p_reason text) returns bigint
language plpgsql set search_path = public, pg_temp as $$
declare
	new_entry bigint;
	source text := case p_kind when 'budget' then 'county' when 'award' then 'frame' else 'awarded' end;
	target text := case p_kind when 'budget' then 'frame' when 'award' then 'awarded' else 'frame' end;
begin
	perform api.ledger_lock(p_call);
	insert into ledger_entry (call_id, kind, decision_id, reason, entered_by)
	values (p_call, p_kind, p_decision, p_reason, api.user_id()) returning entry_id into new_entry;
	insert into ledger_posting values (new_entry, source, -p_amount_ore), (new_entry, target, p_amount_ore);
	return new_entry;
end $$;
comment on function api.ledger_enter(bigint, text, bigint, bigint, text) is 'Enters a balanced movement; one that the frame has no room for raises TS005.';

create function api.ledger_frame_guard() returns trigger language plpgsql security definer
set search_path = public, pg_temp as $$
declare
	of_call bigint;
begin
	select call_id into of_call from ledger_entry where entry_id = new.entry_id;
	-- The frame is read after the wait, by a statement of its own, so that what others committed meanwhile counts.
	perform api.ledger_lock(of_call);
	if api.ledger_balance(of_call, new.account) < 0 then
		raise exception 'the frame is passed' using errcode = 'TS005';
	end if;
	return null;
end $$;
comment on function api.ledger_frame_guard() is 'Neither the frame nor what is awarded ever falls below nothing, whoever writes the posting.';
create trigger ledger_frame_guard after insert on ledger_posting
	for each row when (new.amount_ore < 0 and new.account <> 'county') execute function api.ledger_frame_guard();

create function api.ledger_is_balanced() returns trigger language plpgsql security definer
set search_path = public, pg_temp as $$
begin
	if (select coalesce(sum(amount_ore), 0) from ledger_posting where entry_id = new.entry_id) <> 0
	    or (select count(*) from ledger_posting where entry_id = new.entry_id) < 2 then
		raise exception 'ledger entry % does not add up', new.entry_id using errcode = 'TS006';
	end if;
	return null;
end $$;
comment on function api.ledger_is_balanced() is 'At commit: an entry''s postings add up to nothing.';
create constraint trigger ledger_is_balanced after insert on ledger_entry deferrable initially deferred
	for each row execute function api.ledger_is_balanced();
create constraint trigger ledger_is_balanced after insert on ledger_posting deferrable initially deferred
	for each row execute function api.ledger_is_balanced();

create function api.decision_is_entered() returns trigger language plpgsql security definer
set search_path = public, pg_temp as $$
begin
	if new.awarded_ore <> (select coalesce(sum(p.amount_ore), 0) from ledger_entry e join ledger_posting p using (entry_id)
	    join application a on a.application_id = new.application_id
	    where e.decision_id = new.decision_id and e.kind = 'award' and e.call_id = a.call_id and p.account = 'awarded') then
		raise exception 'the award of decision % is not in the ledger', new.decision_id using errcode = 'TS006';
	end if;
	return null;
end $$;
comment on function api.decision_is_entered() is 'At commit: what is awarded has been taken from the frame, so awards never pass it (R29).';
create constraint trigger decision_is_entered after insert on decision deferrable initially deferred
	for each row execute function api.decision_is_entered();

create trigger ledger_entry_immutable before update or delete on ledger_entry
	for each row execute function api.event_immutable();
create trigger ledger_posting_immutable before update or delete on ledger_posting
	for each row execute function api.event_immutable();
create trigger ledger_entry_no_truncate before truncate on ledger_entry
	for each statement execute function api.event_immutable();
create trigger ledger_posting_no_truncate before truncate on ledger_posting
	for each statement execute function api.event_immutable();

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
comment on column evaluation.figures_at is 'The moment the figures were read.';
comment on column evaluation.data is 'Everything the page and the PDF are made from.';
comment on column evaluation.sha256 is 'Of the PDF.';
comment on table evaluation is 'A published evaluation of a scheme and year: public, frozen with the moment its figures were read (R56, R100).';

-- ---------------------------------------------------------------------------------------------- rights

grant usage on schema public, api to tilskudd_app, tilskudd_jobs, tilskudd_reader;
grant select on municipality, unit, body, scheme, scheme_version, call, application_move, evaluation
	to tilskudd_app, tilskudd_jobs, tilskudd_reader;

-- Functions: nothing was granted to everybody (0001). Those of triggers need no right.
grant execute on function api.user_id(), api.role(), api.unit_id(), api.is_member(bigint), api.my_organisations(),
	api.is_cut_off(bigint), api.is_impartial(bigint), api.my_conflicts(),
	api.event_hash(text, bigint, integer, timestamptz, bigint, text, text), api.event_payload_hash(text, jsonb),
	api.event_write(bigint, timestamptz, text, jsonb), api.event_append(bigint, timestamptz, text, jsonb), api.event_verify(bigint),
	api.ledger_balance(bigint, text), api.ledger_lock(bigint), api.ledger_enter(bigint, text, bigint, bigint, text),
	api.login_account(text), api.login_attempt_begin(text, integer, interval),
	api.password_reset_make(text, text, interval, integer), api.password_reset_works(text), api.password_reset_use(text, text)
	to tilskudd_app, tilskudd_jobs;

-- The application. Passwords and reset links only through functions; roles and units never.
grant select (user_id, email, name, phone, role, unit_id, body_id, lang, active, demo, created_at) on app_user to tilskudd_app;
grant update (lang, phone) on app_user to tilskudd_app;
grant select on organisation, membership, login_attempt to tilskudd_app;
grant update (succeeded) on login_attempt to tilskudd_app;
grant select, insert, update, delete on session, form_key to tilskudd_app;
grant insert on mail to tilskudd_app;
grant select, insert, update, delete on application, draft_answer, attachment to tilskudd_app;
grant select, insert on budget_line, application_municipality, application_goal to tilskudd_app;
grant select on case_event, event_payload to tilskudd_app;
grant select, insert on impartiality, ledger_entry, ledger_posting, body_decision to tilskudd_app;
grant select, insert, update, delete on formal_check, formal_check_item, assessment, assessment_mark,
	recommendation_list, recommendation to tilskudd_app;
grant select, insert on letter, decision to tilskudd_app;
grant insert on evaluation to tilskudd_app;
grant update (state, notified_at) on decision to tilskudd_app;

-- The job runner and the command line act for the county: imports, mail, clearing out, demo data.
grant select, insert, update, delete on all tables in schema public to tilskudd_jobs;
revoke insert, update, delete on case_event, event_payload from tilskudd_jobs;
revoke update, delete on ledger_entry, ledger_posting, scheme_version, letter, application_move from tilskudd_jobs;
revoke insert on application_move from tilskudd_jobs;
grant usage on sequence application_number_seq to tilskudd_app, tilskudd_jobs;

-- ---------------------------------------------------------------------------------------------- row-level security

-- The functions stand in subqueries so that a statement asks each of them once, not once a row, and indexes can be used.

do $$
declare
	t text;
begin
	foreach t in array array['app_user', 'application', 'draft_answer', 'attachment', 'budget_line', 'application_municipality',
	    'application_goal', 'case_event', 'event_payload', 'impartiality', 'formal_check', 'formal_check_item', 'assessment',
	    'assessment_mark', 'recommendation_list', 'recommendation', 'body_decision', 'decision', 'letter', 'ledger_entry',
	    'ledger_posting', 'evaluation'] loop
		execute format('alter table %I enable row level security', t);
		execute format('create policy jobs_all on %I to tilskudd_jobs using (true)', t);
	end loop;
end $$;

create policy everyone on app_user for select to tilskudd_app using (true);
create policy own_account on app_user for update to tilskudd_app using (user_id = (select api.user_id()));

-- Applicants see their organisations' cases; officers and leaders their unit's, never a draft (R13).
create policy applicant_reads on application for select to tilskudd_app
	using ((select api.role()) = 'applicant' and organisation_id = any ((select api.my_organisations())::bigint[]));
create policy applicant_starts on application for insert to tilskudd_app
	with check ((select api.role()) = 'applicant' and organisation_id = any ((select api.my_organisations())::bigint[])
	    and state = 'draft' and created_by = (select api.user_id()));
create policy applicant_writes on application for update to tilskudd_app
	using ((select api.role()) = 'applicant' and organisation_id = any ((select api.my_organisations())::bigint[]));
create policy applicant_discards on application for delete to tilskudd_app
	using ((select api.role()) = 'applicant' and organisation_id = any ((select api.my_organisations())::bigint[]) and state = 'draft');
create policy unit_reads on application for select to tilskudd_app
	using ((select api.role()) in ('officer', 'leader') and state <> 'draft' and unit_id = (select api.unit_id()));
create policy unit_works on application for update to tilskudd_app
	using ((select api.role()) in ('officer', 'leader') and state <> 'draft' and unit_id = (select api.unit_id()));

create policy own_drafts on draft_answer to tilskudd_app
	using ((select api.role()) = 'applicant'
	    and exists (select from application a where a.application_id = draft_answer.application_id))
	with check ((select api.role()) = 'applicant'
	    and exists (select from application a where a.application_id = draft_answer.application_id and a.state = 'draft'));

create policy visible_case on attachment for select to tilskudd_app
	using (application_id <> all ((select api.my_conflicts())::bigint[])
	    and exists (select from application a where a.application_id = attachment.application_id));
create policy own_drafts_add on attachment for insert to tilskudd_app
	with check ((select api.role()) = 'applicant' and uploaded_by = (select api.user_id())
	    and exists (select from application a where a.application_id = attachment.application_id and a.state = 'draft'));
create policy own_drafts_remove on attachment for delete to tilskudd_app
	using ((select api.role()) = 'applicant'
	    and exists (select from application a where a.application_id = attachment.application_id and a.state = 'draft'));

-- Projections are written by the applicant's own submission.
create policy visible_case on budget_line for select to tilskudd_app
	using (exists (select from application a where a.application_id = budget_line.application_id));
create policy own_case on budget_line for insert to tilskudd_app
	with check ((select api.role()) = 'applicant' and exists (select from application a where a.application_id = budget_line.application_id));
create policy visible_case on application_municipality for select to tilskudd_app
	using (exists (select from application a where a.application_id = application_municipality.application_id));
create policy own_case on application_municipality for insert to tilskudd_app
	with check ((select api.role()) = 'applicant'
	    and exists (select from application a where a.application_id = application_municipality.application_id));
create policy visible_case on application_goal for select to tilskudd_app
	using (exists (select from application a where a.application_id = application_goal.application_id));
create policy own_case on application_goal for insert to tilskudd_app
	with check ((select api.role()) = 'applicant' and exists (select from application a where a.application_id = application_goal.application_id));

-- The log: applicants read what was logged of their own case by themselves and what is no secret before the letter.
create policy unit_reads on case_event for select to tilskudd_app
	using ((select api.role()) in ('officer', 'leader') and application_id <> all ((select api.my_conflicts())::bigint[])
	    and exists (select from application a where a.application_id = case_event.application_id));
create policy applicant_reads on case_event for select to tilskudd_app
	using ((select api.role()) = 'applicant'
	    and exists (select from application a where a.application_id = case_event.application_id
	        and (a.state in ('notified', 'closed') or case_event.at <= a.submitted_at or case_event.user_id = (select api.user_id()))));
create policy visible_event on event_payload for select to tilskudd_app
	using (exists (select from case_event e where e.payload_id = event_payload.payload_id));

-- Grounds of conflicts are personal: the person's own, and the leader's who finds a substitute.
create policy own_declaration on impartiality for select to tilskudd_app
	using (user_id = (select api.user_id()));
create policy leader_reads on impartiality for select to tilskudd_app
	using ((select api.role()) = 'leader' and exists (select from application a where a.application_id = impartiality.application_id));
create policy declares on impartiality for insert to tilskudd_app
	with check ((select api.role()) in ('officer', 'leader') and user_id = (select api.user_id())
	    and exists (select from application a where a.application_id = impartiality.application_id));

-- Case work is the unit's, and closed to whoever has a conflict in the case (fvl. § 6, R24).
create policy unit_work on formal_check to tilskudd_app
	using ((select api.role()) in ('officer', 'leader') and application_id <> all ((select api.my_conflicts())::bigint[])
	    and exists (select from application a where a.application_id = formal_check.application_id))
	with check ((select api.role()) in ('officer', 'leader') and api.is_impartial(application_id)
	    and checked_by = (select api.user_id()));
create policy unit_work on formal_check_item to tilskudd_app
	using (exists (select from formal_check f where f.application_id = formal_check_item.application_id))
	with check (api.is_impartial(application_id)
	    and exists (select from formal_check f where f.application_id = formal_check_item.application_id));

-- A colleague's unfinished assessment is nobody else's.
create policy unit_reads on assessment for select to tilskudd_app
	using ((select api.role()) in ('officer', 'leader') and (state = 'done' or user_id = (select api.user_id()))
	    and application_id <> all ((select api.my_conflicts())::bigint[])
	    and exists (select from application a where a.application_id = assessment.application_id));
create policy own_work on assessment to tilskudd_app
	using ((select api.role()) in ('officer', 'leader') and user_id = (select api.user_id())
	    and application_id <> all ((select api.my_conflicts())::bigint[])
	    and exists (select from application a where a.application_id = assessment.application_id))
	with check ((select api.role()) in ('officer', 'leader') and user_id = (select api.user_id()) and api.is_impartial(application_id));
create policy unit_reads on assessment_mark for select to tilskudd_app
	using (exists (select from assessment s where s.assessment_id = assessment_mark.assessment_id));
create policy own_work on assessment_mark to tilskudd_app
	using (exists (select from assessment s where s.assessment_id = assessment_mark.assessment_id and s.user_id = (select api.user_id())));

create policy unit_work on recommendation_list to tilskudd_app
	using ((select api.role()) in ('officer', 'leader') and unit_id = (select api.unit_id()));
create policy unit_work on recommendation to tilskudd_app
	using ((select api.role()) in ('officer', 'leader') and application_id <> all ((select api.my_conflicts())::bigint[])
	    and exists (select from application a where a.application_id = recommendation.application_id))
	with check ((select api.role()) in ('officer', 'leader') and api.is_impartial(application_id));

-- A decision shows to the applicant when its letter has gone, not before. Deciding alone is the leader's.
create policy unit_reads on decision for select to tilskudd_app
	using ((select api.role()) in ('officer', 'leader') and application_id <> all ((select api.my_conflicts())::bigint[])
	    and exists (select from application a where a.application_id = decision.application_id));
create policy unit_decides on decision for insert to tilskudd_app
	with check (api.is_impartial(application_id) and registered_by = (select api.user_id())
	    and ((decided_by is null and (select api.role()) in ('officer', 'leader'))
	        or (decided_by = (select api.user_id()) and (select api.role()) = 'leader'))
	    and exists (select from application a where a.application_id = decision.application_id));
create policy unit_notifies on decision for update to tilskudd_app
	using ((select api.role()) in ('officer', 'leader') and application_id <> all ((select api.my_conflicts())::bigint[])
	    and exists (select from application a where a.application_id = decision.application_id))
	with check ((select api.role()) in ('officer', 'leader') and api.is_impartial(application_id));
create policy applicant_reads on decision for select to tilskudd_app
	using ((select api.role()) = 'applicant' and state = 'notified'
	    and exists (select from application a where a.application_id = decision.application_id));

create policy unit_work on body_decision to tilskudd_app
	using (exists (select from recommendation_list l where l.list_id = body_decision.list_id))
	with check ((select api.role()) in ('officer', 'leader') and registered_by = (select api.user_id())
	    and exists (select from recommendation_list l where l.list_id = body_decision.list_id));
create policy applicant_reads on body_decision for select to tilskudd_app
	using ((select api.role()) = 'applicant'
	    and exists (select from decision d where d.body_decision_id = body_decision.body_decision_id));

create policy unit_reads on letter for select to tilskudd_app
	using ((select api.role()) in ('officer', 'leader') and application_id <> all ((select api.my_conflicts())::bigint[])
	    and exists (select from application a where a.application_id = letter.application_id));
create policy unit_sends on letter for insert to tilskudd_app
	with check ((select api.role()) in ('officer', 'leader') and sent_by = (select api.user_id())
	    and api.is_impartial(application_id)
	    and exists (select from decision d where d.decision_id = letter.decision_id and d.application_id = letter.application_id));
create policy applicant_reads on letter for select to tilskudd_app
	using ((select api.role()) = 'applicant'
	    and exists (select from decision d where d.decision_id = letter.decision_id and d.state = 'notified'));

-- A call's money is its unit's to see and move; who got what is public once decided, and comes from decisions.
create policy unit_work on ledger_entry to tilskudd_app
	using ((select api.role()) in ('officer', 'leader')
	    and exists (select from call c join scheme s using (scheme_id) where c.call_id = ledger_entry.call_id
	        and s.unit_id = (select api.unit_id())));
create policy unit_work on ledger_posting to tilskudd_app
	using (exists (select from ledger_entry e where e.entry_id = ledger_posting.entry_id));

-- Evaluations are public documents, published by leaders.
create policy everyone on evaluation for select to tilskudd_app using (true);
create policy readers on evaluation for select to tilskudd_reader using (true);
create policy leader_publishes on evaluation for insert to tilskudd_app
	with check ((select api.role()) = 'leader' and published_by = (select api.user_id()));
