-- scheme.sql: schemes and their published versions.

-- name: scheme_documents
-- The published documents of several versions.
-- $1 version_hashes
select v.version_hash, v.document from scheme_version v where v.version_hash = any ($1::text[]);

-- name: scheme_document
-- The published document of a version.
-- $1 version_hash
select v.document
  from scheme_version v
 where v.version_hash = $1;

-- name: scheme_put
-- Adds a scheme or brings its field, unit and status up to date. No row: there is no such unit.
-- $1 scheme_id, $2 field, $3 unit's code, $4 status
insert into scheme (scheme_id, field, unit_id, status)
select $1, $2, u.unit_id, $4
  from unit u
 where u.code = $3
    on conflict (scheme_id) do update
   set field = excluded.field, unit_id = excluded.unit_id, status = excluded.status
returning scheme_id;

-- name: scheme_version_put
-- Keeps what a version says. No row: the same content is known already.
-- $1 version_hash, $2 scheme_id, $3 document, $4 title_nb, $5 title_nn, $6 title_en or '', $7 summary_nb, $8 summary_nn,
-- $9 summary_en or '', $10 search_text, $11 user_id, null for the command line
insert into scheme_version (version_hash, scheme_id, document, title_nb, title_nn, title_en, summary_nb, summary_nn, summary_en,
                            search_text, published_by)
values ($1, $2, $3, $4, $5, nullif($6, ''), $7, $8, nullif($9, ''), $10, $11)
    on conflict (version_hash) do nothing
returning version_hash;

-- name: scheme_install
-- Brings a version that came with the installation into force. No row: it is in force already.
-- $1 scheme_id, $2 version_hash, $3 at
insert into scheme_publication (scheme_id, number, version_hash, published_at)
select $1, coalesce(f.number, 0) + 1, $2, $3
  from scheme s
  left join scheme_in_force f using (scheme_id)
 where s.scheme_id = $1 and f.version_hash is distinct from $2
returning number;

-- name: scheme_in_force
-- The version of a scheme that new calls are opened under.
-- $1 scheme_id
select f.number, f.version_hash, f.published_at, f.proposal_id is null as installed, s.unit_id, s.status
  from scheme_in_force f
  join scheme s using (scheme_id)
 where f.scheme_id = $1;

-- name: scheme_bodies_unknown
-- Those of the codes that no body has.
-- $1 codes
select c.code
  from unnest($1::text[]) as c (code)
 where not exists (select from body b where b.code = c.code)
 order by c.code;

-- name: scheme_published_list
-- Every scheme with its version in force, and what is going on under it.
-- $1 now
select s.scheme_id, s.field, u.code as unit, s.status, v.title_nb, v.title_nn, v.title_en, f.version_hash, f.number, f.published_at,
       f.proposal_id is null as installed,
       (select count(*) from call c where c.scheme_id = s.scheme_id) as calls,
       (select count(*) from call c
         where c.scheme_id = s.scheme_id and c.status = 'announced' and c.opens_at <= $1 and c.closes_at > $1) as open_calls,
       (select count(*) from application a join call c using (call_id) where c.scheme_id = s.scheme_id and a.state <> 'draft') as cases
  from scheme s
  join scheme_in_force f using (scheme_id)
  join scheme_version v using (version_hash)
  join unit u using (unit_id)
 order by s.scheme_id;
