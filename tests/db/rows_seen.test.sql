-- rows_seen.test.sql — who sees which rows: drafts, conflicts, decisions before and after the letter.
\ir fixture.sql
\ir as_app.sql
insert into budget_line values (903, 'cost', 1, 'Leie', 100, 0);
insert into application_municipality values (903, '3401');
insert into application_goal values (903, 'maal', 10, '');
select plan(51);

-- Drafts are their people's alone (R13).
select is(as_app(901, 'select from application where application_id = 901'), '1', 'an applicant sees her own draft');
select is(as_app(902, 'select from application where application_id = 901'), '0', 'another applicant does not');
select is(as_app(911, 'select from application where application_id = 901'), '0', 'nor does an officer of the unit');
select is(as_app(921, 'select from application where application_id = 901'), '0', 'nor its leader');
select is(as_app(931, 'select from application'), '0', 'a politician sees no applications');
select is(as_app(941, 'select from application'), '0', 'an administrator sees no applications');
select is(as_app(null, 'select from application'), '0', 'nobody sees none');
select is(as_app(901, 'select from application', false, 'tilskudd_reader'), '42501', 'the role for statistics may not read applications');
select is(as_app(901, 'select from draft_answer'), '1', 'an applicant reads her draft''s answers');
select is(as_app(911, 'select from draft_answer'), '0', 'an officer reads no draft''s answers');
select is(as_app(901, 'select from attachment where application_id = 901'), '1', 'an applicant reads her draft''s files');
select is(as_app(911, 'select from attachment where application_id = 901'), '0', 'an officer reads no draft''s files');
select is(as_app(null, 'select from application', false, 'tilskudd_jobs'), '4', 'the job runner sees every case');

-- Units.
select is(as_app(911, 'select from application'), '3', 'an officer sees what was sent to her unit');
select is(as_app(913, 'select from application'), '0', 'an officer of another unit does not');
select is(as_app(901, 'select from application'), '3', 'an applicant sees her organisation''s cases');
select is(as_app(913, 'select from ledger_entry'), '0', 'another unit''s money is not shown');
select is(as_app(911, 'select from ledger_posting'), '2', 'an officer sees her unit''s money');
select is(as_app(901, 'select from ledger_entry'), '0', 'an applicant sees no ledger');

-- A conflict cuts off (R24); the papers of the case itself stay open.
select is(as_app(912, 'select from application where application_id = 903'), '1', 'who has a conflict sees that the case exists');
select is(as_app(912, 'select from attachment where application_id = 903'), '0', 'but not its files');
select is(as_app(912, 'select from assessment where application_id = 903'), '0', 'nor its assessment');
select is(as_app(912, 'select from assessment_mark'), '0', 'nor its marks');
select is(as_app(912, 'select from formal_check where application_id = 903'), '0', 'nor its formal check');
select is(as_app(912, 'select from recommendation where application_id = 903'), '0', 'nor what is proposed');
select is(as_app(912, 'select from budget_line where application_id = 903'), '0', 'nor its budget');
select is(as_app(912, 'select from application_municipality where application_id = 903'), '0', 'nor where it reaches');
select is(as_app(912, 'select from application_goal where application_id = 903'), '0', 'nor what it promises');
select is(as_app(912, 'select from recommendation where application_id = 904'), '1', 'other cases are as open as before');
select is(as_app(911, 'select from impartiality'), '3', 'an officer reads her own declarations');
select is(as_app(921, $$select from impartiality where user_id = 912$$), '1', 'the leader reads who has a conflict');
select is(as_app(901, 'select from impartiality'), '0', 'an applicant reads none');
select is(as_app(912, $$select from assessment where application_id = 904$$), '0', 'a colleague''s unfinished assessment is nobody else''s');
select is(as_app(911, $$select from assessment where application_id = 904$$), '1', 'and her own');
select is(as_app(902, 'select from recommendation'), '0', 'an applicant sees no recommendation');

-- Nothing in a case before the declaration (R24).
select is(as_app(911, 'select from attachment where application_id = 903'), '1', 'who has declared to be impartial opens its files');
select is(as_app(912, 'select from attachment where application_id = 902'), '0', 'who has declared nothing does not');
insert into impartiality values (902, 912, 'conflict', 'Nabo');
select is(as_app(921, 'select from impartiality where application_id = 902'), '3', 'the leader reads the grounds in a case');
update impartiality set declared = 'conflict', ground = 'Bror' where application_id = 902 and user_id = 921;
select is(as_app(921, 'select from impartiality where application_id = 902'), '1', 'not with a conflict in it');
select is(as_app(921, 'select from impartiality where application_id = 902 and user_id = 921'), '1', 'her own apart');

-- A decision is nobody's news before the letter.
insert into decision (decision_id, application_id, outcome, awarded_ore, reason, decided_by, decided_on, registered_by)
overriding system value values (901, 903, 'granted', 6000000, 'Godt', 921, '2026-05-01', 921);
select api.ledger_enter(901, 'award', 901, 6000000, 'fixture');
set constraints all immediate;
set constraints all deferred;
select is(as_app(902, 'select from decision'), '0', 'an applicant does not see a decision before its letter');
select is(as_app(911, 'select from decision'), '1', 'the unit sees it');
select is(as_app(912, 'select from decision'), '0', 'but not whoever has a conflict');
select is(as_app(902, 'select from letter'), '0', 'there is no letter yet');
insert into letter (application_id, decision_id, lang, pdf, sha256, sent_by, sent_at)
values (903, 901, 'nb', '\x25504446', repeat('e', 64), 921, now());
select is(as_app(902, 'select from letter'), '0', 'a letter does not show before the decision is notified');
update decision set state = 'notified', notified_at = now() where decision_id = 901;
select is(as_app(902, 'select from decision'), '1', 'then the decision shows');
select is(as_app(902, 'select from letter'), '1', 'and the letter');
select is(as_app(901, 'select from decision'), '0', 'to nobody else');
select is(as_app(931, 'select from letter'), '0', 'not even to a politician');

-- Accounts.
select is(as_app(911, 'select password_hash from app_user'), '42501', 'the web server reads no password hash');
select is(as_app(911, 'select from password_reset'), '42501', 'nor reset links');
select * from finish();
