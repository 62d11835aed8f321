-- 0021_calls_written.sql: calls are written as drafts and brought into force by another person than the one who proposed.

alter table scheme_draft add column kind text not null default 'scheme' check (kind in ('scheme', 'calls'));
comment on column scheme_draft.kind is 'What is written: the scheme itself, or its calls.';
drop index scheme_draft_one;
create unique index scheme_draft_one on scheme_draft (scheme_id, kind) where state in ('open', 'proposed');
alter table scheme_draft add constraint scheme_draft_calls_base check (kind = 'scheme' or base_hash is null);

alter table scheme_proposal
	add column kind text not null default 'scheme' check (kind in ('scheme', 'calls')),
	add column base_calls text check (base_calls ~ '^[0-9a-f]{64}$');
comment on column scheme_proposal.kind is 'What would be published: a version of the scheme, or what its calls say.';
comment on column scheme_proposal.base_calls is 'SHA-256 of the calls document in force when calls were proposed; null when there was none.';
alter table scheme_proposal add constraint scheme_proposal_calls_base check (case kind when 'calls' then base_hash is null and restores is null else base_calls is null end);
drop index scheme_proposal_one;
create unique index scheme_proposal_one on scheme_proposal (scheme_id, kind) where state = 'waiting';

alter table call_change add column proposal_id bigint references scheme_proposal;
comment on column call_change.proposal_id is 'Who proposed it, who approved it and why; null for what was imported.';
create index call_change_proposal on call_change (proposal_id);

-- A draft stays what it is.
create or replace function api.scheme_draft_guard() returns trigger language plpgsql
set search_path = public, pg_temp as $$
begin
	if new.document <> old.document and (old.state <> 'open' or new.version <> old.version + 1) then
		raise exception 'a draft that is not open cannot be changed' using errcode = 'TS001';
	end if;
	if (new.draft_id, new.kind, new.unit_id, new.created_by, new.created_at) is distinct from
	    (old.draft_id, old.kind, old.unit_id, old.created_by, old.created_at) then
		raise exception 'a draft stays with its unit' using errcode = 'TS001';
	end if;
	return new;
end $$;

-- Only a version of a scheme becomes one.
create function api.scheme_publication_guard() returns trigger language plpgsql security definer
set search_path = public, pg_temp as $$
begin
	if new.proposal_id is not null and not exists (select from scheme_proposal p where p.proposal_id = new.proposal_id and p.kind = 'scheme') then
		raise exception 'calls are no version of a scheme' using errcode = '42501';
	end if;
	return new;
end $$;
comment on function api.scheme_publication_guard() is 'Keeps proposals of calls out of the history of schemes.';
create trigger scheme_publication_guard before insert on scheme_publication
	for each row execute function api.scheme_publication_guard();

-- ---------------------------------------------------------------------------------------------- bringing calls into force

-- The row was last written by this very transaction when its xmin is ours: an old approval opens nothing.
create function api.calls_proposal(p_scheme text) returns bigint language sql stable security definer
set search_path = public, pg_temp
	return (select p.proposal_id from scheme_proposal p
	    where p.scheme_id = p_scheme and p.kind = 'calls' and p.state = 'approved' and p.decided_by = api.user_id()
	      and p.proposed_by <> p.decided_by and p.xmin = pg_current_xact_id()::xid
	    order by p.proposal_id desc limit 1);
comment on function api.calls_proposal(text) is
	'The proposal of a scheme''s calls that the person has approved in this transaction; null outside of it.';

create function api.calls_of(p_call bigint) returns text language sql stable security definer
set search_path = public, pg_temp
	return (select scheme_id from call where call_id = p_call);
comment on function api.calls_of(bigint) is 'Whose call it is.';

-- A call that gives from another's frame is told when that one changes.
create function api.calls_proposal_of(p_call bigint) returns bigint language plpgsql stable security definer
set search_path = public, pg_temp as $$
begin
	return coalesce(api.calls_proposal(api.calls_of(p_call)),
	    (select api.calls_proposal(api.calls_of(c.frame_of)) from call c where c.call_id = p_call));
end $$;
comment on function api.calls_proposal_of(bigint) is 'As api.calls_proposal(), of the call''s scheme or of the scheme whose frame it shares.';

create function api.calls_guard() returns trigger language plpgsql
set search_path = public, pg_temp as $$
declare
	of_scheme text := case tg_table_name when 'call_note' then
	    api.calls_of((to_jsonb(coalesce(new, old)) ->> 'call_id')::bigint) else to_jsonb(coalesce(new, old)) ->> 'scheme_id' end;
begin
	if current_user = 'tilskudd_app' and api.calls_proposal(of_scheme) is null then
		raise exception 'calls are changed by approving what another person has proposed' using errcode = '42501';
	end if;
	return coalesce(new, old);
end $$;
comment on function api.calls_guard() is 'Lets the application write calls only while it brings a proposal into force that was approved by another than who proposed it.';
create trigger calls_guard before insert or update or delete on call for each row execute function api.calls_guard();
create trigger calls_guard before insert or update or delete on call_note for each row execute function api.calls_guard();

create function api.call_document_guard() returns trigger language plpgsql
set search_path = public, pg_temp as $$
begin
	if current_user = 'tilskudd_app' and new.document is distinct from
	    (select document from scheme_proposal where proposal_id = api.calls_proposal(new.scheme_id)) then
		raise exception 'calls are changed by approving what another person has proposed' using errcode = '42501';
	end if;
	return new;
end $$;
comment on function api.call_document_guard() is 'What the application puts in force is what was proposed and approved, byte for byte.';
create trigger call_document_guard before insert or update on call_document
	for each row execute function api.call_document_guard();

-- ---------------------------------------------------------------------------------------------- rights

revoke execute on function api.calls_proposal(text), api.calls_of(bigint), api.calls_proposal_of(bigint), api.calls_guard(), api.call_document_guard(),
	api.scheme_publication_guard() from public;
grant execute on function api.calls_proposal(text), api.calls_of(bigint), api.calls_proposal_of(bigint) to tilskudd_app, tilskudd_jobs;
grant insert, update on call, call_document to tilskudd_app;
grant insert, delete on call_note to tilskudd_app;
grant insert on call_change to tilskudd_app;
create policy approved on call_change for insert to tilskudd_app
	with check (changed_by = (select api.user_id()) and proposal_id = api.calls_proposal_of(call_id));

-- A frame follows its call: the unit's people enter it as they enter awards, an administrator when approving.
create policy calls_approved on ledger_entry to tilskudd_app
	using ((select api.role()) = 'admin' and kind = 'budget' and api.calls_proposal(api.calls_of(call_id)) is not null);
