-- scheme.sql: schemes and their published versions.

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
-- Publishes a version. No row: the same content is published already.
-- $1 version_hash, $2 scheme_id, $3 document, $4 title_nb, $5 title_nn, $6 title_en or '', $7 summary_nb, $8 summary_nn,
-- $9 summary_en or '', $10 search_text, $11 user_id, null for the command line
insert into scheme_version (version_hash, scheme_id, document, title_nb, title_nn, title_en, summary_nb, summary_nn, summary_en,
                            search_text, published_by)
values ($1, $2, $3, $4, $5, nullif($6, ''), $7, $8, nullif($9, ''), $10, $11)
    on conflict (version_hash) do nothing
returning version_hash;

-- name: scheme_bodies_unknown
-- Those of the codes that no body has.
-- $1 codes
select c.code
  from unnest($1::text[]) as c (code)
 where not exists (select from body b where b.code = c.code)
 order by c.code;

-- name: scheme_published_list
-- The newest version of every scheme.
select distinct on (v.scheme_id) v.scheme_id, s.field, u.code as unit, s.status, v.title_nb, v.title_nn, v.title_en, v.version_hash,
       v.published_at
  from scheme_version v
  join scheme s on s.scheme_id = v.scheme_id
  join unit u on u.unit_id = s.unit_id
 order by v.scheme_id, v.published_at desc;
