// server.test.mjs — nginx, Kore and PostgreSQL together: health, headers on every answer, limits, and faults survived.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync, writeFileSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { test } from 'node:test';

const { BASE_URL, PORT, RUN } = process.env;

// One request, byte for byte as given; answers everything that came back.
const raw = (bytes) =>
	new Promise((resolve, reject) => {
		const socket = connect(Number(PORT), '127.0.0.1');
		let answer = '';
		socket.setTimeout(20000, () => socket.destroy(new Error('no answer in 20 seconds')));
		socket.on('data', (data) => (answer += data.toString('latin1')));
		socket.on('end', () => resolve(answer));
		socket.on('error', (error) => (answer === '' ? reject(error) : resolve(answer)));
		socket.write(bytes); // not end(): nginx takes a half-closed connection for one given up
	});

const head = (lines) => `${lines.join('\r\n')}\r\n\r\n`;
const pid = (name) => Number(readFileSync(`${RUN}/${name}.service`, 'utf8'));

const until = async (what, check) => {
	for (let i = 0; i < 150; i++) {
		if (await check()) {
			return;
		}
		await sleep(100);
	}
	assert.fail(`not within 15 seconds: ${what}`);
};
const health = async () => (await fetch(`${BASE_URL}/helse`).catch(() => ({ status: 0 }))).status;

const secured = (headers, what) => {
	const expected = {
		'content-security-policy':
			"default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; font-src 'self'; " +
			"connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
		'x-content-type-options': 'nosniff',
		'referrer-policy': 'same-origin',
		'cross-origin-opener-policy': 'same-origin',
	};
	for (const [name, value] of Object.entries(expected)) {
		// A header sent twice would be joined by a comma.
		assert.equal(headers.get(name), value, `${name} on ${what}`);
	}
	assert.match(headers.get('permissions-policy') ?? '', /geolocation=\(\)/, `permissions-policy on ${what}`);
	assert.equal(headers.get('strict-transport-security'), null, `no HSTS over plain HTTP on ${what}`);
};

test('the health page answers 200 when the database does', async () => {
	assert.equal(await health(), 200);
});

test('every kind of answer carries the security headers once', async () => {
	const answers = {
		'a page': await fetch(`${BASE_URL}/helse`),
		'a page that is not there': await fetch(`${BASE_URL}/finnes-ikke`),
		'a file': await fetch(`${BASE_URL}/error.css`),
		'a file that is not there': await fetch(`${BASE_URL}/assets/css/finnes-ikke.css`),
		'a method nobody uses': await fetch(`${BASE_URL}/`, { method: 'DELETE' }),
		'an address that is too long': await fetch(`${BASE_URL}/${'x'.repeat(3000)}`),
		'a body that is too large': await fetch(`${BASE_URL}/logg-inn`, {
			method: 'POST',
			body: 'x'.repeat(26 * 1024 * 1024),
		}),
	};
	for (const [what, answer] of Object.entries(answers)) {
		secured(answer.headers, what);
		await answer.arrayBuffer();
	}
});

test('no log keeps an address that is a key, a search or a person, whatever goes wrong on the way', async () => {
	const big = 'x'.repeat(26 * 1024 * 1024);
	for (const address of ['/nytt-passord/hemmeligord-lenke', '/uttalelse/hemmeligord-lenke', '/logg-inn?tilbake=/hemmeligord', '/hemmeligord']) {
		assert.equal((await fetch(BASE_URL + address, { method: 'POST', body: big })).status, 413);
	}
	await fetch(`${BASE_URL}/assets/css/hemmeligord.css`);
	for (const name of readdirSync(`${process.env.TILSKUDD_DATA}/log`).filter((file) => file !== 'access.log')) {
		assert.equal(readFileSync(`${process.env.TILSKUDD_DATA}/log/${name}`, 'utf8').includes('hemmeligord'), false, name);
	}
	assert.equal(readFileSync(`${process.env.TILSKUDD_DATA}/log/access.log`, 'utf8').includes('hemmeligord-lenke'), false);
});

test('errors that nginx makes are told in Norwegian and English, with a way on', async () => {
	const wanted = [
		[await fetch(`${BASE_URL}/assets/css/finnes-ikke.css`), 404, 'Fant ikke siden'],
		[await fetch(`${BASE_URL}/`, { method: 'PUT' }), 405, 'Forespørselen ble ikke forstått'],
		[await fetch(`${BASE_URL}/${'x'.repeat(3000)}`), 414, 'Forespørselen ble ikke forstått'],
		[
			await fetch(`${BASE_URL}/logg-inn`, { method: 'POST', body: 'x'.repeat(26 * 1024 * 1024) }),
			413,
			'Filen er for stor',
		],
	];
	for (const [answer, status, heading] of wanted) {
		assert.equal(answer.status, status);
		const page = await answer.text();
		assert.ok(page.includes(heading), `${status} says "${heading}"`);
		assert.ok(page.includes('lang="nn"') && page.includes('lang="en"'), `${status} in all languages`);
		assert.ok(page.includes('<a href="/">'), `${status} has a way on`);
	}
});

test('headers with bytes outside ASCII are left out, and the page is answered', async () => {
	for (const name of ['Cookie', 'Referer', 'Accept-Language', 'If-None-Match', 'X-Noe']) {
		const answer = await raw(head(['GET /helse HTTP/1.1', 'Host: a.test', `${name}: s\u00f8knad`, 'Connection: close']));
		assert.match(answer, /^HTTP\/1\.1 200 /, name);
	}
});

test('forty headers are no reason to lose the last one', async () => {
	const many = Array.from({ length: 40 }, (_, i) => `X-Felt-${i}: ${i}`);
	const answer = await raw(head(['GET /helse HTTP/1.1', 'Host: a.test', ...many, 'Connection: close']));
	assert.match(answer, /^HTTP\/1\.1 200 /);
});

test('a body longer than its stated length ends at that length', async () => {
	const answer = await raw(
		`${head(['POST /helse HTTP/1.1', 'Host: a.test', 'Content-Length: 1', 'Connection: close'])}${'x'.repeat(200000)}`,
	);
	assert.match(answer, /^HTTP\/1\.1 \d\d\d /);
	assert.equal(await health(), 200);
});

test('two lengths, a broken request line and no host are refused', async () => {
	const broken = [
		head(['POST /helse HTTP/1.1', 'Host: a.test', 'Content-Length: 1', 'Content-Length: 2', 'Connection: close']),
		head(['GET']),
		head(['GET /helse HTTP/1.1', 'Connection: close']),
		head(['POST /helse HTTP/1.1', 'Host: a.test', 'Transfer-Encoding: chunked', 'Content-Length: 3']),
	];
	for (const request of broken) {
		assert.match(await raw(request), /^HTTP\/1\.1 400 /, request.slice(0, 60));
	}
	assert.equal(await health(), 200);
});

test('a killed worker is replaced', async () => {
	const { execFileSync } = await import('node:child_process');
	const children = execFileSync('ps', ['-o', 'pid=,args=', '--ppid', String(pid('kore'))], { encoding: 'utf8' });
	const worker = Number(/^\s*(\d+) .*wrk 1/m.exec(children)[1]);
	process.kill(worker, 'SIGKILL');
	for (let i = 0; i < 20; i++) {
		assert.equal(await health(), 200);
	}
});

test('a killed server is started again', async () => {
	const before = pid('kore');
	process.kill(before, 'SIGKILL');
	await until('Kore has a new process', () => pid('kore') !== before);
	await until('the health page answers 200', async () => (await health()) === 200);
});

test('the database restarted under a running server: the next request works', async () => {
	const before = pid('postgres');
	process.kill(before, 'SIGINT');
	await until('PostgreSQL has a new process', () => pid('postgres') !== before);
	await until('the health page answers 200', async () => (await health()) === 200);
	for (let i = 0; i < 20; i++) {
		assert.equal(await health(), 200);
	}
});

test('with the database down the health page says 503, and 200 again when it is back', async () => {
	const before = pid('postgres');
	writeFileSync(`${RUN}/hold.postgres`, '');
	try {
		process.kill(before, 'SIGINT');
		await until('the health page answers 503', async () => (await health()) === 503);
		secured((await fetch(`${BASE_URL}/helse`)).headers, 'an answer without a database');
	} finally {
		rmSync(`${RUN}/hold.postgres`);
	}
	await until('the health page answers 200', async () => (await health()) === 200);
});

test('Kore starts while the database is down', async () => {
	writeFileSync(`${RUN}/hold.postgres`, '');
	try {
		process.kill(pid('postgres'), 'SIGINT');
		const before = pid('kore');
		process.kill(before, 'SIGTERM');
		await until('Kore has a new process', () => pid('kore') !== before);
		await until('the health page answers 503', async () => (await health()) === 503);
	} finally {
		rmSync(`${RUN}/hold.postgres`);
	}
	await until('the health page answers 200', async () => (await health()) === 200);
});
