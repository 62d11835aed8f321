// application_submit.test.mjs — checking and sending: once, whole, by somebody who may, and exactly what was seen.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Applicant, newMember, newOrganisation, readScheme, readyDraft, stateOf, stored, validAnswers } from '../lib/applicant.mjs';
import { sql, words } from '../lib/visitor.mjs';

const count = (query, ...values) => Number(sql(query, ...values)[0][0]);

test('an empty draft is not sent: every missing answer has its link', async () => {
	const person = await Applicant.new();
	const id = await person.start('in-kulturaktivitet-barn-ungdom', newOrganisation(person.email));
	const page = await person.get(`/soknader/${id}/kontroller`);
	assert.match(words(page.body), /Du må rette \d+ ting før du kan sende/);
	assert.ok(page.body.includes(`href="/soknader/${id}/del/tiltaket?tilbake=kontroller#f-tittel"`));
	assert.ok(!page.body.includes(`action="/soknader/${id}/send"`), 'no button to press in vain');
	const forced = await person.post(`/soknader/${id}/send`, { version: 1 });
	assert.equal(forced.status, 422);
	assert.match(forced.body, /<title>Feil:/);
	assert.equal(stateOf(id), 'draft');
	// The section then says the same beside the field, and leads back.
	const section = await person.get(`/soknader/${id}/del/tiltaket?tilbake=kontroller`);
	assert.match(section.body, /href="#f-tittel"/);
	const back = await person.fill(`/soknader/${id}/del/tiltaket?tilbake=kontroller`, { ...validAnswers(readScheme('in-kulturaktivitet-barn-ungdom')), soknadssum: '40 000' });
	assert.equal(back.location, `/soknader/${id}/kontroller`);
});

test('a financing plan one krone off is told in kroner and not sent', async () => {
	const { person, id, scheme } = await readyDraft();
	const table = scheme.fields.find(({ type }) => type === 'financing-table').id;
	const section = scheme.sections.find(({ fields }) => fields.some(({ id: field }) => field === table)).id;
	const path = `/soknader/${id}/del/${section}`;
	for (const [sum, told] of [[scheme.costs - scheme.applied - 1, '1\u00a0kr lavere'], [scheme.costs - scheme.applied + 1, '1\u00a0kr høyere']]) {
		const saved = await person.fill(path, { [`${table}.0.cash`]: String(sum) });
		assert.equal(saved.status, 422);
		assert.ok(saved.body.includes(`Finansieringen er ${told} enn kostnadene`), words(saved.body).slice(0, 600));
		const check = await person.get(`/soknader/${id}/kontroller`);
		assert.ok(check.body.includes(`Finansieringen er ${told} enn kostnadene`));
		const [[version]] = sql('select version from application where application_id = :v1', id);
		assert.equal((await person.post(`/soknader/${id}/send`, { version })).status, 422);
	}
	assert.equal(stateOf(id), 'draft');
	assert.equal((await person.fill(path, { [`${table}.0.cash`]: String(scheme.costs - scheme.applied) })).status, 303);
	assert.equal((await person.send(id)).status, 303);
});

test('a double click on send is one application', async () => {
	const { person, id } = await readyDraft();
	const path = `/soknader/${id}/send`;
	await person.get(`/soknader/${id}/kontroller`);
	const fields = person.formFields(path);
	const answers = await Promise.all(Array.from({ length: 5 }, () => person.post(path, fields, { tokens: [] })));
	assert.deepEqual(answers.map(({ status, location }) => `${status} ${location}`), Array(5).fill(`303 /soknader/${id}/kvittering`));
	assert.equal(count("select count(*) from case_event where application_id = :v1 and kind = 'submitted'", id), 1);
	assert.equal(count('select count(*) from mail where to_address = :\'v1\'', person.email), 1);
	assert.equal(count('select count(*) from draft_answer where application_id = :v1', id), 0);
	// Two windows, each with a key of its own.
	await person.get('/konto');
	const [[version]] = sql('select version from application where application_id = :v1', id);
	assert.equal((await person.post(path, { version })).location, `/soknader/${id}/kvittering`);
});

test('two windows press send at the same moment: one application, both are told', async () => {
	const { person, organisation, id } = await readyDraft();
	const other = await Applicant.new();
	newMember(organisation, other.email, true);
	const path = `/soknader/${id}/send`;
	const sending = [];
	for (const one of [person, other]) {
		await one.get(`/soknader/${id}/kontroller`);
		sending.push([one, one.formFields(path)]);
	}
	const answers = await Promise.all(sending.map(([one, fields]) => one.post(path, fields, { tokens: [] })));
	assert.deepEqual(answers.map(({ location }) => location), Array(2).fill(`/soknader/${id}/kvittering`));
	assert.equal(count("select count(*) from case_event where application_id = :v1 and kind = 'submitted'", id), 1);
});

test('changed since it was checked: shown as it is now, and not sent', async () => {
	const { person, id } = await readyDraft();
	const path = `/soknader/${id}/send`;
	await person.get(`/soknader/${id}/kontroller`);
	const seen = person.formFields(path);
	await person.fill(`/soknader/${id}/del/tiltaket`, { tittel: 'Et helt nytt navn' });
	const answer = await person.post(path, seen, { tokens: [] });
	assert.equal(answer.status, 409);
	assert.match(words(answer.body), /endret i et annet vindu.*Et helt nytt navn/);
	assert.equal(stateOf(id), 'draft');
	assert.equal((await person.post(path, person.formFields(path), { tokens: [] })).location, `/soknader/${id}/kvittering`);
});

test('back in the browser after sending: an edit is refused in words and changes nothing', async () => {
	const { person, id } = await readyDraft();
	const path = `/soknader/${id}/del/tiltaket`;
	await person.get(path);
	const old = [...person.filled(path, { tittel: 'Endret etterpå' }), ['go', 'next']];
	assert.equal((await person.send(id)).status, 303);
	const document = () => sql('select document_hash, title, version from application where application_id = :v1', id)[0].join(' ');
	const before = document();
	const answer = await person.post(path, old, { tokens: [] });
	assert.equal(answer.status, 409);
	assert.match(words(answer.body), /endret siden/i);
	assert.equal((await person.post(path, [...old.filter(([name]) => name !== 'form_key'), ['form_key', 'en-helt-annen-nokkel'], ['autosave', '1']], { tokens: [] })).status, 409);
	assert.equal((await person.post(`/soknader/${id}/slett`, {}, { tokens: (await person.get('/konto'), person.tokens('/konto')) })).status, 409);
	assert.equal(document(), before);
	for (const rest of ['/del/tiltaket', '/alt', '/kontroller', '/slett']) {
		assert.equal((await person.get(`/soknader/${id}${rest}`)).location, `/soknader/${id}`, rest);
	}
});

test('who may not sign can write, and is told what to do instead of sending', async () => {
	const { person, organisation, id } = await readyDraft();
	const helper = await Applicant.new();
	newMember(organisation, helper.email, false);
	const page = await helper.get(`/soknader/${id}/kontroller`);
	assert.match(words(page.body), /Du har ikke rett til å sende.*Be en som kan signere/);
	assert.ok(!page.body.includes(`/soknader/${id}/send"`));
	const [[version]] = sql('select version from application where application_id = :v1', id);
	assert.equal((await helper.post(`/soknader/${id}/send`, { version })).status, 403);
	assert.equal(stateOf(id), 'draft');
	assert.equal((await person.send(id)).status, 303);
});

test('a version that is none sends nothing', async () => {
	const { person, id } = await readyDraft();
	await person.get(`/soknader/${id}/kontroller`);
	for (const version of ['', 'x', '1e3', '999999999999', '-1', '0']) {
		const answer = await person.post(`/soknader/${id}/send`, version === '' ? {} : { version });
		assert.ok([409, 422].includes(answer.status), `${version}: ${answer.status}`);
	}
	assert.equal(stateOf(id), 'draft');
});

test('what was sent is what is kept: document, plans, municipalities, goals, receipt, log and e-mail', async () => {
	const { person, id, scheme, organisation } = await readyDraft();
	await person.fill(`/soknader/${id}/del/tiltaket`, { tittel: 'Språkkafé på «Furulia» & omegn', kommuner: ['all'] });
	await person.send(id);
	const [[number, title, document]] = sql(
		"select number, title, position('Språkkafé på «Furulia» &amp; omegn' in document) > 0 from application where application_id = :v1", id);
	assert.match(number, /^\d{4}-\d{5}$/);
	assert.equal(title, 'Språkkafé på «Furulia» & omegn');
	assert.equal(document, 't');
	assert.equal(count('select count(*) from application_municipality where application_id = :v1', id), 46, 'the whole county');
	assert.equal(count('select count(*) from application_goal where application_id = :v1', id), scheme.goals.length);
	assert.equal(count("select sum(case side when 'cost' then 1 else -1 end * (cash_ore + own_ore)) from budget_line where application_id = :v1", id), 0);
	assert.equal(count('select count(*) from application where application_id = :v1 and api.event_verify(application_id) is null', id), 1);
	assert.match(sql("select subject || ' ' || body from mail where to_address = :'v1'", person.email).join(' '), new RegExp(number));
	const mine = words((await person.get(`/soknader/${id}`)).body);
	for (const text of [number, 'Sendt', 'Kari Prøve', 'Dere får svar innen', organisation.name, 'Hele fylket']) {
		assert.ok(mine.includes(text), text);
	}
	assert.ok(words((await person.get(`/soknader/${id}/kvittering`)).body).includes('offentlig dokument'));
	assert.equal(stored(id, 'tittel'), undefined);
});
