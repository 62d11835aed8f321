// fault_deadline.test.mjs — a second before and after the deadline on the days the clock changes, told to the millisecond; what
// is late is registered, and dismissed or let in by a person.
import assert from 'node:assert/strict';
import { request } from 'node:http';
import { test } from 'node:test';
import { newCall, readyDraft, stateOf } from '../lib/applicant.mjs';
import { sql, visitor, words } from '../lib/visitor.mjs';

const schemeId = 'in-inkludering-integrering';
const { RUN } = process.env;

// Asks Kore as nginx does, with the time that nginx would have written when the request's head came.
const askedAt = (person, received, path, fields) =>
	new Promise((resolve, reject) => {
		const body = new URLSearchParams(fields).toString();
		const asking = request({
			socketPath: `${RUN}/kore.sock`, path, method: 'POST',
			headers: {
				host: 'tilskudd.test', connection: 'close', 'x-received': (received / 1000).toFixed(3), 'x-request-id': 'deadline',
				'content-type': 'application/x-www-form-urlencoded', 'content-length': Buffer.byteLength(body),
				cookie: [...person.cookies].map(([k, v]) => `${k}=${v}`).join('; '),
			},
		}, (answer) => {
			let text = '';
			answer.setEncoding('utf8').on('data', (data) => (text += data)).on('end', () =>
				resolve({ status: answer.statusCode, location: answer.headers.location, body: text }));
		});
		asking.on('error', reject).end(body);
	});

const sentAt = async (person, id, received) => {
	const path = `/soknader/${id}/send`;
	await person.get(`/soknader/${id}/kontroller`);
	return askedAt(person, received, path, person.formFields(path));
};

const call = newCall(schemeId);
const application = async () => {
	sql("update call set opens_at = now() - interval '1 day', closes_at = now() + interval '30 days' where call_id = :v1", call);
	return readyDraft(schemeId, { call });
};
const closeAt = (when) =>
	sql("update call set opens_at = :'v2'::timestamptz - interval '30 days', closes_at = :'v2' where call_id = :v1", call, when);

// What people were told, the instant it is, and how the receipt tells the second before.
const deadlines = [
	['at the end of the day with 25 hours', '2026-10-26 00:00 Europe/Oslo', '2026-10-25T23:00:00Z', '25. oktober 2026 kl. 23.59'],
	['half past two, the first time', '2026-10-25 00:30 UTC', '2026-10-25T00:30:00Z', '25. oktober 2026 kl. 02.29'],
	['half past two, the second time', '2026-10-25 01:30 UTC', '2026-10-25T01:30:00Z', '25. oktober 2026 kl. 02.29'],
	['at noon, after the night that came twice', '2026-10-25 12:00 Europe/Oslo', '2026-10-25T11:00:00Z', '25. oktober 2026 kl. 11.59'],
	['at the end of the day with 23 hours', '2027-03-29 00:00 Europe/Oslo', '2027-03-28T22:00:00Z', '28. mars 2027 kl. 23.59'],
	['at three, when the clock goes from two to three', '2027-03-28 03:00 Europe/Oslo', '2027-03-28T01:00:00Z', '28. mars 2027 kl. 01.59'],
	['half past two, which the clock never shows', '2027-03-28 02:30 Europe/Oslo', '2027-03-28T01:30:00Z', '28. mars 2027 kl. 03.29'],
];

for (const [what, local, utc, told] of deadlines) {
	test(`the deadline ${what}: a second before is in time, the moment itself and a second after are late`, async () => {
		const closes = Date.parse(utc);
		for (const [offset, late] of [[-1000, 'f'], [-1, 'f'], [0, 't'], [1000, 't']]) {
			const { person, id } = await application();
			closeAt(local);
			const sent = await sentAt(person, id, closes + offset);
			assert.equal(`${sent.status} ${sent.location}`, `303 /soknader/${id}/kvittering`, `${offset} ms: never refused`);
			const [[state, isLate, at]] = sql(
				"select state, late, extract(epoch from submitted_at) * 1000 from application where application_id = :v1", id);
			assert.deepEqual([state, isLate, Number(at)], ['submitted', late, closes + offset], `${offset} ms`);
			const receipt = words((await person.get(`/soknader/${id}/kvittering`)).body);
			assert.equal(/etter fristen/.test(receipt), late === 't', `${offset} ms: the receipt tells`);
			if (offset === -1000) {
				assert.ok(receipt.includes(`Sendt ${told}`), receipt.match(/Sendt [^S]{0,40}/)?.[0]);
			}
		}
	});
}

test('the time is when the request began, not when a slow line had brought the last byte', async () => {
	const { person, id } = await application();
	await person.get(`/soknader/${id}/kontroller`);
	const path = `/soknader/${id}/send`;
	const body = new URLSearchParams(person.formFields(path)).toString();
	const base = new URL(process.env.BASE_URL);
	sql("update call set closes_at = clock_timestamp() + interval '1.2 seconds' where call_id = :v1", call);
	const answer = await new Promise((resolve, reject) => {
		const slow = request({
			host: base.hostname, port: base.port, path, method: 'POST',
			headers: {
				'content-type': 'application/x-www-form-urlencoded', 'content-length': Buffer.byteLength(body),
				cookie: [...person.cookies].map(([k, v]) => `${k}=${v}`).join('; '),
			},
		}, (got) => got.resume().on('end', () => resolve({ status: got.statusCode, location: got.headers.location })));
		slow.on('error', reject);
		slow.write(body.slice(0, 20));
		setTimeout(() => slow.end(body.slice(20)), 2500);
	});
	assert.equal(`${answer.status} ${answer.location}`, `303 /soknader/${id}/kvittering`);
	assert.equal(sql('select late from application where application_id = :v1', id)[0][0], 'f');
});

test('nobody sets the time from outside', async () => {
	const { person, id } = await application();
	await person.get(`/soknader/${id}/kontroller`);
	const path = `/soknader/${id}/send`;
	const fields = person.formFields(path);
	closeAt('2026-10-25 00:00 UTC');
	const sent = await person.post(path, fields, { tokens: [], headers: { 'x-received': '1700000000.000' } });
	assert.equal(sent.location, `/soknader/${id}/kvittering`);
	assert.equal(sql("select late and submitted_at > now() - interval '1 minute' from application where application_id = :v1", id)[0][0], 't');
});

// --- what a person does with it

const late = async () => {
	const { person, id } = await application();
	closeAt('2026-10-26 00:00 Europe/Oslo');
	await sentAt(person, id, Date.parse('2026-10-25T23:00:01Z'));
	const officer = await visitor('saksbehandler.samfunn@demo.test');
	const path = `/saker/${id}/formalkontroll`;
	await officer.get(`/saker/${id}`);
	assert.equal((await officer.post(`/saker/${id}/habilitet`, { svar: 'habil' })).status, 303);
	assert.ok(words((await officer.get(`/saker/${id}`)).body).includes('Kom etter fristen'));
	const page = await officer.get(path);
	assert.match(words(page.body), /Søknaden kom under ett minutt etter fristen/);
	return { person, officer, id, path };
};

test('a late application waits for a person, who may not pass it on without a word', async () => {
	const { officer, id, path } = await late();
	const silent = await officer.post(path, { resultat: 'complete', begrunnelse: '', sen: ' ' });
	assert.equal(silent.status, 422);
	assert.ok(words(silent.body).includes('Skriv hvorfor den likevel tas med'));
	assert.equal(stateOf(id), 'formal_check');
	assert.equal((await officer.post(path, { resultat: 'complete', sen: 'Portalen var nede den siste timen' })).status, 303);
	assert.equal(stateOf(id), 'assessing');
	assert.deepEqual(sql('select outcome, late_accepted_because from formal_check where application_id = :v1', id),
		[['complete', 'Portalen var nede den siste timen']]);
});

test('a late application is proposed dismissed by a person with a reason, and the applicant is not told before the letter', async () => {
	const { person, officer, id, path } = await late();
	assert.equal((await officer.post(path, { resultat: 'dismiss', begrunnelse: '' })).status, 422);
	await officer.get(path);
	assert.equal((await officer.post(path, { resultat: 'dismiss', begrunnelse: 'Kom etter fristen, og grunnen er ikke god nok' })).status, 303);
	assert.equal(stateOf(id), 'assessed');
	for (const page of [`/soknader/${id}`, '/soknader']) {
		const said = words((await person.get(page)).body);
		assert.ok(!/avvis|ikke god nok/i.test(said.replace(/vurderer om den kan tas med/, '')), `${page}: ${said.match(/.{60}avvis.{60}/i)?.[0]}`);
	}
});

test('an application that is in time has no field for why it was let in late', async () => {
	const { person, id } = await application();
	await person.send(id);
	const officer = await visitor('saksbehandler.samfunn@demo.test');
	await officer.get(`/saker/${id}`);
	await officer.post(`/saker/${id}/habilitet`, { svar: 'habil' });
	const page = await officer.get(`/saker/${id}/formalkontroll`);
	assert.ok(!page.body.includes('name="sen"'));
});
