-- case_log.test.sql — the log of a case: only ever added to, each event bound to the one before (R64, R76).
\ir fixture.sql
\ir as_app.sql
select plan(17);

select is(as_app(901, $$select api.event_append(902, '2026-02-01T10:00:00Z', 'submitted', '{"number": "2026-90002"}')$$, true), '1',
	'an applicant''s act is logged');
select is(as_app(911, $$select api.event_append(902, '2026-02-02T10:00:00.123456Z', 'impartial', '{"navn": "Oda «O'' Officer"}')$$, true), '1',
	'an officer''s too');
select is(as_app(911, $$select api.event_append(902, now(), 'formal_check', '{}')$$, true), '1', 'and the next');
select is(as_app(902, $$select api.event_append(902, now(), 'forged', '{}')$$), '42501', 'not in another''s case');
select is(as_app(913, $$select api.event_append(902, now(), 'forged', '{}')$$), '42501', 'nor by another unit');

select is((select array_agg(seq order by seq) from case_event where application_id = 902), array[1, 2, 3], 'numbered without gaps');
select is((select count(*)::integer from case_event e join case_event p on p.application_id = e.application_id and p.seq = e.seq - 1
	and p.hash = e.previous_hash where e.application_id = 902), 2, 'each event names the hash of the one before');
select is(api.event_verify(902), null, 'an untouched log verifies');
set timezone = 'Europe/Oslo';
select is(api.event_verify(902), null, 'in any time zone');
set timezone = 'UTC';

select throws_ok('update case_event set kind = ''other'' where seq = 2', 'TS001', null, 'not even the owner changes an event');
select throws_ok('delete from case_event', 'TS001', null, 'nor removes one');
select throws_ok('truncate case_event', 'TS001', null, 'nor all');

-- Somebody with the disk in hand switches the guard off: it is found.
alter table case_event disable trigger case_event_immutable;
update case_event set at = at + interval '1 second' where application_id = 902 and seq = 2;
select is(api.event_verify(902), 2, 'an altered event is found');
update case_event set at = at - interval '1 second' where application_id = 902 and seq = 2;
update event_payload set body = '{"navn": "En annen"}'
 where payload_id = (select payload_id from case_event where application_id = 902 and seq = 2);
select is(api.event_verify(902), 2, 'an altered payload is found');
update event_payload set body = null, salt = ''
 where payload_id = (select payload_id from case_event where application_id = 902 and seq = 2);
select is(api.event_verify(902), null, 'an erased payload is no fault');
delete from case_event where application_id = 902 and seq = 2;
select is(api.event_verify(902), 3, 'a missing event is found');
select is(as_app(901, 'select from case_event where application_id = 902'), '1', 'an applicant reads of a case under work what she did herself');
select * from finish();
