-- before_lock.sql: municipalities' opinions and panels' advice, which some schemes want before a list is locked.

-- name: municipality_opinion_list
-- The opinions on one application.
-- $1 application_id
select o.application_id, o.municipality_code, m.name as municipality, o.given_on, o.stance, coalesce(o.rank, 0) as rank, o.opinion,
       u.name as registered_by, o.registered_at
  from municipality_opinion o join municipality m on m.code = o.municipality_code join app_user u on u.user_id = o.registered_by
 where o.application_id = $1 order by m.name;

-- name: call_opinion_list
-- The opinions on all applications of a call, without their words.
-- $1 call_id
select o.application_id, m.name as municipality, o.stance, coalesce(o.rank, 0) as rank
  from municipality_opinion o join municipality m on m.code = o.municipality_code join application a using (application_id)
 where a.call_id = $1 order by o.application_id, m.name;

-- name: municipality_opinion_put
-- Registers an opinion, or corrects the municipality's earlier one.
-- $1 application_id, $2 municipality_code, $3 given_on, $4 stance, $5 rank or null, $6 opinion, $7 now
insert into municipality_opinion (application_id, municipality_code, given_on, stance, rank, opinion, registered_by, registered_at)
values ($1, $2, $3, $4, $5, $6, api.user_id(), $7)
    on conflict (application_id, municipality_code) do update
   set given_on = excluded.given_on, stance = excluded.stance, rank = excluded.rank, opinion = excluded.opinion,
       registered_by = excluded.registered_by, registered_at = excluded.registered_at;

-- name: list_advice_list
-- The advice on a list.
-- $1 list_id
select b.code as body, a.given_on, a.advice, u.name as registered_by, a.registered_at
  from list_advice a join body b using (body_id) join app_user u on u.user_id = a.registered_by
 where a.list_id = $1 order by a.given_on, b.code;

-- name: list_advice_put
-- Registers a panel's advice, or corrects it. No row: there is no such body.
-- $1 list_id, $2 body code, $3 given_on, $4 advice, $5 now
insert into list_advice (list_id, body_id, given_on, advice, registered_by, registered_at)
select $1, b.body_id, $3, $4, api.user_id(), $5 from body b where b.code = $2
    on conflict (list_id, body_id) do update
   set given_on = excluded.given_on, advice = excluded.advice, registered_by = excluded.registered_by,
       registered_at = excluded.registered_at
returning list_id;
