// application_paper.test.mjs — the whole application as one document: everything that was sent, to those who may read it.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { test } from 'node:test';
import { sql, visitor, words } from '../lib/visitor.mjs';

const mine = "organisation_id in (select organisation_id from membership m join app_user u using (user_id) where u.email = 'soker@demo.test')";
const [[id, number, hash, sender]] = sql(`select a.application_id, a.number, a.document_hash, u.name
	from application a join app_user u on u.user_id = a.submitted_by
	where a.${mine} and a.document is not null order by exists (select from attachment f where f.application_id = a.application_id) desc, 1 limit 1`);
const [[draft]] = sql(`select application_id from application where ${mine} and state = 'draft' order by 1 limit 1`);
const flat = (text) => text.replace(/[\s\u00a0]+/g, ' ');

function textOf(pdf, name) {
	const path = `${process.env.TILSKUDD_DATA}/${name}.pdf`;
	writeFileSync(path, pdf);
	execFileSync('qpdf', ['--check', path]);
	return flat(execFileSync('pdftotext', [path, '-'], { encoding: 'utf8' }));
}

test('the applicant reads what was sent, as a page and as PDF with the same words', async () => {
	const person = await visitor('soker@demo.test');
	await person.get('/sprak?til=nb&tilbake=/konto');
	const page = await person.get(`/soknader/${id}/soknad`);
	assert.equal(page.status, 200);
	const pdf = await person.get(`/soknader/${id}/soknad.pdf`);
	assert.equal(pdf.headers.get('content-type'), 'application/pdf');
	const paper = textOf(pdf.bytes, 'whole'), twin = flat(words(page.body));
	const [[document]] = sql(`select document from application where application_id = ${id}`);
	const answers = [...document.matchAll(/<answer path="[^"]*">([^<]{4,40})<\/answer>/g)].map((m) => m[1])
		.filter((one) => /^[A-ZÆØÅa-zæøå ]+$/.test(one) && /[A-ZÆØÅ]/.test(one[0]));
	assert.ok(answers.length > 1);
	for (const one of [number, hash, sender, ...answers]) {
		assert.ok(paper.includes(one), `"${one}" on paper`);
		assert.ok(twin.includes(one), `"${one}" on the page`);
	}
	for (const [file, sha256] of sql(`select file_name, sha256 from attachment where application_id = ${id}`)) {
		assert.ok(paper.includes(file) && paper.includes(sha256), file);
	}
	assert.match(words((await person.get(`/soknader/${id}`)).body), /Hele søknaden/);
});

test('a draft says that it is one', async () => {
	const person = await visitor('soker@demo.test');
	const paper = textOf((await person.get(`/soknader/${draft}/soknad.pdf`)).bytes, 'draft');
	assert.match(paper, /Utkast\. Søknaden er ikk[ej]e? send/);
	assert.equal((await person.get(`/soknader/${draft}/soknad`)).status, 200);
});

test('an officer reads it when she has declared to be impartial, and never a draft', async () => {
	const officer = await visitor('saksbehandler@demo.test');
	const user = "(select user_id from app_user where email = 'saksbehandler@demo.test')";
	const [[declared]] = sql(`select application_id from impartiality where user_id = ${user} and declared = 'impartial' limit 1`);
	const [[undeclared]] = sql(`select a.application_id from application a join app_user u on u.unit_id = a.unit_id
		where u.user_id = ${user} and a.state <> 'draft'
		  and not exists (select from impartiality i where i.application_id = a.application_id and i.user_id = u.user_id) limit 1`);
	for (const end of ['soknad', 'soknad.pdf']) {
		assert.equal((await officer.get(`/soknader/${declared}/${end}`)).status, 200, end);
		assert.equal((await officer.get(`/soknader/${undeclared}/${end}`)).status, 404, end);
		assert.equal((await officer.get(`/soknader/${draft}/${end}`)).status, 404, end);
	}
	assert.match((await officer.get(`/saker/${declared}`)).body, new RegExp(`/soknader/${declared}/soknad"`));
});
