// application_fault.test.mjs — a worker killed in the middle of sending, and the database restarted: all of it or nothing.
import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { readyDraft, stateOf, stored } from '../lib/applicant.mjs';
import { sql, words } from '../lib/visitor.mjs';

const { BASE_URL, RUN } = process.env;
const pid = (name) => Number(readFileSync(`${RUN}/${name}.service`, 'utf8'));
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
const workers = () =>
	execFileSync('ps', ['-o', 'pid=,args=', '--ppid', String(pid('kore'))], { encoding: 'utf8' })
		.split('\n').filter((line) => /wrk \d/.test(line)).map((line) => Number(line.trim().split(/\s+/)[0]));

// Holds a lock in a session of its own until it is let go.
const hold = async (statement) => {
	const psql = spawn('psql', ['-X', '-q', '-A', '-t', '-h', RUN, '-U', 'postgres', '-d', 'tilskudd'], { stdio: ['pipe', 'pipe', 'inherit'] });
	const ready = new Promise((resolve) => psql.stdout.once('data', resolve));
	psql.stdin.write(`begin; ${statement}; select 'held';\n`);
	await ready;
	return () => new Promise((resolve) => {
		psql.once('close', resolve);
		psql.stdin.end('rollback;\n');
	});
};
const waiting = () => sql("select count(*) from pg_stat_activity where datname = 'tilskudd' and wait_event_type = 'Lock'")[0][0] !== '0';

// The receipt's e-mail is the last thing a submission writes; the budget lines are in the middle.
for (const table of ['mail', 'budget_line']) {
	test(`a worker killed while sending, at the writing of ${table}: nothing of it is there, and sending again works`, async () => {
		const { person, id } = await readyDraft();
		const path = `/soknader/${id}/send`;
		await person.get(`/soknader/${id}/kontroller`);
		const fields = person.formFields(path);
		const answers = sql('select count(*) from draft_answer where application_id = :v1', id)[0][0];
		const release = await hold(`lock table ${table} in exclusive mode`);
		const sending = person.post(path, fields, { tokens: [] }).catch((error) => ({ status: 0, error }));
		try {
			await until('the submission waits for the lock', waiting);
			for (const worker of workers()) {
				process.kill(worker, 'SIGKILL');
			}
			assert.ok(![200, 303].includes((await sending).status), 'nobody was told that it was sent');
		} finally {
			await release();
		}
		await until('the health page answers 200', async () => (await health()) === 200);
		await until('the old transaction is gone', () => !waiting());
		assert.equal(stateOf(id), 'draft');
		assert.equal(sql('select count(*) from draft_answer where application_id = :v1', id)[0][0], answers);
		for (const left of ['budget_line', 'application_municipality', 'application_goal', 'case_event']) {
			assert.equal(sql(`select count(*) from ${left} where application_id = :v1`, id)[0][0], '0', left);
		}
		// The same form again, as when somebody presses the button once more.
		assert.equal((await person.post(path, fields, { tokens: [] })).location, `/soknader/${id}/kvittering`);
		assert.equal(stateOf(id), 'submitted');
		assert.equal(sql("select count(*) from case_event where application_id = :v1 and kind = 'submitted'", id)[0][0], '1');
	});
}

test('a lock that is held too long: the person is told that nothing was done, and can send again', async () => {
	const { person, id } = await readyDraft();
	const path = `/soknader/${id}/send`;
	await person.get(`/soknader/${id}/kontroller`);
	const fields = person.formFields(path);
	const release = await hold('lock table mail in exclusive mode');
	const answer = await person.post(path, fields, { tokens: [] });
	await release();
	assert.equal(answer.status, 503);
	assert.equal(stateOf(id), 'draft');
	assert.equal((await person.post(path, fields, { tokens: [] })).location, `/soknader/${id}/kvittering`);
});

test('the database restarted between two requests: the next one works, and nothing written is lost', async () => {
	const { person, id } = await readyDraft();
	const path = `/soknader/${id}/del/tiltaket`;
	await person.get(path);
	const fields = [...person.filled(path, { tittel: 'Skrevet før omstart' }), ['go', 'list']];
	const before = pid('postgres');
	process.kill(before, 'SIGINT');
	await until('PostgreSQL has a new process', () => pid('postgres') !== before);
	await until('the database takes connections', () => {
		try {
			return sql('select 1')[0][0] === '1';
		} catch {
			return false;
		}
	});
	const saved = await person.post(path, fields, { tokens: [] });
	assert.equal(saved.status, 303, words(saved.body));
	assert.equal(stored(id, 'tittel'), 'Skrevet før omstart');
	assert.equal((await person.send(id)).status, 303);
});
