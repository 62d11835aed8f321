// mail.test.mjs — what lies in the outbox reaches a real mail server, also when that was away.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { test } from 'node:test';

const { RUN, TILSKUDD_DATA } = process.env;

const sql = (text) =>
	execFileSync('psql', ['-X', '-q', '-A', '-t', '-v', 'ON_ERROR_STOP=1', '-h', RUN, '-U', 'tilskudd_owner', '-d', 'tilskudd', '-c', text], {
		encoding: 'utf8',
	}).trim();

const letters = () => {
	const folder = `${TILSKUDD_DATA}/mail/new`;
	return existsSync(folder) ? readdirSync(folder).map((name) => readFileSync(`${folder}/${name}`, 'utf8')) : [];
};

const arrived = async (to) => {
	for (let i = 0; i < 150; i++) {
		const letter = letters().find((text) => text.includes(`To: <${to}>`));
		if (letter !== undefined) {
			return letter;
		}
		await sleep(100);
	}
	return assert.fail(`no letter to ${to} within 15 seconds`);
};

test('a letter in the outbox is sent at once, and once', async () => {
	const from = Date.now();
	sql("insert into mail (to_address, subject, body) values ('en@lag.test', 'Søknad mottatt', E'Hei\\nVi har mottatt søknaden.')");
	const letter = await arrived('en@lag.test');
	assert.ok(Date.now() - from < 5000, 'woken by the database, not by the clock');
	const body = Buffer.from(letter.split(/\r?\n\r?\n/).slice(1).join(''), 'base64').toString('utf8');
	assert.equal(body, 'Hei\r\nVi har mottatt søknaden.');
	await sleep(500);
	assert.equal(letters().filter((text) => text.includes('To: <en@lag.test>')).length, 1);
	assert.equal(sql("select sent_at is not null from mail where to_address = 'en@lag.test'"), 't');
});

test('with the mail server away the letter waits, and goes when it is back', async () => {
	writeFileSync(`${RUN}/hold.mail`, '');
	try {
		process.kill(Number(readFileSync(`${RUN}/mail.service`, 'utf8')), 'SIGKILL');
		await sleep(1000);
		sql("insert into mail (to_address, subject, body) values ('to@lag.test', 'Emne', 'Tekst')");
		for (let i = 0; i < 100 && sql("select failed is null from mail where to_address = 'to@lag.test'") === 't'; i++) {
			await sleep(100);
		}
		assert.equal(sql("select failed is not null and sent_at is null and not_before > now() from mail where to_address = 'to@lag.test'"), 't');
		assert.ok(!sql("select failed from mail where to_address = 'to@lag.test'").includes('lag.test'), 'the reason names nobody');
	} finally {
		rmSync(`${RUN}/hold.mail`);
	}
	sql("update mail set not_before = now() where to_address = 'to@lag.test'");
	await arrived('to@lag.test');
});

test('the job runner is started again when it dies, and loses no letter', async () => {
	process.kill(Number(readFileSync(`${RUN}/jobs.service`, 'utf8')), 'SIGKILL');
	sql("insert into mail (to_address, subject, body) values ('tre@lag.test', 'Emne', 'Tekst')");
	await arrived('tre@lag.test');
});
