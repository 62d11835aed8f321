// later_files.test.mjs — attachments that follow after the application: sent from its own page, told in the log, seen by the officer.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Applicant, newCall, newOrganisation, pdf, readScheme, stateOf } from '../lib/applicant.mjs';
import { Staff } from '../lib/staff.mjs';
import { sql, words } from '../lib/visitor.mjs';

const schemeId = 'in-kunst-og-kulturinstitusjoner';
const scheme = readScheme(schemeId);
const slot = scheme.fields.find((field) => field.later);

// Everything but the file that may come later.
async function sentWithout() {
	const person = await Applicant.new();
	const id = await person.start(schemeId, newOrganisation(person.email, { kind: scheme.kind }), { call: newCall(schemeId) });
	const later = scheme.sections.map((section) => ({ ...section, fields: section.fields.map((field) => ({ ...field, required: field.later ? '' : field.required })) }));
	await person.fillAll(id, { ...scheme, sections: later });
	return { person, id };
}

const files = (id) => sql('select field, later from attachment where application_id = :v1 order by attachment_id', id);

async function upload(person, id, field, file, name) {
	await person.get(`/soknader/${id}`);
	const body = new FormData();
	for (const [key, value] of person.tokens(`/soknader/${id}/vedlegg`)) {
		body.append(key, value);
	}
	body.append(field, file, name);
	return person.request(`/soknader/${id}/vedlegg`, { method: 'POST', body });
}

test('what may come later stops nobody from sending, and is sent from the application\'s page', async () => {
	assert.ok(slot, `${schemeId} has an attachment that may come later`);
	const { person, id } = await sentWithout();
	const check = await person.get(`/soknader/${id}/kontroller`);
	assert.match(words(check.body), /Dette kan sendes senere, innen \d/);
	assert.equal((await upload(person, id, slot.id, pdf(), 'for-tidlig.pdf')).status, 404, 'a draft has its form for files');
	assert.equal((await person.send(id)).status, 303);
	assert.equal(stateOf(id), 'submitted');

	assert.match(words((await person.get(`/soknader/${id}`)).body), /Vedlegg som kan komme senere.*Mangler/);
	assert.equal((await upload(person, id, slot.id, new Blob(['MZ program']), 'regnskap.pdf')).status, 422);
	assert.match(words(person.page), /Feil: Denne typen fil kan vi ikke ta imot her/);
	assert.equal((await upload(person, id, slot.id, new Blob([]), '')).status, 422);
	assert.match(words(person.page), /Velg en fil først/);
	assert.equal((await upload(person, id, 'tittel', pdf(), 'x.pdf')).status, 422, 'a question that takes no file');
	assert.equal(files(id).filter(([, later]) => later === 't').length, 0);

	const sent = await upload(person, id, slot.id, pdf(), 'regnskap.pdf');
	assert.equal(sent.status, 303);
	assert.deepEqual(files(id).at(-1), [slot.id, 't']);
	assert.match(words((await person.get(`/soknader/${id}`)).body), /Kommet.*regnskap\.pdf/);
	assert.equal(sql("select count(*) from case_event where application_id = :v1 and kind = 'attachment'", id)[0][0], '1');
	assert.equal(sql('select api.event_verify(:v1) is null', id)[0][0], 't');
	assert.equal(sql('select document like $$%regnskap.pdf%$$ from application where application_id = :v1', id)[0][0], 'f', 'what was sent stays as it was');

	const now = words((await person.get(`/soknader/${id}/soknad`)).body);
	assert.match(now, /Med regnskap\.pdf, som kom .*Slik den ble sendt /);
	assert.match(now, /Versjon 2 av 2.*Vedlegg som kom senere regnskap\.pdf/);
	const first = await person.get(`/soknader/${id}/soknad?versjon=1`);
	assert.match(words(first.body), /Versjon 1 av 2/);
	assert.doesNotMatch(words(first.body).replace(/Med regnskap\.pdf, som kom/, ''), /regnskap\.pdf/, 'the first version has no file that came later');
	assert.match(first.body, /soknad\.pdf\?versjon=1"/);
	assert.equal((await person.get(`/soknader/${id}/soknad.pdf?versjon=1`)).status, 200);
	for (const wrong of ['3', '0', 'x', '99999999999']) {
		assert.equal((await person.get(`/soknader/${id}/soknad?versjon=${wrong}`)).status, 404, wrong);
	}
});

test('the officer sees what is missing, and when it came', async () => {
	const { person, id } = await sentWithout();
	assert.equal((await person.send(id)).status, 303);
	const officer = await Staff.new({ unit: 'kultur' });
	await officer.declare(id);
	const before = await officer.get(`/saker/${id}`);
	assert.match(words(before.body), /Vedlegg som kan komme senere.*Mangler/);
	assert.doesNotMatch(before.body, /Send vedlegget/, 'only the applicant sends');
	await upload(person, id, slot.id, pdf(), 'regnskap.pdf');
	const after = await officer.get(`/saker/${id}`);
	assert.match(words(after.body), /Kommet.*regnskap\.pdf/);
	assert.match(words(after.body), /Et vedlegg kom senere/);
	const foreign = await officer.request(`/soknader/${id}/vedlegg`, { method: 'POST', body: new FormData() });
	assert.notEqual(foreign.status, 303);

	const stranger = await Applicant.new();
	newOrganisation(stranger.email);
	assert.equal((await stranger.get(`/soknader/${id}`)).status, 404);
});

test('nothing follows once there is a decision', async () => {
	const { person, id } = await sentWithout();
	assert.equal((await person.send(id)).status, 303);
	await person.get(`/soknader/${id}`);
	sql("begin; set local session_replication_role = replica; update application set state = 'decided' where application_id = :v1; commit", id);
	const body = new FormData();
	for (const [key, value] of person.tokens(`/soknader/${id}/vedlegg`)) {
		body.append(key, value);
	}
	body.append(slot.id, pdf(), 'regnskap.pdf');
	const late = await person.request(`/soknader/${id}/vedlegg`, { method: 'POST', body });
	assert.equal(late.status, 409);
	assert.equal(files(id).filter(([, later]) => later === 't').length, 0);
	assert.doesNotMatch((await person.get(`/soknader/${id}`)).body, /Send vedlegget/);
});
