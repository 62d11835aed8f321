-- letter.sql — standing texts of letters, letters in a case before its decision.

-- name: letter_texts_on
-- The text of each block that letters of a day take.
-- $1 day
select letter_text_id, block, valid_from, valid_until, nb as text_nb, nn as text_nn, nullif(en, '') as text_en
  from api.letter_texts_on($1);

-- name: letter_text_history
-- Everything that was ever written for a block, what holds last first.
-- $1 block
select t.letter_text_id, t.block, t.valid_from, t.valid_until, t.nb as text_nb, t.nn as text_nn, nullif(t.en, '') as text_en,
       t.why, coalesce(u.name, '') as written_by, t.written_at
  from letter_text t left join app_user u on u.user_id = t.written_by
 where t.block = $1
 order by t.valid_from desc, (t.written_by is null), t.letter_text_id desc;

-- name: letter_texts_planned
-- Per block: when it was last written, by whom, and the day of a change that is still to come.
-- $1 today
select distinct on (t.block) t.block, t.written_at, coalesce(u.name, '') as written_by,
       (select min(p.valid_from) from letter_text p where p.block = t.block and p.valid_from > $1) as planned
  from letter_text t left join app_user u on u.user_id = t.written_by
 order by t.block, t.letter_text_id desc;

-- name: letter_text_add
-- $1 block, $2 valid_from, $3 valid_until or null, $4 nb, $5 nn, $6 en, $7 why, $8 at
insert into letter_text (block, valid_from, valid_until, nb, nn, en, why, written_by, written_at)
values ($1, $2, $3, $4, $5, $6, $7, api.user_id(), $8)
returning letter_text_id;

-- name: letter_text_import
-- A text that came with the installation, unless it stands there already.
-- $1 block, $2 valid_from, $3 valid_until or null, $4 nb, $5 nn, $6 en, $7 why, $8 at
insert into letter_text (block, valid_from, valid_until, nb, nn, en, why, written_by, written_at)
select $1, $2, $3, $4, $5, $6, $7, null, $8
 where ($4::text, $5::text, $6::text, $3::date) is distinct from (
     select (t.nb, t.nn, t.en, t.valid_until) from letter_text t
      where t.block = $1 and t.valid_from = $2 and t.written_by is null order by t.letter_text_id desc limit 1)
returning letter_text_id;

-- name: case_letter_add
-- $1 application_id, $2 kind, $3 lang, $4 due_on, $5 lacking, $6 words, $7 pdf, $8 html, $9 sha256, $10 at
insert into case_letter (application_id, kind, lang, due_on, lacking, words, pdf, html, sha256, sent_by, sent_at)
values ($1, $2, $3, $4, $5::text[], $6, $7, $8, $9, api.user_id(), $10)
returning case_letter_id;

-- name: case_letter_list
-- The letters of a case before its decision, the first sent first.
-- $1 application_id
select l.case_letter_id, l.kind, l.lang, l.due_on, array_to_string(l.lacking, E'\n') as lacking, l.words, coalesce(u.name, '') as sent_by, l.sent_at
  from case_letter l left join app_user u on u.user_id = l.sent_by
 where l.application_id = $1 order by l.case_letter_id;

-- name: case_paper_list
-- What a case's page leads to beside the decision: its letters, the first sent first, and the appeal.
-- $1 application_id
select case_letter_id, kind, due_on as day, sent_at from case_letter where application_id = $1
union all
select 0, 'appeal', received_on, registered_at from appeal where application_id = $1
order by sent_at, case_letter_id;

-- name: case_letter_get
-- $1 application_id, $2 case_letter_id, $3 whether the PDF is wanted
select l.case_letter_id, l.kind, l.lang, l.due_on, array_to_string(l.lacking, E'\n') as lacking, l.words, coalesce(u.name, '') as sent_by, l.sent_at, l.html,
       case when $3 then l.pdf end as pdf
  from case_letter l left join app_user u on u.user_id = l.sent_by
 where l.application_id = $1 and l.case_letter_id = $2;
