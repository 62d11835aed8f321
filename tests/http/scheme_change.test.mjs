// scheme_change.test.mjs — a scheme changes while somebody is writing: the command line proposes and approves, the draft's people are
// told and confirm, and no answer is lost.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { Applicant, newCall, newOrganisation, readScheme, validAnswers } from '../lib/applicant.mjs';
import { sql, words } from '../lib/visitor.mjs';

const root = new URL('../..', import.meta.url).pathname;
const folder = mkdtempSync(join(tmpdir(), 'ordning-'));
const source = 'in-forebyggende-trafikksikkerhet';
const id = 'in-prove-endring';
const file = (name) => join(folder, name);
const run = (...args) => spawnSync(join(root, 'build/tilskudd'), args, { encoding: 'utf8' });

function tool(...args) {
	const said = run(...args);
	assert.equal(said.status, 0, said.stderr);
	return said.stdout;
}

const OFFICER = 'admin@demo.test';
let leader;
let xml;
let shown;

before(() => {
	xml = tool('scheme', 'show', '--merged', join(root, 'conf/schemes', `${source}.xml`)).replace(`id="${source}"`, `id="${id}"`);
	writeFileSync(file(`${id}.xml`), xml);
	tool('scheme', 'import', file(`${id}.xml`));
	const [[unit]] = sql("select u.code from scheme s join unit u using (unit_id) where s.scheme_id = :'v1'", id);
	[[leader]] = sql("select email from app_user where role = 'leader' and active and unit_id = (select unit_id from unit where code = :'v1') limit 1", unit);
	// A long text that nothing else in the scheme asks about: what is taken out.
	shown = readScheme(source).sections.flatMap((s) => s.fields)
		.find((field) => field.type === 'long-text' && xml.split(new RegExp(`[^a-z0-9-]${field.id}[^a-z0-9-]`)).length === 2);
	assert.ok(shown, 'a question to take out');
});
after(() => {
	sql(`set session_replication_role = replica;
		delete from draft_change where publication_id in (select publication_id from scheme_publication where scheme_id = :'v1');
		delete from scheme_publication where scheme_id = :'v1'; delete from scheme_proposal where scheme_id = :'v1';
		delete from scheme_version where scheme_id = :'v1'; delete from scheme where scheme_id = :'v1';`, id);
	rmSync(folder, { recursive: true });
});

const without = (text, field) => text.replace(new RegExp(`<${field.type} [^>]*id="${field.id}"[^]*?</${field.type}>`), '');
const stricter = (text) => text.replace(/<max nok="(\d+)"/, (_, nok) => `<max nok="${nok - 1000}"`).replace(/<tests\b[^]*?<\/tests>/, '');

test('the changes are told as sentences before anything is published', () => {
	writeFileSync(file('ny.xml'), stricter(without(xml, shown)));
	const told = JSON.parse(tool('scheme', 'diff', '--json', id, file('ny.xml')));
	assert.deepEqual(told.changes.map((change) => change.class).sort(), ['confirm', 'safe', 'safe']);
	assert.equal(told.changes.find((change) => change.question === shown.id).element, shown.type);
	assert.match(told.warning, /Likebehandling/);
	assert.equal(told.reach.drafts, 0);
	assert.equal(told.before.number, 1);
	assert.equal(JSON.parse(tool('scheme', 'diff', '--json', id, `${id}@1`)).changes.length, 0);
});

test('a draft follows the new version, keeps every answer, and is sent once the changes are confirmed', async () => {
	const scheme = readScheme(source);
	const person = await Applicant.new();
	const organisation = newOrganisation(person.email, { kind: scheme.kind });
	const draft = await person.start(id, organisation, { call: newCall(id) });
	await person.fillAll(draft, scheme);
	const answer = validAnswers(scheme)[shown.id];
	const saved = sql('select count(*) from draft_answer where application_id = :v1', draft);

	const proposed = tool('scheme', 'publish', file('ny.xml'), '--by', OFFICER, '--why', 'Rammen er mindre', '--open-calls');
	const [proposal] = /\d+/.exec(proposed);
	const alone = run('scheme', 'publish', '--approve', proposal, '--by', OFFICER);
	assert.equal(alone.status, 1);
	assert.match(alone.stderr, /kan ikke godkjenne den selv/);
	assert.match(tool('scheme', 'publish', '--approve', proposal, '--by', leader, '--remark', 'Greit'), /versjon 2/);

	// A file to a question that is no longer there stays too.
	sql(`insert into attachment (application_id, field, file_name, kind, media_type, size, sha256, bytes, uploaded_by)
		select :v1, 'tatt-ut', 'gammel-plan.pdf', 'pdf', 'application/pdf', 5, repeat('0', 64), '%PDF-'::bytea, created_by from application where application_id = :v1`, draft);
	const page = words((await person.get(`/soknader/${draft}`)).body);
	assert.ok(page.includes('Ordningen er endret siden dere begynte'), page);
	assert.ok(page.includes('Det høyeste tilskuddet er endret'), page);
	assert.deepEqual(sql('select count(*) from draft_answer where application_id = :v1', draft), saved);
	const check = words((await person.get(`/soknader/${draft}/kontroller`)).body);
	for (const text of ['Tidligere spørsmål', 'gammel-plan.pdf', shown.label ?? 'Svarene følger saken', 'Se hva som er endret, og bekreft det før dere sender']) {
		assert.ok(check.includes(text), `${text}: ${check}`);
	}
	assert.equal((await person.post(`/soknader/${draft}/send`, { version: 99 })).status, 422);

	assert.equal((await person.post(`/soknader/${draft}/endringer`, {}, { tokens: person.tokens('/logg-ut') })).status, 303);
	assert.ok(words((await person.get(`/soknader/${draft}`)).body).includes('bekreftet endringene'));
	assert.equal((await person.send(draft)).status, 303);

	const [[document, version]] = sql("select translate(document, E'\\n|', '  '), version_hash from application where application_id = :v1", draft);
	assert.match(document, new RegExp(`<earlier-answer in-words="[^"]*" path="${shown.id}"`));
	assert.doesNotMatch(document, new RegExp(`<answer path="${shown.id}"`));
	assert.ok(words(document).includes([answer].flat()[0].slice(0, 30)));
	assert.equal(version, JSON.parse(tool('scheme', 'show', '--history', '--json', id))[0].version);
	assert.match(words((await person.get(`/soknader/${draft}`)).body), /Tidligere spørsmål.*gammel-plan\.pdf/);
	writeFileSync(file('kvittering.pdf'), Buffer.from(sql("select encode(receipt_pdf, 'base64') from application where application_id = :v1", draft).join(''), 'base64'));
	assert.match(spawnSync('pdftotext', [file('kvittering.pdf'), '-'], { encoding: 'utf8' }).stdout.replace(/\s+/g, ' '), /Tidligere spørsmål.*gammel-plan\.pdf/);
	// What comes after it is sent touches it no more.
	writeFileSync(file('tredje.xml'), stricter(readFileSync(file('ny.xml'), 'utf8')));
	const [third] = /\d+/.exec(tool('scheme', 'publish', file('tredje.xml'), '--by', OFFICER, '--why', 'Enda mindre', '--open-calls'));
	tool('scheme', 'publish', '--approve', third, '--by', leader);
	assert.deepEqual(sql('select version_hash from application where application_id = :v1', draft), [[version]]);
});

test('the history tells who and why, and an old version comes back as a new one', () => {
	const [proposal] = /\d+/.exec(tool('scheme', 'publish', id, '--restore', '1', '--by', OFFICER, '--why', 'Det var bedre før'));
	assert.ok(JSON.parse(tool('scheme', 'publish', '--json')).some((waiting) => waiting.id === id && waiting.why === 'Det var bedre før'));
	tool('scheme', 'publish', '--approve', proposal, '--by', leader);
	const history = JSON.parse(tool('scheme', 'show', '--history', '--json', id));
	assert.deepEqual(history.map((one) => one.number), [4, 3, 2, 1]);
	assert.deepEqual([history[0].restores, history[0].version, history[3].installed, history[2].why, history[2].remark],
		[1, history[3].version, true, 'Rammen er mindre', 'Greit']);
	assert.match(tool('scheme', 'show', '--history', id), /Det var bedre før \(= @1\)/);
	assert.match(tool('scheme', 'show', `${id}@2`), /^/);
	assert.equal(run('scheme', 'show', `${id}@9`).status, 1);
});

test('what the installation brings does not undo what the county has approved', () => {
	writeFileSync(file(`${id}.xml`), stricter(stricter(stricter(xml))));
	assert.match(tool('scheme', 'import', file(`${id}.xml`)), /^kept /);
	assert.equal(JSON.parse(tool('scheme', 'show', '--history', '--json', id)).length, 4);
});

test('a proposal can be refused with a reason, and withdrawn by whoever made it', () => {
	const propose = () => /\d+/.exec(tool('scheme', 'publish', file('ny.xml'), '--by', OFFICER, '--why', 'Igjen'))[0];
	let proposal = propose();
	assert.equal(run('scheme', 'publish', '--refuse', proposal, '--by', leader).status, 1);
	tool('scheme', 'publish', '--refuse', proposal, '--by', leader, '--remark', 'Ikke nå');
	proposal = propose();
	assert.equal(run('scheme', 'publish', '--withdraw', proposal, '--by', leader).status, 1);
	tool('scheme', 'publish', '--withdraw', proposal, '--by', OFFICER);
	assert.equal(run('scheme', 'publish', '--approve', proposal, '--by', leader).status, 1);
	assert.equal(run('scheme', 'publish', file('ny.xml'), '--by', 'ingen@demo.test', '--why', 'x').status, 1);
	assert.equal(run('scheme', 'publish', file('ny.xml'), '--by', 'soker@demo.test', '--why', 'x').status, 1);
});
