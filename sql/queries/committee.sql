-- committee.sql: which cases belong to a body, and what is new for the body a politician sits in.

-- name: recommendation_body_add
-- Which body decides each case of a list, written when it is locked; an unknown body is refused.
-- $1 list_id, $2 application ids, $3 codes of their bodies
insert into recommendation_body (list_id, application_id, body_id)
select $1, x.application_id, (select b.body_id from body b where b.code = x.code)
  from unnest($2::bigint[], $3::text[]) as x (application_id, code);

-- name: committee_body
-- The body the person sits in.
select name_nb, name_nn from body where body_id = api.body_id();

-- name: committee_lists
-- Locked lists with cases of the person's body; those with cases that wait come first, then the newest.
select l.*, c.year, c.round, c.kind, c.frame_ore, v.title_nb, v.title_nn, v.title_en
  from api.committee_lists() as l
  join call c using (call_id)
  join scheme_version v using (version_hash)
 order by l.n_waiting = 0, l.locked_at desc;

-- name: committee_decisions
-- What the person's body has decided, the newest first.
select d.*, c.year, c.round, c.kind, v.title_nb, v.title_nn, v.title_en
  from api.committee_decisions() as d
  join call c using (call_id)
  join scheme_version v using (version_hash)
 order by d.decided_on desc, d.body_decision_id desc;

-- name: committee_evaluations
-- Published evaluations of schemes in which the person's body decides, the last published first.
select e.scheme_id, e.year, e.published_at, v.title_nb, v.title_nn, v.title_en, s.field
  from evaluation e
  join scheme s using (scheme_id)
  join scheme_version v on v.version_hash = e.data ->> 'version_hash'
 where e.scheme_id in (select api.committee_schemes())
 order by e.published_at desc, v.title_nb;

-- name: committee_pdf
-- $1 call_id, $2 batch
select x.pdf from api.committee_pdf($1, $2) as x (pdf) where x.pdf is not null;
