-- 0032_appeals.sql: appeals on decisions, and the papers that follow them.

create table appeal (
	appeal_id bigint generated always as identity primary key,
	application_id bigint not null references application,
	decision_id bigint not null unique references decision,
	received_on date not null,
	appeal_by date not null,
	demand text not null check (btrim(demand) <> '' and length(demand) <= 20000),
	registered_by bigint not null references app_user,
	registered_at timestamptz not null default now()
);
create index appeal_application on appeal (application_id);
comment on table appeal is 'An appeal on a decision, as it came (fvl. §§ 28-32, R39).';
comment on column appeal.received_on is 'The day it came, or was handed to the post.';
comment on column appeal.appeal_by is 'The last day to appeal, as it was counted when the appeal was registered.';
comment on column appeal.demand is 'What is asked for and why, in the appellant''s words.';

create table appeal_paper (
	appeal_id bigint primary key references appeal,
	view text not null check (view in ('uphold', 'change', 'dismiss')),
	assessment text not null check (btrim(assessment) <> '' and length(assessment) <= 20000),
	late_because text not null default '',
	addressee text not null check (addressee <> ''),
	lang text not null check (lang in ('nb', 'nn')),
	pdf bytea not null,
	html text not null check (html <> ''),
	sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
	sent_by bigint not null references app_user,
	sent_at timestamptz not null
);
comment on table appeal_paper is 'What the county thinks of an appeal, and the papers that follow it, as they were sent (fvl. § 33).';
comment on column appeal_paper.view is 'uphold: to the appeal body; change: to who decided, with a new proposal; dismiss: it came too late, or cannot be handled.';
comment on column appeal_paper.late_because is 'Why it is handled though it came late (fvl. § 31).';
comment on column appeal_paper.addressee is 'Whom the papers go to.';
comment on column appeal_paper.assessment is 'How the county sees the appeal, in the case officer''s words.';
comment on column appeal_paper.html is 'The papers as a page.';
comment on column appeal_paper.sha256 is 'Of the PDF.';
create trigger appeal_immutable before update or delete on appeal
	for each row execute function api.event_immutable();
create trigger appeal_no_truncate before truncate on appeal
	for each statement execute function api.event_immutable();
create trigger appeal_paper_immutable before update or delete on appeal_paper
	for each row execute function api.event_immutable();
create trigger appeal_paper_no_truncate before truncate on appeal_paper
	for each statement execute function api.event_immutable();

create function api.appeal_paper_guard() returns trigger language plpgsql
set search_path = public, pg_temp as $$
declare
	late boolean;
begin
	select received_on > appeal_by into late from appeal where appeal_id = new.appeal_id;
	if late and new.view <> 'dismiss' and btrim(new.late_because) = '' then
		raise exception 'a late appeal is dismissed or has a reason' using errcode = 'TS001';
	end if;
	return new;
end $$;
comment on function api.appeal_paper_guard() is 'An appeal that came late is handled for a stated reason only.';
create trigger appeal_paper_guard before insert on appeal_paper
	for each row execute function api.appeal_paper_guard();

grant select, insert on appeal, appeal_paper to tilskudd_app, tilskudd_jobs;
alter table appeal enable row level security;
alter table appeal_paper enable row level security;
create policy jobs_all on appeal to tilskudd_jobs using (true);
create policy jobs_all on appeal_paper to tilskudd_jobs using (true);
create policy unit_reads on appeal for select to tilskudd_app
	using ((select api.role()) in ('officer', 'leader') and application_id <> all ((select api.my_conflicts())::bigint[])
	    and exists (select from application a where a.application_id = appeal.application_id));
create policy unit_registers on appeal for insert to tilskudd_app
	with check ((select api.role()) in ('officer', 'leader') and registered_by = (select api.user_id())
	    and api.is_impartial(application_id)
	    and exists (select from decision d where d.decision_id = appeal.decision_id
	        and d.application_id = appeal.application_id and d.state = 'notified'));
create policy applicant_reads on appeal for select to tilskudd_app
	using ((select api.role()) = 'applicant'
	    and exists (select from application a where a.application_id = appeal.application_id));
create policy case_reads on appeal_paper for select to tilskudd_app
	using (exists (select from appeal a where a.appeal_id = appeal_paper.appeal_id));
create policy unit_sends on appeal_paper for insert to tilskudd_app
	with check ((select api.role()) in ('officer', 'leader') and sent_by = (select api.user_id())
	    and exists (select from appeal a where a.appeal_id = appeal_paper.appeal_id and api.is_impartial(a.application_id)));
