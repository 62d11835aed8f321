-- history.test.sql — what an applicant has sent and been granted, in every unit, told to those who need it and to nobody else.
\ir fixture.sql
\ir as_app.sql
select plan(20);

-- Another unit's scheme, where Anne was granted money last year and has applied this year.
insert into scheme values ('idrett-ordning', 'idrett', 902, 'active');
insert into scheme_version (version_hash, scheme_id, document, title_nb, title_nn, summary_nb, summary_nn, search_text)
values (repeat('f', 64), 'idrett-ordning', '<scheme xmlns="urn:tilskudd:scheme:1" id="x"><state-aid basis="de-minimis" ceiling="3000000"/></scheme>',
	'Idrettsordning', 'Idrettsordning', '', '', '');
insert into call (call_id, scheme_id, version_hash, year, kind, opens_at, closes_at, frame_ore, answer_by, contact_name,
	contact_phone, contact_email) overriding system value values
	(951, 'idrett-ordning', repeat('f', 64), 2025, 'fixed', '2025-01-01Z', '2025-03-01Z', 10000000, '2025-06-01', 'Osk', '1', 'o@f.test'),
	(952, 'idrett-ordning', repeat('f', 64), 2026, 'fixed', '2026-01-01Z', '2026-03-01Z', 10000000, '2026-06-01', 'Osk', '1', 'o@f.test');
insert into application (application_id, number, call_id, version_hash, unit_id, organisation_id, created_by, state, title,
	submitted_at, submitted_by, document, document_hash, applied_ore) overriding system value values
	(951, '2025-90051', 951, repeat('f', 64), 902, 901, 901, 'notified', 'I fjor', '2025-02-01Z', 901, '<a/>', repeat('b', 64), 3000000),
	(952, '2026-90052', 952, repeat('f', 64), 902, 901, 901, 'submitted', 'I år', '2026-02-01Z', 901, '<a/>', repeat('b', 64), 3000000),
	(953, null, 952, repeat('f', 64), 902, 901, 901, 'draft', 'Utkast', null, null, null, null, null);
alter table decision disable trigger user;
insert into decision (decision_id, application_id, outcome, awarded_ore, reason, decided_by, decided_on, registered_by, state, notified_at)
overriding system value values
	(951, 951, 'partly_granted', 2500000, 'Bra', 921, '2025-05-01', 921, 'notified', '2025-05-02Z'),
	(952, 952, 'granted', 3000000, 'Bra', 921, '2026-05-01', 921, 'decided', null);
alter table decision enable trigger user;

select is((select state_aid from scheme_version where version_hash = repeat('f', 64)), 'de-minimis', 'the basis of state aid is read out of the document');
select is((select state_aid from scheme_version where version_hash = repeat('a', 64)), '', 'most schemes have none');

select is(as_app(901, $$select from api.history(array[901], null)$$), '4', 'an applicant sees what it has sent, not its drafts');
select is(as_app(901, $$select from api.history(array[901], 902)$$), '3', 'but for the case it is about');
select is(as_app(901, $$select from api.history(array[901], null) where application_id = 951 and granted and awarded_ore = 2500000
	and year = 2025 and scheme_id = 'idrett-ordning' and state_aid = 'de-minimis' and decided_on = '2025-05-01'$$), '1', 'with what it was granted');
select is(as_app(901, $$select from api.history(array[901], null) where application_id = 952 and not granted and awarded_ore = 0 and decided_on is null$$),
	'1', 'and nothing of a decision whose letter has not gone');
select is(as_app(902, $$select from api.history(array[901], null)$$), '0', 'another organisation sees nothing of it');
select is(as_app(902, $$select from api.history(array[901, 902], null)$$), '1', 'only its own');
select is(as_app(911, $$select from api.history(array[901], 902)$$), '3', 'an officer with a case of theirs sees the other units'' too');
select is(as_app(911, $$select from api.history(array[901], 902) where application_id = 952 and granted$$), '0', 'but no decision before its letter');
select is(as_app(913, $$select from api.history(array[902], null)$$), '0', 'an officer without a case of theirs sees nothing');
select is(as_app(912, $$select from api.history(array[902], null)$$), '0', 'nor does one with a conflict in the case');
select is(as_app(931, $$select from api.history(array[901], null)$$) || as_app(941, $$select from api.history(array[901], null)$$)
	|| as_app(null, $$select from api.history(array[901], null)$$), '000', 'politicians, administrators and nobody see nothing');

-- A person who applies in her own name.
select is(as_app(901, 'select api.person_applicant()', true), '1', 'a person becomes an applicant');
select is((select count(*) from organisation o join membership m using (organisation_id) where o.kind = 'person' and m.user_id = 901
	and m.may_sign and o.orgnr is null and o.name = 'Anne Applicant'), 1::bigint, 'without a number, and signs for herself');
select is(as_app(901, 'select api.person_applicant()', true), '1', 'and once only');
select is((select count(*) from organisation where kind = 'person'), 1::bigint, 'though she asks twice');
select is(as_app(911, 'select api.person_applicant()'), '42501', 'officers apply for nothing');
select throws_ok($$insert into organisation (name, kind, form) values ('Uten nummer', 'voluntary', 'FLI')$$, '23514', null,
	'only persons are without a number');
select throws_ok($$update organisation set born = '1990-01-01' where organisation_id = 901$$, '23514', null, 'and only they are born');
select * from finish();
