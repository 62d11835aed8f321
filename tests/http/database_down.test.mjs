// database_down.test.mjs — what people meet while PostgreSQL is away, and that nothing is lost when it is back.
import assert from 'node:assert/strict';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { visitor, Visitor, words } from '../lib/visitor.mjs';

const { BASE_URL, RUN } = process.env;
const health = async () => (await fetch(`${BASE_URL}/helse`).catch(() => ({ status: 0 }))).status;
const until = async (status) => {
	for (let i = 0; i < 150; i++) {
		if ((await health()) === status) {
			return;
		}
		await sleep(100);
	}
	assert.fail(`/helse is not ${status} within 15 seconds`);
};

let person;
let tokens;
before(async () => {
	person = await visitor('soker@demo.test');
	await person.get('/konto');
	tokens = person.tokens('/konto');
	writeFileSync(`${RUN}/hold.postgres`, '');
	process.kill(Number(readFileSync(`${RUN}/postgres.service`, 'utf8')), 'SIGINT');
	await until(503);
});
after(async () => {
	rmSync(`${RUN}/hold.postgres`, { force: true });
	await until(200);
});

test('pages that need it say so kindly, and when to try again', async () => {
	for (const answer of [await new Visitor().get('/ordninger'), await person.get('/konto'), await person.get('/')]) {
		assert.equal(answer.status, 503);
		assert.equal(answer.headers.get('retry-after'), '10');
		assert.equal(answer.headers.get('cache-control'), 'no-store');
		assert.ok(words(answer.body).includes('Tjenesten er opptatt akkurat nå'));
		assert.match(answer.body, /href="tel:/);
	}
});

test('a form is refused as busy, and nobody is logged out by it', async () => {
	const answer = await person.post('/konto', { lang: 'nb' }, { tokens });
	assert.equal(answer.status, 503);
	assert.ok(words(answer.body).includes('gå tilbake i nettleseren: teksten står der fortsatt'));
	assert.ok(person.cookies.has('tilskudd'));
	assert.equal((await new Visitor().post('/logg-inn', { email: 'x@demo.test', password: 'x' }, { tokens: [] })).status, 303);
});

test('pages that need no database are there', async () => {
	for (const path of ['/personvern', '/tilgjengelighet', '/kontakt', '/logg-inn']) {
		assert.equal((await new Visitor().get(path)).status, 200, path);
	}
	assert.equal((await new Visitor().get('/finnes-ikke')).status, 404);
});

test('the same form goes through when it is back, in the same session', async () => {
	rmSync(`${RUN}/hold.postgres`, { force: true });
	await until(200);
	assert.equal((await person.post('/konto', { lang: 'nb' }, { tokens })).location, '/konto');
	for (let i = 0; i < 10; i++) {
		assert.equal((await person.get('/konto')).status, 200);
	}
});
