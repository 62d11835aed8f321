// calculated.test.mjs — answers that are worked out: shown, stored beside the others, on paper, and never taken from a browser.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { test } from 'node:test';
import { stored } from '../lib/applicant.mjs';
import { forgetFields, publishFields, rowsDraft } from '../lib/field_scheme.mjs';
import { sql, words } from '../lib/visitor.mjs';

publishFields();
forgetFields();

const home = process.env.TILSKUDD_HOME;
const rowOf = (html) => /name="aktiviteter\.(r[a-z0-9]+)\.hva"/.exec(html.replace(/<template[^]*?<\/template>/g, ''))[1];
const version = (id) => sql('select version from application where application_id = :v1', id)[0][0];

test('the server works the answer out, shows it and stores it', async () => {
	const { person, id, path } = await rowsDraft();
	const page = await person.get(path);
	assert.doesNotMatch(page.body, /name="i-alt"|name="aktiviteter\.[a-z0-9]+\.per-deltaker"/, 'nobody is asked');
	assert.match(words(page.body), /Aktivitetene i alt.*Regnes ut når dere har svart/);
	const row = rowOf(page.body);
	const answers = { [`aktiviteter.${row}.hva`]: 'Kurs', [`aktiviteter.${row}.kostnad`]: '12 000', [`aktiviteter.${row}.deltakere`]: '7' };
	assert.equal((await person.fill(path, answers, { go: 'list' })).status, 303);
	assert.equal(stored(id, 'i-alt'), '12000');
	assert.equal(stored(id, `aktiviteter.${row}.per-deltaker`), '1714');
	assert.equal(stored(id, 'mest'), '12000');
	await person.get(path);
	assert.match(words(person.page), /Kostnad per deltaker 1 714 kr.*Aktivitetene i alt.*? 12 000 kr/);
	assert.match(words((await person.get(`/soknader/${id}/kontroller`)).body), /Aktivitetene i alt 12 000 kr/);
	assert.doesNotMatch(person.page, /#f-i-alt/, 'and there is nothing to change');

	// Each save works it out anew, and what builds on it.
	assert.equal((await person.fill(path, { [`aktiviteter.${row}.kostnad`]: '9 000' }, { go: 'list' })).status, 303);
	assert.equal(stored(id, 'i-alt'), '9000');
	assert.equal(stored(id, 'mest'), undefined, 'no longer asked for');
	assert.equal((await person.fill(path, {}, { go: '', extra: [['remove-row', `aktiviteter.${row}`]] })).status, 303);
	assert.deepEqual(sql("select path from draft_answer where application_id = :v1 and (path like 'aktiviteter.%' or path = 'i-alt')", id), []);
});

test('what a browser sends in its place counts for nothing', async () => {
	const { person, id, path } = await rowsDraft();
	const row = rowOf((await person.get(path)).body);
	const forged = [['i-alt', '999'], [`aktiviteter.${row}.per-deltaker`, '1']];
	assert.equal((await person.post(path, [...person.filled(path, { [`aktiviteter.${row}.kostnad`]: '500' }), ...forged, ['go', 'list']], { tokens: [] })).status, 303);
	assert.equal(stored(id, 'i-alt'), '500');
	assert.equal(stored(id, `aktiviteter.${row}.per-deltaker`), undefined);
	await person.get(path);
	const autosaved = await person.post(path, [...person.filled(path, {}), ['i-alt', '7'], ['autosave', 'ja']], { tokens: [] });
	assert.equal(autosaved.status, 200, words(autosaved.body));
	assert.equal(autosaved.body, `${version(id)}\ni-alt\t500\u00a0kr`, 'the version, and what is worked out');
	assert.equal(stored(id, 'i-alt'), '500');
});

test('paper says that it is worked out', async () => {
	execFileSync(`${home}/build/tilskudd`, ['scheme', 'blank-pdf', `${home}/conf/schemes/in-kulturarenaer.xml`, '-o', `${process.env.TILSKUDD_DATA}/calculated.pdf`]);
	const text = execFileSync('pdftotext', ['-layout', `${process.env.TILSKUDD_DATA}/calculated.pdf`, '-'], { encoding: 'utf8' }).replace(/\s+/g, ' ');
	assert.match(text, /Kostnad per plass.{0,200}Regnes ut av de andre svarene/);
});
