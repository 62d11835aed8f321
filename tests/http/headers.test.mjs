// headers.test.mjs — what our pages say beside their content: caching, cookies, languages, and errors with a way on.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setCookies, visitor, Visitor, words } from '../lib/visitor.mjs';

const csp =
	"default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; font-src 'self'; " +
	"connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

test('pages, errors and ways on carry the security headers once', async () => {
	const guest = new Visitor();
	const answers = {
		page: await guest.get('/'),
		'not there': await guest.get('/finnes-ikke'),
		login: await guest.get('/konto'),
		refused: await guest.post('/konto', {}, { tokens: [], headers: { origin: 'https://ond.test' } }),
		method: await guest.post('/ordninger', {}),
	};
	for (const [what, { headers }] of Object.entries(answers)) {
		assert.equal(headers.get('content-security-policy'), csp, what);
		assert.equal(headers.get('x-content-type-options'), 'nosniff', what);
		assert.equal(headers.get('x-frame-options'), 'DENY', what);
	}
});

test('what is the same for everybody may be kept for a while, what is a person\'s never', async () => {
	const guest = new Visitor();
	assert.match((await guest.get('/ordninger')).headers.get('cache-control'), /^public, max-age=\d+$/);
	assert.match((await guest.get('/ordninger')).headers.get('vary'), /Cookie.*Accept-Language/);
	assert.equal((await guest.get('/logg-inn')).headers.get('cache-control'), 'no-store');
	assert.equal((await guest.get('/finnes-ikke')).headers.get('cache-control'), 'no-store');
	const person = await visitor('soker@demo.test');
	assert.equal((await person.get('/ordninger')).headers.get('cache-control'), 'no-store');
	assert.equal((await person.get('/konto')).headers.get('cache-control'), 'no-store');
});

test('a guest who only reads gets no cookie', async () => {
	const guest = new Visitor();
	for (const path of ['/', '/ordninger', '/personvern', '/finnes-ikke']) {
		await guest.get(path);
	}
	assert.equal(guest.cookies.size, 0);
});

test('cookies are for the server alone, and for this site alone', async () => {
	const guest = new Visitor();
	await guest.get('/logg-inn');
	const answer = await guest.post('/logg-inn', { email: 'soker@demo.test', password: 'Tilskudd-demo-2026' });
	const cookies = setCookies(answer.headers);
	assert.ok(cookies.some((cookie) => cookie.startsWith('tilskudd=')));
	for (const cookie of cookies) {
		assert.match(cookie, /; Path=\/; HttpOnly; SameSite=Lax/);
		assert.doesNotMatch(cookie, /Domain=/i);
	}
});

test('errors say what to do, give a person to call and the way home', async () => {
	const guest = new Visitor();
	const wanted = [
		[await guest.get('/finnes-ikke'), 404, 'Vi finner ikke siden'],
		[await guest.get('/ordninger/finnes-ikke'), 404, 'Vi finner ikke siden'],
		[await guest.post('/ordninger', {}), 405, 'Vi finner ikke siden'],
		[await guest.post('/logg-inn', {}, { headers: { origin: 'https://ond.test' } }), 403, 'Vi kan ikke ta imot dette'],
		[await guest.get(`/ordninger/${'x'.repeat(1700)}`), 404, 'Vi finner ikke siden'],
		[await guest.get('/%C3%B8%01'), 404, 'Vi finner ikke siden'],
	];
	for (const [{ status, body }, expected, heading] of wanted) {
		assert.equal(status, expected);
		assert.ok(words(body).includes(heading), `${status} says "${heading}"`);
		assert.match(body, /href="tel:/, `${status} gives a number to call`);
		assert.match(body, /<a class="button" href="\/">/, `${status} has a way home`);
	}
	assert.equal((await guest.post('/ordninger', {})).headers.get('allow'), 'GET, HEAD');
});

test('a page nobody may see and a page that is not there get the same answer', async () => {
	const person = await visitor('politiker@demo.test');
	const strip = (page) => page.replace(/[0-9a-f]{8,32}|value="[^"]*"|%2F[^"]*/g, '');
	const there = await person.get('/saker');
	const notThere = await person.get('/sakerx');
	assert.equal(there.status, 404);
	assert.equal(notThere.status, 404);
	assert.equal(strip(there.body), strip(notThere.body));
});

test('the language is the one chosen, else what the browser asks for', async () => {
	const guest = new Visitor();
	const title = async (language) => {
		const answer = await guest.get('/', language ? { 'accept-language': language } : {});
		return /<html lang="(\w+)"/.exec(answer.body)[1];
	};
	assert.equal(await title(), 'nb');
	assert.equal(await title('nn-NO,nn;q=0.9,nb;q=0.8,en;q=0.5'), 'nn');
	assert.equal(await title('de,en;q=0.7,nb;q=0.3'), 'en');
	assert.equal(await title('no'), 'nb');
	assert.equal(await title(';;q=,,=,;q=0.x'), 'nb');
	const chosen = await guest.get('/sprak?til=nn&tilbake=/ordninger?felt=kultur');
	assert.equal(chosen.status, 303);
	assert.equal(chosen.location, '/ordninger?felt=kultur');
	assert.equal(await title('en'), 'nn');
	assert.equal((await guest.get('/sprak?til=tysk&tilbake=//ond.test')).location, '/');
	assert.equal(await title('en'), 'nn');
});

test('HEAD answers as GET, without the page', async () => {
	const answer = await new Visitor().request('/ordninger', { method: 'HEAD' });
	assert.equal(answer.status, 200);
	assert.equal(answer.body, '');
});
