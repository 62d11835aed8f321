-- document.sql: what a document named on the command line is about.

-- name: document_case
-- A sent application by its number, with the list it is on.
-- $1 number
select a.application_id, a.call_id, a.unit_id, c.scheme_id, c.year, coalesce(l.batch, 0) as batch
  from application a
  join call c using (call_id)
  left join recommendation_list l on l.list_id = a.on_list_id
 where a.number = $1;

-- name: document_draft
-- A draft the person writes.
-- $1 application_id
select application_id from application where application_id = $1 and state = 'draft';

-- name: document_call
-- A call as schemes' documents name it.
-- $1 scheme_id, $2 year, $3 round
select c.call_id, s.unit_id, c.scheme_id, c.year
  from call c join scheme s using (scheme_id)
 where c.scheme_id = $1 and c.year = $2 and c.round = $3;
