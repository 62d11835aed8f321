// deadline.test.mjs — a second before and after the deadline: nobody is shut out by a machine, and what is late is told as late.
// Days when the clock changes are moved to with the call's own times, and worked out in tests/unit/deadline_test.c.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { Applicant, newCall, newOrganisation, readyDraft, stateOf } from '../lib/applicant.mjs';
import { sql, words } from '../lib/visitor.mjs';

const scheme = 'in-inkludering-integrering';
const close = (call, when) => sql(`update call set opens_at = ${when} - interval '30 days', closes_at = ${when} where call_id = :v1`, call);
const late = (id) => sql('select late from application where application_id = :v1', id)[0][0] === 't';

test('sent in the last seconds before the deadline is in time', async () => {
	const call = newCall(scheme);
	const { person, id } = await readyDraft(scheme, { call });
	await person.get(`/soknader/${id}/kontroller`);
	const fields = person.formFields(`/soknader/${id}/send`);
	close(call, "clock_timestamp() + interval '1.5 seconds'");
	assert.equal((await person.post(`/soknader/${id}/send`, fields, { tokens: [] })).status, 303);
	assert.equal(late(id), false);
});

test('sent a second after is warned about, taken in and registered as late', async () => {
	const call = newCall(scheme);
	const { person, id } = await readyDraft(scheme, { call });
	close(call, "clock_timestamp() + interval '0.5 seconds'");
	await sleep(1500);
	const check = await person.get(`/soknader/${id}/kontroller`);
	assert.match(words(check.body), /Utkast, ikke sendt\. Fristen gikk ut/);
	assert.match(words(check.body), /Dette bør dere vite.*Fristen har gått ut.*registrert som for sen/);
	assert.equal((await person.send(id)).location, `/soknader/${id}/kvittering`);
	assert.equal(stateOf(id), 'submitted');
	assert.equal(late(id), true);
	assert.match(words((await person.get(`/soknader/${id}`)).body), /Søknaden kom .* etter fristen\. En saksbehandler vurderer om den kan tas med/);
});

test('the page stood open when the deadline passed: the text is saved and the warning comes before sending', async () => {
	const call = newCall(scheme);
	const person = await Applicant.new();
	const id = await person.start(scheme, newOrganisation(person.email), { call });
	const path = `/soknader/${id}/del/tiltaket`;
	await person.get(path);
	close(call, "clock_timestamp() - interval '1 second'");
	const saved = await person.post(path, [...person.filled(path, { tittel: 'Skrevet over fristen' }), ['go', 'list']], { tokens: [] });
	assert.equal(saved.status, 303);
	assert.match(words((await person.get(saved.location)).body), /Skrevet over fristen/);
});

test('a call that closed takes no new start from its page, and says when it closed', async () => {
	sql("update call set status = 'on-hold' where scheme_id = 'in-rammetilskudd-frivillige-kulturorganisasjoner' and closes_at > now()");
	const call = newCall('in-rammetilskudd-frivillige-kulturorganisasjoner');
	close(call, "clock_timestamp() - interval '1 hour'");
	const person = await Applicant.new();
	newOrganisation(person.email);
	const page = await person.get('/ordninger/in-rammetilskudd-frivillige-kulturorganisasjoner/start');
	assert.match(words(page.body), /Dere kan ikke søke nå\. Fristen gikk ut/);
	assert.ok(!page.body.includes('name="organisation"'));
	sql("update call set status = 'announced' where scheme_id = 'in-rammetilskudd-frivillige-kulturorganisasjoner' and status = 'on-hold'");
});

for (const [day, closes, told] of [
	['clocks go forward', "timestamptz '2027-03-29 00:00 Europe/Oslo'", '28. mars 2027 kl. 23.59'],
	['clocks go back', "timestamptz '2027-11-01 00:00 Europe/Oslo'", '31. oktober 2027 kl. 23.59'],
	['clocks go back, in the hour that comes twice', "timestamptz '2027-10-31 00:30+00'", '31. oktober 2027 kl. 02.30'],
]) {
	test(`the deadline on the day the ${day}`, async () => {
		const call = newCall(scheme);
		const person = await Applicant.new();
		const id = await person.start(scheme, newOrganisation(person.email), { call });
		sql(`update call set closes_at = ${closes} where call_id = :v1`, call);
		assert.ok(words((await person.get(`/soknader/${id}`)).body).includes(`Fristen er ${told} (om `), words(person.page).slice(0, 400));
	});
}
