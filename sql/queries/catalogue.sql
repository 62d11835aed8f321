-- catalogue.sql — what everyone may know of schemes and their calls.

-- name: catalogue_list
-- Every scheme that is not ended with the call that matters most now: open before coming or on hold before over.
-- $1 now, $2 field or '', $3 words of a search, folded; every one must be in the scheme's text
select s.scheme_id, s.field, s.status, v.version_hash, v.title_nb, v.title_nn, v.title_en, v.summary_nb, v.summary_nn, v.summary_en,
       c.*
  from scheme s
  join scheme_in_force f using (scheme_id)
  left join lateral (
       select o.*, p.phase
         from (select t.* from call_told t where t.call_scheme_id = s.scheme_id offset 0) o -- the ledger is asked once a call
        cross join lateral (select case when o.call_status = 'cancelled' or o.closes_at <= $1 or o.used_up_at <= $1 then 2
            when o.opens_at <= $1 and o.call_status <> 'on-hold' then 0 else 1 end as phase) p
        order by p.phase, case p.phase when 0 then o.closes_at - $1 when 1 then o.opens_at - $1 else $1 - o.closes_at end
        limit 1) c on true
 cross join lateral (
       select w.version_hash, w.title_nb, w.title_nn, w.title_en, w.summary_nb, w.summary_nn, w.summary_en, w.search_text
         from scheme_version w
        where w.version_hash = coalesce(c.call_version_hash, f.version_hash)) v
 where s.status not in ('ended', 'phased-out', 'merged') and ($2::text = '' or s.field = $2)
   and not exists (select from unnest($3::text[]) word where position(word in v.search_text) = 0)
 order by c.phase nulls last, case when c.phase = 0 then c.closes_at when c.phase = 1 then c.opens_at end,
          c.closes_at desc nulls last, v.title_nb
 limit 500;

-- name: catalogue_scheme
-- One scheme with its calls, the one that matters most now first; one row without a call when it has none.
-- $1 scheme_id, $2 now
select s.scheme_id, s.field, s.status, coalesce(c.call_version_hash, f.version_hash) as version_hash,
       u.name_nb as unit_nb, u.name_nn as unit_nn,
       d.cycle_years, array_to_string(d.usual_closes, ' ') as usual_closes,
       c.*
  from scheme s
  join unit u using (unit_id)
  join scheme_in_force f using (scheme_id)
  left join call_document d using (scheme_id)
  left join lateral (
       select o.*, p.phase
         from call_told o
        cross join lateral (select case when o.call_status = 'cancelled' or o.closes_at <= $2 or o.used_up_at <= $2 then 2
            when o.opens_at <= $2 and o.call_status <> 'on-hold' then 0 else 1 end as phase) p
        where o.call_scheme_id = s.scheme_id
        order by p.phase, case p.phase when 0 then o.closes_at - $2 when 1 then o.opens_at - $2 else $2 - o.closes_at end
        limit 12) c on true
 where s.scheme_id = $1
 order by c.phase nulls last, case when c.phase = 0 then c.closes_at when c.phase = 1 then c.opens_at end,
          c.closes_at desc nulls last;

-- name: catalogue_calendar
-- Calls of schemes that run, with an opening or a deadline not more than 31 days ago; not those that are cancelled or
-- on hold. $1 now, $2 field or '', $3 scheme_id or ''
select s.scheme_id, s.field, s.status, v.version_hash, v.title_nb, v.title_nn, v.title_en, v.summary_nb, v.summary_nn, v.summary_en, c.*
  from scheme s
  join call_told c on c.call_scheme_id = s.scheme_id
  join scheme_version v on v.version_hash = c.call_version_hash
 where s.status not in ('ended', 'phased-out', 'merged', 'paused') and c.call_status not in ('cancelled', 'on-hold')
   and greatest(c.opens_at, case when c.call_kind = 'fixed' then c.closes_at end, c.main_closes_at) > $1::timestamptz - interval '31 days'
   and ($2::text = '' or s.field = $2) and ($3::text = '' or s.scheme_id = $3)
 order by c.closes_at, s.scheme_id, c.call_id
 limit 1000;

-- name: call_notes
-- What a call says in words, each kind in its order.
-- $1 call_id
select call_id, kind, text_nb, text_nn, text_en, was_at, day, detail from call_note where call_id = $1 order by kind, position;

-- name: call_frame_names
-- What the others are called that give from a call's frame.
-- $1 call_id
select v.title_nb, v.title_nn, v.title_en
  from call c
  join call o on coalesce(o.frame_of, o.call_id) = coalesce(c.frame_of, c.call_id) and o.call_id <> c.call_id
  join scheme_version v on v.version_hash = o.version_hash
 where c.call_id = $1
 order by o.call_id;
