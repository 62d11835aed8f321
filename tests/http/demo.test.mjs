// demo.test.mjs — the demo data is whole, keeps the rules it was made through, and stays out of production.
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { test } from 'node:test';

const { RUN, TILSKUDD_HOME, TILSKUDD_DB } = process.env;

const sql = (text) =>
	execFileSync('psql', ['-X', '-q', '-A', '-t', '-v', 'ON_ERROR_STOP=1', '-h', RUN, '-U', 'tilskudd_owner', '-d', 'tilskudd', '-c', text], {
		encoding: 'utf8',
	}).trim();

const tilskudd = (args, env = {}) =>
	spawnSync(`${TILSKUDD_HOME}/build/tilskudd`, args, { encoding: 'utf8', env: { ...process.env, TILSKUDD_DB, ...env } });

test('no list is empty: every state, every outcome, two years', () => {
	assert.equal(
		sql('select string_agg(distinct state, $$ $$ order by state) from application'),
		'assessed assessing decided draft formal_check notified recommended submitted',
	);
	assert.equal(
		sql('select string_agg(distinct outcome, $$ $$ order by outcome) from decision'),
		'dismissed granted partly_granted rejected',
	);
	assert.equal(sql("select count(*) >= 5 from (select scheme_id from call join application using (call_id) where state = 'notified' group by 1) s"), 't');
	assert.equal(sql("select count(distinct year) from call join application using (call_id) where state = 'notified'"), '2');
	assert.equal(sql('select count(*) from evaluation'), '7');
	assert.equal(sql('select count(*) between 120 and 160 from application'), 't');
	assert.equal(sql("select count(*) > 0 from municipality m where not exists (select from application_municipality a join decision d using (application_id) where a.municipality_code = m.code)"), 't');
	assert.equal(sql('select count(*) > 0 from application where late'), 't');
	assert.equal(sql("select count(*) > 0 from impartiality where declared = 'conflict'"), 't');
});

test('the five accounts are there, marked as demo', () => {
	assert.equal(
		sql(`select string_agg(email || ' ' || role, ', ' order by email) from app_user
			where demo and email ~ '^(soker|saksbehandler|leder|politiker|admin)@demo.test$'`),
		'admin@demo.test admin, leder@demo.test leader, politiker@demo.test politician, saksbehandler@demo.test officer, soker@demo.test applicant',
	);
	assert.equal(sql("select count(*) from app_user where email like '%@demo.test' and not demo"), '0');
});

test('the unit for culture has cases at every step, and a list that passes its frame by 40 000 kr', () => {
	const states = (call) =>
		sql(`select string_agg(distinct a.state, ' ' order by a.state) from application a join call c using (call_id)
			join scheme s using (scheme_id) join unit u on u.unit_id = s.unit_id where u.code = 'kultur' and ${call}`);
	const newlyClosed = "c.scheme_id = 'in-kulturaktivitet-barn-ungdom' and c.closes_at < now() and c.closes_at > now() - interval '30 days'";
	assert.equal(states(newlyClosed), 'assessed assessing formal_check submitted');
	assert.equal(
		sql(`select sum(r.proposed_ore) - max(c.frame_ore), max(l.state) from recommendation r join recommendation_list l using (list_id)
			join call c using (call_id) where ${newlyClosed}`),
		'4000000|open',
	);
	assert.equal(states("c.scheme_id = 'in-utviklingsprosjekt-kunst-kultur'"), 'decided');
});

test('a locked list waits with cases of the leader and of the committee, none of them proposed by the leader', () => {
	assert.equal(
		sql(`select count(*) filter (where d.body is null) > 1, count(*) filter (where d.body = 'hovedutvalg-kultur') > 1,
				count(*) filter (where r.proposed_by = (select user_id from app_user where email = 'leder@demo.test'))
			from recommendation r join recommendation_list l using (list_id) join call c using (call_id) join scheme s using (scheme_id)
			join unit u on u.unit_id = s.unit_id join application a using (application_id)
			left join lateral (select b.code as body from recommendation_body rb join body b using (body_id)
				where rb.application_id = r.application_id) d on true
			where u.code = 'kultur' and l.state = 'locked' and a.state = 'recommended'`),
		't|t|0',
	);
});

test('the applicant has one of each: draft, sent, under assessment, granted in both standards, rejected', () => {
	const mine = (what) =>
		sql(`select count(*) > 0 from application a join membership m using (organisation_id) join app_user u using (user_id)
			left join decision d using (application_id) left join letter l using (application_id)
			where u.email = 'soker@demo.test' and ${what}`);
	for (const what of [
		"a.state = 'draft'",
		"a.state = 'submitted'",
		"a.state = 'assessing'",
		"a.state = 'notified' and d.outcome = 'granted' and l.lang = 'nb'",
		"a.state = 'notified' and d.outcome = 'granted' and l.lang = 'nn'",
		"a.state = 'notified' and d.outcome = 'rejected'",
	]) {
		assert.equal(mine(what), 't', what);
	}
});

test('the committee for culture has two years to read about', () => {
	assert.equal(
		sql("select count(distinct year) from evaluation where scheme_id = 'in-kulturaktivitet-barn-ungdom'"),
		'2',
	);
});

test('no invented organisation has a number that a real one can have', () => {
	assert.equal(sql("select count(*) from organisation where demo and orgnr !~ '^3'"), '0');
});

// Whoever applies for little writes no financing plan: only the sum applied for stands there.
test('sums hold: plans balance, the ledger adds up, no frame is passed', () => {
	assert.equal(
		sql(`select count(*) from (select application_id from budget_line group by 1
			having bool_or(side = 'financing' and not applied) and sum((cash_ore + own_ore) * case side when 'cost' then 1 else -1 end) <> 0) unbalanced`),
		'0',
	);
	assert.equal(sql('select coalesce(sum(amount_ore), 0) from ledger_posting'), '0');
	assert.equal(
		sql('select count(*) from call c where api.ledger_balance(c.call_id, $$frame$$) < 0'),
		'0',
	);
	assert.equal(sql('select count(*) from application where api.event_verify(application_id) is not null'), '0');
});

test('Sogn for alle comes out as in its plan: 1 080 000 in money and 1 350 000 in own work on both sides', () => {
	const side = (name) =>
		sql(`select (sum(cash_ore) / 100)::bigint || ' ' || (sum(own_ore) / 100)::bigint from budget_line
			join application using (application_id) where title like 'Sogn for alle%' and side = '${name}'`);
	assert.equal(side('cost'), '1080000 1350000');
	assert.equal(side('financing'), '1080000 1350000');
});

test('numbers run with the time things were sent', () => {
	assert.equal(
		sql(`select count(*) from (select submitted_at < lag(submitted_at) over (order by split_part(number, '-', 2)::int) as wrong
			from application where number is not null and demo is not null
			and organisation_id in (select organisation_id from organisation where demo)
			and submitted_at < current_date) numbers where wrong`),
		'0',
	);
});

test('loading again changes nothing, and production takes none of it', () => {
	const before = sql('select count(*) || $$ $$ || max(application_id) from application');
	const again = tilskudd(['demo', 'load']);
	assert.equal(again.status, 0, again.stderr);
	assert.match(again.stdout, /there already/);
	assert.equal(sql('select count(*) || $$ $$ || max(application_id) from application'), before);
	const production = tilskudd(['demo', 'load'], { TILSKUDD_MODE: 'production', TILSKUDD_URL: 'https://tilskudd.example' });
	assert.equal(production.status, 1);
	assert.match(production.stderr, /production gets no demo data/);
});

test('reference data can be loaded again and again', () => {
	const again = tilskudd(['reference', 'load']);
	assert.equal(again.status, 0, again.stderr);
	assert.match(again.stdout, /357 municipalities, .* 0 rows were new or changed/);
});
