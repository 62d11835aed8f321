-- 0030_case_letters.sql: letters in a case before its decision, decisions explained in English.

create table case_letter (
	case_letter_id bigint generated always as identity primary key,
	application_id bigint not null references application,
	kind text not null check (kind in ('defect', 'provisional')),
	lang text not null check (lang in ('nb', 'nn', 'en')),
	due_on date not null,
	lacking text[] not null default '{}',
	words text not null default '',
	pdf bytea not null,
	html text not null check (html <> ''),
	sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
	sent_by bigint not null references app_user,
	sent_at timestamptz not null,
	check ((kind = 'defect') = (cardinality(lacking) > 0)),
	check (not ('' = any (lacking))),
	check (due_on >= (sent_at at time zone 'Europe/Oslo')::date)
);
create index case_letter_application on case_letter (application_id);
comment on table case_letter is 'Letters to the applicant before the decision, as they were sent: what is lacking (defect), and when an answer comes (provisional, fvl. § 11 a).';
comment on column case_letter.due_on is 'defect: the last day to send what is lacking; provisional: when the answer can be expected.';
comment on column case_letter.lacking is 'What is lacking, a line each; of defect letters.';
comment on column case_letter.lang is 'What the applicant chose; English too.';
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

alter table letter add column english_pdf bytea;
alter table letter add column english_html text not null default '';
alter table letter add constraint letter_english check ((english_pdf is null) = (english_html = ''));
comment on column letter.english_pdf is 'The most important of the letter in English, for who chose it; null for others.';
comment on column letter.english_html is 'The same as a page.';
