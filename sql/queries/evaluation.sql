-- evaluation.sql: the figures of a scheme's year, live before publishing and frozen after; both read by the same queries.

-- name: evaluation_live
-- The figures as they stand now, for those who may see them before publishing.
-- $1 scheme_id, $2 year
select data::text as data, data ->> 'version_hash' as version_hash, (data ->> 'inhabitants_on')::date as inhabitants_on
  from api.evaluation_data($1, $2) as data where data is not null;

-- name: evaluation_published
-- $1 scheme_id, $2 year
select data::text as data, data ->> 'version_hash' as version_hash, (data ->> 'inhabitants_on')::date as inhabitants_on,
       figures_at, published_at
  from evaluation where scheme_id = $1 and year = $2;

-- name: evaluation_pdf
-- $1 scheme_id, $2 year
select pdf from evaluation where scheme_id = $1 and year = $2;

-- name: evaluation_list
-- Every published evaluation, the latest year first.
select e.scheme_id, e.year, e.published_at, v.title_nb, v.title_nn, v.title_en, s.field
  from evaluation e
  join scheme s using (scheme_id)
  join scheme_version v on v.version_hash = e.data ->> 'version_hash'
 order by e.year desc, e.published_at desc, v.title_nb;

-- name: evaluation_candidates
-- Years of the unit's schemes with at least one told decision and no published evaluation.
select x.*, v.title_nb, v.title_nn, v.title_en
  from (select c.scheme_id, s.field, c.year, count(*) as n,
               count(*) filter (where a.state not in ('notified', 'closed', 'withdrawn')) as n_open
          from application a
          join call c using (call_id)
          join scheme s using (scheme_id)
         where a.state <> 'draft' and api.may_evaluate(c.scheme_id)
           and not exists (select from evaluation e where e.scheme_id = c.scheme_id and e.year = c.year)
         group by c.scheme_id, s.field, c.year
        having count(*) filter (where a.state in ('notified', 'closed')) > 0) as x
  join scheme_in_force f using (scheme_id)
  join scheme_version v using (version_hash)
 order by x.year desc, v.title_nb;

-- name: evaluation_publish
-- $1 scheme_id, $2 year, $3 figures_at, $4 data as json, $5 pdf, $6 sha256, $7 at
insert into evaluation (scheme_id, year, figures_at, data, pdf, sha256, published_by, published_at)
values ($1, $2, $3, $4::jsonb, $5, $6, api.user_id(), $7)
returning evaluation_id;

-- name: evaluation_totals
-- $1 data as json, $2 'totals' or 'last'
select x.* from jsonb_to_record($1::jsonb -> $2) as x (received bigint, dismissed bigint, granted bigint, partly_granted bigint,
    rejected bigint, withdrawn bigint, pending bigint, applied_ore bigint, decided_applied_ore bigint, awarded_ore bigint,
    median_ore bigint, mean_ore bigint, median_days bigint, integration bigint, integration_ore bigint, integration_received bigint,
    immigrant bigint, immigrant_granted bigint, immigrant_ore bigint, frame_ore bigint);

-- name: evaluation_municipalities
-- $1 data as json
select x.* from jsonb_to_recordset($1::jsonb -> 'municipalities') as x (code text, name text, inhabitants bigint, applications bigint,
    grants bigint, awarded_ore bigint, last_ore bigint);

-- name: evaluation_kinds
-- $1 data as json
select x.* from jsonb_to_recordset($1::jsonb -> 'kinds') as x (kind text, received bigint, grants bigint, applied_ore bigint,
    awarded_ore bigint, last_grants bigint, last_ore bigint);

-- name: evaluation_goals
-- $1 data as json
select x.* from jsonb_to_recordset($1::jsonb -> 'goals') as x (goal_id text, projects bigint, promised numeric, last_projects bigint,
    last_promised numeric);

-- name: evaluation_criteria
-- $1 data as json
select x.* from jsonb_to_recordset($1::jsonb -> 'criteria') as x (criterion_id text, granted_mean numeric, rejected_mean numeric);

-- name: evaluation_grants
-- $1 data as json
select x.* from jsonb_to_recordset($1::jsonb -> 'grants') as x (number text, organisation text, orgnr text, kind text, title text,
    applied_ore bigint, awarded_ore bigint, decided_on date, integration boolean, municipalities text, n_municipalities bigint);
