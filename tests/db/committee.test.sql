-- committee.test.sql — which body a case belongs to, and what a politician of that body, and nobody else, may read.
\ir fixture.sql
\ir as_app.sql
select plan(17);

insert into body overriding system value values (902, 'fylkesutvalg-test', 'Fylkesutvalget', 'Fylkesutvalet');
insert into app_user (user_id, email, name, role, unit_id, body_id) overriding system value values
	(932, 'fia@fixture.test', 'Fia Politician', 'politician', null, 902), (933, 'uno@fixture.test', 'Uno Politician', 'politician', null, null),
	(934, 'gro@fixture.test', 'Gro Gone', 'politician', null, 901);
update app_user set active = false where user_id = 934;

-- The officer who locks says whose each case is; another unit can't.
select is(as_app(913, 'insert into recommendation_body values (901, 903, 901)'), '42501', 'another unit''s officer says nothing of the list');
select is(as_app(931, 'insert into recommendation_body values (901, 903, 901)'), '42501', 'nor does a politician');
select is(as_app(911, 'insert into recommendation_body values (901, 903, 901)', true), '1', 'the unit''s officer does');
select is(as_app(911, 'update recommendation_body set body_id = 902'), '42501', 'and nobody changes it afterwards');

select is(as_app(931, 'select from api.committee_lists() where call_id = 901 and n_cases = 1 and n_waiting = 1 and proposed_ore = 6000000'), '1',
	'the body''s politician sees its one case of the two, waiting');
select is(as_app(931, 'select from api.committee_pdf(901, 1) as x (pdf) where x.pdf is not null'), '1', 'and reads the list');
select is(as_app(931, 'select from recommendation_list'), '0', 'through the function alone');
select is(as_app(931, 'select from recommendation_body'), '0', 'which says what she needs');
select is(as_app(932, 'select from api.committee_lists()') || as_app(932, 'select from api.committee_pdf(901, 1) as x (pdf) where x.pdf is not null'), '00',
	'another body''s politician has nothing of it');
select is(as_app(933, 'select from api.committee_lists()') || as_app(934, 'select from api.committee_lists()') || as_app(921, 'select from api.committee_lists()')
	|| as_app(null, 'select from api.committee_lists()'), '0000', 'nor has one without a body, one who has left, a leader, or nobody');

-- A list that is open again for work is nobody's paper.
update recommendation_list set state = 'open', locked_at = null, locked_by = null where list_id = 901;
select is(as_app(931, 'select from api.committee_lists()') || as_app(931, 'select from api.committee_pdf(901, 1) as x (pdf) where x.pdf is not null'), '00',
	'an open list is not shown');
select throws_ok($$update recommendation_list set state = 'locked', locked_at = now(), locked_by = 911 where list_id = 901;
	set constraints locked_lists_fit immediate$$, 'TS005', null, 'and is not locked with more than the frame');
update recommendation set proposed_ore = 4000000 where application_id = 904;
update recommendation_list set state = 'locked', locked_at = now(), locked_by = 911 where list_id = 901;

-- Decided: the list waits no more, the decision stands with its sum.
insert into body_decision (body_decision_id, list_id, body_id, decided_on, meeting_case, votes_for, votes_against, registered_by)
overriding system value values (901, 901, 901, '2026-05-01', 'PS 7/2026', 9, 2, 921);
insert into decision (decision_id, application_id, outcome, awarded_ore, reason, body_decision_id, decided_on, registered_by)
overriding system value values (901, 903, 'granted', 6000000, 'Best', 901, '2026-05-01', 921);
select api.ledger_enter(901, 'award', 901, 6000000, 'fixture');
update application set state = 'decided' where application_id = 903;
set constraints all immediate;
set constraints all deferred;
select is(as_app(931, 'select from api.committee_lists() where n_waiting = 0'), '1', 'a list whose cases are decided waits no more');
select is(as_app(931, 'select from api.committee_decisions() where n_cases = 1 and n_grants = 1 and awarded_ore = 6000000 and votes_for = 9'), '1',
	'the body''s decision is told with its sum');
select is(as_app(932, 'select from api.committee_decisions()'), '0', 'to its own politicians');
select is(as_app(931, $$select from api.committee_schemes() s where s = 'test-ordning'$$), '1', 'the scheme is one of the body''s');
select is(as_app(932, 'select from api.committee_schemes()'), '0', 'and not another body''s');
select * from finish();
