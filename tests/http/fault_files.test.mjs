// fault_files.test.mjs — files that are empty, too large, renamed or many: told at the field, and what was written is kept.
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { Applicant, newOrganisation, pdf, readScheme, stored, validAnswers } from '../lib/applicant.mjs';
import { sql, words } from '../lib/visitor.mjs';

const scheme = readScheme('in-kulturaktivitet-barn-ungdom');
const MB = 1024 * 1024;
let person, id, path;

const files = () => sql('select file_name, kind, media_type, size from attachment where application_id = :v1 order by attachment_id', id);
const blob = (...parts) => new Blob(parts);
const padded = (text, size) => blob(text, new Uint8Array(size - text.length));
const head = (bytes) => Uint8Array.from(bytes);
const ftyp = (brand) => blob(head([0, 0, 0, 24]), `ftyp${brand}`, head([0, 0, 0, 0]), 'mif1heic', new Uint8Array(2000));

const upload = (field, file, name, options) => person.upload(path, field, file, name, options);
const refused = async (field, file, name, wanted) => {
	const before = files();
	const answer = await upload(field, file, name);
	assert.equal(answer.status, 422, `${name}: ${answer.status} ${answer.location}`);
	const told = words(answer.body);
	assert.ok(told.includes(wanted), `${name}: ${told.match(/Feil:[^]{0,300}/)?.[0]}`);
	assert.match(answer.body, new RegExp(`<a class="ds-link" href="#f-${field}">`), 'the summary leads to the field');
	assert.deepEqual(files(), before, name);
};

before(async () => {
	person = await Applicant.new();
	id = await person.start(scheme.id, newOrganisation(person.email, { kind: scheme.kind }));
	path = `/soknader/${id}/del/${scheme.sections.find(({ fields }) => fields.some((f) => f.id === 'arsregnskap')).id}`;
});

test('a file of 0 bytes', async () => {
	await refused('arsregnskap', blob(), 'regnskap.pdf', 'Filen er tom');
});

test('a file over the field’s limit, and one just within', async () => {
	await refused('arsregnskap', padded('%PDF-1.4\n', 10 * MB + 1), 'stor.pdf', 'for stor. Den kan være på høyst 10 MB');
	assert.equal((await upload('arsregnskap', padded('%PDF-1.4\n', 10 * MB), 'akkurat.pdf')).status, 303);
	assert.deepEqual(files(), [['akkurat.pdf', 'pdf', 'application/pdf', String(10 * MB)]]);
});

test('a file over what any form may carry', async () => {
	const answer = await upload('arsregnskap', padded('%PDF-1.4\n', 20 * MB + 1), 'kjempestor.pdf');
	assert.equal(answer.status, 413);
	assert.ok(words(answer.body).includes('større enn 20 MB'));
	const beyond = await upload('arsregnskap', padded('%PDF-1.4\n', 26 * MB), 'umulig.pdf').catch((error) => error);
	if (!(beyond instanceof Error)) {
		assert.equal(beyond.status, 413);
		assert.ok(words(beyond.body).includes('Filen er for stor'));
	}
	assert.equal(files().length, 1);
});

test('a program with the name of a document', async () => {
	const wanted = 'Denne typen fil kan vi ikke ta imot';
	await refused('arsregnskap', padded('MZ\x90\0', 4000), 'faktura.pdf', wanted);
	await refused('arsregnskap', blob(head([0x7f]), 'ELF', new Uint8Array(500)), 'bilde.jpg', wanted);
	await refused('arsregnskap', blob('#!/bin/sh\nrm -rf /\n'), 'regnskap.xlsx', wanted);
	await refused('arsregnskap', blob('<!doctype html><script>alert(1)</script>'), 'regnskap.pdf', wanted);
	await refused('arsregnskap', blob('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'), 'bilde.png', wanted);
	await refused('arsregnskap', blob('PK\x03\x04', new Uint8Array(3000)), 'arkiv.docx', wanted);
	await refused('arsregnskap', blob('GIF89a', new Uint8Array(100)), 'bilde.gif', wanted);
	await refused('arsregnskap', blob('%PD'), 'kort.pdf', wanted);
});

test('a kind that is a document, but not one this field takes', async () => {
	const docx = blob('PK\x03\x04', new Uint8Array(26), '[Content_Types].xml', new Uint8Array(100), 'word/document.xml', new Uint8Array(50));
	await refused('arsregnskap', docx, 'tekst.docx', 'Denne typen fil kan vi ikke ta imot');
	assert.equal((await upload('andre-vedlegg', docx, 'tekst.docx')).status, 303);
	assert.equal(files().at(-1)[1], 'document');
});

test('pictures as phones take them are taken, whatever they are called', async () => {
	const pictures = [
		[ftyp('heic'), 'IMG_0001.HEIC', 'image/heic'],
		[ftyp('heix'), 'IMG_0002.heic', 'image/heic'],
		[ftyp('mif1'), 'IMG_0003.HEIF', 'image/heif'],
		[ftyp('heim'), 'burst.heic', 'image/heic'],
		[ftyp('hevc'), 'live.heic', 'image/heic'],
		[ftyp('msf1'), 'sekvens.heif', 'image/heif'],
		[blob(head([0xff, 0xd8, 0xff, 0xe1]), new Uint8Array(2000)), 'bilde uten endelse', 'image/jpeg', 'bilde uten endelse.jpg'],
		[blob(head([0x89]), 'PNG\r\n\x1a\n', new Uint8Array(2000)), 'skjermbilde.pdf', 'image/png', 'skjermbilde.pdf.png'],
	];
	for (const [file, name, type, kept = name] of pictures) {
		const answer = await upload('arsregnskap', file, name);
		assert.equal(answer.status, 303, `${name}: ${words(answer.body).match(/Feil:[^]{0,300}/)?.[0]}`);
		assert.deepEqual(files().at(-1).slice(0, 3), [kept, 'image', type]);
	}
});

test('names with paths, quotes, control characters and no letters at all', async () => {
	const cases = [
		['..\\..\\windows\\regnskap.pdf', 'regnskap.pdf'],
		['../../etc/passwd.pdf', 'passwd.pdf'],
		['regn\u0000skap\u0007.pdf', 'regnskap.pdf'],
		['<img src=x onerror=alert(1)>.pdf', null],
		[`${'å'.repeat(400)}.pdf`, null],
		['...', null],
		['.pdf', null],
		['Årsmøte "2026"; vedlegg, 1%.pdf', null],
	];
	for (const [name, wanted] of cases) {
		const answer = await upload('andre-vedlegg', pdf(), name);
		assert.equal(answer.status, 303, name);
		const [kept] = files().at(-1);
		assert.ok(kept.length > 0 && kept.length <= 255 && !/[\u0000-\u001f/\\<>"]/.test(kept), kept);
		if (wanted !== null) {
			assert.equal(kept, wanted);
		}
		const [[attachment]] = sql('select max(attachment_id) from attachment where application_id = :v1', id);
		const got = await person.get(`/soknader/${id}/vedlegg/${attachment}`);
		assert.equal(got.status, 200);
		assert.match(got.headers.get('content-disposition'), /^attachment; filename="[^"]*"; filename\*=UTF-8''[\w.%-]+$/, name);
		assert.equal(got.headers.get('x-content-type-options'), 'nosniff');
	}
});

test('a file that is refused takes nothing of what was written with it', async () => {
	const text = 'Skrevet samtidig med en fil som ikke gikk';
	const section = scheme.sections.find(({ fields }) => fields.some((f) => f.type === 'long-text') && fields.some((f) => f.type === 'attachment'));
	const all = `/soknader/${id}/alt`;
	const long = (section ?? scheme.sections.find(({ fields }) => fields.some((f) => f.type === 'long-text'))).fields.find((f) => f.type === 'long-text');
	const answer = await person.upload(all, 'arsregnskap', blob(), 'tom.pdf', { answers: { [long.id]: text } });
	assert.equal(answer.status, 422);
	assert.equal(stored(id, long.id), text);
	assert.ok(answer.body.includes(text));
});

test('many files: the thirty-first is told so', async () => {
	sql(`insert into attachment (application_id, field, file_name, kind, media_type, size, sha256, bytes, uploaded_by)
		select :v1, 'andre-vedlegg', 'fil' || i || '.pdf', 'pdf', 'application/pdf', 5, repeat('0', 64), '%PDF-'::bytea, u.user_id
		from generate_series(1, 30 - (select count(*)::int from attachment where application_id = :v1)) i, app_user u where u.email = :'v2'`, id, person.email);
	assert.equal(files().length, 30);
	await refused('andre-vedlegg', pdf(), 'en-til.pdf', 'høyst 30 filer');
	const [[first]] = sql('select min(attachment_id) from attachment where application_id = :v1', id);
	await person.get(path);
	const gone = await person.post(path, [...person.formFields(path), ['remove', first]], { tokens: [] });
	assert.equal(gone.status, 303);
	assert.equal((await upload('andre-vedlegg', pdf(), 'en-til.pdf')).status, 303);
});

test('a file field the scheme does not have, and a file in a text field, are nothing', async () => {
	const before = files();
	for (const field of ['finnes-ikke', 'kontonummer', 'arsregnskap.0', '']) {
		await person.get(path);
		const body = new FormData();
		for (const [name, value] of person.formFields(path)) {
			body.append(name, value);
		}
		body.append(field, pdf(), 'x.pdf');
		const answer = await person.request(path, { method: 'POST', body });
		assert.notEqual(answer.status, 500, field);
	}
	assert.deepEqual(files(), before);
});
