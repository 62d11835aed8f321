-- 0029_letter_texts.sql: the standing texts of letters, with their days and their history.

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
comment on column letter_text.nb is 'The text in bokmål, with fields as {sum}.';
comment on column letter_text.nn is 'The same in nynorsk.';
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
