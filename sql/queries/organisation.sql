-- organisation.sql: applicants as registers and the command line bring them.

-- name: organisation_put
-- Adds an organisation or brings what is known of it up to date.
-- $1 orgnr, $2 name, $3 kind, $4 form, $5 municipality_code or null, $6 address, $7 lang, $8 in_voluntary_register,
-- $9 immigrant_organisation, $10 account_number or null, $11 demo
insert into organisation (orgnr, name, kind, form, municipality_code, address, lang, in_voluntary_register, immigrant_organisation,
    account_number, demo)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
    on conflict (orgnr) do update
   set name = excluded.name, kind = excluded.kind, form = excluded.form, municipality_code = excluded.municipality_code,
       address = excluded.address, lang = excluded.lang, in_voluntary_register = excluded.in_voluntary_register,
       immigrant_organisation = excluded.immigrant_organisation, account_number = excluded.account_number,
       demo = excluded.demo
returning organisation_id;

-- name: person_applicant
-- The applicant that stands for the person who asks, made when there is none.
select api.person_applicant() as organisation_id;
