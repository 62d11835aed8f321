// fault_crash.test.mjs — workers and connections that die while people write: what was acknowledged is there, what was not is
// told, and nothing is half.
import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { Applicant, newCall, newOrganisation, readScheme, readyDraft, stateOf, stored } from '../lib/applicant.mjs';
import { sql, words } from '../lib/visitor.mjs';

const { BASE_URL, RUN } = process.env;
const schemeId = 'in-inkludering-integrering';
const scheme = readScheme(schemeId);
const call = newCall(schemeId);
const section = scheme.sections.find(({ fields }) => fields.some(({ type }) => type === 'long-text'));
const field = section.fields.find(({ type }) => type === 'long-text').id;

const health = async () => (await fetch(`${BASE_URL}/helse`).catch(() => ({ status: 0 }))).status;
const until = async (what, check) => {
	for (let i = 0; i < 150; i++) {
		if (await check()) {
			return;
		}
		await sleep(100);
	}
	assert.fail(`not within 15 seconds: ${what}`);
};
const workers = () => {
	const kore = readFileSync(`${RUN}/kore.service`, 'utf8').trim();
	return execFileSync('ps', ['-o', 'pid=,args=', '--ppid', kore], { encoding: 'utf8' })
		.split('\n').filter((line) => /wrk \d/.test(line)).map((line) => Number(line.trim().split(/\s+/)[0]));
};
const kill = (pids) => {
	for (const pid of pids) {
		try {
			process.kill(pid, 'SIGKILL');
		} catch {
			// It died of itself meanwhile.
		}
	}
};
const endConnections = (condition = 'true') =>
	sql(`select count(pg_terminate_backend(pid)) from pg_stat_activity where usename = 'tilskudd_app' and ${condition}`)[0][0];

const draft = async () => {
	const person = await Applicant.new();
	const id = await person.start(schemeId, newOrganisation(person.email, { kind: scheme.kind }), { call });
	return { person, id, path: `/soknader/${id}/del/${section.id}` };
};

test('saves that were acknowledged while workers were killed are there, every one in its order', async () => {
	const { person, id, path } = await draft();
	await person.get(path);
	let fields = [...person.formFields(path).filter(([name]) => name !== field), ['autosave', '1']];
	let acknowledged = '', killed = 0, saved = 0;
	for (let i = 1; i <= 60; i++) {
		const text = `Setning nummer ${i}`;
		if (i % 10 === 5) {
			setTimeout(() => kill(workers()), Math.random() * 20);
			killed += 1;
		}
		const tokens = [['form_key', `crash-${process.pid}-${i}`]];
		const own = fields.filter(([name]) => name !== 'form_key');
		const answer = await person.post(path, [...own, [field, text]], { tokens }).catch(() => ({ status: 0, body: '' }));
		if (answer.status === 200) {
			acknowledged = text;
			saved += 1;
			fields = fields.map(([name, value]) => (name === 'version' ? [name, answer.body] : [name, value]));
			assert.equal(stored(id, field), text);
		} else {
			assert.ok([0, 409, 502, 503].includes(answer.status), `${i}: ${answer.status}`);
			await until('it answers again', async () => (await health()) === 200);
			// Not acknowledged: either there or not, and the page says which version it has now.
			assert.ok([acknowledged, text].includes(stored(id, field) ?? ''));
			await person.get(path);
			fields = [...person.formFields(path).filter(([name]) => name !== field), ['autosave', '1']];
		}
	}
	assert.ok(killed >= 5 && saved >= 40, `${saved} saved, ${killed} times killed`);
});

test('the whole server killed while four people save: what they were told is there', async () => {
	const people = await Promise.all(Array.from({ length: 4 }, draft));
	const pages = await Promise.all(people.map(({ person, path }) => person.get(path)));
	assert.ok(pages.every(({ status }) => status === 200));
	const kore = Number(readFileSync(`${RUN}/kore.service`, 'utf8'));
	setTimeout(() => process.kill(kore, 'SIGKILL'), 5);
	const answers = await Promise.all(people.map(({ person, path }, i) =>
		person.post(path, [...person.formFields(path).filter(([name]) => name !== field), [field, `Tekst ${i}`], ['autosave', '1']], { tokens: [] })
			.catch(() => ({ status: 0 }))));
	await until('it answers again', async () => (await health()) === 200);
	answers.forEach(({ status }, i) => {
		assert.ok(status !== 200 || stored(people[i].id, field) === `Tekst ${i}`);
		assert.ok([0, 200, 502, 503].includes(status), String(status));
	});
	for (const { person, id, path } of people) {
		const again = await person.fill(path, { [field]: 'På nytt' }, { go: 'list' });
		assert.equal(again.status, 303, words(again.body).slice(0, 300));
		assert.equal(stored(id, field), 'På nytt');
	}
});

test('connections that the database has ended between two requests are opened again, for reading and for writing', async () => {
	const { person, id, path } = await draft();
	for (let i = 0; i < 5; i++) {
		await person.get(path);
		const fields = [...person.formFields(path).filter(([name]) => name !== field), [field, `Omgang ${i}`], ['go', 'list']];
		assert.ok(Number(endConnections()) > 0);
		assert.equal((await person.post(path, fields, { tokens: [] })).status, 303, `round ${i}`);
		assert.equal(stored(id, field), `Omgang ${i}`);
		endConnections();
		assert.equal((await person.get(`/soknader/${id}`)).status, 200, `round ${i}`);
	}
});

test('the connection ends in the middle of sending: nothing is there, the person is told, and the same form goes through', async () => {
	const { person, id } = await readyDraft(schemeId, { call });
	const path = `/soknader/${id}/send`;
	await person.get(`/soknader/${id}/kontroller`);
	const fields = person.formFields(path);
	const locker = spawn('psql', ['-X', '-q', '-A', '-t', '-h', RUN, '-U', 'postgres', '-d', 'tilskudd'], { stdio: ['pipe', 'pipe', 'inherit'] });
	const locked = new Promise((resolve) => locker.stdout.once('data', resolve));
	locker.stdin.write("begin; lock table application_goal in exclusive mode; select 'held';\n");
	await locked;
	const sending = person.post(path, fields, { tokens: [] });
	await until('the submission waits', () => sql("select count(*) from pg_stat_activity where usename = 'tilskudd_app' and wait_event_type = 'Lock'")[0][0] !== '0');
	assert.equal(endConnections("wait_event_type = 'Lock'"), '1');
	const answer = await sending;
	await new Promise((resolve) => locker.once('close', resolve).stdin.end('rollback;\n'));
	assert.equal(answer.status, 503);
	assert.ok(words(answer.body).includes('Tjenesten er opptatt'));
	assert.equal(stateOf(id), 'draft');
	for (const table of ['budget_line', 'application_municipality', 'application_goal', 'case_event']) {
		assert.equal(sql(`select count(*) from ${table} where application_id = :v1`, id)[0][0], '0', table);
	}
	assert.equal((await person.post(path, fields, { tokens: [] })).location, `/soknader/${id}/kvittering`);
	assert.equal(stateOf(id), 'submitted');
});

test('a save that must wait for another goes through when its turn comes', async () => {
	const { person, id, path } = await draft();
	await person.get(path);
	const fields = [...person.formFields(path).filter(([name]) => name !== field), [field, 'Ventet på tur'], ['go', 'list']];
	const locker = spawn('psql', ['-X', '-q', '-A', '-t', '-h', RUN, '-U', 'postgres', '-d', 'tilskudd'], { stdio: ['pipe', 'pipe', 'inherit'] });
	const locked = new Promise((resolve) => locker.stdout.once('data', resolve));
	locker.stdin.write(`begin; select 1 from application where application_id = ${id} for update;\n`);
	await locked;
	const saving = person.post(path, fields, { tokens: [] });
	await until('the save waits', () => sql("select count(*) from pg_stat_activity where usename = 'tilskudd_app' and wait_event_type = 'Lock'")[0][0] !== '0');
	await new Promise((resolve) => locker.once('close', resolve).stdin.end('commit;\n'));
	assert.equal((await saving).status, 303);
	assert.equal(stored(id, field), 'Ventet på tur');
});
