-- 0029_letter_texts.sql: the standing texts of letters, with their days and their history, and letters to applicants before the decision.

create table letter_text (
	letter_text_id bigint generated always as identity primary key,
	block text not null check (block ~ '^[a-z][a-z_]{2,40}$'),
	valid_from date not null,
	valid_until date check (valid_until >= valid_from),
	nb text not null check (btrim(nb) <> ''),
	nn text not null check (btrim(nn) <> ''),
	en text not null default '',
	why text not null check (btrim(why) <> ''),
	written_by bigint references app_user,
	written_at timestamptz not null default now(),
	check (length(nb) <= 8000 and length(nn) <= 8000 and length(en) <= 8000)
);
create index letter_text_block on letter_text (block, valid_from desc);
comment on table letter_text is 'The standing texts of letters, append-only: each change is a row with its days, who wrote it, when and why (R65).';
comment on column letter_text.block is 'Which text it is; the program knows where each stands and what may stand in it.';
comment on column letter_text.valid_from is 'The first day letters take it.';
comment on column letter_text.valid_until is 'The last day; null: until another comes. After it the one before holds again.';
comment on column letter_text.en is 'For applicants who read English; empty where letters have no use for it.';
comment on column letter_text.why is 'Why it was changed.';
comment on column letter_text.written_by is 'Null: came with the installation.';

create trigger letter_text_immutable before update or delete on letter_text
	for each row execute function api.event_immutable();
create trigger letter_text_no_truncate before truncate on letter_text
	for each statement execute function api.event_immutable();

-- A person's change goes before one that came with the installation for the same day, whenever that came.
create function api.letter_texts_on(p_day date) returns setof letter_text language sql stable
	begin atomic
		select distinct on (t.block) t.* from letter_text t
		 where t.valid_from <= p_day and (t.valid_until is null or t.valid_until >= p_day)
		 order by t.block, t.valid_from desc, (t.written_by is null), t.letter_text_id desc;
	end;
comment on function api.letter_texts_on(date) is 'The text of each block that holds on a day.';

grant select, insert on letter_text to tilskudd_app, tilskudd_jobs;
grant execute on function api.letter_texts_on(date) to tilskudd_app, tilskudd_jobs;
alter table letter_text enable row level security;
create policy jobs_all on letter_text to tilskudd_jobs using (true);
create policy everyone on letter_text for select to tilskudd_app using (true);
create policy staff_writes on letter_text for insert to tilskudd_app
	with check ((select api.role()) in ('officer', 'leader', 'admin') and written_by = (select api.user_id()));

-- ---------------------------------------------------------------------------------------------- letters in a case

create table case_letter (
	case_letter_id bigint generated always as identity primary key,
	application_id bigint not null references application,
	kind text not null check (kind in ('defect', 'provisional')),
	lang text not null check (lang in ('nb', 'nn')),
	answer_by date not null,
	lacking text[] not null default '{}',
	words text not null default '',
	pdf bytea not null,
	html text not null check (html <> ''),
	sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
	sent_by bigint not null references app_user,
	sent_at timestamptz not null,
	check ((kind = 'defect') = (cardinality(lacking) > 0)),
	check (not ('' = any (lacking))),
	check (answer_by >= (sent_at at time zone 'Europe/Oslo')::date)
);
create index case_letter_application on case_letter (application_id);
comment on table case_letter is 'Letters to the applicant before the decision, as they were sent: what is lacking (defect), and when an answer comes (provisional, fvl. § 11 a).';
comment on column case_letter.answer_by is 'defect: the last day to send what is lacking; provisional: when the answer can be expected.';
comment on column case_letter.lacking is 'What is lacking, a line each; of defect letters.';
comment on column case_letter.words is 'The officer''s own words.';
comment on column case_letter.html is 'The same letter as a page.';
comment on column case_letter.sha256 is 'Of the PDF.';
create trigger case_letter_immutable before update or delete on case_letter
	for each row execute function api.event_immutable();
create trigger case_letter_no_truncate before truncate on case_letter
	for each statement execute function api.event_immutable();

grant select, insert on case_letter to tilskudd_app, tilskudd_jobs;
alter table case_letter enable row level security;
create policy jobs_all on case_letter to tilskudd_jobs using (true);
create policy unit_reads on case_letter for select to tilskudd_app
	using ((select api.role()) in ('officer', 'leader') and application_id <> all ((select api.my_conflicts())::bigint[])
	    and exists (select from application a where a.application_id = case_letter.application_id));
create policy unit_sends on case_letter for insert to tilskudd_app
	with check ((select api.role()) in ('officer', 'leader') and sent_by = (select api.user_id())
	    and api.is_impartial(application_id)
	    and exists (select from application a where a.application_id = case_letter.application_id and a.submitted_at is not null));
create policy applicant_reads on case_letter for select to tilskudd_app
	using ((select api.role()) = 'applicant'
	    and exists (select from application a where a.application_id = case_letter.application_id));
