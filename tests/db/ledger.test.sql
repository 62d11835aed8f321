-- ledger.test.sql — a call's money: always in balance, never below nothing (R29).
\ir fixture.sql
\ir as_app.sql
select plan(13);

select is(api.ledger_balance(901, 'frame'), 10000000::bigint, 'the budget is the frame');
select is(api.ledger_balance(901, 'county'), -10000000::bigint, 'and comes from the county');
select lives_ok($$select api.ledger_enter(901, 'award', null, 9999999, 'to the last øre but one')$$, 'an award within the frame');
select throws_ok($$select api.ledger_enter(901, 'award', null, 2, 'over')$$, 'TS005', null, 'not one øre beyond it');
select lives_ok($$select api.ledger_enter(901, 'award', null, 1, 'the last')$$, 'the last øre');
select is(api.ledger_balance(901, 'frame'), 0::bigint, 'nothing is left');
select throws_ok($$select api.ledger_enter(901, 'budget', null, -1, 'less')$$, 'TS005', null, 'a frame cannot shrink below what is awarded');
select lives_ok($$select api.ledger_enter(901, 'release', null, 500, 'back')$$, 'what is given back');
select is(api.ledger_balance(901, 'frame'), 500::bigint, 'is there to give');
select is((select sum(amount_ore) from ledger_posting p join ledger_entry e using (entry_id) where e.call_id = 901), 0::numeric,
	'all postings add up to nothing');
select is(as_app(911, $$do $do$ declare entry bigint; begin
	insert into ledger_entry (call_id, kind, reason) values (901, 'budget', 'x') returning entry_id into entry;
	insert into ledger_posting values (entry, 'frame', 100); end $do$ $$), 'TS006', 'money from nowhere is refused at commit');
select is(as_app(913, $$select api.ledger_enter(901, 'budget', null, 100, 'x')$$), '42501', 'another unit''s money is not moved');
select throws_ok('update ledger_posting set amount_ore = 1', 'TS001', null, 'a posting stands');
select * from finish();
