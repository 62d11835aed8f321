-- schema.test.sql — what holds for every table, whoever adds the next one.
select plan(7);

select is_empty(
	$$ select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
	    where n.nspname in ('public', 'api') and c.relkind in ('r', 'v', 'm', 'p') and obj_description(c.oid, 'pg_class') is null
	      and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e') $$,
	'every table and view has a comment');

select is_empty(
	$$ select p.proname from pg_proc p join pg_namespace n on n.oid = p.pronamespace
	    where n.nspname = 'api' and obj_description(p.oid, 'pg_proc') is null $$,
	'every function of ours has a comment');

select is_empty(
	$$ select c.relname || '.' || a.attname from pg_attribute a join pg_class c on c.oid = a.attrelid
	     join pg_namespace n on n.oid = c.relnamespace
	    where n.nspname = 'public' and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped
	      and a.attname like '%\_ore' and a.atttypid <> 'bigint'::regtype $$,
	'sums are bigint øre');

select is_empty(
	$$ select c.relname || '.' || a.attname from pg_attribute a join pg_class c on c.oid = a.attrelid
	     join pg_namespace n on n.oid = c.relnamespace
	    where n.nspname = 'public' and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped
	      and (a.attname like '%\_at' and a.atttypid <> 'timestamptz'::regtype
	        or a.attname like '%\_on' and a.atttypid <> 'date'::regtype
	        or a.atttypid = 'timestamp'::regtype) $$,
	'instants are timestamptz and days are date, by their names');

select is_empty(
	$$ select k.conrelid::regclass || '.' || a.attname
	     from pg_constraint k join pg_attribute a on a.attrelid = k.conrelid and a.attnum = k.conkey[1]
	    where k.contype = 'f' and k.connamespace = 'public'::regnamespace
	      and k.conrelid::regclass::text in ('application', 'draft_answer', 'attachment', 'assessment', 'decision', 'letter', 'case_event')
	      and not exists (select from pg_index i where i.indrelid = k.conrelid and i.indkey[0] = k.conkey[1])
	      and a.attname in ('application_id', 'call_id') $$,
	'what hangs on an application or a call is found by an index');

set local role tilskudd_app;
select throws_ok('create table public.mine (x integer)', '42501', null, 'the web server''s role makes no tables');
select throws_ok('delete from case_event', '42501', null, 'nor does it take events out of a case''s log');
reset role;

select * from finish();
