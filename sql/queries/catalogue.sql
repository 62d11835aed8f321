-- catalogue.sql — what everyone may know of schemes and their calls.

-- name: catalogue_list
-- Every scheme that is not ended with the call that matters most now: open before coming before closed.
-- $1 now, $2 field or '', $3 words of a search, folded; every one must be in the scheme's text
select s.scheme_id, s.field, s.status, v.version_hash, v.title_nb, v.title_nn, v.title_en, v.summary_nb, v.summary_nn, v.summary_en,
       c.call_id, c.opens_at, c.closes_at, c.kind, c.frame_ore, c.phase
  from scheme s
  join scheme_in_force f using (scheme_id)
  left join lateral (
       select o.call_id, o.version_hash, o.opens_at, o.closes_at, o.kind, o.frame_ore, p.phase
         from call o
        cross join lateral (select case when o.closes_at <= $1 then 2 when o.opens_at <= $1 then 0 else 1 end as phase) p
        where o.scheme_id = s.scheme_id and o.status = 'announced'
        order by p.phase, case p.phase when 0 then o.closes_at - $1 when 1 then o.opens_at - $1 else $1 - o.closes_at end
        limit 1) c on true
 cross join lateral (
       select w.version_hash, w.title_nb, w.title_nn, w.title_en, w.summary_nb, w.summary_nn, w.summary_en, w.search_text
         from scheme_version w
        where w.version_hash = coalesce(c.version_hash, f.version_hash)) v
 where s.status <> 'ended' and ($2::text = '' or s.field = $2)
   and not exists (select from unnest($3::text[]) word where position(word in v.search_text) = 0)
 order by c.phase nulls last, case when c.phase = 0 then c.closes_at when c.phase = 1 then c.opens_at end,
          c.closes_at desc nulls last, v.title_nb
 limit 500;

-- name: catalogue_scheme
-- One scheme with its announced calls, the one that matters most now first; one row without a call when it has none.
-- $1 scheme_id, $2 now
select s.scheme_id, s.field, s.status, coalesce(c.version_hash, f.version_hash) as version_hash,
       u.name_nb as unit_nb, u.name_nn as unit_nn,
       c.call_id, c.year, c.round, c.kind, c.opens_at, c.closes_at, c.covers_from, c.covers_to, c.frame_ore, c.answer_by,
       c.contact_name, c.contact_phone, c.contact_email, c.phase
  from scheme s
  join unit u using (unit_id)
  join scheme_in_force f using (scheme_id)
  left join lateral (
       select o.*, p.phase
         from call o
        cross join lateral (select case when o.closes_at <= $2 then 2 when o.opens_at <= $2 then 0 else 1 end as phase) p
        where o.scheme_id = s.scheme_id and o.status = 'announced'
        order by p.phase, case p.phase when 0 then o.closes_at - $2 when 1 then o.opens_at - $2 else $2 - o.closes_at end
        limit 12) c on true
 where s.scheme_id = $1
 order by c.phase nulls last, case when c.phase = 0 then c.closes_at when c.phase = 1 then c.opens_at end,
          c.closes_at desc nulls last;
