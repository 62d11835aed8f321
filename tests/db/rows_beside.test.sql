-- rows_beside.test.sql — what lies beside a case: its log, figures, letters, appeal, money and the call's; whose it is.
\ir fixture.sql
\ir as_app.sql
select plan(68);

-- Whatever a statement forgets to ask for, the pen reaches only its own.
select is(as_app(901, 'update application set version = 1'), '3', 'an applicant writes in her organisation''s cases');
select is(as_app(902, 'update application set version = 1'), '1', 'and another in his');
select is(as_app(911, 'update application set version = 1'), '3', 'an officer in what was sent to the unit');
select is(as_app(913, 'update application set version = 1') || as_app(931, 'update application set version = 1')
	|| as_app(941, 'update application set version = 1'), '000', 'another unit, a politician and an administrator in none');
select is(as_app(902, 'delete from attachment'), '0', 'files that were sent stay');
select is(as_app(901, 'delete from attachment'), '1', 'a draft''s are its applicant''s');
select is(as_app(911, 'delete from attachment'), '0', 'and no officer''s');

-- The formal check, rule by rule.
insert into formal_check_item values (903, 'alder', true, '');
select is(as_app(911, 'select from formal_check_item'), '1', 'an officer reads how the rules were checked');
select is(as_app(912, 'select from formal_check_item') || as_app(913, 'select from formal_check_item')
	|| as_app(902, 'select from formal_check_item'), '000', 'not one with a conflict, of another unit, nor the applicant');
select is(as_app(911, $$insert into formal_check_item values (904, 'alder', true, '')$$), '1', 'who has declared checks a rule');
select is(as_app(912, $$insert into formal_check_item values (904, 'alder', true, '')$$), '42501', 'who has not, does not');

-- The words of the log.
select api.event_write(903, now(), 'recommended', '{"list": "x"}');
select is(as_app(911, 'select from event_payload'), '1', 'an officer reads the log''s words');
select is(as_app(912, 'select from event_payload') || as_app(913, 'select from event_payload') || as_app(901, 'select from event_payload')
	|| as_app(931, 'select from event_payload'), '0000', 'not with a conflict, from another unit, another applicant or a politician');

-- Figures that were kept with a case.
insert into application_figure values (902, 'innbyggere', '12'), (903, 'innbyggere', '34');
select is(as_app(911, 'select from application_figure'), '2', 'an officer reads what was reckoned with');
select is(as_app(912, 'select from application_figure where application_id = 903'), '0', 'not with a conflict in the case');
select is(as_app(912, 'select from application_figure where application_id = 902'), '1', 'in another case, yes');
select is(as_app(902, 'select from application_figure'), '1', 'an applicant reads his own');
select is(as_app(913, 'select from application_figure'), '0', 'another unit none');
select is(as_app(902, $$insert into application_figure values (902, 'x', '1')$$), '42501', 'and adds nothing to another''s');
select is(as_app(912, $$insert into application_figure values (902, 'x', '1')$$), '42501', 'nor does an officer who has not declared');
select is(as_app(912, 'delete from application_figure'), '0', 'who takes nothing away either');
select is(as_app(911, $$delete from application_figure where application_id = 902$$), '1', 'who has declared does');

-- What is kept of the frame for some.
insert into call_earmark values (901, 'unge', 1000000);
select is(as_app(911, 'select from call_earmark') || as_app(913, 'select from call_earmark') || as_app(901, 'select from call_earmark'),
	'100', 'what is kept for some is the unit''s to see');
select is(as_app(913, $$insert into call_earmark values (901, 'eldre', 1)$$), '42501', 'and to write');
delete from call_earmark;

-- Money.
select min(entry_id) as entry from ledger_entry \gset
select is(as_app(913, 'select from ledger_posting'), '0', 'another unit''s money is not shown');
select is(as_app(913, $$insert into ledger_entry (call_id, kind, reason) values (901, 'award', 'x')$$), '42501', 'nor entered');
select is(as_app(913, format('insert into ledger_posting values (%s, ''awarded'', 1)', :entry)), '42501', 'nor added to');
select is(as_app(941, $$insert into ledger_entry (call_id, kind, reason) values (901, 'budget', 'x')$$), '42501',
	'an administrator enters a frame in the transaction that approves it and in no other');

-- Calls and lists.
insert into call_change (call_id, kind, changed_at, changed_by_name) values (901, 'announced', now(), 'Oda');
select is(as_app(911, 'select from call_change') || as_app(901, 'select from call_change') || as_app(931, 'select from call_change'), '100',
	'how a call was changed is for those who work here');
select is(as_app(911, $$insert into call_change (call_id, kind, changed_at, changed_by, changed_by_name) values (901, 'extended', now(), 911, 'Oda')$$),
	'42501', 'and written with an approved proposal alone');
insert into call (call_id, scheme_id, version_hash, year, kind, opens_at, closes_at, frame_ore, answer_by, contact_name, contact_phone,
	contact_email) overriding system value
values (902, 'test-ordning', repeat('a', 64), 2027, 'fixed', '2027-01-01Z', '2027-03-01Z', 1, '2027-06-01', 'Oda', '6', 'o@fixture.test');
select is(as_app(913, 'insert into recommendation_list (call_id, unit_id) values (902, 901)'), '42501', 'another unit opens no list');
select is(as_app(911, 'insert into recommendation_list (call_id, unit_id) values (902, 901)', true), '1', 'the unit does');
select list_id as list from recommendation_list where call_id = 902 \gset
select is(as_app(913, format('insert into list_advice values (%s, 901, ''2026-02-20'', ''x'', 913, now())', :list)), '42501',
	'another unit gives a list no advice');
select is(as_app(911, format('insert into list_advice values (%s, 901, ''2026-02-20'', ''x'', 912, now())', :list)), '42501',
	'nor anyone in another''s name');

-- What a body decided.
insert into body_decision (body_decision_id, list_id, body_id, decided_on, meeting_case, votes_for, registered_by)
overriding system value values (901, 901, 901, '2026-05-01', 'PS 1/2026', 5, 921);
insert into decision (decision_id, application_id, outcome, awarded_ore, reason, departure_reason, decided_by, body_decision_id, decided_on,
	registered_by) overriding system value values
	(901, 903, 'granted', 6000000, 'Godt', '', null, 901, '2026-05-01', 921), (902, 904, 'rejected', 0, 'Nei', 'Nei', 921, null, '2026-05-01', 921);
select api.ledger_enter(901, 'award', 901, 6000000, 'fixture');
set constraints all immediate;
set constraints all deferred;
select is(as_app(911, 'select from body_decision') || as_app(913, 'select from body_decision') || as_app(902, 'select from body_decision'),
	'100', 'a meeting''s decision is the unit''s, and nobody''s news before the letter');
select is(as_app(913, $$insert into body_decision (list_id, body_id, decided_on, meeting_case, votes_for, registered_by)
	values (901, 901, '2026-05-01', 'PS 2/2026', 5, 913)$$), '42501', 'another unit registers none');
select is(as_app(911, $$insert into body_decision (list_id, body_id, decided_on, meeting_case, votes_for, registered_by)
	values (901, 901, '2026-05-01', 'PS 2/2026', 5, 921)$$), '42501', 'nor anyone in another''s name');
select is(as_app(913, 'update decision set notified_at = null') || as_app(931, 'update decision set notified_at = null')
	|| as_app(902, 'update decision set notified_at = null'), '000', 'only the unit moves its decisions');
select is(as_app(912, 'update decision set state = state where application_id = 903'), '0', 'not one with a conflict');
select is(as_app(912, 'update decision set state = state where application_id = 904'), '42501', 'nor one who has not declared');

-- Letters.
create function letter(p_user bigint, p_by bigint) returns text language sql
return as_app(p_user, format('insert into letter (application_id, decision_id, lang, pdf, sha256, sent_by, sent_at)
	values (904, 902, ''nb'', ''\x25504446'', repeat(''e'', 64), %s, now())', p_by));
select is(letter(911, 911), '1', 'who has declared sends the letter');
select is(letter(912, 912), '42501', 'who has not, does not');
select is(letter(911, 921), '42501', 'nor anyone in another''s name');
create function case_letter(p_user bigint, p_by bigint, p_application bigint) returns text language sql
return as_app(p_user, format('insert into case_letter (application_id, kind, lang, due_on, pdf, html, sha256, sent_by, sent_at)
	values (%s, ''provisional'', ''nb'', current_date + 9, ''\x25504446'', ''x'', repeat(''e'', 64), %s, now())', p_application, p_by));
select is(case_letter(911, 911, 902), '1', 'other letters too');
select is(case_letter(912, 912, 902), '42501', 'not before the declaration');
select is(case_letter(911, 921, 902), '42501', 'not in another''s name');
select is(case_letter(911, 911, 901), '42501', 'not in a draft');
insert into case_letter (application_id, kind, lang, due_on, pdf, html, sha256, sent_by, sent_at) values
	(902, 'provisional', 'nb', current_date + 9, '\x25504446', 'x', repeat('e', 64), 911, now()),
	(903, 'provisional', 'nb', current_date + 9, '\x25504446', 'x', repeat('e', 64), 911, now());
select is(as_app(911, 'select from case_letter') || as_app(912, 'select from case_letter') || as_app(913, 'select from case_letter'), '210',
	'the unit reads them, but not where there is a conflict');
select is(as_app(901, 'select from case_letter') || as_app(902, 'select from case_letter') || as_app(931, 'select from case_letter'), '110',
	'and the applicants each their own');
select is(as_app(901, $$insert into letter_text (block, valid_from, nb, nn, why, written_by) values ('access', now(), 'x', 'x', 'x', 901)$$),
	'42501', 'an applicant writes no standing texts');
select is(as_app(911, $$insert into letter_text (block, valid_from, nb, nn, why, written_by) values ('access', now(), 'x', 'x', 'x', 921)$$),
	'42501', 'nor an officer in another''s name');

-- An appeal, against what has been told.
create function appeal(p_user bigint, p_by bigint) returns text language sql
return as_app(p_user, format('insert into appeal (application_id, decision_id, received_on, appeal_by, demand, registered_by)
	values (903, 901, current_date, current_date + 9, ''Mer'', %s)', p_by));
select is(appeal(911, 911), '42501', 'what nobody has been told is not appealed');
insert into letter (application_id, decision_id, lang, pdf, sha256, sent_by, sent_at)
values (903, 901, 'nb', '\x25504446', repeat('e', 64), 921, now());
update decision set state = 'notified', notified_at = now() where decision_id = 901;
select is(as_app(902, 'select from body_decision') || as_app(901, 'select from body_decision'), '10', 'told, the meeting''s decision is the applicant''s');
select is(appeal(912, 912), '42501', 'who has a conflict registers no appeal');
select is(appeal(911, 921), '42501', 'nor anyone in another''s name');
select is(appeal(911, 911), '1', 'the unit''s officer does');
insert into appeal (appeal_id, application_id, decision_id, received_on, appeal_by, demand, registered_by) overriding system value
values (901, 903, 901, current_date, current_date + 9, 'Mer', 911);
select is(as_app(902, 'select from appeal') || as_app(901, 'select from appeal') || as_app(912, 'select from appeal')
	|| as_app(913, 'select from appeal'), '1000', 'it is read by the applicant, and by nobody outside the case');
create function papers(p_user bigint, p_by bigint) returns text language sql
return as_app(p_user, format('insert into appeal_paper (appeal_id, view, assessment, addressee, lang, pdf, html, sha256, sent_by, sent_at)
	values (901, ''uphold'', ''x'', ''Nemnda'', ''nb'', ''\x25504446'', ''x'', repeat(''e'', 64), %s, now())', p_by));
select is(papers(911, 911) || papers(912, 912) || papers(911, 921) || papers(902, 902), '1425014250142501', 'its papers are sent by who has declared, as themselves');

insert into appeal_paper (appeal_id, view, assessment, addressee, lang, pdf, html, sha256, sent_by, sent_at)
values (901, 'uphold', 'x', 'Nemnda', 'nb', '\x25504446', 'x', repeat('e', 64), 911, now());
select is(as_app(911, 'select from appeal_paper') || as_app(902, 'select from appeal_paper') || as_app(901, 'select from appeal_paper')
	|| as_app(912, 'select from appeal_paper') || as_app(913, 'select from appeal_paper'), '11000', 'and read where the appeal is');

-- Schemes: drafts and proposals.
insert into scheme_draft (draft_id, scheme_id, unit_id, document, created_by, changed_by) overriding system value
values (901, 'test-ordning', 901, '<scheme/>', 911, 911);
select is(as_app(913, $$insert into scheme_draft_step (draft_id, version, document, changed_by, changed_at, what) values (901, 2, '<scheme/>', 913, now(), '')$$), '42501',
	'another unit takes no step in a draft');
insert into scheme_draft_step (draft_id, version, document, changed_by, changed_at, what) values (901, 1, '<scheme/>', 911, now(), '');
select is(as_app(911, 'select from scheme_draft_step') || as_app(913, 'select from scheme_draft_step'), '10', 'nor sees one');
insert into scheme_proposal (proposal_id, scheme_id, unit_id, document, version_hash, why, proposed_by, proposed_at) overriding system value
values (901, 'test-ordning', 901, '<scheme/>', repeat('f', 64), 'derfor', 911, now());
create function proposal(p_user bigint, p_state text, p_by bigint) returns text language sql
return as_app(p_user, format('update scheme_proposal set state = %L, decided_by = %s, decided_at = now()', p_state, p_by));
select is(proposal(912, 'approved', 912), '0', 'an officer approves no proposal');
select is(proposal(912, 'withdrawn', 912), '0', 'nor takes back another''s');
select is(proposal(921, 'approved', 912), '42501', 'a leader approves in nobody else''s name');
select is(proposal(911, 'approved', 912), '42501', 'and who proposed only takes back');
select is(proposal(911, 'withdrawn', 911), '1', 'as she may');

-- What was changed under a draft.
insert into draft_change (application_id, publication_id, from_hash, needs_confirmation, changed_at)
select 901, publication_id, repeat('a', 64), true, now() from scheme_publication where scheme_id = 'test-ordning';
select is(as_app(901, 'select from draft_change') || as_app(902, 'select from draft_change') || as_app(911, 'select from draft_change'), '100',
	'that a draft''s rules were changed is its applicant''s to know');
select is(as_app(901, 'update draft_change set confirmed_by = 902, confirmed_at = now()'), '42501', 'and to confirm, in no other name');
select * from finish();
