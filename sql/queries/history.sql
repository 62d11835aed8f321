-- history.sql: what applicants have sent and been granted before, for rules across schemes and years.

-- name: history_list
-- Other applications of some applicants, newest years first.
-- $1 organisation_ids, $2 application_id to leave out or null
select organisation_id, application_id, number, scheme_id, title_nb, title_nn, title_en, state_aid, call_id, year, awarded_ore,
       decided_on, granted
  from api.history($1, $2);

-- name: history_of_mine
-- The same of all the person may apply for.
select organisation_id, application_id, number, scheme_id, title_nb, title_nn, title_en, state_aid, call_id, year, awarded_ore,
       decided_on, granted
  from api.history((select api.my_organisations()), null);
