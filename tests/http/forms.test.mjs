// forms.test.mjs — forms that are foreign, doubled, huge, broken or late: refused in words, and nothing written is lost.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { forms, PASSWORD, sql, visitor, Visitor, words } from '../lib/visitor.mjs';

const languageOf = (email) => sql(`select lang from app_user where email = '${email}'`)[0][0];
const endSessions = (email) => sql(`delete from session s using app_user u where u.user_id = s.user_id and u.email = '${email}'`);

test('a form without our token changes nothing', async () => {
	const person = await visitor('admin@demo.test');
	for (const tokens of [[], [['csrf', '']], [['csrf', 'A'.repeat(86)]], [['csrf', '%%%']]]) {
		const answer = await person.post('/konto', { lang: 'en' }, { tokens });
		assert.equal(answer.status, 403);
	}
	assert.equal(languageOf('admin@demo.test'), 'nb');
});

test("another person's token does not do", async () => {
	const one = await visitor('admin@demo.test');
	const other = await visitor('soker@demo.test');
	await other.get('/konto');
	assert.equal((await one.post('/konto', { lang: 'en' }, { tokens: other.tokens('/konto') })).status, 403);
	assert.equal(languageOf('admin@demo.test'), 'nb');
});

test('a form from another site changes nothing, even with the right token', async () => {
	const person = await visitor('admin@demo.test');
	await person.get('/konto');
	for (const headers of [{ origin: 'https://ond.test' }, { 'sec-fetch-site': 'cross-site' }, { 'sec-fetch-site': 'same-site' }]) {
		assert.equal((await person.post('/konto', { lang: 'en' }, { headers })).status, 403);
	}
	assert.equal(languageOf('admin@demo.test'), 'nb');
	assert.equal((await person.post('/konto', { lang: 'nb' }, { headers: { origin: process.env.BASE_URL } })).status, 303);
});

test('tokens differ from answer to answer', async () => {
	const person = await visitor('admin@demo.test');
	await person.get('/konto');
	const first = person.tokens('/konto');
	await person.get('/konto');
	const second = person.tokens('/konto');
	assert.notEqual(first[0][1], second[0][1]);
	assert.equal((await person.post('/konto', { lang: 'nb' }, { tokens: first })).status, 303);
	assert.equal((await person.post('/konto', { lang: 'nb' }, { tokens: second })).status, 303);
});

test('the same key and form get the first answer again, and are not done again', async () => {
	const person = await visitor('admin@demo.test');
	await person.get('/konto');
	const key = person.tokens('/konto');
	assert.equal((await person.post('/konto', { lang: 'nn' }, { tokens: key })).location, '/konto');
	await person.get('/konto');
	assert.equal((await person.post('/konto', { lang: 'nb' })).location, '/konto');
	const again = await person.post('/konto', { lang: 'nn' }, { tokens: key });
	assert.equal(again.status, 303);
	assert.equal(again.location, '/konto');
	assert.equal(languageOf('admin@demo.test'), 'nb', 'the second time nothing was done');
	assert.equal((await person.post('/konto', { lang: 'en' }, { tokens: key })).status, 303);
	assert.equal(languageOf('admin@demo.test'), 'en', 'another form with the same key is a new attempt');
	await person.get('/konto');
	await person.post('/konto', { lang: 'nb' });
});

test('two clicks at once are one', async () => {
	const person = await visitor('admin@demo.test');
	await person.get('/konto');
	const tokens = person.tokens('/konto');
	const answers = await Promise.all(Array.from({ length: 4 }, () => person.post('/konto', { lang: 'nb' }, { tokens })));
	assert.deepEqual(answers.map(({ status }) => status), [303, 303, 303, 303]);
});

test('a form without its key is told so', async () => {
	const person = await visitor('admin@demo.test');
	await person.get('/konto');
	const tokens = person.tokens('/konto').filter(([name]) => name === 'csrf');
	const answer = await person.post('/konto', { lang: 'nb' }, { tokens });
	assert.equal(answer.status, 422);
	assert.ok(words(answer.body).includes('last siden på nytt'));
});

test('2,000 fields are read, 3,000 refused in words', async () => {
	const person = await visitor('admin@demo.test');
	const fields = (n) => [['lang', 'nb'], ...Array.from({ length: n }, (_, i) => [`f${i}`, String(i)])];
	await person.get('/konto');
	assert.equal((await person.post('/konto', fields(1990))).status, 303);
	await person.get('/konto');
	const answer = await person.post('/konto', fields(3000));
	assert.equal(answer.status, 413);
	assert.ok(words(answer.body).includes('flere enn 2 000 felt'));
});

test('more than a megabyte of text is refused in words', async () => {
	const person = await visitor('admin@demo.test');
	await person.get('/konto');
	const answer = await person.post('/konto', { lang: 'nb', tekst: 'x'.repeat(1024 * 1024 + 1) });
	assert.equal(answer.status, 413);
	assert.ok(words(answer.body).includes('for lang'));
	await person.get('/konto');
	assert.equal((await person.post('/konto', { lang: 'nb', tekst: 'x'.repeat(1000 * 1024) })).status, 303);
});

test('bytes that are not UTF-8, other content types and broken bodies are refused in words', async () => {
	const person = await visitor('admin@demo.test');
	const send = (type, body) => person.request('/konto', { method: 'POST', headers: { 'content-type': type }, body });
	const cases = [
		['application/x-www-form-urlencoded', 'lang=nb&a=bl%E5', 'tegn vi ikke kan lese'],
		['application/json', '{"lang":"nb"}', 'format vi ikke kan lese'],
		['text/plain', 'lang=nb', 'format vi ikke kan lese'],
		['multipart/form-data; boundary=x', '--x\r\nContent-Disposition: form-data; name="lang"\r\n\r\nnb', 'ikke helt fram'],
		['multipart/form-data', 'lang=nb', 'ikke helt fram'],
	];
	for (const [type, body, told] of cases) {
		const answer = await send(type, body);
		assert.equal(answer.status, 422, type);
		assert.ok(words(answer.body).includes(told), `${type}: ${told}`);
	}
});

test('a multipart form does as well', async () => {
	const person = await visitor('admin@demo.test');
	await person.get('/konto');
	const body = new FormData();
	for (const [name, value] of [...person.tokens('/konto'), ['lang', 'nb']]) {
		body.append(name, value);
	}
	body.append('fil', new Blob(['x']), 'a.txt');
	assert.equal((await person.request('/konto', { method: 'POST', body })).status, 303);
});

test('a file over 20 MB is refused in words', async () => {
	const person = await visitor('admin@demo.test');
	await person.get('/konto');
	const body = new FormData();
	body.append('fil', new Blob([new Uint8Array(20 * 1024 * 1024 + 1)]), 'stor.pdf');
	const answer = await person.request('/konto', { method: 'POST', body });
	assert.equal(answer.status, 413);
	assert.ok(words(answer.body).includes('større enn 20 MB'));
});

// --- the session has ended while somebody was writing

const text = 'Første linje med «tegn» & <merker>.\nAndre linje, også den lang nok til å vises.';

test('text written while the session ended is still there after the login, and goes where it was going', async () => {
	const email = 'soker@demo.test';
	const person = await visitor(email);
	await person.get('/konto');
	endSessions(email);
	const asked = await person.post('/konto', [['lang', 'nb'], ['tekst', text], ['tekst', ''], ['æ ø', 'å']]);
	assert.equal(asked.status, 401);
	assert.ok(words(asked.body).includes('Teksten din er tatt vare på'));
	// A wrong password first: the text is carried on.
	const fields = () => person.form('/logg-inn').fields.filter(([name]) => !['email', 'password', 'csrf', 'form_key'].includes(name));
	assert.equal((await person.post('/logg-inn', [...fields(), ['email', email], ['password', 'feil']])).status, 422);
	const back = await person.post('/logg-inn', [...fields(), ['email', email], ['password', PASSWORD]]);
	assert.equal(back.status, 200);
	const kept = person.form('/konto').fields.filter(([name]) => !['csrf', 'form_key'].includes(name));
	assert.deepEqual(
		kept.map(([name, value]) => [name, value.replace(/\r\n/g, '\n')]),
		[['lang', 'nb'], ['tekst', text], ['tekst', ''], ['æ ø', 'å']],
	);
	assert.ok(words(back.body).includes('Andre linje, også den lang nok til å vises.'), 'the text can be read too');
	assert.equal((await person.post('/konto', kept)).location, '/konto', 'one button sends it on');
});

test('files that cannot be carried are named', async () => {
	const email = 'soker@demo.test';
	const person = await visitor(email);
	await person.get('/konto');
	const body = new FormData();
	for (const [name, value] of person.tokens('/konto')) {
		body.append(name, value);
	}
	body.append('fil', new Blob(['x']), 'årsmelding; 2026.pdf');
	endSessions(email);
	const asked = await person.request('/konto', { method: 'POST', body });
	assert.equal(asked.status, 401);
	assert.ok(words(asked.body).includes('årsmelding; 2026.pdf'));
});

test('a form nobody got from us is not carried past a login', async () => {
	const guest = new Visitor();
	const asked = await guest.post('/konto', { lang: 'en', tekst: text }, { tokens: [['csrf', 'A'.repeat(86)]] });
	assert.equal(asked.status, 401);
	assert.equal(asked.body.includes('bevart'), false);
	const crafted = await guest.post('/logg-inn', {
		email: 'soker@demo.test', password: PASSWORD, 'bevart.sti': '/finnes-ikke', 'bevart:lang': 'en' });
	assert.equal(crafted.status, 303, 'a form for a page that takes none is dropped');
});

test('a form from before another login in the same browser is kept, when the browser says it is ours', async () => {
	const person = await visitor('soker@demo.test');
	await person.get('/konto');
	const old = person.tokens('/konto');
	await person.post('/logg-ut', {}, { tokens: old });
	await person.login('soker@demo.test');
	const answer = await person.post('/konto', { lang: 'nb', tekst: text }, { tokens: old, headers: { origin: process.env.BASE_URL } });
	assert.equal(answer.status, 403);
	const kept = forms(answer.body).find(({ action }) => action === '/konto').fields;
	assert.deepEqual(kept.find(([name]) => name === 'tekst').map((t) => t.replace(/\r\n/g, '\n')), ['tekst', text]);
	assert.equal((await person.post('/konto', kept, { tokens: [] })).location, '/konto');
});

test('a login form that stood open too long is given anew', async () => {
	const guest = new Visitor();
	await guest.get('/logg-inn');
	guest.cookies.clear();
	const answer = await guest.post('/logg-inn', { email: 'soker@demo.test', password: PASSWORD });
	assert.equal(answer.location, '/logg-inn');
	assert.ok(words((await guest.get('/logg-inn')).body).includes('informasjonskapsler'));
});

test('control characters are taken out, also from names and searches', async () => {
	const page = await new Visitor().get('/ordninger?sok=a%00b%1Fc%3Cscript%3E');
	assert.equal(page.status, 200);
	assert.ok(page.body.includes('value="abc&lt;script&gt;"'));
});
