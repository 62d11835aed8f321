-- rights.test.sql — what holds for every table and function in the way of rights, whoever adds the next one.
select plan(9);

select is_empty($$ select p.oid::regprocedure from pg_proc p where p.pronamespace = 'api'::regnamespace
	and has_function_privilege('public', p.oid, 'execute') $$, 'no function is everybody''s');
select is_empty($$ select p.oid::regprocedure from pg_proc p where p.pronamespace = 'api'::regnamespace and p.prosecdef
	and not exists (select from unnest(p.proconfig) c where c like 'search\_path=%pg\_temp') $$,
	'functions with their owner''s rights look names up in fixed places');
select is_empty($$ select p.oid::regprocedure from pg_proc p join pg_language l on l.oid = p.prolang
	where p.pronamespace = 'api'::regnamespace and l.lanname = 'plpgsql' and p.proconfig is null $$, 'and so do those in plpgsql');
select is_empty($$ select c.relname from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
	and not c.relrowsecurity and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'application_id') $$,
	'every table about an application has row-level security');
select is_empty($$ select c.relname from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relrowsecurity
	and not exists (select from pg_policy p where p.polrelid = c.oid and 'tilskudd_jobs'::regrole = any (p.polroles)) $$,
	'and lets the job runner work');
select is_empty($$ select c.relname from pg_class c where c.relnamespace in ('public'::regnamespace, 'api'::regnamespace)
	and c.relkind in ('r', 'v') and (select bool_or(a.grantee = 0) from aclexplode(c.relacl) a)
	and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e') $$,
	'no table is everybody''s');
select is_empty($$ select c.relname, p.polname from pg_policy p join pg_class c on c.oid = p.polrelid where 0 = any (p.polroles) $$,
	'no policy is everybody''s');
select is_empty($$ select grantee, table_name, privilege_type from information_schema.role_table_grants
	where grantee in ('tilskudd_app', 'tilskudd_jobs', 'tilskudd_reader') and privilege_type in ('TRUNCATE', 'TRIGGER', 'REFERENCES') $$,
	'the program''s roles neither empty tables nor hang triggers on them');
select is_empty($$ select c.relname || '.' || a.attname from pg_attribute a join pg_class c on c.oid = a.attrelid
	where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped
	and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e')
	and col_description(c.oid, a.attnum) is null
	and not exists (select from pg_constraint k where k.conrelid = c.oid and k.contype = 'f' and a.attnum = any (k.conkey))
	and not exists (select from pg_constraint k where k.conrelid = c.oid and k.contype = 'p' and k.conkey = array[a.attnum])
	and a.attname not in ('at', 'name', 'name_nb', 'name_nn', 'title', 'title_nb', 'title_nn', 'summary_nb', 'summary_nn', 'email', 'phone',
	    'address', 'reason', 'note', 'lang', 'pdf', 'bytes', 'media_type', 'sha256', 'year', 'value', 'mark', 'item', 'side', 'form', 'kind',
	    'subject', 'body', 'to_address', 'overall_reason', 'votes_for', 'votes_against', 'contact_name', 'contact_phone', 'contact_email',
	    'valid_from', 'inhabitants_on', 'from_state', 'to_state', 'passed', 'account', 'declared', 'outcome', 'proposed_ore',
	    'awarded_ore', 'applied_ore', 'period_start', 'period_end', 'number', 'integration', 'status', 'state')
	and a.attname not like '%\_at' and a.attname not like '%\_by' and a.attname not like '%\_on' $$,
	'a column whose name does not say it all has a comment');
select * from finish();
