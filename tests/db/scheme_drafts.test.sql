-- scheme_drafts.test.sql — who sees and writes drafts of schemes and proposals, and that history is only added to.
\ir fixture.sql
select plan(13);
create function pg_temp.be(p_user bigint, p_role text, p_unit bigint) returns void language sql as $$
	select set_config('app.user_id', p_user::text, true), set_config('app.role', p_role, true), set_config('app.unit_id', coalesce(p_unit::text, ''), true);
$$;
grant execute on function pg_temp.be(bigint, text, bigint) to tilskudd_app;
set local role tilskudd_app;

select pg_temp.be(911, 'officer', 901);
select lives_ok($$ insert into scheme_draft (scheme_id, unit_id, document, created_by, changed_by) values ('test-ordning', 901, '<scheme/>', 911, 911) $$,
	'an officer drafts a scheme of the unit');
select throws_ok($$ insert into scheme_draft (scheme_id, unit_id, document, created_by, changed_by) values ('ny-ordning', 902, '<scheme/>', 911, 911) $$,
	'42501', null, 'but not of another unit');
select throws_ok($$ insert into scheme_draft (scheme_id, unit_id, document, created_by, changed_by) values ('test-ordning', 901, '<scheme/>', 911, 911) $$,
	'23505', null, 'one draft at a time for each scheme');
select lives_ok($$ insert into scheme_proposal (scheme_id, unit_id, document, version_hash, why, proposed_by, proposed_at)
	values ('test-ordning', 901, '<scheme/>', repeat('f', 64), 'derfor', 911, now()) $$, 'and proposes it');
select throws_ok($$ insert into scheme_proposal (scheme_id, unit_id, document, version_hash, why, proposed_by, proposed_at)
	values ('ny-ordning', 901, '<scheme/>', repeat('f', 64), 'derfor', 912, now()) $$, '42501', null, 'in nobody else''s name');
select throws_ok($$ update scheme_proposal set state = 'approved', decided_by = 911, decided_at = now() $$, '23514', null,
	'whoever proposed does not approve');
select throws_ok($$ update scheme_proposal set document = '<other/>' $$, '42501', null, 'nor change what was proposed');

select pg_temp.be(913, 'officer', 902);
select is((select count(*) from scheme_draft)::int, 0, 'another unit sees no draft');
select is((select count(*) from scheme_proposal)::int, 0, 'and no proposal');
select pg_temp.be(901, 'applicant', null);
select is((select count(*) from scheme_draft)::int + (select count(*) from scheme_proposal)::int, 0, 'an applicant neither');
select throws_ok($$ insert into scheme_publication (scheme_id, number, version_hash, published_at) values ('test-ordning', 2, repeat('a', 64), now()) $$,
	'42501', null, 'nobody brings a version into force but through an approved proposal');
reset role;
select throws_ok($$ update scheme_publication set published_at = now() $$, 'TS001', null, 'what was published stays');
select throws_ok($$ delete from scheme_version $$, 'TS001', null, 'and so does what it says');
select * from finish();
