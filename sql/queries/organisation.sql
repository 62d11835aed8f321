-- organisation.sql — applicants and who may write for them, as the command line and the demo data keep them.

-- name: organisation_put
-- Makes an organisation or brings the one with that number up to date. No row: no such municipality.
-- $1 orgnr, $2 name, $3 kind, $4 form, $5 municipality code or null, $6 address, $7 lang, $8 in_voluntary_register,
-- $9 immigrant_organisation, $10 account_number or null, $11 demo
insert into organisation as o (orgnr, name, kind, form, municipality_code, address, lang, in_voluntary_register,
    immigrant_organisation, account_number, demo)
select $1, $2, $3, $4, m.code, $6, $7, $8, $9, $10, $11
  from (select 1) one left join municipality m on m.code = $5
 where $5::text is null or m.code is not null
    on conflict (orgnr) do update
   set name = excluded.name, kind = excluded.kind, form = excluded.form, municipality_code = excluded.municipality_code,
       address = excluded.address, lang = excluded.lang, in_voluntary_register = excluded.in_voluntary_register,
       immigrant_organisation = excluded.immigrant_organisation, account_number = excluded.account_number, demo = excluded.demo
returning o.organisation_id;

-- name: membership_put
-- Lets a person write for an organisation, or changes what they may do. No row: no such person or organisation.
-- $1 orgnr, $2 e-mail, $3 may_sign, $4 may_administer
insert into membership (organisation_id, user_id, may_sign, may_administer)
select o.organisation_id, u.user_id, $3, $4 from organisation o, app_user u where o.orgnr = $1 and u.email = $2
    on conflict (organisation_id, user_id) do update set may_sign = excluded.may_sign, may_administer = excluded.may_administer
returning user_id;

-- name: membership_remove
-- $1 orgnr, $2 e-mail
delete from membership ms using organisation o, app_user u
 where o.orgnr = $1 and u.email = $2 and ms.organisation_id = o.organisation_id and ms.user_id = u.user_id;
