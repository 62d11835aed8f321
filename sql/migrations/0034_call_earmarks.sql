-- 0034_call_earmarks.sql: a call says how much of its own frame is kept for some; the scheme says for whom.

alter table call add column earmarks text not null default ''
	check (earmarks = '' or earmarks ~ '^[a-z][a-z0-9-]{0,39}=[0-9]{1,18}(bp)?( [a-z][a-z0-9-]{0,39}=[0-9]{1,18}(bp)?)*$');
comment on column call.earmarks is 'What this call keeps under the scheme''s earmarks instead of what the scheme says: "unge=5000bp nye=400000000", hundredths of percent of the frame or øre.';

alter table call_change drop constraint call_change_kind_check;
alter table call_change add constraint call_change_kind_check check (kind in ('announced', 'extended', 'on-hold', 'cancelled', 'used-up',
	'resumed', 'frame', 'earmarks', 'dates', 'words'));

create or replace view call_told with (security_invoker = true) as
select c.call_id, c.scheme_id as call_scheme_id, c.version_hash as call_version_hash, c.year, c.round, c.kind as call_kind, c.extra, c.opens_at, c.closes_at,
       c.main_closes_at, coalesce(c.lead_count, 0) as lead_count, coalesce(c.lead_unit, '') as lead_unit, c.covers_from, c.covers_to,
       c.frame_ore, c.conditional, c.answer_by, coalesce(c.answer_weeks, 0) as answer_weeks, c.contact_name, c.contact_phone,
       c.contact_email, c.status as call_status, c.status_on as call_status_on,
       case when c.kind <> 'fixed' then api.call_used_up_at(c.call_id) end as used_up_at,
       n.text_nb as call_title_nb, n.text_nn as call_title_nn, n.text_en as call_title_en,
       coalesce((select o.scheme_id from call o where o.call_id = c.frame_of), '') as frame_owner,
       c.frame_of is not null or exists (select from call x where x.frame_of = c.call_id) as frame_shared,
       c.earmarks as call_earmarks
  from call c
  left join call_note n on n.call_id = c.call_id and n.kind = 'title';
