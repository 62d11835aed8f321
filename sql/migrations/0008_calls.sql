-- 0008_calls.sql: calls with every kind of deadline, what they say in words, and what has happened to them.

alter table call drop constraint call_kind_check;
alter table call drop constraint call_status_check;
alter table call alter column answer_by drop not null;
alter table call
	add column extra boolean not null default false,
	add column main_closes_at timestamptz,
	add column lead_count integer check (lead_count between 1 and 400),
	add column lead_unit text check (lead_unit in ('days', 'weeks', 'months')),
	add column conditional boolean not null default false,
	add column answer_weeks integer check (answer_weeks between 1 and 52),
	add column status_on date;
update call set extra = true, kind = 'fixed' where kind = 'extra';
update call set status = 'on-hold' where status = 'on_hold';
alter table call
	add constraint call_kind_check check (kind in ('fixed', 'continuous', 'main-then-continuous', 'relative')),
	add constraint call_status_check check (status in ('announced', 'on-hold', 'cancelled', 'used-up')),
	add constraint call_main_check check ((kind = 'main-then-continuous') = (main_closes_at is not null)
	    and (main_closes_at is null or (main_closes_at > opens_at and main_closes_at < closes_at))),
	add constraint call_lead_check check ((lead_count is null) = (lead_unit is null)
	    and (lead_count is null or kind <> 'fixed') and (lead_count is not null or kind <> 'relative')),
	add constraint call_answer_check check (answer_by is not null or answer_weeks is not null),
	add constraint call_used_up_check check (status <> 'used-up' or (kind <> 'fixed' and status_on is not null));
comment on column call.kind is 'One deadline; as they come; a main round and then as they come; or a time before the activity starts.';
comment on column call.closes_at is 'The first instant that is too late; of calls without one deadline the end of all.';
comment on column call.extra is 'Beside the ordinary calls of its year.';
comment on column call.main_closes_at is 'The main round''s deadline; null when there is no main round.';
comment on column call.lead_count is 'How long before the activity starts an application must have come, in lead_unit; null when that is not asked.';
comment on column call.lead_unit is 'What lead_count counts.';
comment on column call.conditional is 'The county council has not granted the money yet.';
comment on column call.answer_by is 'When applicants can expect an answer to what came before the deadline (fvl. § 11 a); null when handled as they come.';
comment on column call.answer_weeks is 'Most weeks to an answer for what is handled as it comes.';
comment on column call.status is 'announced counts together with the clock; the others stop it.';
comment on column call.status_on is 'Since which day the status is what it is.';

create table call_note (
	call_id bigint not null references call on delete cascade,
	kind text not null check (kind in ('title', 'message', 'condition', 'changed', 'status', 'extended', 'upstream')),
	position integer not null default 1 check (position > 0),
	text_nb text not null,
	text_nn text not null,
	text_en text,
	was_at timestamptz,
	day date,
	detail text not null default '',
	primary key (call_id, kind, position),
	check ((kind = 'extended') = (was_at is not null))
);
comment on table call_note is 'What a call says in words: its name, a message, why its deadline was moved.';
comment on column call_note.position is 'From 1, the oldest first, among those of a kind.';
comment on column call_note.text_nb is 'The words in bokmål.';
comment on column call_note.text_nn is 'In nynorsk.';
comment on column call_note.text_en is 'In English; null when bokmål is shown.';
comment on column call_note.was_at is 'Of an extension: the deadline that was.';
comment on column call_note.day is 'Of an extension: when it was decided; of another body''s deadline: the day, when it is one for all.';
comment on column call_note.detail is 'Of another body''s deadline: whose; of a changed one: the usual month and day.';

create table call_document (
	scheme_id text primary key references scheme,
	document text not null check (length(document) between 1 and 1048576),
	cycle_years integer check (cycle_years between 2 and 10),
	usual_closes text[] not null default '{}',
	imported_at timestamptz not null,
	imported_by bigint references app_user
);
comment on table call_document is 'A scheme''s calls as last imported, and what is usual of them.';
comment on column call_document.document is 'The XML, byte for byte.';
comment on column call_document.cycle_years is 'Years from one ordinary call to the next; null for every year.';
comment on column call_document.usual_closes is 'Month and day of the deadlines of an ordinary year.';
comment on column call_document.imported_by is 'Null for the command line.';

create table call_change (
	change_id bigint generated always as identity primary key,
	call_id bigint not null references call,
	kind text not null check (kind in ('announced', 'extended', 'on-hold', 'cancelled', 'used-up', 'resumed', 'frame', 'dates', 'words')),
	was text not null default '',
	became text not null default '',
	why_nb text not null default '',
	why_nn text not null default '',
	changed_at timestamptz not null,
	changed_by bigint references app_user,
	changed_by_name text not null check (changed_by_name <> '')
);
create index call_change_call on call_change (call_id, change_id);
comment on table call_change is 'What has happened to a call, append-only: when, by whom and why.';
comment on column call_change.was is 'As it stood before, in words for people; empty when it is new.';
comment on column call_change.became is 'As it stands after.';
comment on column call_change.why_nb is 'The reason given, in bokmål; empty when none was.';
comment on column call_change.why_nn is 'The same in nynorsk.';
comment on column call_change.changed_by is 'Null when it was done from the command line.';
comment on column call_change.changed_by_name is 'The person''s name, or the account on the server.';
create trigger call_change_immutable before update or delete on call_change
	for each row execute function api.event_immutable();
create trigger call_change_no_truncate before truncate on call_change
	for each statement execute function api.event_immutable();

-- The ledger is the unit's to see, but that nothing is left is for all to know.
-- plpgsql keeps its plans: lists of schemes ask it once for each call that has no fixed deadline.
create function api.call_used_up_at(p_call bigint) returns timestamptz language plpgsql stable security definer
set search_path = public, pg_temp as $$
begin
	return (select case
	    when c.status = 'used-up' then c.status_on::timestamp at time zone 'Europe/Oslo'
	    when c.kind <> 'fixed' and c.frame_ore > 0 and last.award_at is not null and api.ledger_balance(c.call_id, 'frame') = 0
	        then last.award_at end
	    from call c
	    cross join lateral (select max(e.entered_at) as award_at from ledger_entry e where e.call_id = c.call_id and e.kind = 'award') last
	    where c.call_id = p_call);
end $$;
comment on function api.call_used_up_at(bigint) is 'Since when nothing is left of the frame of a call that is handled as applications come; null while something is.';

create view call_told with (security_invoker = true) as
select c.call_id, c.scheme_id as call_scheme_id, c.version_hash as call_version_hash, c.year, c.round, c.kind as call_kind, c.extra, c.opens_at, c.closes_at,
       c.main_closes_at, coalesce(c.lead_count, 0) as lead_count, coalesce(c.lead_unit, '') as lead_unit, c.covers_from, c.covers_to,
       c.frame_ore, c.conditional, c.answer_by, coalesce(c.answer_weeks, 0) as answer_weeks, c.contact_name, c.contact_phone,
       c.contact_email, c.status as call_status, c.status_on as call_status_on,
       case when c.kind <> 'fixed' then api.call_used_up_at(c.call_id) end as used_up_at,
       n.text_nb as call_title_nb, n.text_nn as call_title_nn, n.text_en as call_title_en
  from call c
  left join call_note n on n.call_id = c.call_id and n.kind = 'title';
comment on view call_told is 'A call as pages tell of it.';

-- What an application was held against stays as it was, whatever happens to its call.
alter table application add column due_at timestamptz;
comment on column application.due_at is 'The first instant that was too late for it, as its call and its activity stood when it was sent.';
update application a set due_at = c.closes_at from call c where c.call_id = a.call_id and a.state <> 'draft';
alter table application add check (due_at is null or state <> 'draft');
create trigger application_due_kept before update on application
	for each row when (old.state <> 'draft' and new.due_at is distinct from old.due_at) execute function api.event_immutable();

-- ---------------------------------------------------------------------------------------------- rights

grant select on call_note, call_document, call_told to tilskudd_app, tilskudd_jobs, tilskudd_reader;
grant insert, update, delete on call_note, call_document to tilskudd_jobs;
grant select, insert on call_change to tilskudd_jobs;
grant select on call_change to tilskudd_app;
grant execute on function api.call_used_up_at(bigint) to tilskudd_app, tilskudd_jobs, tilskudd_reader;
alter table call_change enable row level security;
create policy jobs_all on call_change to tilskudd_jobs using (true);
create policy staff_reads on call_change for select to tilskudd_app using ((select api.role()) in ('officer', 'leader', 'admin'));
