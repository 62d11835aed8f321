// attachment.test.mjs — files beside the answers: known by their content, limited in size, never shown as pages of ours.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Applicant, newOrganisation, pdf } from '../lib/applicant.mjs';
import { sql, visitor, words } from '../lib/visitor.mjs';

const scheme = 'in-kulturaktivitet-barn-ungdom';
const kinds = {
	png: ['\x89PNG\r\n\x1a\n', 'image/png'],
	jpg: ['\xff\xd8\xff\xe0', 'image/jpeg'],
};
const bytes = (text) => new Blob([Uint8Array.from(text, (c) => c.charCodeAt(0))]);

const newDraft = async () => {
	const person = await Applicant.new();
	const id = await person.start(scheme, newOrganisation(person.email));
	// Small sums are asked for no files.
	await person.fill(`/soknader/${id}/del/tiltaket`, { soknadssum: '75 000' }, { go: 'list' });
	return { person, id, path: `/soknader/${id}/del/vedlegg` };
};
const names = (id) => sql('select file_name, kind, media_type from attachment where application_id = :v1 order by attachment_id', id).map((row) => row.join(' '));

test('a file is uploaded, listed, downloaded and removed, without script', async () => {
	const { person, id, path } = await newDraft();
	const up = await person.upload(path, 'andre-vedlegg', pdf(), 'Årsmelding 2025 «endelig».pdf');
	assert.equal(up.status, 303, words(up.body));
	const page = await person.get(path);
	assert.ok(words(page.body).includes('Årsmelding 2025 «endelig».pdf'));
	const [, link] = /href="(\/soknader\/\d+\/vedlegg\/\d+)"/.exec(page.body);
	const file = await person.get(link);
	assert.equal(file.status, 200);
	assert.equal(file.headers.get('content-type'), 'application/pdf');
	assert.match(file.headers.get('content-disposition'), /^attachment; .*filename\*=UTF-8''%C3%85rsmelding/);
	assert.equal(file.headers.get('x-content-type-options'), 'nosniff');
	assert.ok(file.body.startsWith('%PDF-'));
	await person.get(path);
	const removed = await person.post(path, [...person.formFields(path), ['remove', link.split('/').pop()]], { tokens: [] });
	assert.equal(removed.status, 303);
	assert.deepEqual(names(id), []);
	assert.equal((await person.get(link)).status, 404);
});

test('the other answers of the page are saved with the file', async () => {
	const { person, id } = await newDraft();
	const answer = await person.upload(`/soknader/${id}/alt`, 'andre-vedlegg', pdf(), 'a.pdf', { answers: { tittel: 'Skrevet samtidig' }, button: 'go' });
	assert.equal(answer.status, 303);
	assert.deepEqual(names(id), ['a.pdf pdf application/pdf']);
	assert.equal(sql("select value from draft_answer where application_id = :v1 and path = 'tittel'", id)[0][0], 'Skrevet samtidig');
});

for (const [what, blob, name, told] of [
	['of no bytes', new Blob([]), 'tom.pdf', /Filen er tom/],
	['over the question\'s limit', new Blob([new Uint8Array(10 * 1024 * 1024 + 1).fill(37)]), 'stor.pdf', /for stor.*høyst 10 MB/],
	['renamed from a program', bytes('MZ\x90\x00\x03'), 'regnskap.pdf', /Denne typen fil/],
	['renamed from a web page', new Blob(['<!doctype html><script>alert(1)</script>']), 'bilde.png', /Denne typen fil/],
	['of a kind that is not asked for', bytes('PK\x03\x04'), 'arkiv.zip', /Denne typen fil/],
]) {
	test(`a file ${what} is refused in words, and the page stays`, async () => {
		const { person, id, path } = await newDraft();
		const answer = await person.upload(path, 'arsregnskap', blob, name);
		assert.equal(answer.status, 422);
		assert.match(words(answer.body), told);
		assert.match(answer.body, /href="#f-arsregnskap"/);
		assert.ok(words(answer.body).includes(name));
		assert.deepEqual(names(id), []);
	});
}

test('a file over what the server takes is refused in words', async () => {
	const { person, id, path } = await newDraft();
	const answer = await person.upload(path, 'andre-vedlegg', new Blob([new Uint8Array(20 * 1024 * 1024 + 1)]), 'enorm.pdf');
	assert.equal(answer.status, 413);
	assert.deepEqual(names(id), []);
});

test('what a file is, is read in it and not in its name', async () => {
	const { person, id, path } = await newDraft();
	for (const [kind, [start]] of Object.entries(kinds)) {
		assert.equal((await person.upload(path, 'andre-vedlegg', bytes(start + 'x'.repeat(50)), `egentlig-${kind}.txt`)).status, 303);
	}
	assert.deepEqual(names(id), Object.entries(kinds).map(([kind, [, type]]) => `egentlig-${kind}.txt.${kind} image ${type}`));
});

test('names with folders, quotes and control characters are only names', async () => {
	const { person, id, path } = await newDraft();
	for (const name of ['../../etc/passwd', 'C:\\lag\\plan.pdf', 'a"b\r\nSet-Cookie: x=1.pdf', '.pdf', `${'æ'.repeat(400)}.pdf`]) {
		assert.equal((await person.upload(path, 'andre-vedlegg', pdf(), name)).status, 303, name);
	}
	const kept = sql('select file_name from attachment where application_id = :v1', id).map(([name]) => name);
	assert.equal(kept.length, 5);
	for (const name of kept) {
		assert.doesNotMatch(name, /[/\\"]|[\u0000-\u001f]/);
		assert.ok([...name].length < 160);
	}
	const page = await person.get(path);
	for (const [, link] of page.body.matchAll(/href="(\/soknader\/\d+\/vedlegg\/\d+)"/g)) {
		const file = await person.get(link);
		assert.equal(file.status, 200);
		assert.equal(file.headers.get('set-cookie'), null);
	}
});

test('a file for a question there is none of is dropped; one that is not theirs is not removed', async () => {
	const { person, id, path } = await newDraft();
	assert.equal((await person.upload(path, 'tittel', pdf(), 'a.pdf')).status, 303);
	assert.equal((await person.upload(path, 'finnes-ikke', pdf(), 'a.pdf')).status, 303);
	assert.deepEqual(names(id), []);
	const stranger = await newDraft();
	await stranger.person.upload(stranger.path, 'andre-vedlegg', pdf(), 'deres.pdf');
	const [[theirs]] = sql('select attachment_id from attachment where application_id = :v1', stranger.id);
	await person.get(path);
	await person.post(path, [...person.formFields(path), ['remove', theirs]], { tokens: [] });
	assert.deepEqual(names(stranger.id), ['deres.pdf pdf application/pdf']);
	for (const address of [`/soknader/${stranger.id}/vedlegg/${theirs}`, `/soknader/${id}/vedlegg/${theirs}`]) {
		assert.equal((await person.get(address)).status, 404, address);
	}
});

test('an officer reads no file of a draft', async () => {
	const { person, id, path } = await newDraft();
	await person.upload(path, 'andre-vedlegg', pdf(), 'utkast.pdf');
	const [[file]] = sql('select attachment_id from attachment where application_id = :v1', id);
	const officer = await visitor('saksbehandler@demo.test');
	assert.equal((await officer.get(`/soknader/${id}/vedlegg/${file}`)).status, 404);
});

test('thirty files and no more', async () => {
	const { person, id, path } = await newDraft();
	sql(`insert into attachment (application_id, field, file_name, kind, media_type, size, sha256, bytes, uploaded_by)
		select :v1, 'andre-vedlegg', 'fil' || n || '.pdf', 'pdf', 'application/pdf', 5, repeat('0', 64), '%PDF-', created_by
		from application, generate_series(1, 30) n where application_id = :v1`, id);
	const answer = await person.upload(path, 'andre-vedlegg', pdf(), 'en-til.pdf');
	assert.equal(answer.status, 422);
	assert.match(words(answer.body), /høyst 30 filer/);
	assert.equal(names(id).length, 30);
});
