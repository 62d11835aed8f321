-- 0012_sums_and_criteria.sql: types of cost, figures that rules reckon with, what rules found in an application, departures.

alter table budget_line add column cost_type text;
comment on column budget_line.cost_type is 'Code of the type of cost in the scheme version; null when the scheme tells none apart.';

create table figure (
	name text not null check (name ~ '^[a-z0-9-]{1,40}$'),
	key text not null check (key ~ '^([0-9]{4}|[0-9]{9})$'),
	year integer not null check (year between 1900 and 2199),
	value numeric not null,
	primary key (name, key, year)
);
comment on table figure is 'Figures of municipalities and organisations that schemes reckon with: t:figure(name). Loaded from conf/figures/.';
comment on column figure.key is 'A municipality''s code or an organisation number.';
comment on column figure.year is 'The year the figure is of; the newest not after a call''s year counts.';

create table application_figure (
	application_id bigint not null references application on delete cascade,
	name text not null check (length(name) between 1 and 100),
	value text not null check (length(value) <= 2000),
	primary key (application_id, name)
);
comment on table application_figure is
	'What the scheme version''s rules find in a sent application: limits of the grant, step of priority, numbers a formula shares by.';
comment on column application_figure.name is 'As in domain/kept_figures.h: max, floor, rung, count.POT.N ...';

alter table recommendation add column departure_reason text not null default '';
comment on column recommendation.departure_reason is 'Why the sum departs from what the scheme gives; demanded when it does.';
alter table recommendation_list add column spread_reason text not null default '';
comment on column recommendation_list.spread_reason is 'How the list was judged as a whole: geography, genres. Demanded when the scheme has such criteria.';

grant select on figure to tilskudd_app, tilskudd_jobs, tilskudd_reader;
grant insert, update, delete on figure to tilskudd_jobs;
grant select, insert, delete on application_figure to tilskudd_app;
grant select, insert, update, delete on application_figure to tilskudd_jobs;

alter table application_figure enable row level security;
create policy jobs_all on application_figure to tilskudd_jobs using (true);
create policy visible_case on application_figure for select to tilskudd_app
	using (exists (select from application a where a.application_id = application_figure.application_id));
create policy own_case on application_figure for insert to tilskudd_app
	with check ((select api.role()) = 'applicant'
	    and exists (select from application a where a.application_id = application_figure.application_id));
create policy unit_work on application_figure to tilskudd_app
	using ((select api.role()) in ('officer', 'leader') and api.is_impartial(application_id)
	    and exists (select from application a where a.application_id = application_figure.application_id))
	with check ((select api.role()) in ('officer', 'leader') and api.is_impartial(application_id)
	    and exists (select from application a where a.application_id = application_figure.application_id));
