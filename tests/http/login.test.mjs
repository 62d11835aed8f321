// login.test.mjs — logging in and out, guessing slowed, a forgotten password, and going back only to our own pages.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { test } from 'node:test';
import { PASSWORD, sql, visitor, Visitor, words } from '../lib/visitor.mjs';

const roles = ['soker', 'saksbehandler', 'leder', 'politiker', 'admin'];

test('every kind of person logs in and out', async () => {
	for (const role of roles) {
		const person = await visitor(`${role}@demo.test`);
		const account = await person.get('/konto');
		assert.equal(account.status, 200, role);
		assert.ok(account.body.includes(`${role}@demo.test`));
		const out = await person.post('/logg-ut', {});
		assert.equal(out.status, 303);
		assert.equal(out.location, '/');
		assert.equal(person.cookies.has('tilskudd'), false);
		assert.ok(words((await person.get('/')).body).includes('Du er logget ut.'));
		assert.equal((await person.get('/konto')).status, 303);
	}
});

test('a cookie taken before logging out is worth nothing afterwards', async () => {
	const person = await visitor('soker@demo.test');
	const token = person.cookies.get('tilskudd');
	await person.get('/konto');
	await person.post('/logg-ut', {});
	const thief = new Visitor();
	thief.cookies.set('tilskudd', token);
	assert.equal((await thief.get('/konto')).status, 303);
});

test('a token planted before the login is not the one used after it', async () => {
	const person = new Visitor();
	person.cookies.set('tilskudd', 'A'.repeat(43));
	assert.equal((await person.login('soker@demo.test')).status, 303);
	assert.notEqual(person.cookies.get('tilskudd'), 'A'.repeat(43));
	assert.deepEqual(sql("select count(*) from session where token_hash like '%AAAAAAAA%'"), [['0']]);
});

test('logging in as somebody else ends the session the browser had', async () => {
	const person = await visitor('soker@demo.test');
	const before = person.cookies.get('tilskudd');
	await person.get('/konto');
	await person.post('/logg-inn', { email: 'saksbehandler@demo.test', password: PASSWORD });
	assert.notEqual(person.cookies.get('tilskudd'), before);
	const thief = new Visitor();
	thief.cookies.set('tilskudd', before);
	assert.equal((await thief.get('/konto')).status, 303);
});

test('asking for a new password leaves a row for every address, so that the time it takes tells nothing', async () => {
	const rows = () => Number(sql('select count(*) from login_attempt')[0][0]);
	for (const email of ['soker@demo.test', `finnes-ikke-${Date.now()}@demo.test`]) {
		const guest = new Visitor();
		const before = rows();
		await guest.get('/glemt-passord');
		assert.equal((await guest.post('/glemt-passord', { email })).status, 303);
		assert.equal(rows(), before + 1, email);
	}
});

test('a wrong password and an unknown account get the same words', async () => {
	const told = [];
	for (const email of ['soker@demo.test', 'finnes-ikke@demo.test', '', "'; drop table app_user; --"]) {
		const guest = new Visitor();
		const answer = await guest.login(email, 'feil');
		assert.equal(answer.status, 422, email);
		assert.match(answer.body, /<title>Feil: /);
		told.push(words(answer.body).match(/E-posten eller passordet stemmer ikke[^.]*\.[^.]*\./)[0]);
		assert.equal(guest.cookies.has('tilskudd'), false);
		assert.doesNotMatch(answer.body, /value="feil"/);
	}
	assert.equal(new Set(told).size, 1);
});

test('the eleventh guess must wait, also for an account that is not there', async () => {
	const guest = new Visitor();
	const email = `gjetter-${Date.now()}@demo.test`;
	for (let i = 0; i < 10; i++) {
		assert.equal((await guest.login(email, `feil ${i}`)).status, 422);
	}
	const answer = await guest.login(email, PASSWORD);
	assert.equal(answer.status, 429);
	assert.ok(words(answer.body).includes('Vent 15 minutter'));
	assert.equal((await (await visitor('soker@demo.test')).get('/konto')).status, 200, 'others are not held up');
});

test('a login leads on to our own pages alone', async () => {
	const cases = [
		['/konto', '/konto'],
		['/ordninger?felt=kultur', '/ordninger?felt=kultur'],
		['//ond.test', null],
		['/\\ond.test', null],
		['https://ond.test/', null],
		['/a b', null],
	];
	for (const [back, expected] of cases) {
		const answer = await new Visitor().login('soker@demo.test', PASSWORD, back);
		assert.equal(answer.status, 303);
		if (expected === null) {
			assert.match(answer.location, /^\/[a-z]*$/, back);
		} else {
			assert.equal(answer.location, expected);
		}
	}
});

test('a page that needs a login asks for it, and leads on to the page', async () => {
	const guest = new Visitor();
	const asked = await guest.get('/konto?a=1&b=%2F');
	assert.equal(asked.status, 303);
	assert.equal(asked.location, '/logg-inn?tilbake=/konto%3Fa%3D1%26b%3D%252F');
	await guest.get(asked.location);
	const back = guest.form('/logg-inn').fields.find(([name]) => name === 'tilbake')[1];
	assert.equal(back, '/konto?a=1&b=%2F');
});

// Letters are sent in base64.
const letters = () => {
	const folder = `${process.env.TILSKUDD_DATA}/mail/new`;
	return readdirSync(folder)
		.map((name) => readFileSync(`${folder}/${name}`, 'utf8').split(/\r?\n\r?\n/))
		.map(([head, ...body]) => `${head}\n\n${Buffer.from(body.join(''), 'base64').toString('utf8')}`);
};

const linkFor = async (email, earlier) => {
	for (let i = 0; i < 150; i++) {
		const letter = letters().find((text) => !earlier.includes(text) && text.includes(email) && text.includes('/nytt-passord/'));
		if (letter) {
			return /\/nytt-passord\/[A-Za-z0-9_-]+/.exec(letter)[0];
		}
		await sleep(100);
	}
	return assert.fail(`no letter to ${email} within 15 seconds`);
};

test('a forgotten password is set anew with a link that works once', async () => {
	const email = 'politiker@demo.test';
	const old = await visitor(email);
	const guest = new Visitor();
	const earlier = letters();
	await guest.get('/glemt-passord');
	const sent = await guest.post('/glemt-passord', { email });
	assert.equal(sent.location, '/glemt-passord?sendt');
	const link = await linkFor(email, earlier);
	assert.equal((await guest.get(link)).status, 200);
	assert.equal((await guest.post(link, { password: 'for kort' })).status, 422);
	assert.equal((await guest.post(link, { password: PASSWORD })).location, '/logg-inn');
	assert.equal((await old.get('/konto')).status, 303, 'the sessions of the account have ended');
	assert.equal((await guest.get(link)).status, 404);
	await guest.get('/glemt-passord');
	assert.equal((await guest.post(link, { password: `${PASSWORD}-igjen` })).status, 404);
	assert.equal((await visitor(email)).cookies.has('tilskudd'), true);
});

test('asking for a link says the same for an account that is not there', async () => {
	const guest = new Visitor();
	await guest.get('/glemt-passord');
	assert.equal((await guest.post('/glemt-passord', { email: 'ingen@demo.test' })).location, '/glemt-passord?sendt');
	await guest.get('/glemt-passord');
	assert.equal((await guest.post('/glemt-passord', { email: 'ikke en adresse' })).status, 422);
});

test('the language of the account is kept, and the page speaks it', async () => {
	const person = await visitor('admin@demo.test');
	await person.get('/konto');
	assert.equal((await person.post('/konto', { lang: 'nn' })).location, '/konto');
	assert.ok(words((await person.get('/konto')).body).includes('Språket er lagra.'));
	const elsewhere = await visitor('admin@demo.test');
	assert.match((await elsewhere.get('/konto', { 'accept-language': 'en' })).body, /<html lang="nn"/);
	await elsewhere.post('/konto', { lang: 'nb' });
	assert.equal((await elsewhere.post('/konto', { lang: 'klingon' })).status, 422);
});
