-- rows_written.test.sql — who may write what: moves of a case, four eyes, declarations first, rights that nobody has.
\ir fixture.sql
\ir as_app.sql
select plan(61);

-- Moves.
select is(as_app(901, $$update application set state = 'submitted', submitted_at = now(), number = '2026-99999', document = '<a/>'
	where application_id = 901$$), '1', 'an applicant sends her draft');
select is(as_app(902, $$update application set title = 'mitt' where application_id = 901$$), '0', 'another''s draft cannot be written in');
select is(as_app(901, $$update application set state = 'notified', submitted_at = now(), number = 'x', document = '<a/>'
	where application_id = 901$$), 'TS001', 'a draft cannot skip to its answer');
select is(as_app(901, $$update application set state = 'formal_check' where application_id = 902$$), 'TS001',
	'an applicant cannot make the unit''s moves');
select is(as_app(911, $$update application set state = 'withdrawn' where application_id = 902$$), 'TS001',
	'nor the unit the applicant''s');
select is(as_app(911, $$update application set state = 'formal_check' where application_id = 902$$), '1', 'the unit makes its own');
select is(as_app(913, $$update application set state = 'formal_check' where application_id = 902$$), '0', 'another unit does not');
select is(as_app(911, $$update application set state = 'decided' where application_id = 902$$), 'TS001', 'no step is skipped');
select is(as_app(901, $$update application set document = '<other/>' where application_id = 902$$), 'TS001', 'what was sent stays as it was');
select is(as_app(901, $$update application set applied_ore = 1 where application_id = 902$$), 'TS001', 'the sum applied for too');
select is(as_app(911, $$update application set unit_id = 902 where application_id = 902$$), 'TS001', 'its unit');
select is(as_app(901, $$update application set receipt_pdf = '\x01' where application_id = 902$$), 'TS001', 'and its receipt');
select is(as_app(901, $$insert into budget_line values (903, 'cost', 9, 'Mer', 1, 0)$$), '42501', 'nothing is added to another''s budget');
select is(as_app(901, $$insert into budget_line values (904, 'cost', 9, 'Mer', 1, 0)$$), '42501', 'nor to one''s own once it is being treated');
select is(as_app(901, $$insert into application_goal values (904, 'maal', 1, '')$$), '42501', 'nor to what it promises');
select is(as_app(901, $$insert into application_municipality values (904, '3401')$$), '42501', 'nor to where it reaches');
select is(as_app(901, $$delete from application where application_id = 902$$), '0', 'what was sent cannot be thrown away');
select is(as_app(901, $$delete from application where application_id = 901$$), '1', 'a draft can');
select is(as_app(901, $$insert into application (call_id, version_hash, unit_id, organisation_id, created_by)
	values (901, repeat('a', 64), 901, 901, 901)$$), '23505', 'a call has one draft an organisation (R78)');
select is(as_app(901, $$insert into application (call_id, version_hash, unit_id, organisation_id, created_by)
	values (901, repeat('a', 64), 901, 902, 901)$$), '42501', 'nobody starts for an organisation that is not theirs');
select is(as_app(902, $$insert into application (call_id, version_hash, unit_id, organisation_id, created_by, state, number,
	submitted_at, document) values (901, repeat('a', 64), 901, 902, 902, 'submitted', '2026-1', now(), '<a/>')$$), '42501',
	'nobody is born as sent');
select is(as_app(901, $$insert into draft_answer values (902, 'title', 'x', 1, 901)$$), '42501', 'a sent application takes no answers');
select is(as_app(901, $$insert into draft_answer values (901, 'purpose', 'x', 1, 901)$$), '1', 'a draft does');
select is(as_app(902, $$insert into draft_answer values (901, 'purpose', 'x', 1, 902)$$), '42501', 'not from others');
select is(as_app(911, $$insert into attachment (application_id, field, file_name, kind, media_type, size, sha256, bytes, uploaded_by)
	values (902, 'a', 'a.pdf', 'pdf', 'application/pdf', 1, repeat('c', 64), '\x01', 911)$$), '42501',
	'an officer puts no file in an applicant''s case');

create function attach(p_user bigint, p_application bigint, p_later boolean) returns text
language sql return as_app(p_user, format('insert into attachment (application_id, field, file_name, kind, media_type, size, sha256, bytes,
	uploaded_by, later) values (%s, ''a'', ''a.pdf'', ''pdf'', ''application/pdf'', 1, repeat(''c'', 64), ''\x01'', %s, %L)',
	p_application, p_user, p_later));
select is(attach(901, 902, true), '1', 'an applicant adds a file to what she sent, marked as later');
select is(attach(901, 902, false), '42501', 'never as if it had been sent with it');
select is(attach(901, 901, true), '42501', 'a draft has no later files');
select is(attach(902, 902, true), '42501', 'nobody adds to another''s case');
select is(as_app(901, $$delete from attachment where application_id = 902$$), '0', 'what followed cannot be taken back');

-- Impartiality comes first.
select is(as_app(912, $$insert into formal_check (application_id, outcome, checked_by) values (902, 'complete', 912)$$), '42501',
	'no formal check before the declaration');
select is(as_app(911, $$insert into formal_check (application_id, outcome, checked_by) values (902, 'complete', 911)$$), '1',
	'after it, there is');
select is(as_app(912, $$insert into assessment (application_id, user_id) values (902, 912)$$), '42501', 'no assessment before the declaration');
select is(as_app(912, $$insert into assessment (application_id, user_id) values (903, 912)$$), '42501', 'none with a conflict');
select is(as_app(911, $$insert into assessment (application_id, user_id) values (902, 912)$$), '42501', 'none in another''s name');
select is(as_app(921, $$update assessment set overall_reason = 'x' where assessment_id = 901$$), '0', 'another''s assessment cannot be changed');
select is(as_app(921, $$insert into assessment_mark values (901, 'nytt', 1, '')$$), '42501', 'nor get marks');
select is(as_app(912, $$insert into impartiality values (902, 911, 'conflict', 'x')$$), '42501', 'nobody declares for another');
select is(as_app(912, $$update impartiality set declared = 'impartial' where application_id = 903$$), '42501', 'a declaration stands');
select is(as_app(901, $$insert into impartiality values (902, 901, 'impartial', '')$$), '42501', 'an applicant declares nothing');

-- Four eyes.
create function decide(p_user bigint, p_application bigint, p_outcome text, p_ore bigint, p_reason text default '') returns text
language sql return format('with d as (insert into decision (application_id, outcome, awarded_ore, reason, departure_reason, decided_by,
	decided_on, registered_by) values (%s, %L, %s, %L, %L, %s, current_date, %s) returning decision_id)
	select %s from d', p_application, p_outcome, p_ore, 'Fordi', p_reason, p_user, p_user,
	case when p_ore > 0 then format('api.ledger_enter(901, ''award'', decision_id, %s, ''Tildeling'')', p_ore) else '1' end);
select is(as_app(921, decide(921, 903, 'granted', 6000000)), '1', 'the leader decides what another proposed');
select is(as_app(911, decide(911, 903, 'granted', 6000000)), 'TS003', 'who proposed does not decide');
select is(as_app(912, decide(912, 904, 'granted', 6000000)), '42501', 'an officer does not decide alone');
select is(as_app(921, decide(911, 904, 'granted', 6000000)), 'TS003', 'nor does anyone in another''s name');
select is(as_app(921, decide(921, 903, 'partly_granted', 5000000)), 'TS004', 'another sum needs a reason (R34)');
select is(as_app(921, decide(921, 903, 'partly_granted', 5000000, 'Mindre igjen')), '1', 'and is decided with one');
select is(as_app(921, decide(921, 903, 'rejected', 0, 'Nei')), '1', 'a rejection needs no money');
select is(as_app(921, decide(921, 902, 'granted', 6000000)), 'TS002', 'what was not proposed is not decided');
select is(as_app(921, $$insert into decision (application_id, outcome, awarded_ore, reason, decided_by, decided_on, registered_by)
	values (903, 'granted', 6000000, 'Fordi', 921, current_date, 921)$$), 'TS006', 'an award that is not in the ledger does not stand');
select is(as_app(921, decide(921, 903, 'granted', 6000000), true), '1', 'one is decided');
select is(as_app(921, decide(921, 903, 'granted', 6000000)), '23505', 'and not twice');
select is(as_app(921, $$update decision set awarded_ore = 1$$), '42501', 'a decision''s sum cannot be changed');
select is(as_app(921, $$update decision set state = 'notified', notified_at = now() where application_id = 903$$), 'TS001',
	'a decision is notified by its letter and not without');

-- Lists and bodies.
insert into call (call_id, scheme_id, version_hash, year, kind, opens_at, closes_at, frame_ore, answer_by, contact_name, contact_phone,
	contact_email) overriding system value
values (902, 'test-ordning', repeat('a', 64), 2027, 'fixed', '2027-01-01Z', '2027-03-01Z', 10000000, '2027-06-01', 'Oda', '6', 'o@fixture.test');
insert into recommendation_list (list_id, call_id, unit_id) overriding system value values (902, 902, 901);
insert into body_decision (body_decision_id, list_id, body_id, decided_on, meeting_case, votes_for, registered_by)
overriding system value values (901, 901, 901, '2026-05-01', 'PS 1/2026', 5, 921), (902, 902, 901, '2026-05-01', 'PS 2/2026', 5, 921);
select is(as_app(911, $$insert into recommendation (list_id, application_id, rank, outcome, proposed_ore, proposed_by)
	values (902, 902, 1, 'reject', 0, 911)$$), '42501', 'a list takes no case of another call');
select is(as_app(921, $$insert into decision (application_id, outcome, awarded_ore, reason, departure_reason, body_decision_id, decided_on,
	registered_by) values (904, 'rejected', 0, 'Nei', 'Nei', 902, '2026-05-01', 921)$$), 'TS002',
	'a body decides nothing that was not on the list it had');
select is(as_app(921, $$insert into decision (application_id, outcome, awarded_ore, reason, departure_reason, body_decision_id, decided_on,
	registered_by) values (904, 'rejected', 0, 'Nei', 'Nei', 901, '2026-05-01', 921)$$), '1', 'and what was on it, it does');

-- Rights nobody has.
select is(as_app(911, $$insert into case_event (application_id, seq, at, kind, payload_id, payload_hash, previous_hash, hash)
	values (902, 1, now(), 'sent', 1, '', '', '')$$), '42501', 'the web server writes no event by itself');
select is(as_app(901, $$update app_user set role = 'admin' where user_id = 901$$), '42501', 'nobody gives themselves a role');
select is(as_app(901, $$update app_user set lang = 'nn' where user_id = 901$$), '1', 'but a language');
select is(as_app(901, $$update app_user set lang = 'nn' where user_id = 902$$), '0', 'and only themselves');
select is(as_app(901, $$select from mail$$), '42501', 'the web server does not read the outbox');
select * from finish();
