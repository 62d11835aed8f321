-- reference.sql: municipalities, units and bodies, loaded from conf/.

-- name: municipality_put
-- Adds a municipality or brings it up to date; no row when nothing differs.
-- $1 code, $2 name, $3 valid_from, $4 valid_to, $5 in_county, $6 inhabitants, 0 when unknown, $7 inhabitants_on,
-- $8 across, $9 down, both -1 when it is on no map
insert into municipality as m (code, name, valid_from, valid_to, in_county, inhabitants, inhabitants_on, across, down)
values ($1, $2, $3, $4, $5, nullif($6::integer, 0), $7, nullif($8::integer, -1), nullif($9::integer, -1))
    on conflict (code) do update
   set name = excluded.name, valid_from = excluded.valid_from, valid_to = excluded.valid_to,
       in_county = excluded.in_county, inhabitants = excluded.inhabitants, inhabitants_on = excluded.inhabitants_on,
       across = excluded.across, down = excluded.down
 where (m.name, m.valid_from, m.valid_to, m.in_county, m.inhabitants, m.inhabitants_on, m.across, m.down)
       is distinct from (excluded.name, excluded.valid_from, excluded.valid_to, excluded.in_county,
                         excluded.inhabitants, excluded.inhabitants_on, excluded.across, excluded.down)
returning m.code;

-- name: unit_put
-- Adds a unit or gives it its name anew; no row when nothing differs.
-- $1 code, $2 name_nb, $3 name_nn
insert into unit as u (code, name_nb, name_nn)
values ($1, $2, $3)
    on conflict (code) do update
   set name_nb = excluded.name_nb, name_nn = excluded.name_nn
 where (u.name_nb, u.name_nn) is distinct from (excluded.name_nb, excluded.name_nn)
returning u.code;

-- name: body_put
-- Adds a body or gives it its name anew; no row when nothing differs.
-- $1 code, $2 name_nb, $3 name_nn
insert into body as b (code, name_nb, name_nn)
values ($1, $2, $3)
    on conflict (code) do update
   set name_nb = excluded.name_nb, name_nn = excluded.name_nn
 where (b.name_nb, b.name_nn) is distinct from (excluded.name_nb, excluded.name_nn)
returning b.code;

-- name: figure_put
-- Adds a figure or brings it up to date; no row when nothing differs.
-- $1 name, $2 key, $3 year, $4 value
insert into figure as f (name, key, year, value)
values ($1, $2, $3, $4)
    on conflict (name, key, year) do update set value = excluded.value where f.value <> excluded.value
returning f.name;

-- name: figures_of
-- The newest figures, not after the year, of an organisation and of its municipality; its own before its municipality's.
-- $1 organisation_id, $2 year
select distinct on (f.name) f.name, f.value::text as value
  from organisation o join figure f on f.key in (o.orgnr, o.municipality_code)
 where o.organisation_id = $1 and f.year <= $2
 order by f.name, length(f.key) desc, f.year desc;
