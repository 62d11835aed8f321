-- 0018_scheme_editor.sql: every state a draft of a scheme has been in, by whom; what it is called.

alter table scheme_draft
	add column title_nb text not null default '',
	add column title_nn text not null default '';
comment on column scheme_draft.title_nb is 'The scheme''s name as the draft has it, for lists; empty until it is written.';
comment on column scheme_draft.title_nn is 'The same in nynorsk.';

create table scheme_draft_step (
	draft_id bigint not null references scheme_draft,
	version integer not null check (version > 0),
	document text not null check (length(document) between 1 and 1048576),
	what text not null check (length(what) <= 2000),
	changed_by bigint not null references app_user,
	changed_at timestamptz not null,
	primary key (draft_id, version)
);
comment on table scheme_draft_step is 'What a draft was after each change, so that nothing written is lost and two who write at once are told apart.';
comment on column scheme_draft_step.document is 'The whole XML after the change, with whatever it extends left apart, as in the file.';
comment on column scheme_draft_step.version is 'The draft''s version after the change.';
comment on column scheme_draft_step.what is 'A word for the way it was changed, and behind it the names of the form''s fields that were.';
create trigger scheme_draft_step_immutable before update or delete on scheme_draft_step
	for each row execute function api.event_immutable();
create trigger scheme_draft_step_no_truncate before truncate on scheme_draft_step
	for each statement execute function api.event_immutable();

grant select, insert on scheme_draft_step to tilskudd_app, tilskudd_jobs;
alter table scheme_draft_step enable row level security;
create policy jobs_all on scheme_draft_step to tilskudd_jobs using (true);
-- Who may see the draft is the draft's own policy.
create policy with_draft on scheme_draft_step to tilskudd_app
	using (exists (select from scheme_draft d where d.draft_id = scheme_draft_step.draft_id))
	with check (changed_by = (select api.user_id())
	    and exists (select from scheme_draft d where d.draft_id = scheme_draft_step.draft_id));

-- A draft is a version higher after each change, and no step is left out.
create function api.scheme_draft_guard() returns trigger language plpgsql
set search_path = public, pg_temp as $$
begin
	if new.document <> old.document and (old.state <> 'open' or new.version <> old.version + 1) then
		raise exception 'a draft that is not open cannot be changed' using errcode = 'TS001';
	end if;
	if (new.draft_id, new.unit_id, new.created_by, new.created_at) is distinct from
	    (old.draft_id, old.unit_id, old.created_by, old.created_at) then
		raise exception 'a draft stays with its unit' using errcode = 'TS001';
	end if;
	return new;
end $$;
comment on function api.scheme_draft_guard() is 'Changes only open drafts, one version at a time.';
revoke execute on function api.scheme_draft_guard() from public;
create trigger scheme_draft_guard before update on scheme_draft
	for each row execute function api.scheme_draft_guard();

create function api.scheme_id_taken(p_scheme text) returns boolean language sql stable security definer
set search_path = public, pg_temp
	return exists (select from scheme where scheme_id = p_scheme)
	    or exists (select from scheme_draft where scheme_id = p_scheme and state in ('open', 'proposed'));
comment on function api.scheme_id_taken(text) is 'Whether a scheme, or a draft of any unit, has the id.';
revoke execute on function api.scheme_id_taken(text) from public;
grant execute on function api.scheme_id_taken(text) to tilskudd_app, tilskudd_jobs;
