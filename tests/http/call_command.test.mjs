// call_command.test.mjs — a call opened from the command line is open in the catalogue; what is wrong is told.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { test } from 'node:test';
import { sql, Visitor, words } from '../lib/visitor.mjs';

const tool = new URL('../../build/tilskudd', import.meta.url).pathname;
const scheme = 'in-forebyggende-trafikksikkerhet';
const good = {
	year: '2031', closes: '2031-03-01 12:00', frame: '1 250 000', 'answer-by': '2031-05-15', contact: 'Kari Prøve', phone: '12 00 00 98', email: 'kari@fylke.test',
};
const open = (changes, id = scheme) =>
	spawnSync(tool, ['call', 'open', id, ...Object.entries({ ...good, ...changes }).filter(([, v]) => v !== null).flatMap(([k, v]) => [`--${k}`, v])], { encoding: 'utf8' });

test('a call opened from the command line is open in the catalogue, and its frame is in the ledger', async () => {
	const said = open({});
	assert.equal(said.status, 0, said.stderr);
	assert.match(said.stdout, /01\.03\.2031\skl\.\s12\.00, 1\s250\s000\skr/);
	const rows = sql("select closes_at at time zone 'UTC', frame_ore, round, kind from call where scheme_id = :'v1' and year = 2031", scheme);
	assert.deepEqual(rows, [['2031-03-01 11:00:00', '125000000', '1', 'fixed']]);
	assert.deepEqual(sql("select e.kind from ledger_entry e join call using (call_id) where year = 2031 and scheme_id = :'v1'", scheme), [['budget']]);
	assert.ok(words((await new Visitor().get(`/ordninger/${scheme}`)).body).includes('1. mars 2031'));
});

test('a second call of the same round is refused, and another round is taken', () => {
	const again = open({});
	assert.equal(again.status, 1);
	assert.match(again.stderr, /another --round/);
	assert.equal(open({ round: '2', extra: 'yes' }).status, 0);
	assert.deepEqual(sql("select extra from call where scheme_id = :'v1' and year = 2031 and round = 2", scheme), [['t']]);
});

test('what is missing or wrong is told, and nothing is opened', () => {
	const before = sql('select count(*) from call');
	for (const [name, value] of [
		['year', null], ['closes', null], ['answer-by', null], ['frame', null], ['phone', null], ['year', '31'], ['closes', '2031-03-01'],
		['closes', '2031-02-30 12:00'], ['closes', '2031-03-01 24:00'], ['closes', '2031-03-01 12:00x'], ['frame', '-5'], ['extra', 'sometimes'],
		['round', '0'], ['contact', ' '], ['covers-from', 'later'],
	]) {
		const said = open({ round: '9', [name]: value });
		assert.equal(said.status, 2, `${name} ${value}`);
		assert.ok(said.stderr.includes(`--${name}`), said.stderr);
	}
	assert.equal(open({ round: '9', opens: '2031-03-02 12:00' }).status, 1);
	const unknown = open({}, 'in-finnes-ikke');
	assert.equal(unknown.status, 1);
	assert.match(unknown.stderr, /no such scheme/);
	assert.deepEqual(sql('select count(*) from call'), before);
});
