-- fixture.sql — a small county: two units, the people in them, one scheme with a frame of 100 000 kr, and cases on their way.
-- Run as the owner. Ids are given, so that tests can name them.
insert into municipality values ('3401', 'Kongsvinger', '2020-01-01', null, true, 17800, '2026-01-01');
insert into unit overriding system value values (901, 'kultur-test', 'Kultur', 'Kultur'), (902, 'idrett-test', 'Idrett', 'Idrett');
insert into body overriding system value values (901, 'hovedutvalg-test', 'Hovedutvalget', 'Hovudutvalet');

insert into app_user (user_id, email, name, role, unit_id, body_id) overriding system value values
	(901, 'anne@fixture.test', 'Anne Applicant', 'applicant', null, null),
	(902, 'bjorn@fixture.test', 'Bjørn Applicant', 'applicant', null, null),
	(911, 'oda@fixture.test', 'Oda Officer', 'officer', 901, null),
	(912, 'ola@fixture.test', 'Ola Officer', 'officer', 901, null),
	(913, 'osk@fixture.test', 'Osk Officer', 'officer', 902, null),
	(921, 'liv@fixture.test', 'Liv Leader', 'leader', 901, null),
	(931, 'per@fixture.test', 'Per Politician', 'politician', null, 901),
	(941, 'ada@fixture.test', 'Ada Admin', 'admin', null, null);

insert into organisation (organisation_id, orgnr, name, kind, form, municipality_code) overriding system value values
	(901, '900000001', 'Annes kor', 'voluntary', 'FLI', '3401'),
	(902, '900000002', 'Bjørns lag', 'voluntary', 'FLI', '3401');
insert into membership (organisation_id, user_id, may_sign) values (901, 901, true), (902, 902, true);

insert into scheme values ('test-ordning', 'kultur', 901, 'active');
insert into scheme_version (version_hash, scheme_id, document, title_nb, title_nn, summary_nb, summary_nn, search_text)
values (repeat('a', 64), 'test-ordning', '<scheme/>', 'Testordning', 'Testordning', '', '', '');
insert into scheme_publication (scheme_id, number, version_hash, published_at) values ('test-ordning', 1, repeat('a', 64), now());
insert into call (call_id, scheme_id, version_hash, year, kind, opens_at, closes_at, frame_ore, answer_by, contact_name,
	contact_phone, contact_email) overriding system value
values (901, 'test-ordning', repeat('a', 64), 2026, 'fixed', '2026-01-01Z', '2026-03-01Z', 10000000, '2026-06-01', 'Oda Officer',
	'62000000', 'oda@fixture.test');
select api.ledger_enter(901, 'budget', null, 10000000, 'fixture');

insert into application (application_id, number, call_id, version_hash, unit_id, organisation_id, created_by, state, title,
	submitted_at, submitted_by, document, document_hash, applied_ore) overriding system value values
	(901, null, 901, repeat('a', 64), 901, 901, 901, 'draft', 'Annes utkast', null, null, null, null, null),
	(902, '2026-90002', 901, repeat('a', 64), 901, 901, 901, 'submitted', 'Annes søknad', '2026-02-01Z', 901, '<answers/>',
	    repeat('b', 64), 6000000),
	(903, '2026-90003', 901, repeat('a', 64), 901, 902, 902, 'recommended', 'Bjørns søknad', '2026-02-02Z', 902, '<answers/>',
	    repeat('b', 64), 6000000),
	(904, '2026-90004', 901, repeat('a', 64), 901, 901, 901, 'recommended', 'Annes andre', '2026-02-03Z', 901, '<answers/>',
	    repeat('b', 64), 6000000);
insert into draft_answer (application_id, path, value, version, user_id) values (901, 'title', 'Annes utkast', 1, 901);
insert into attachment (application_id, field, file_name, kind, media_type, size, sha256, bytes, uploaded_by) values
	(901, 'plan', 'plan.pdf', 'pdf', 'application/pdf', 3, repeat('c', 64), '\x010203', 901),
	(903, 'plan', 'plan.pdf', 'pdf', 'application/pdf', 3, repeat('c', 64), '\x010203', 902);

insert into impartiality (application_id, user_id, declared, ground)
select a, u, 'impartial', '' from unnest(array[902, 903, 904]) a, unnest(array[911, 921]) u;
insert into impartiality values (903, 912, 'conflict', 'Søsteren leder laget');

insert into formal_check (application_id, outcome, checked_by) values (903, 'complete', 911), (904, 'complete', 911);
insert into assessment (assessment_id, application_id, user_id, state, overall_reason) overriding system value values
	(901, 903, 911, 'done', 'Godt tiltak'), (902, 904, 911, 'draft', 'Ikke ferdig');
insert into assessment_mark values (901, 'kvalitet', 4, 'Godt');
insert into recommendation_list (list_id, call_id, unit_id, state, locked_by, locked_at, document_hash, pdf) overriding system value
values (901, 901, 901, 'locked', 911, '2026-04-01Z', repeat('d', 64), '\x25504446');
insert into recommendation (list_id, application_id, rank, outcome, proposed_ore, reason, proposed_by) values
	(901, 903, 1, 'grant', 6000000, 'Best', 911), (901, 904, 2, 'grant', 6000000, 'Nest best', 911);
update application set on_list_id = 901 where application_id in (903, 904);
