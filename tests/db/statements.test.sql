-- statements.test.sql — who sees who is asked for a statement, what a link opens, and that it opens it once.
\ir fixture.sql
\ir as_app.sql
insert into statement_request (request_id, application_id, field, name, email, lang, readable, asked_by, asked_at, sent_at, expires_at)
overriding system value values
	(901, 901, 'ord', 'Rektor', 'rektor@fixture.test', 'nb', true, 901, now() - interval '1 day', now() - interval '1 day', now() + interval '9 days'),
	(902, 902, 'ord', 'Kommune', 'kommune@fixture.test', 'nn', false, 901, now() - interval '1 day', now() - interval '1 day', now() + interval '9 days');
insert into statement_link (token_hash, request_id, email, made_by, made_at) values
	(repeat('1', 64), 901, 'rektor@fixture.test', 901, now()), (repeat('2', 64), 902, 'kommune@fixture.test', 901, now());
select plan(30);

select is(as_app(901, 'select from statement_request'), '2', 'an applicant sees whom she has asked');
select is(as_app(902, 'select from statement_request'), '0', 'another applicant does not');
select is(as_app(911, 'select from statement_request'), '1', 'an officer who has declared sees it when the application is sent');
select is(as_app(912, 'select from statement_request'), '0', 'one who has not declared does not');
select is(as_app(null, 'select from statement_request'), '0', 'nobody sees none');
select is(as_app(901, 'select from statement_link'), '42501', 'links are nobody''s to read');
select is(as_app(901, $$update statement_request set email = 'x@y.no'$$), '42501', 'a request goes where it went');
select is(as_app(902, 'update statement_request set revoked_at = now()'), '0', 'another applicant takes nothing back');
select is(as_app(911, 'update statement_request set revoked_at = now()'), '0', 'nor does an officer');
select is(as_app(901, 'update statement_request set revoked_at = now()'), '2', 'the applicant does');
select is(as_app(902, $$insert into statement_request (application_id, field, name, email, lang, readable, asked_by, asked_at, sent_at, expires_at)
	values (901, 'ord', 'X', 'x@fixture.test', 'nb', true, 902, now(), now(), now() + interval '1 day')$$), '42501', 'another applicant asks nobody');

select is((select count(*) from api.statement_open(repeat('1', 64), now())), 1::bigint, 'a link opens');
select is((select count(*) from api.statement_open(repeat('3', 64), now())), 0::bigint, 'another does not');
select is((select count(*) from api.statement_open(repeat('1', 64), now() + interval '10 days')), 0::bigint, 'nor after its last day');

-- Links, as the application's person.
select set_config('app.user_id', '902', true), set_config('app.role', 'applicant', true);
select is(api.statement_link_make(901, repeat('4', 64), now(), 20, 3), false, 'another applicant makes no link');
select set_config('app.user_id', '901', true);
select is(api.statement_link_make(901, repeat('4', 64), now(), 20, 3), true, 'the applicant does');
select is((select count(*) from api.statement_open(repeat('1', 64), now())), 0::bigint, 'and the one before is worth nothing');
select is(api.statement_link_make(901, repeat('5', 64), now(), 20, 3), true, 'a third');
select is(api.statement_link_make(901, repeat('6', 64), now(), 20, 3), false, 'is the last to one address in a day');
select is(api.statement_link_make(902, repeat('6', 64), now(), 4, 3), false, 'and a person sends no more than so many');
select set_config('app.user_id', '', true), set_config('app.role', 'none', true);

select is((select application_id from api.statement_give(repeat('5', 64), now(), '{"Ord.txt","brev.pdf"}', '{document,pdf}',
	'{"text/plain; charset=utf-8","application/pdf"}', 'Ord'::bytea, '%PDF-'::bytea)), 901::bigint, 'a statement is taken');
select is((select count(*) from api.statement_give(repeat('5', 64), now(), '{"Ord.txt"}', '{document}', '{text/plain}', 'Ord'::bytea, null)),
	0::bigint, 'once');
select is((select count(*) from attachment where request_id = 901 and not later and not secret and uploaded_by is null), 2::bigint, 'as two files');
select is((select count(*) from case_event where application_id = 901), 0::bigint, 'a draft has no log');
select is((select application_id from api.statement_give(repeat('2', 64), now(), '{"Ord.txt"}', '{document}', '{text/plain}', 'Ord'::bytea, null)),
	902::bigint, 'to what is sent it comes later');
select is((select count(*) from case_event where application_id = 902 and kind = 'statement'), 1::bigint, 'and is logged');
select is(as_app(901, 'select from attachment where application_id = 902'), '0', 'what the applicant may not read is not hers to see');
select is(as_app(911, 'select from attachment where application_id = 902'), '1', 'but the officer''s');
select is(as_app(901, $$insert into attachment (application_id, field, file_name, kind, media_type, size, sha256, bytes, request_id)
	values (901, 'ord', 'a.txt', 'document', 'text/plain', 1, repeat('c', 64), 'x', 901)$$), '42501', 'nobody writes a statement for another');
select is((select count(*) from api.statement_decline(repeat('5', 64), now())), 0::bigint, 'what is given is not declined');
select * from finish();
