-- kept.test.sql — what was done stays as it was done: whoever tries, the database's owner too.
\ir fixture.sql
select plan(44);

-- As the owner: what row-level security lets nobody do is refused even where it does not reach.
create function refusal(p_sql text) returns text language plpgsql as $$
begin
	execute p_sql;
	set constraints all immediate;
	set constraints all deferred;
	raise exception '' using errcode = 'UNDO0';
exception when others then
	return case sqlstate when 'UNDO0' then 'done' else sqlstate end;
end $$;

-- A row of each kind.
select api.event_write(902, now(), 'sent', '{}') is not null as written \gset
insert into decision (decision_id, application_id, outcome, awarded_ore, reason, decided_by, decided_on, registered_by)
overriding system value values (901, 903, 'granted', 6000000, 'Godt', 921, '2026-05-01', 921);
select api.ledger_enter(901, 'award', 901, 6000000, 'fixture') as award \gset
set constraints all immediate;
set constraints all deferred;
insert into letter (application_id, decision_id, lang, pdf, sha256, sent_by, sent_at)
values (903, 901, 'nb', '\x25504446', repeat('e', 64), 921, now());
update decision set state = 'notified', notified_at = now() where decision_id = 901;
insert into appeal (appeal_id, application_id, decision_id, received_on, appeal_by, demand, registered_by) overriding system value
values (901, 903, 901, '2026-06-02', '2026-06-01', 'Mer', 911);
create function papers(p_view text, p_late text) returns text language sql return format('insert into appeal_paper (appeal_id, view, assessment,
	late_because, addressee, lang, pdf, html, sha256, sent_by, sent_at) values (901, %L, ''x'', %L, ''Nemnda'', ''nb'', ''\x25504446'', ''x'',
	repeat(''e'', 64), 911, now())', p_view, p_late);
select is(refusal(papers('uphold', '')), 'TS001', 'an appeal that came a day late is not handled without a reason');
select is(refusal(papers('dismiss', '')), 'done', 'it is dismissed');
select is(refusal(papers('change', 'Brevet kom sent fram')), 'done', 'or handled with one');
insert into appeal_paper (appeal_id, view, assessment, addressee, lang, pdf, html, sha256, sent_by, sent_at)
values (901, 'dismiss', 'x', 'Nemnda', 'nb', '\x25504446', 'x', repeat('e', 64), 911, now());
insert into case_letter (application_id, kind, lang, due_on, pdf, html, sha256, sent_by, sent_at)
values (902, 'provisional', 'nb', current_date + 9, '\x25504446', 'x', repeat('e', 64), 911, now());
insert into letter_text (block, valid_from, nb, nn, why) values ('access', current_date, 'x', 'x', 'x');
insert into call_change (call_id, kind, changed_at, changed_by_name) values (901, 'announced', now(), 'Oda');
insert into evaluation (scheme_id, year, figures_at, data, pdf, sha256) values ('test-ordning', 2026, now(), '{}', '\x25', 'x');
insert into scheme_draft (draft_id, scheme_id, unit_id, document, created_by, changed_by) overriding system value
values (901, 'test-ordning', 901, '<scheme/>', 911, 911);
insert into scheme_draft_step (draft_id, version, document, changed_by, changed_at, what) values (901, 1, '<scheme/>', 911, now(), '');
insert into scheme_proposal (proposal_id, scheme_id, unit_id, document, version_hash, why, proposed_by, proposed_at) overriding system value
values (901, 'test-ordning', 901, '<scheme/>', repeat('f', 64), 'derfor', 911, now());

-- Nothing that was recorded is changed or taken out.
select is(refusal(format('update %I set %2$I = %2$I', name, part)), 'TS001', name || ' is not changed')
  from (values ('case_event', 'kind'), ('ledger_entry', 'reason'), ('ledger_posting', 'account'), ('call_change', 'kind'),
	('case_letter', 'words'), ('letter_text', 'why'), ('appeal', 'demand'), ('appeal_paper', 'view'), ('evaluation', 'year'),
	('scheme_publication', 'number'), ('scheme_draft_step', 'what')) kept (name, part);
select is(refusal(format('delete from %I', name)), 'TS001', 'nor is anything taken out of ' || name)
  from unnest(array['case_event', 'ledger_posting', 'call_change', 'case_letter', 'letter_text', 'appeal_paper',
	'evaluation', 'scheme_publication', 'scheme_draft_step', 'scheme_proposal']) name;
select is_empty($$ select distinct k.tgrelid::regclass from pg_trigger k
	where k.tgfoid = 'api.event_immutable'::regproc and k.tgtype & 16 = 16 and k.tgqual is null
	  and not exists (select from pg_trigger t where t.tgrelid = k.tgrelid and t.tgfoid = k.tgfoid and t.tgtype & 32 = 32) $$,
	'what is not changed is not emptied either');
select bag_has($$ select tgrelid::regclass::text from pg_trigger where tgfoid = 'api.event_immutable'::regproc and tgtype & 32 = 32 $$,
	$$ values ('case_event'), ('ledger_entry'), ('ledger_posting'), ('call_change'), ('case_letter'), ('letter_text'), ('appeal'),
	('appeal_paper'), ('evaluation'), ('scheme_publication'), ('scheme_draft_step'), ('scheme_proposal') $$, 'none of these');

-- Decisions.
select is(refusal('update decision set awarded_ore = 1'), 'TS001', 'what was decided stays');
select is(refusal('update decision set state = ''decided'', notified_at = null'), 'TS001', 'and what was told is told');
select is(refusal('update decision set notified_at = now() - interval ''1 day'''), 'TS001', 'when it was');
select is(refusal('update application set due_at = now() where application_id = 902'), 'TS001', 'what was sent keeps its deadline');

-- Money: whole entries alone.
select is(refusal('insert into ledger_entry (call_id, kind, reason) values (901, ''award'', ''x'')'), 'TS006', 'an entry that moves nothing is none');
select is(refusal(format('insert into ledger_posting values (%s, ''county'', 5)', :award)), 'TS006', 'nor is one added to afterwards');

-- What is kept of the frame for some is not given to others: 100 000 kr less 60 000 kr awarded.
insert into call_earmark values (901, 'unge', 4000000);
create function give(p_ore bigint) returns text language sql return format('with d as (insert into decision (decision_id, application_id, outcome,
	awarded_ore, reason, departure_reason, decided_by, decided_on, registered_by) overriding system value
	values (902, 904, ''partly_granted'', %s, ''x'', ''x'', 921, ''2026-05-01'', 921) returning decision_id)
	select api.ledger_enter(901, ''award'', decision_id, %s, ''x'') from d', p_ore, p_ore);
select is(refusal(give(1)), 'TS005', 'not one øre of what is kept for some goes to others');
insert into application_figure values (904, 'earmark', 'unge');
select is(refusal(give(4000000)), 'done', 'to them it does');

-- Lists.
select is(refusal('insert into recommendation_list (call_id, unit_id, batch) values (901, 901, 2)'), 'TS001',
	'a call with a deadline has one list');
insert into call (call_id, scheme_id, version_hash, year, kind, opens_at, closes_at, frame_ore, answer_by, contact_name, contact_phone,
	contact_email) overriding system value
values (902, 'test-ordning', repeat('a', 64), 2027, 'fixed', '2027-01-01Z', '2027-03-01Z', 1, '2027-06-01', 'Oda', '6', 'o@fixture.test');
insert into application (application_id, number, call_id, version_hash, unit_id, organisation_id, created_by, state, title, submitted_at,
	submitted_by, document, document_hash, applied_ore) overriding system value
values (905, '2027-90005', 902, repeat('a', 64), 901, 901, 901, 'assessed', 'Annes neste', '2027-02-01Z', 901, '<answers/>', repeat('b', 64), 100);
insert into recommendation_list (list_id, call_id, unit_id) overriding system value values (902, 902, 901);
insert into recommendation (list_id, application_id, rank, outcome, proposed_ore, reason, proposed_by) values (902, 905, 1, 'reject', 0, 'x', 911);
update recommendation_list set state = 'locked', locked_by = 911, locked_at = now() where list_id = 902;
select is((select on_list_id from application where application_id = 905), 902::bigint, 'a list that is locked takes its cases');

-- Proposals are decided once, as they were proposed.
select is(refusal('update scheme_proposal set why = ''noe annet'''), 'TS001', 'what was proposed stays');
update scheme_proposal set state = 'refused', decided_by = 921, decided_at = now();
select is(refusal('update scheme_proposal set state = ''approved'''), 'TS001', 'and is decided once');

-- One of each.
select is(refusal('insert into application (number, call_id, version_hash, unit_id, organisation_id, created_by, state, submitted_at, document)
	values (''2026-90003'', 902, repeat(''a'', 64), 901, 902, 902, ''submitted'', now(), ''<a/>'')'), '23505', 'no number is given twice');
select is(refusal('insert into recommendation (list_id, application_id, rank, outcome, proposed_ore, proposed_by) values (902, 904, 2, ''reject'', 0, 911)') in ('23505', 'TS001'),
	true, 'no case is proposed on two lists');
select is(refusal('update call set year = 2026 where call_id = 902'), '23505', 'a scheme has one call a year and round');
select is(refusal('insert into scheme_publication (scheme_id, number, version_hash, published_at) values (''test-ordning'', 1, repeat(''a'', 64), now())'),
	'23505', 'and one version of each number');
select is(refusal('insert into evaluation (scheme_id, year, figures_at, data, pdf, sha256) values (''test-ordning'', 2026, now(), ''{}'', ''\x25'', ''x'')'),
	'23505', 'and one evaluation a year');
select is(refusal('insert into organisation (orgnr, name, kind, form, municipality_code) values (''900000001'', ''x'', ''voluntary'', ''FLI'', ''3401'')'), '23505',
	'an organisation is there once');
select * from finish();
