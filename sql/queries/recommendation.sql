-- recommendation.sql: the ranked list of a call, from open to locked, and the decisions made on it. Who is asking, and where there is a
-- conflict, is asked once a statement and not once a row: a list may hold a thousand cases.

-- name: recommendation_list_open
-- The call's list, made when somebody first opens it; where cases are decided as they come, the next when the last is locked.
-- $1 call_id
insert into recommendation_list (call_id, unit_id, batch)
select c.call_id, s.unit_id, coalesce(max(l.batch), 0) + 1
  from call c
  join scheme s using (scheme_id)
  left join recommendation_list l using (call_id)
 where c.call_id = $1 and s.unit_id = api.unit_id()
 group by c.call_id, s.unit_id
having count(l.list_id) = 0 or (c.kind <> 'fixed' and count(*) filter (where l.state = 'open') = 0)
    on conflict do nothing;

-- name: recommendation_lists
-- The call's lists, the first first.
-- $1 call_id
select l.list_id, l.batch, l.state, l.version, l.locked_at, l.document_hash, l.spread_reason, coalesce(u.name, '') as locked_by
  from recommendation_list l left join app_user u on u.user_id = l.locked_by where l.call_id = $1 order by l.batch;

-- name: recommendation_rest
-- Whether cases of the call wait for a list.
-- $1 call_id
select exists (select from application a where a.call_id = $1 and a.on_list_id is null
    and a.state in ('submitted', 'formal_check', 'assessing', 'assessed')) as waiting;

-- name: recommendation_elsewhere
-- What other locked lists take of the call's frame, and what others that share it keep for some.
-- $1 call_id, $2 list_id or 0
select api.list_elsewhere($1, $2) as elsewhere_ore;

-- name: frame_partners
-- The calls that give from the call's frame, this one too, with what is applied for and what their locked lists take.
-- $1 call_id
select * from api.frame_partners($1);

-- name: recommendation_list_touch
-- Takes the list's next version; holds the row until the change is done.
-- $1 list_id, $2 version the person saw
update recommendation_list set version = version + 1 where list_id = $1 and version = $2 and state = 'open' returning version;

-- name: recommendation_rows
-- Every application of the call that is on its way to a decision, with its total and what is proposed.
-- The total is the mean of the finished assessments, exact in millionths and rounded once.
-- $1 call_id, $2 list_id or 0, $3 whole: every case of the call; locked: those of the list; open: those of no locked list
select a.application_id, a.number, a.state, a.title, a.applied_ore, a.costs_ore, a.submitted_at, a.late, a.lang,
       o.name as organisation, o.orgnr, o.kind, coalesce(m.name, '') as municipality,
       exists (select from impartiality i where i.application_id = a.application_id and i.user_id = (select api.user_id())
           and i.declared = 'impartial') as declared,
       (select round(avg(s.total_micro))::bigint from assessment s where s.application_id = a.application_id and s.state = 'done')
           as total_micro,
       (select string_agg(s.overall_reason, ' ' order by s.at) from assessment s
         where s.application_id = a.application_id and s.state = 'done') as overall_reason,
       (select count(*) from application_municipality am where am.application_id = a.application_id) as municipalities,
       coalesce(f.outcome, '') as formal_outcome, coalesce(f.reason, '') as formal_reason,
       r.rank, coalesce(r.outcome, '') as proposed_outcome, coalesce(r.proposed_ore, 0) as proposed_ore,
       coalesce(r.reason, '') as reason, coalesce(r.departure_reason, '') as departure_reason,
       coalesce(r.proposed_by, 0) as proposed_by,
       coalesce(d.outcome, '') as outcome, coalesce(d.awarded_ore, 0) as awarded_ore, coalesce(d.state, '') as decision_state,
       coalesce(d.decision_id, 0) as decision_id
  from application a
  join organisation o using (organisation_id)
  left join municipality m on m.code = o.municipality_code
  left join formal_check f using (application_id)
  left join recommendation r using (application_id)
  left join decision_now d using (application_id)
 where a.call_id = $1 and a.state in ('submitted', 'formal_check', 'assessing', 'assessed', 'recommended', 'decided', 'notified', 'closed')
   and ($3 = 'whole' or ($3 = 'locked' and a.on_list_id = $2) or ($3 = 'open' and a.on_list_id is null))
   and a.application_id <> all ((select api.my_conflicts())::bigint[])
 order by r.rank nulls last, a.number;

-- name: recommendation_findings
-- What rules and assessors found in each application of a call, as names and values: figures kept with it; under
-- "mark.CRITERION" how many finished assessments have a mark, their sum, the lowest and the highest; under
-- "not.CRITERION" the words of those who gave 0; under "failed.RULE" the note on a rule the formal check found not met; under
-- "years" and "first" when the applicant has applied to the scheme.
-- $1 call_id, $2 whether years are wanted
select f.application_id, f.name, f.value
  from application_figure f join application a using (application_id)
 where a.call_id = $1 and a.application_id <> all ((select api.my_conflicts())::bigint[])
union all
select s.application_id, 'mark.' || m.criterion_id, concat_ws(' ', count(*), sum(m.mark), min(m.mark), max(m.mark))
  from assessment s join assessment_mark m using (assessment_id) join application a using (application_id)
 where a.call_id = $1 and s.state = 'done' and m.mark is not null and a.application_id <> all ((select api.my_conflicts())::bigint[])
 group by s.application_id, m.criterion_id
union all
select s.application_id, 'not.' || m.criterion_id, string_agg(m.reason, ' ' order by s.at)
  from assessment s join assessment_mark m using (assessment_id) join application a using (application_id)
 where a.call_id = $1 and s.state = 'done' and m.mark = 0 and m.reason <> '' and a.application_id <> all ((select api.my_conflicts())::bigint[])
 group by s.application_id, m.criterion_id
union all
select i.application_id, 'failed.' || i.rule_id, i.note
  from formal_check_item i join application a using (application_id)
 where a.call_id = $1 and not i.passed and a.application_id <> all ((select api.my_conflicts())::bigint[])
union all
select a.application_id, y.name, case y.name when 'years' then count(distinct c2.year) else min(c2.year) end::text
  from application a
  join call c using (call_id)
  join application a2 on a2.organisation_id = a.organisation_id and a2.submitted_at <= a.submitted_at
  join call c2 on c2.call_id = a2.call_id and c2.scheme_id = c.scheme_id
 cross join (values ('years'), ('first')) as y (name)
 where $2::boolean and a.call_id = $1 and a.state <> 'draft' and a.application_id <> all ((select api.my_conflicts())::bigint[])
 group by a.application_id, y.name;

-- name: recommendation_hidden
-- How many applications of the list the person may not see; locking and printing need none.
-- $1 call_id, $2 list_id or 0, $3 whether the list is the whole call
select case when $3
    then (select count(*) from application a where a.call_id = $1 and a.state <> 'draft' and api.is_cut_off(a.application_id))
    else api.list_hidden($2) end as n;

-- name: recommendation_put
-- $1 list_id, $2 application_id, $3 rank, $4 outcome, $5 proposed_ore, $6 reason, $7 at, $8 departure_reason
insert into recommendation (list_id, application_id, rank, outcome, proposed_ore, reason, proposed_by, proposed_at, departure_reason)
values ($1, $2, $3, $4, $5, $6, api.user_id(), $7, $8)
    on conflict (list_id, application_id) do update
   set rank = excluded.rank, outcome = excluded.outcome, proposed_ore = excluded.proposed_ore, reason = excluded.reason,
       departure_reason = excluded.departure_reason,
       proposed_by = case when (recommendation.outcome, recommendation.proposed_ore, recommendation.reason,
               recommendation.departure_reason)
           is distinct from (excluded.outcome, excluded.proposed_ore, excluded.reason, excluded.departure_reason)
           then excluded.proposed_by else recommendation.proposed_by end,
       proposed_at = excluded.proposed_at;

-- name: recommendation_remove
-- What is proposed no more.
-- $1 list_id, $2 application_id
delete from recommendation where list_id = $1 and application_id = $2;

-- name: recommendation_drop_unfinished
-- Takes cases whose assessment was taken up again off a list that is being locked.
-- $1 list_id
delete from recommendation r using application a
 where r.list_id = $1 and a.application_id = r.application_id and a.state in ('submitted', 'formal_check', 'assessing');

-- name: recommendation_list_lock
-- $1 list_id, $2 version, $3 at, $4 document_hash, $5 pdf
update recommendation_list
   set state = 'locked', locked_by = api.user_id(), locked_at = $3, document_hash = $4, pdf = $5, version = version + 1
 where list_id = $1 and version = $2 and state = 'open'
returning list_id;

-- name: recommendation_lists_fit
-- Raises TS005 when the locked lists that give from the call's frame pass it together.
-- $1 call_id
select api.lists_must_fit($1);

-- name: call_earmark_put
-- What is kept of the call's frame for some, as the ledger is to hold it.
-- $1 call_id, $2 earmark_id, $3 reserved_ore
insert into call_earmark (call_id, earmark_id, reserved_ore) values ($1, $2, $3)
    on conflict (call_id, earmark_id) do update set reserved_ore = excluded.reserved_ore;

-- name: recommendation_spread_put
-- How the list was judged as a whole.
-- $1 list_id, $2 spread_reason
update recommendation_list set spread_reason = $2 where list_id = $1 and state = 'open';

-- name: recommendation_list_pdf
-- The list as printed. No row for whoever has a conflict in a case of it: what is proposed in it stands on the paper.
-- $1 list_id
select l.pdf from recommendation_list l where l.list_id = $1 and l.pdf is not null and api.list_hidden(l.list_id) = 0;

-- name: recommended_waiting
-- The unit's locked lists with what is left to decide and to send, for the leader's page.
select l.list_id, l.batch, c.call_id, c.year, c.round, c.kind, c.version_hash, v.title_nb, v.title_nn, v.title_en, l.locked_at,
       c.frame_ore,
       count(*) filter (where a.state = 'recommended') as n_waiting,
       count(*) filter (where a.state = 'decided') as n_decided,
       count(*) filter (where a.state in ('notified', 'closed')) as n_notified
  from recommendation_list l
  join call c using (call_id)
  join scheme_version v on v.version_hash = c.version_hash
  join application a on a.on_list_id = l.list_id and a.state in ('recommended', 'decided', 'notified', 'closed')
 where l.state = 'locked'
 group by c.call_id, v.version_hash, l.list_id
 order by l.locked_at desc;

-- name: recommended_undecided
-- What is proposed in each case that waits for its decision: the sum tells whose it is.
select l.list_id, c.version_hash, r.proposed_ore
  from application a
  join call c using (call_id)
  join recommendation r using (application_id)
  join recommendation_list l using (list_id)
 where a.state = 'recommended' and l.state = 'locked';

-- name: decision_add
-- One decision. The trigger refuses the person who proposed (TS003) and a departure without reason (TS004).
-- $1 application_id, $2 outcome, $3 awarded_ore, $4 reason, $5 departure_reason, $6 decided by a person, $7 body_decision_id or null,
-- $8 decided_on
insert into decision (application_id, outcome, awarded_ore, reason, departure_reason, decided_by, body_decision_id, decided_on,
    registered_by)
values ($1, $2, $3, $4, $5, case when $6 then api.user_id() end, $7, $8, api.user_id())
returning decision_id;

-- name: ledger_enter
-- $1 call_id, $2 kind, $3 decision_id or null, $4 amount_ore, $5 reason
select api.ledger_enter($1, $2, $3, $4, $5) as entry_id;

-- name: body_decision_add
-- $1 list_id, $2 body code, $3 decided_on, $4 meeting_case, $5 votes_for, $6 votes_against, $7 disqualified
insert into body_decision (list_id, body_id, decided_on, meeting_case, votes_for, votes_against, disqualified, registered_by)
select $1, b.body_id, $3, $4, $5, $6, $7, api.user_id() from body b where b.code = $2
returning body_decision_id;

-- name: decision_get
-- The decision of a case with who made it, as far as the person may see it.
-- $1 application_id
select d.decision_id, d.outcome, d.awarded_ore, d.reason, d.departure_reason, d.decided_on, d.state as decision_state, d.notified_at,
       coalesce(u.name, '') as decider, coalesce(b.name_nb, '') as body_nb, coalesce(b.name_nn, '') as body_nn,
       coalesce(b.code, '') as body_code, coalesce(bd.meeting_case, '') as meeting_case,
       coalesce(bd.votes_for, 0) as votes_for, coalesce(bd.votes_against, 0) as votes_against,
       coalesce(bd.disqualified, '') as disqualified,
       coalesce(r.proposed_ore, 0) as proposed_ore, coalesce(r.outcome, '') as proposed_outcome, coalesce(pu.name, '') as proposer
  from decision d
  left join app_user u on u.user_id = d.decided_by
  left join body_decision bd using (body_decision_id)
  left join body b on b.body_id = bd.body_id
  left join recommendation r using (application_id)
  left join app_user pu on pu.user_id = r.proposed_by
 where d.application_id = $1;

-- name: letters_waiting
-- Every decided case of a call whose letter has not gone, with the columns of application_get and of decision_get.
-- $1 call_id
select a.application_id, a.number, a.state, a.version, a.lang, a.title, a.created_at, a.submitted_at, a.late,
       a.document_hash, a.applied_ore, a.costs_ore, a.version_hash, a.due_at, a.period_start, a.period_end, false as may_sign,
       c.*,
       o.organisation_id, o.orgnr, o.name as organisation, o.kind, o.form, o.address, o.in_voluntary_register,
       o.lang as organisation_lang, coalesce(m.name, '') as municipality,
       exists (select from impartiality i where i.application_id = a.application_id and i.user_id = (select api.user_id())
           and i.declared = 'impartial') as declared,
       d.decision_id, d.outcome, d.awarded_ore, d.reason, d.departure_reason, d.decided_on, d.state as decision_state, d.notified_at,
       coalesce(u.name, '') as decider, coalesce(b.name_nb, '') as body_nb, coalesce(b.name_nn, '') as body_nn,
       coalesce(b.code, '') as body_code, coalesce(bd.meeting_case, '') as meeting_case,
       coalesce(bd.votes_for, 0) as votes_for, coalesce(bd.votes_against, 0) as votes_against,
       coalesce(bd.disqualified, '') as disqualified,
       coalesce(r.proposed_ore, 0) as proposed_ore, coalesce(r.outcome, '') as proposed_outcome, coalesce(pu.name, '') as proposer
  from application a
  join call_told c using (call_id)
  join organisation o using (organisation_id)
  left join municipality m on m.code = o.municipality_code
  join decision d using (application_id)
  left join app_user u on u.user_id = d.decided_by
  left join body_decision bd using (body_decision_id)
  left join body b on b.body_id = bd.body_id
  left join recommendation r using (application_id)
  left join app_user pu on pu.user_id = r.proposed_by
 where a.call_id = $1 and a.state = 'decided' and d.state = 'decided' and a.application_id <> all ((select api.my_conflicts())::bigint[])
 order by a.number;

-- name: decision_reasons
-- The reasons of a call's rejections and smaller sums, for holding them against each other; nothing of cases the person
-- is cut off from.
-- $1 call_id
select a.number, a.title, o.name as organisation, d.reason
  from application a join organisation o using (organisation_id) join decision d using (application_id)
 where a.call_id = $1 and d.outcome in ('rejected', 'partly_granted') and a.application_id <> all ((select api.my_conflicts())::bigint[])
 order by a.number;

-- name: body_by_code
-- $1 code
select body_id, name_nb, name_nn from body where code = $1;

-- name: letter_add
-- $1 application_id, $2 decision_id, $3 lang, $4 pdf, $5 sha256, $6 at, $7 html, $8 the same in English or null, $9 as a page
insert into letter (application_id, decision_id, lang, pdf, sha256, html, english_pdf, english_html, sent_by, sent_at)
values ($1, $2, $3, $4, $5, $7, $8, $9, api.user_id(), $6)
returning letter_id;

-- name: decision_notified
-- $1 decision_id, $2 at
update decision set state = 'notified', notified_at = $2 where decision_id = $1 and state = 'decided' returning decision_id;

-- name: letter_get
-- $1 application_id
select letter_id, lang, pdf, sha256, sent_at from letter where application_id = $1;

-- name: letter_english
-- $1 application_id
select english_pdf from letter where application_id = $1 and english_pdf is not null;

-- name: letter_page
-- The letter as a page; the PDF stays where it is.
-- $1 application_id
select l.lang, l.html, l.english_html, l.sent_at, coalesce(u.name, '') as sent_by
  from letter l left join app_user u on u.user_id = l.sent_by where l.application_id = $1;

-- name: mail_to_organisation
-- Tells everyone who writes for the applicant that something waits.
-- $1 application_id, $2 subject, $3 body
insert into mail (to_address, subject, body)
select u.email, $2, $3 from application a join membership ms using (organisation_id) join app_user u using (user_id)
 where a.application_id = $1 and u.active;
