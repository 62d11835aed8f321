// scheme_tools.test.mjs — the command line's verbs on schemes against the demo's data: what they say, as words and as JSON, and their
// exit codes.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { sql } from '../lib/visitor.mjs';

const root = new URL('../..', import.meta.url).pathname;
const folder = mkdtempSync(join(tmpdir(), 'ordning-'));
after(() => rmSync(folder, { recursive: true }));
const id = 'in-kulturaktivitet-barn-ungdom';
const path = (scheme) => join(root, 'conf/schemes', `${scheme}.xml`);
const run = (...args) => spawnSync(join(root, 'build/tilskudd'), ['scheme', ...args], { encoding: 'utf8', maxBuffer: 1 << 26 });
const ok = (...args) => {
	const said = run(...args);
	assert.equal(said.status, 0, said.stderr);
	return said.stdout;
};
const json = (...args) => JSON.parse(ok(...args));
const changed = join(folder, `${id}.xml`);
writeFileSync(changed, ok('show', '--merged', path(id)).replace('max nok="100000"', 'max nok="60000"').replace(/<tests\b[^]*?<\/tests>/, ''));

test('every verb has help of its own, and says when it is not understood', () => {
	const verbs = [...ok('--help').matchAll(/tilskudd scheme ([a-z-]+)/g)].map((m) => m[1]);
	for (const verb of ['check', 'test', 'list', 'show', 'diff', 'simulate', 'publish', 'blank-pdf', 'import']) {
		assert.ok(verbs.includes(verb), verb);
		assert.match(ok(verb, '--help'), new RegExp(`^usage: tilskudd scheme ${verb}`));
	}
	for (const wrong of [['diff', 'a'], ['simulate'], ['fly'], ['check'], ['show', 'a', 'b'], ['list', '--nonsense'], ['publish', '--approve', 'x']]) {
		assert.equal(run(...wrong).status, 2, wrong.join(' '));
	}
	assert.equal(run('show', 'finnes-ikke').status, 1);
	assert.equal(run('simulate', id, '--against', 'i fjor').status, 2);
	assert.equal(run('simulate', id, '--against', '2001').status, 1);
});

// Every name in a value, however deep.
const namesIn = (value) => Array.isArray(value) ? value.flatMap(namesIn)
	: value && typeof value === 'object' ? Object.entries(value).flatMap(([name, inside]) => [name, ...namesIn(inside)]) : [];

test('what --json writes is what --help says', () => {
	const shown = { check: [path(id)], test: [path(id)], list: [path(id)], show: [path(id)], diff: [path(id), changed], 'blank-pdf': [path(id), '-o', join(folder, 'form.pdf')],
		simulate: [changed, '--against', '2025-2026'], publish: [] };
	for (const [verb, args] of Object.entries(shown)) {
		const said = /--json writes for programs: ([^]*?)\.\nExit codes/.exec(ok(verb, '--help'))[1];
		const told = new Set(said.match(/[a-z_]+/g));
		for (const words of [args, ...(verb === 'list' ? [['--published']] : verb === 'show' ? [['--history', id]] : [])]) {
			const written = namesIn(json(verb, '--json', ...words));
			assert.deepEqual([...new Set(written)].filter((name) => !told.has(name)), [], `${verb} writes what its help does not tell`);
			assert.ok(verb === 'publish' || written.length > 0, verb);
		}
	}
});

test('what the command line lacks is told with how it is written, and what can’t be read in the chosen language', () => {
	assert.equal(run('check', '--lang', 'xx', path(id)).stderr.split('\n')[0], 'tilskudd scheme check: --lang wants nb, nn or en');
	for (const lacking of [['blank-pdf', path(id)], ['publish', path(id)], ['publish', path(id), '--approve', '1', '--by', 'a@b.test']]) {
		assert.equal(run(...lacking).status, 2, lacking.join(' '));
	}
	assert.match(ok('simulate', changed, '--against', '2026', '--lang', 'nn'), /søknader\. \d+ ville vere utanfor reglane/);
	assert.match(ok('diff', path(id), path(id), '--lang', 'nn'), /Dei seier det same\.\nOpne utlysingar/);
	assert.match(run('check', '--lang', 'nn', folder).stderr, /det er ei mappe; nemn filene i ho/);
	assert.match(run('check', join(folder, 'borte.xml')).stderr, /det er ingen fil med det navnet/);
});

test('a simulation tells what the stored applications would have come to, and writes nothing', () => {
	const everything = () => sql(`select (select count(*) from case_event), (select sum(version) from application), (select count(*) from decision),
		(select count(*) from ledger_entry), (select count(*) from scheme_version), (select count(*) from scheme_publication)`);
	const before = everything();
	const [[sent, awarded]] = sql(`select count(*), coalesce(sum(d.awarded_ore), 0) / 100 from application a join call c using (call_id)
		left join decision_now d using (application_id)
		where c.scheme_id = :'v1' and c.year in (2025, 2026) and a.state not in ('draft', 'withdrawn')`, id);
	const told = json('simulate', '--json', changed, '--against', '2025-2026');
	assert.equal(told.applications, Number(sent));
	assert.equal(told.awards_before_nok, Number(awarded));
	assert.ok(told.other_highest_sum > 0 && told.awards_after_nok < told.awards_before_nok);
	assert.equal(told.become_ineligible, 0);
	for (const row of told.changed) {
		assert.ok(row.after.highest_sum_nok <= 60000 && row.after.award_nok <= row.before.award_nok, row.number);
		assert.deepEqual(Object.keys(row), ['number', 'organisation', 'year', 'round', 'before', 'after']);
	}
	assert.deepEqual(told.years.map((year) => year.year), [2025, 2026]);
	assert.equal(json('simulate', '--json', id, '--against', '2025-2026').changed.length, 0);
	assert.match(ok('simulate', changed, '--against', '2026', '--lang', 'en'), /applications\. 0 would be outside the rules/);
	assert.deepEqual(everything(), before);
});

test('what does not come out of an example is told with how it came about', () => {
	const wrong = join(folder, 'feil.xml');
	writeFileSync(wrong, ok('show', '--merged', path(id)).replace('max nok="100000"', 'max nok="60000"'));
	const said = run('test', wrong);
	assert.equal(said.status, 1);
	assert.match(said.stdout, /FAILED .*feil\.xml:\d+: /);
	assert.match(said.stdout, /\| Største tilskudd er 60\s000\skr\./);
	const cases = JSON.parse(run('test', '--json', wrong).stdout);
	assert.ok(cases.some((one) => !one.passed && one.explanation.length > 2) && cases.some((one) => one.passed));
	const checked = run('check', '--json', wrong, path(id));
	assert.equal(checked.status, 1);
	const told = JSON.parse(checked.stdout);
	assert.ok(!told.ok && told.schemes === 2 && told.messages.every((message) => message.file === wrong && message.line > 0));
	assert.ok(json('check', '--json', path(id)).ok);
});

test('lists hold every scheme, with what is going on under it', () => {
	const files = json('list', '--json');
	const published = json('list', '--json', '--published');
	for (const one of files) {
		const there = published.find((other) => other.id === one.id);
		assert.ok(there?.installed && there.version === one.version && there.number >= 1, one.id);
		assert.ok(one.questions > 3 && one.applicants.length > 0 && one.title_nn !== '', one.id);
	}
	assert.ok(published.find((one) => one.id === id).cases > 0);
});
