// fault_twice.test.mjs — the same thing done twice, in two windows, after going back, or after the session has ended: one
// application, one answer, and nothing that was written is lost.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { Applicant, newCall, newMember, newOrganisation, pdf, readScheme, readyDraft, stateOf, stored, validAnswers } from '../lib/applicant.mjs';
import { sql, words } from '../lib/visitor.mjs';

const schemeId = 'in-kulturaktivitet-barn-ungdom';
const scheme = readScheme(schemeId);
const answers = validAnswers(scheme);
const call = newCall(schemeId);
const has = (...types) => scheme.sections.find(({ fields }) => types.every((type) => fields.some((f) => f.type === type)));
const section = has('text', 'long-text');
const attaching = has('attachment');
const fileField = attaching.fields.find(({ type }) => type === 'attachment').id;
const long = section.fields.find(({ type }) => type === 'long-text').id;
const title = section.fields.find(({ type }) => type === 'text').id;
const pathOf = (id) => `/soknader/${id}/del/${section.id}`;
const count = (query, id) => Number(sql(query, id)[0][0]);

const draft = async (changes) => {
	const person = await Applicant.new();
	const organisation = newOrganisation(person.email, { kind: scheme.kind });
	const id = await person.start(schemeId, organisation, { call });
	if (changes) {
		assert.equal((await person.fill(pathOf(id), { ...answers, ...changes })).status, 303);
	}
	return { person, organisation, id };
};

// Another window of the same browser.
const windowOf = (person) => {
	const other = new Applicant();
	other.cookies = person.cookies;
	other.email = person.email;
	return other;
};

// --- twice at once

test('send pressed four times at once: one application, one number, one letter, and the same answer to all', async () => {
	const { person, id } = await readyDraft(schemeId, { call });
	const path = `/soknader/${id}/send`;
	await person.get(`/soknader/${id}/kontroller`);
	const fields = person.formFields(path);
	const answered = await Promise.all(Array.from({ length: 4 }, () => person.post(path, fields, { tokens: [] })));
	assert.deepEqual(answered.map(({ status, location }) => `${status} ${location}`), Array(4).fill(`303 /soknader/${id}/kvittering`));
	assert.equal(stateOf(id), 'submitted');
	assert.equal(count("select count(*) from case_event where application_id = :v1 and kind = 'submitted'", id), 1);
	const [[number]] = sql('select number from application where application_id = :v1', id);
	assert.equal(count("select count(*) from mail where subject like '%' || :'v1'", number), 1);
	assert.equal(count("select count(*) from application where organisation_id = (select organisation_id from application where application_id = :v1)", id), 1);
});

test('an application begun twice at once is one draft', async () => {
	const person = await Applicant.new();
	const organisation = newOrganisation(person.email, { kind: scheme.kind });
	const path = `/ordninger/${schemeId}/start`;
	const windows = Array.from({ length: 4 }, () => windowOf(person));
	for (const one of windows) {
		await one.get(path);
	}
	const begun = await Promise.all(windows.map((one) => one.post(path, { call, organisation: organisation.id, lang: 'nb' })));
	assert.deepEqual(begun.map(({ status }) => status), [303, 303, 303, 303]);
	assert.equal(new Set(begun.map(({ location }) => location)).size, 1);
	assert.equal(count('select count(*) from application where organisation_id = :v1', organisation.id), 1);
});

test('a file sent twice with the same press is one file', async () => {
	const { person, id } = await draft();
	const path = `/soknader/${id}/del/${attaching.id}`;
	await person.get(path);
	const fields = person.formFields(path);
	const once = () => {
		const body = new FormData();
		fields.forEach(([name, value]) => body.append(name, value));
		body.append(fileField, pdf(), 'plan.pdf');
		body.append('upload', fileField);
		return person.request(path, { method: 'POST', body });
	};
	assert.deepEqual((await Promise.all([once(), once(), once()])).map(({ status }) => status), [303, 303, 303]);
	assert.equal(count('select count(*) from attachment where application_id = :v1', id), 1);
});

// --- going back

test('back, edit, save again: the new text is kept or shown with the old, and never dropped', async () => {
	const { person, id } = await draft();
	const path = pathOf(id);
	await person.get(path);
	const page = person.page;
	const first = person.filled(path, { ...answers, [long]: 'Første versjon' });
	assert.equal((await person.post(path, [...first, ['go', 'next']], { tokens: [] })).status, 303);
	assert.equal(stored(id, long), 'Første versjon');
	person.page = page; // as the browser's own history gives it
	const edited = person.filled(path, { ...answers, [long]: 'Andre versjon' });
	const answer = await person.post(path, [...edited, ['go', 'next']], { tokens: [] });
	if (answer.status === 422) {
		assert.ok(answer.body.includes('Andre versjon'), 'what was written stands in the field');
		assert.ok(words(answer.body).includes('Første versjon'), 'beside what was saved');
		assert.equal((await person.post(path, [...person.formFields(path), ['go', 'next']], { tokens: [] })).status, 303);
	}
	assert.equal(stored(id, long), 'Andre versjon');
});

test('the same form sent again after going back is not a change', async () => {
	const { person, id } = await draft();
	const path = pathOf(id);
	await person.get(path);
	const fields = [...person.filled(path, { ...answers, [long]: 'Lik' }), ['go', 'next']];
	const first = await person.post(path, fields, { tokens: [] });
	const version = count('select version from application where application_id = :v1', id);
	const again = await person.post(path, fields, { tokens: [] });
	assert.deepEqual([again.status, again.location], [first.status, first.location]);
	assert.equal(count('select version from application where application_id = :v1', id), version);
});

test('back to the form after sending: told that it is sent, and nothing of it changes', async () => {
	const { person, id } = await readyDraft(schemeId, { call });
	const path = pathOf(id);
	await person.get(path);
	const fields = [...person.filled(path, { ...answers, [long]: 'Etter sending' }), ['go', 'next']];
	assert.equal((await person.send(id)).status, 303);
	const document = sql('select document_hash from application where application_id = :v1', id)[0][0];
	const late = await person.post(path, fields, { tokens: [] });
	assert.equal(late.status, 409);
	assert.equal(sql('select document_hash from application where application_id = :v1', id)[0][0], document);
	assert.equal(count('select count(*) from draft_answer where application_id = :v1', id), 0);
	for (const rest of ['/alt', '/kontroller', '/slett', `/del/${section.id}`]) {
		assert.equal((await person.get(`/soknader/${id}${rest}`)).location, `/soknader/${id}`, rest);
	}
	await person.get('/konto');
	const gone = await person.post(`/soknader/${id}/slett`, {}, { tokens: person.tokens('/logg-ut').concat([['form_key', 'slett']]) });
	assert.equal(gone.status, 409, 'what is sent is not thrown away');
	assert.equal(stateOf(id), 'submitted');
});

// --- two windows

test('two windows on different parts do not meet', async () => {
	const { person, id } = await draft();
	const other = windowOf(person);
	const contact = scheme.sections.find(({ fields }) => fields.some(({ type }) => type === 'email'));
	const second = `/soknader/${id}/del/${contact.id}`;
	await person.get(pathOf(id));
	await other.get(second);
	const one = [...person.filled(pathOf(id), { ...answers, [long]: 'Her' }), ['go', 'next']];
	const two = [...other.filled(second, answers), ['go', 'next']];
	const both = await Promise.all([person.post(pathOf(id), one, { tokens: [] }), other.post(second, two, { tokens: [] })]);
	assert.deepEqual(both.map(({ status }) => status), [303, 303]);
	assert.equal(stored(id, long), 'Her');
	assert.equal(stored(id, contact.fields.find(({ type }) => type === 'email').id), 'kontakt@lag.test');
});

test('two people of one organisation write at once: every field of both is there', async () => {
	const { person, organisation, id } = await draft();
	const colleague = await Applicant.new();
	newMember(organisation, colleague.email, false);
	const path = pathOf(id);
	await person.get(path);
	await colleague.get(path);
	const a = [...person.filled(path, { [title]: 'Vår tittel' }), ['go', 'list']];
	const b = [...colleague.filled(path, { [long]: 'Vår tekst' }), ['go', 'list']];
	await Promise.all([person.post(path, a, { tokens: [] }), colleague.post(path, b, { tokens: [] })]);
	assert.equal(stored(id, title), 'Vår tittel');
	assert.equal(stored(id, long), 'Vår tekst');
	const refused = await colleague.post(`/soknader/${id}/send`, { version: '1' }, { tokens: colleague.tokens(path).filter(([n]) => n === 'csrf').concat([['form_key', 'x']]) });
	assert.ok([403, 409, 422].includes(refused.status), 'who may not sign, may not send');
	assert.equal(stateOf(id), 'draft');
});

test('thrown away in one window while written in another: told, and the text can still be read on the page before', async () => {
	const { person, id } = await draft();
	const path = pathOf(id);
	const other = windowOf(person);
	await other.get(path);
	const fields = [...other.filled(path, { ...answers, [long]: 'Hjemløs' }), ['go', 'next']];
	await person.get(`/soknader/${id}/slett`);
	assert.equal((await person.post(`/soknader/${id}/slett`, {})).location, '/soknader');
	assert.equal((await other.post(path, fields, { tokens: [] })).status, 404);
	assert.equal((await other.get(path)).status, 404);
});

// --- the session ends

test('the session ends while a save runs by itself: told by its status, so that the script keeps the text', async () => {
	const { person, id } = await draft();
	const path = pathOf(id);
	await person.get(path);
	const fields = [...person.filled(path, { ...answers, [long]: 'I bakgrunnen' }), ['autosave', '1']];
	const saved = await person.post(path, fields, { tokens: [] });
	assert.equal(saved.status, 200);
	assert.match(saved.body, /^\d+$/);
	assert.equal(stored(id, long), 'I bakgrunnen');
	sql("delete from session s using app_user u where u.user_id = s.user_id and u.email = :'v1'", person.email);
	assert.equal((await person.post(path, fields, { tokens: [] })).status, 401);
});

test('a session asleep for two hours, or twelve hours old, has ended', async () => {
	for (const change of ["seen_at = now() - interval '2 hours 1 minute'", "expires_at = now() - interval '1 second'"]) {
		const { person, id } = await draft();
		sql(`update session s set ${change} from app_user u where u.user_id = s.user_id and u.email = :'v1'`, person.email);
		assert.equal((await person.get(`/soknader/${id}`)).location, `/logg-inn?tilbake=/soknader/${id}`);
	}
});

// --- somebody else's

test('every page of an application is not there for another applicant, draft or sent', async () => {
	const { person: owner, id: draftId } = await draft({ [long]: 'Hemmelig plan' });
	const { id: sentId, person: sender } = await readyDraft(schemeId, { call });
	await sender.send(sentId);
	await owner.upload(`/soknader/${draftId}/del/${attaching.id}`, fileField, pdf(), 'hemmelig.pdf');
	const [[file]] = sql('select attachment_id from attachment where application_id = :v1', draftId);
	const stranger = await Applicant.new();
	newOrganisation(stranger.email, { kind: scheme.kind });
	await stranger.get('/konto');
	const tokens = stranger.tokens('/konto');
	const here = dirname(fileURLToPath(import.meta.url));
	const pages = [...readFileSync(join(here, '../../src/web/routes.c'), 'utf8').matchAll(/^PAGE\((\w+),\s*"(\/soknader\/:id[^"]*)"/gm)];
	assert.ok(pages.length >= 10);
	for (const [, method, address] of pages) {
		for (const id of [draftId, sentId]) {
			const path = address.replace(':id', id).replace(':section', section.id).replace(':attachment', file);
			const answer = method === 'GET' ? await stranger.get(path)
				: await stranger.post(path, { version: '1', fields: long, [long]: 'overtatt', go: 'next' }, { tokens });
			assert.equal(answer.status, 404, `${method} ${path}`);
			assert.ok(!answer.body.includes('Hemmelig'));
		}
	}
	assert.equal(stored(draftId, long), 'Hemmelig plan');
	assert.equal(stateOf(draftId), 'draft');
	assert.ok(!(await stranger.get('/soknader')).body.includes(`/soknader/${sentId}`));
});

test('a file of one’s own other application is not reached through the wrong number', async () => {
	const { person, organisation, id } = await draft();
	await person.upload(`/soknader/${id}/del/${attaching.id}`, fileField, pdf(), 'min.pdf');
	const [[file]] = sql('select attachment_id from attachment where application_id = :v1', id);
	const second = await person.start(schemeId, organisation, { call: newCall(schemeId) });
	assert.equal((await person.get(`/soknader/${id}/vedlegg/${file}`)).status, 200);
	assert.equal((await person.get(`/soknader/${second}/vedlegg/${file}`)).status, 404);
	const path = `/soknader/${second}/del/${attaching.id}`;
	await person.get(path);
	await person.post(path, [...person.formFields(path), ['remove', file]], { tokens: [] });
	assert.equal((await person.get(`/soknader/${id}/vedlegg/${file}`)).status, 200, 'nor removed through it');
});
