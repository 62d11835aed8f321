-- appeal.sql — appeals on decisions, and the papers that follow them.

-- name: appeal_get
-- The appeal in a case, and what the county thought of it once the papers have gone.
-- $1 application_id
select a.appeal_id, a.received_on, a.appeal_by, a.demand, coalesce(u.name, '') as registered_by, a.registered_at,
       coalesce(p.view, '') as view, coalesce(p.assessment, '') as assessment, coalesce(p.late_because, '') as late_because,
       coalesce(p.addressee, '') as addressee, coalesce(p.lang, '') as lang, coalesce(s.name, '') as sent_by, p.sent_at
  from appeal a
  left join app_user u on u.user_id = a.registered_by
  left join appeal_paper p using (appeal_id)
  left join app_user s on s.user_id = p.sent_by
 where a.application_id = $1;

-- name: appeal_add
-- $1 application_id, $2 decision_id, $3 received_on, $4 appeal_by, $5 demand, $6 at
insert into appeal (application_id, decision_id, received_on, appeal_by, demand, registered_by, registered_at)
values ($1, $2, $3, $4, $5, api.user_id(), $6);

-- name: appeal_paper_add
-- $1 appeal_id, $2 view, $3 assessment, $4 late_because, $5 addressee, $6 lang, $7 pdf, $8 html, $9 sha256, $10 at
insert into appeal_paper (appeal_id, view, assessment, late_because, addressee, lang, pdf, html, sha256, sent_by, sent_at)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, api.user_id(), $10);

-- name: appeal_paper_get
-- $1 application_id, $2 whether the PDF is wanted
select p.html, case when $2 then p.pdf end as pdf from appeal a join appeal_paper p using (appeal_id) where a.application_id = $1;
