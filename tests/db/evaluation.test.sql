-- evaluation.test.sql — the figures of a small year worked out by hand, who may have them, and that what is published stays.
\ir fixture.sql
\ir as_app.sql
select plan(38);

-- Three municipalities, one of them in another county; two calls' worth of decisions: granted, partly, rejected, dismissed,
-- withdrawn, one decided and not told, one still being assessed.
insert into municipality values ('3403', 'Hamar', '2020-01-01', null, true, 32000, '2026-01-01'),
	('3405', 'Lillehammer', '2020-01-01', null, true, null, null), ('0301', 'Oslo', '2020-01-01', null, false, 700000, '2026-01-01'),
	('3499', 'Nedlagt', '2020-01-01', '2026-01-01', true, 1000, '2025-01-01'), ('3498', 'Kommende', '2027-01-01', null, true, 1000, null);
insert into scheme values ('nabo-ordning', 'idrett', 902, 'active'), ('uten-versjon', 'kultur', 901, 'active');
insert into organisation (organisation_id, orgnr, name, kind, form, municipality_code, immigrant_organisation) overriding system value values
	(903, '900000003', 'Nye naboer', 'voluntary', 'FLI', '3401', true), (904, '900000004', 'Bedriften', 'enterprise', 'AS', '3403', false);
insert into call (call_id, scheme_id, version_hash, year, round, kind, opens_at, closes_at, frame_ore, answer_by, contact_name, contact_phone,
	contact_email, status) overriding system value values
	(902, 'test-ordning', repeat('a', 64), 2024, 1, 'fixed', '2024-01-01Z', '2024-03-01Z', 50000000, '2024-06-01', 'Oda', '1', 'o@f.test', 'announced'),
	(903, 'test-ordning', repeat('a', 64), 2025, 1, 'fixed', '2025-01-01Z', '2025-03-01Z', 20000000, '2025-06-01', 'Oda', '1', 'o@f.test', 'announced'),
	(904, 'test-ordning', repeat('a', 64), 2025, 2, 'fixed', '2025-05-01Z', '2025-06-01Z', 90000000, '2025-09-01', 'Oda', '1', 'o@f.test', 'cancelled');
select api.ledger_enter(902, 'budget', null, 50000000, 'fixture'), api.ledger_enter(903, 'budget', null, 20000000, 'fixture');

create function pg_temp.given(p_id bigint, p_call bigint, p_org bigint, p_applied_kr bigint, p_sent timestamptz, p_state text,
	p_outcome text, p_awarded_kr bigint, p_on date, p_told boolean, p_integration boolean, p_places text[]) returns void
language plpgsql as $$
begin
	insert into application (application_id, number, call_id, version_hash, unit_id, organisation_id, created_by, state, title,
		submitted_at, submitted_by, document, document_hash, applied_ore, integration) overriding system value
	values (p_id, '2025-' || p_id, p_call, repeat('a', 64), 901, p_org, 901, p_state, 'Tiltak ' || p_id, p_sent, 901, '<answers/>',
		repeat('b', 64), p_applied_kr * 100, p_integration);
	insert into application_municipality (application_id, municipality_code) select p_id, x from unnest(p_places) x;
	if p_outcome is null then
		return;
	end if;
	if not exists (select from recommendation_list where call_id = p_call) then
		insert into recommendation_list (call_id, unit_id, state, locked_by, locked_at, document_hash, pdf)
		values (p_call, 901, 'locked', 911, p_sent, repeat('d', 64), '\x25504446');
	end if;
	insert into recommendation (list_id, application_id, rank, outcome, proposed_ore, reason, proposed_by)
	select list_id, p_id, p_id, case p_outcome when 'granted' then 'grant' when 'partly_granted' then 'partial' when 'rejected' then 'reject'
	    else 'dismiss' end, p_awarded_kr * 100, 'x', 911 from recommendation_list where call_id = p_call;
	insert into decision (decision_id, application_id, outcome, awarded_ore, reason, decided_by, decided_on, registered_by)
	overriding system value values (p_id, p_id, p_outcome, p_awarded_kr * 100, 'x', 921, p_on, 921);
	if p_awarded_kr > 0 then
		perform api.ledger_enter(p_call, 'award', p_id, p_awarded_kr * 100, 'x');
	end if;
	if p_told then
		insert into letter (application_id, decision_id, lang, pdf, sha256, sent_by, sent_at)
		values (p_id, p_id, 'nb', '\x25504446', repeat('e', 64), 911, p_sent);
		update decision set state = 'notified', notified_at = p_sent where decision_id = p_id;
	end if;
end $$;

-- Sent at 23:30 UTC, which is the day after in Oslo: 10 days, not 11.
select pg_temp.given(1001, 903, 901, 50000, '2025-02-01 23:30Z', 'notified', 'granted', 50000, '2025-02-12', true, true, '{3401,3403,3405}');
select pg_temp.given(1002, 903, 902, 40000, '2025-02-02 12:00Z', 'notified', 'partly_granted', 10000, '2025-02-22', true, false, '{3403,0301}');
select pg_temp.given(1003, 903, 903, 30000, '2025-02-02 12:00Z', 'notified', 'rejected', 0, '2025-03-04', true, true, '{3405}');
select pg_temp.given(1004, 903, 904, 20000, '2025-02-02 12:00Z', 'notified', 'dismissed', 0, '2025-03-14', true, false, '{3401}');
select pg_temp.given(1005, 903, 901, 10000, '2025-02-02 12:00Z', 'withdrawn', null, 0, null, false, false, '{3401}');
select pg_temp.given(1006, 903, 903, 70000, '2025-02-02 12:00Z', 'decided', 'granted', 70000, '2025-02-12', false, true, '{3401}');
select pg_temp.given(1007, 903, 901, 5000, '2025-02-02 12:00Z', 'assessing', null, 0, null, false, false, '{3401}');
select pg_temp.given(1008, 902, 903, 90000, '2024-02-02 12:00Z', 'notified', 'granted', 90000, '2024-02-12', true, true, '{3405}');
insert into application_goal (application_id, goal_id, promised) values (1001, 'deltakere', 40), (1002, 'deltakere', 2.5), (1003, 'deltakere', 999),
	(1006, 'deltakere', 999), (1008, 'deltakere', 7);
insert into assessment (assessment_id, application_id, user_id, state, overall_reason) overriding system value values
	(1001, 1001, 911, 'done', ''), (1002, 1002, 911, 'done', ''), (1003, 1003, 911, 'done', ''), (1006, 1006, 911, 'done', '');
insert into assessment_mark values (1001, 'kvalitet', 5, ''), (1002, 'kvalitet', 4, ''), (1003, 'kvalitet', 2, ''), (1006, 'kvalitet', 1, '');
set constraints all immediate;
set constraints all deferred;

create temporary table figures as select api.evaluation_totals('test-ordning', 2025) as now, api.evaluation_totals('test-ordning', 2024) as last,
	api.evaluation_totals('test-ordning', 2019) as none;
select is((now ->> 'received')::int, 7, 'everything that was sent is received') from figures;
select is((now ->> 'granted')::int, 1, 'only a decision that has been told counts as granted') from figures;
select is((now ->> 'partly_granted')::int, 1, 'partly granted') from figures;
select is((now ->> 'rejected')::int, 1, 'rejected') from figures;
select is((now ->> 'dismissed')::int, 1, 'dismissed is not rejected') from figures;
select is((now ->> 'withdrawn')::int, 1, 'withdrawn') from figures;
select is((now ->> 'pending')::int, 2, 'what is decided but not told is pending with what is being assessed') from figures;
select is((now ->> 'applied_ore')::bigint, 22500000::bigint, 'sought, by all') from figures;
select is((now ->> 'decided_applied_ore')::bigint, 12000000::bigint, 'sought, by those assessed and told') from figures;
select is((now ->> 'awarded_ore')::bigint, 6000000::bigint, 'awarded') from figures;
select is((now ->> 'median_ore')::bigint, 1000000::bigint, 'the median of two is the lower') from figures;
select is((now ->> 'mean_ore')::bigint, 3000000::bigint, 'the mean') from figures;
select is((now ->> 'median_days')::int, 20, 'days from the day in Oslo: the median of 10, 20, 30 and 40') from figures;
select is((now ->> 'integration')::int, 1, 'projects tagged integration that got something') from figures;
select is((now ->> 'integration_received')::int, 3, 'and those that applied') from figures;
select is((now ->> 'integration_ore')::bigint, 5000000::bigint, 'and their sum') from figures;
select is((now ->> 'immigrant')::int, 2, 'applications of immigrant organisations') from figures;
select is((now ->> 'immigrant_ore')::bigint, 0::bigint, 'that have been told nothing got nothing') from figures;
select is((now ->> 'frame_ore')::bigint, 20000000::bigint, 'a cancelled call has no frame') from figures;
select is((last ->> 'awarded_ore')::bigint, 9000000::bigint, 'the year before is counted alike') from figures;
select is((select count(*) from figures, jsonb_each_text(none) where value <> '0'), 0::bigint, 'a year with nothing is noughts, not nulls');

-- 50 000 kr by three: 16 667, 16 667, 16 666. 10 000 kr by two, one of them outside.
select results_eq(
	$$ select code, awarded_ore, grants, applications, last_ore from jsonb_to_recordset(api.evaluation_municipalities('test-ordning', 2025))
	    as x (code text, name text, awarded_ore bigint, grants bigint, applications bigint, last_ore bigint) order by code $$,
	$$ values ('3401', 1666700::bigint, 1::bigint, 5::bigint, 0::bigint), ('3403', 2166700, 2, 2, 0), ('3405', 1666600, 1, 2, 9000000),
	    ('3499', 0, 0, 0, 0) $$,
	'awards are shared in whole kroner that add up; closed municipalities go with their year');
select is((select count(*) from jsonb_array_elements(api.evaluation_municipalities('test-ordning', 2026)) where value ->> 'code' in ('3499', '3498')),
	0::bigint, 'a municipality that ended at new year, or begins later, is not there');
select results_eq(
	$$ select kind, received, grants, awarded_ore, last_ore from jsonb_to_recordset(api.evaluation_kinds('test-ordning', 2025))
	    as x (kind text, received bigint, grants bigint, awarded_ore bigint, last_ore bigint) $$,
	$$ values ('voluntary', 6::bigint, 2::bigint, 6000000::bigint, 9000000::bigint), ('enterprise', 1, 0, 0, 0) $$, 'by kind of organisation');
select is(api.evaluation_goals('test-ordning', 2025),
	'[{"goal_id": "deltakere", "projects": 2, "promised": 42.5, "last_projects": 1, "last_promised": 7}]'::jsonb,
	'what was promised by those who got something, and by no others');
select is(api.evaluation_criteria('test-ordning', 2025), '[{"criterion_id": "kvalitet", "granted_mean": 4.50, "rejected_mean": 2.00}]'::jsonb,
	'marks of those who have been told');
select is((select string_agg(value ->> 'number', ' ') from jsonb_array_elements(api.evaluation_grants('test-ordning', 2025))), '2025-1001 2025-1002',
	'the list of grants holds no more than that');

-- Who may have it before it is published.
create function pg_temp.gets(p_user bigint, p_scheme text) returns text language sql as $$
	select as_app(p_user, format('select from api.evaluation_data(%L, 2025) as d where d is not null', p_scheme)) $$;
select is(pg_temp.gets(911, 'test-ordning') || pg_temp.gets(921, 'test-ordning'), '11', 'the unit''s officers and leader read the figures');
select is(pg_temp.gets(913, 'test-ordning') || pg_temp.gets(901, 'test-ordning') || pg_temp.gets(931, 'test-ordning') || pg_temp.gets(null, 'test-ordning'),
	'0000', 'nobody else does');
select is(pg_temp.gets(921, 'uten-versjon') || pg_temp.gets(921, 'finnes-ikke'), '00', 'nor is there anything of a scheme without a version');
select is(as_app(921, 'select from api.evaluation_case'), '42501', 'the cases behind the figures are nobody''s');
select is(as_app(921, $$select api.evaluation_totals('test-ordning', 2025)$$), '42501', 'nor are the parts, past the check');

-- Publishing.
create function pg_temp.publish(p_scheme text, p_by bigint) returns text language sql as $$
	select format('insert into evaluation (scheme_id, year, figures_at, data, pdf, sha256, published_by) values (%L, 2025, now(), ''{}'', ''\x00'', %L, %s)',
	    p_scheme, repeat('f', 64), p_by) $$;
select is(as_app(911, pg_temp.publish('test-ordning', 911)), '42501', 'an officer publishes nothing');
select is(as_app(921, pg_temp.publish('nabo-ordning', 921)), '42501', 'nor a leader what is another unit''s');
select is(as_app(921, pg_temp.publish('test-ordning', 911)), '42501', 'nor in another''s name');
select is(as_app(921, pg_temp.publish('test-ordning', 921), true), '1', 'the unit''s leader does');
select throws_ok('update evaluation set data = ''{"a": 1}''', 'TS001', null, 'what is published cannot be changed, not even by the owner');
select throws_ok('delete from evaluation', 'TS001', null, 'nor taken away');
select * from finish();
