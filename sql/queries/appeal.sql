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

-- name: decision_change_get
-- What a decision was changed to after the appeal in a case, and its letter.
-- $1 application_id, $2 whether the PDFs are wanted
select c.outcome, c.awarded_ore, c.decided_on, c.final, c.lang, c.html, c.english_html, c.sent_at, coalesce(s.name, '') as sent_by,
       coalesce(u.name, '') as decider, coalesce(b.name_nb, '') as body_nb, coalesce(b.name_nn, '') as body_nn,
       case when $2 then c.pdf end as pdf, case when $2 then c.english_pdf end as english_pdf
  from decision_change c
  left join app_user u on u.user_id = c.decided_by
  left join app_user s on s.user_id = c.sent_by
  left join body b on b.body_id = c.body_id
 where c.application_id = $1;

-- name: decision_change_add
-- $1 appeal_id, $2 outcome, $3 awarded_ore, $4 reason, $5 the body's code, "" when the person decides, $6 final, $7 decided_on,
-- $8 meeting_case, $9 votes_for, $10 votes_against, $11 lang, $12 pdf, $13 html, $14 sha256, $15 english_pdf or null, $16 english_html, $17 at
insert into decision_change (appeal_id, decision_id, application_id, outcome, awarded_ore, reason, decided_by, body_id, final,
    decided_on, meeting_case, votes_for, votes_against, lang, pdf, html, sha256, english_pdf, english_html, sent_by, sent_at)
select x.appeal_id, x.decision_id, x.application_id, $2, $3, $4, case when $5 = '' then api.user_id() end,
       (select body_id from body where code = nullif($5, '')), $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, api.user_id(), $17
  from appeal x where x.appeal_id = $1
returning decision_id;

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
