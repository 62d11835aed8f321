-- before_lock.test.sql — municipalities' opinions and panels' advice: whose to register, and fixed once the list is locked.
\ir fixture.sql
\ir as_app.sql
select plan(10);

-- An application that is on no list yet, and an open list.
insert into call (call_id, scheme_id, version_hash, year, kind, opens_at, closes_at, frame_ore, answer_by, contact_name,
	contact_phone, contact_email) overriding system value
values (961, 'test-ordning', repeat('a', 64), 2027, 'fixed', '2027-01-01Z', '2027-03-01Z', 1, '2027-06-01', 'Oda', '1', 'o@f.test');
insert into recommendation_list (list_id, call_id, unit_id) overriding system value values (961, 961, 901);

select is(as_app(912, $$insert into municipality_opinion values (902, '3401', '2026-02-20', 'for', 1, 'x', 912, now())$$), '42501',
	'an officer who has not declared registers nothing');
select is(as_app(911, $$insert into municipality_opinion values (902, '3401', '2026-02-20', 'for', 1, 'Kommunen støtter det.', 911, now())$$, true),
	'1', 'the unit''s officer registers an opinion');
select is(as_app(913, $$insert into municipality_opinion values (902, '3401', '2026-02-20', 'for', 1, 'x', 913, now())$$), '42501',
	'another unit''s officer does not');
select is(as_app(912, $$select from municipality_opinion$$), '1', 'colleagues read it');
select is(as_app(901, $$select from municipality_opinion$$), '0', 'the applicant does not, before the decision');
select is(as_app(911, $$insert into municipality_opinion values (903, '3401', '2026-02-20', 'for', 1, 'For sent.', 911, now())$$), 'TS001',
	'an opinion on a case of a locked list comes too late');
select is(as_app(911, $$insert into list_advice values (961, 901, '2026-02-20', 'Rådet er enig.', 911, now())$$, true), '1',
	'a panel''s advice is registered on an open list');
select is(as_app(911, $$insert into list_advice values (901, 901, '2026-02-20', 'For sent.', 911, now())$$) in ('TS001', '42501'), true,
	'not on a locked one');
select is(as_app(913, $$select from list_advice$$), '0', 'another unit does not read it');
update recommendation_list set state = 'locked', locked_at = now(), locked_by = 911 where list_id = 961;
select is(as_app(911, $$delete from list_advice where list_id = 961$$), 'TS001', 'and what was locked stands on it');
select * from finish();
