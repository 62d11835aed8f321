-- roles.sql: for the administrator of a PostgreSQL that is not ours alone. Run once, as a superuser, in the new database:
--   createdb --encoding=UTF8 --template=template0 tilskudd
--   psql -v login=tilskudd_login -d tilskudd -f sql/roles.sql
-- TILSKUDD_DB then names that login; the program takes the role it needs right after connecting. Safe to repeat.
\set ON_ERROR_STOP on
select format('create role %I', name) from unnest(array['tilskudd_owner', 'tilskudd_app', 'tilskudd_jobs', 'tilskudd_reader']) name
 where not exists (select from pg_roles where rolname = name) \gexec
select format('create role %I login noinherit', :'login') where not exists (select from pg_roles where rolname = :'login') \gexec
grant tilskudd_owner, tilskudd_app, tilskudd_jobs to :"login";
select format('alter database %I owner to tilskudd_owner', current_database()) \gexec
select format('grant connect on database %I to %I', current_database(), :'login') \gexec
