// application_rows.test.mjs — questions in rows and work packages: added, removed and kept without script, between windows and against forgery.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Applicant, newOrganisation, stored } from '../lib/applicant.mjs';
import { fieldScheme, forgetFields, publishFields, rowsDraft } from '../lib/field_scheme.mjs';
import { sql, Visitor, words } from '../lib/visitor.mjs';

publishFields();
forgetFields();

const keysOf = (html, id) => [...new Set([...html.replace(/<template[^]*?<\/template>/g, '').matchAll(new RegExp(`name="${id}\\.([a-z0-9]+)\\.`, 'g'))].map(([, key]) => key))];
const rows = (id, like) => sql("select path, value from draft_answer where application_id = :v1 and path like :'v2' order by path", id, like);

// The page that was last read, with answers put in and a button pressed; a page read anew has new keys for its empty rows.
const press = (person, path, answers, ...buttons) => person.post(path, [...person.filled(path, answers), ...buttons], { tokens: [] });

// The same person in another window, with a page of its own.
function secondWindow(person) {
	const other = Object.assign(Object.create(Object.getPrototypeOf(person)), person);
	other.cookies = new Map(person.cookies);
	return other;
}

test('a row is added, filled in and removed without script', async () => {
	const { person, id, path } = await rowsDraft();
	let page = await person.get(path);
	const [first] = keysOf(page.body, 'aktiviteter');
	assert.match(first, /^r[a-z0-9]{13}$/);
	assert.equal(keysOf(page.body, 'partnere').length, 0, 'what is optional begins empty');

	const added = await press(person, path, { [`aktiviteter.${first}.hva`]: 'Kurs', [`aktiviteter.${first}.kostnad`]: '12 500' }, ['add', 'aktiviteter']);
	assert.equal(added.status, 303, words(added.body).slice(0, 500));
	assert.match(added.location, /ny=aktiviteter#f-aktiviteter$/);
	assert.equal(stored(id, `aktiviteter.${first}.kostnad`), '12500');
	page = await person.get(added.location.split('#')[0]);
	const [kept, second] = keysOf(page.body, 'aktiviteter');
	assert.equal(kept, first);
	assert.notEqual(second, first);
	assert.equal((await person.fill(path + '?ny=aktiviteter', {}, { go: 'list' })).status, 303);

	await person.get(path + '?ny=aktiviteter');
	const [, another] = keysOf(person.page, 'aktiviteter');
	const saved = await press(person, path, { [`aktiviteter.${another}.hva`]: 'Tur' }, ['go', 'list']);
	assert.equal(saved.status, 303);
	assert.deepEqual(rows(id, 'aktiviteter.%').map(([p]) => p.split('.')[1]), [first, first, another]);

	const removed = await person.fill(path, {}, { go: '', extra: [['remove-row', `aktiviteter.${first}`]] });
	assert.equal(removed.status, 303);
	assert.deepEqual(rows(id, 'aktiviteter.%').map(([p]) => p), [`aktiviteter.${another}.hva`]);
});

test('two windows add rows and neither overwrites the other', async () => {
	const { person, id, path } = await rowsDraft();
	const other = secondWindow(person);
	await person.get(path);
	await other.get(path);
	const mine = keysOf(person.page, 'aktiviteter')[0];
	const theirs = keysOf(other.page, 'aktiviteter')[0];
	assert.notEqual(mine, theirs);
	assert.equal((await press(other, path, { [`aktiviteter.${theirs}.hva`]: 'Deres' }, ['go', 'list'])).status, 303);
	assert.equal((await press(person, path, { [`aktiviteter.${mine}.hva`]: 'Min' }, ['go', 'list'])).status, 303);
	assert.deepEqual(rows(id, 'aktiviteter.%').map(([, v]) => v).sort(), ['Deres', 'Min']);

	// The same cell in both: the later one is told, and what was typed stands in the page.
	await person.get(path);
	await other.get(path);
	await press(other, path, { [`aktiviteter.${mine}.hva`]: 'Endret' }, ['go', 'list']);
	const conflict = await press(person, path, { [`aktiviteter.${mine}.hva`]: 'Også endret' }, ['go', 'list']);
	assert.equal(conflict.status, 422);
	assert.match(words(conflict.body), /Lagret fra et annet vindu: «Endret»/);
	assert.match(conflict.body, /value="Også endret"/);
	assert.equal(stored(id, `aktiviteter.${mine}.hva`), 'Endret');

	// A row that was changed meanwhile is not taken away unseen.
	await person.get(path);
	await other.get(path);
	await press(other, path, { [`aktiviteter.${mine}.hva`]: 'Ny tekst' }, ['go', 'list']);
	const removal = await press(person, path, {}, ['remove-row', `aktiviteter.${mine}`]);
	assert.equal(removal.status, 422);
	assert.equal(stored(id, `aktiviteter.${mine}.hva`), 'Ny tekst');
});

test('an answer in a row brings up a question in that row', async () => {
	const { person, path } = await rowsDraft();
	await person.get(path);
	const [key] = keysOf(person.page, 'aktiviteter');
	assert.match(person.page, new RegExp(`data-when="aktiviteter.${key}.slag" data-is="stor" data-field="aktiviteter.${key}.grunn" hidden`));
	const answer = await press(person, path, { [`aktiviteter.${key}.hva`]: 'Festival', [`aktiviteter.${key}.slag`]: 'stor' }, ['go', 'next']);
	assert.equal(answer.status, 303);
	assert.match(answer.location, new RegExp(`nytt=ja#f-aktiviteter.${key}.grunn`));
	await person.get(path);
	assert.doesNotMatch(person.page, new RegExp(`data-field="aktiviteter.${key}.grunn" hidden`));
});

test('forged rows are not kept', async () => {
	const { person, id, path } = await rowsDraft();
	await person.get(path);
	const [key] = keysOf(person.page, 'aktiviteter');
	const fields = person.filled(path, { [`aktiviteter.${key}.hva`]: 'Ekte' });
	const named = fields.find(([name]) => name === 'fields');
	const forged = ['aktiviteter.KEY', 'aktiviteter.r-1', 'aktiviteter.abcdefghijklmnopq', 'aktiviteter.a.b', 'partnere.x.y', 'tittel.x'];
	named[1] += ` ${forged.join(' ')}`;
	const answer = await person.post(path, [...fields,
		...forged.map((row) => [`${row}.hva`, 'Falsk']),
		['aktiviteter.r2.hva', 'Ikke vist'], ['aktiviteter.r2.annet', 'x'], ['pakker.name.name.name', 'x'], ['uttalelse.a.token', 'x'],
		['go', 'list']], { tokens: [] });
	assert.equal(answer.status, 303);
	const inRows = rows(id, '%').map(([p]) => p).filter((p) => /^(aktiviteter|partnere|pakker|uttalelse|tittel)/.test(p));
	assert.deepEqual(inRows, [`aktiviteter.${key}.hva`]);
});

test('more rows than there is room for are told about, and typed text stays', async () => {
	const { person, id, path } = await rowsDraft();
	await person.get(path);
	const keys = Array.from({ length: 9 }, (_, i) => `r${i + 1}`);
	const fields = person.filled(path, {}).filter(([name]) => !name.startsWith('aktiviteter.'));
	fields.find(([name]) => name === 'fields')[1] += keys.map((key) => ` aktiviteter.${key}`).join('');
	const answer = await person.post(path, [...fields, ...keys.map((key, i) => [`aktiviteter.${key}.hva`, `Nr. ${i + 1}`]), ['go', 'next']], { tokens: [] });
	assert.equal(answer.status, 422);
	assert.match(words(answer.body), /ikke plass til flere linjer/);
	assert.match(answer.body, /value="Nr\. 9"/);
	assert.equal(rows(id, 'aktiviteter.%').length, 6, 'twice as many as the form asks for');
	assert.match(words((await person.get(path)).body), /Her er det plass til 3/);
	const check = await person.get(`/soknader/${id}/kontroller`);
	assert.match(words(check.body), /Her er det plass til 3\. Dere har 6\. Fjern noen av dem\./);
});

test('three thousand rows are refused without harm', async () => {
	const { person, id, path } = await rowsDraft();
	await person.get(path);
	const fields = person.filled(path, {});
	const many = Array.from({ length: 3000 }, (_, i) => [`aktiviteter.r${i}.hva`, 'x']);
	const answer = await person.post(path, [...fields, ...many, ['go', 'list']], { tokens: [] });
	assert.equal(answer.status, 413);
	assert.equal(rows(id, 'aktiviteter.%').length, 0);
	await person.get(path);
	const named = person.filled(path, {});
	named.find(([name]) => name === 'fields')[1] += many.slice(0, 1500).map(([name]) => ` ${name.slice(0, -4)}`).join('');
	const began = Date.now();
	const told = await person.post(path, [...named, ...many.slice(0, 1500), ['go', 'next']], { tokens: [] });
	assert.equal(told.status, 422);
	assert.match(words(told.body), /for mange linjer/);
	assert.ok(Date.now() - began < 5000, `${Date.now() - began} ms`);
	assert.equal(rows(id, 'aktiviteter.%').length, 0);
});

test('a work package has a page of its own, and can be taken away with what is in it', async () => {
	const { person, id, path } = await rowsDraft();
	const added = await person.fill(path, {}, { go: '', extra: [['add', 'pakker']] });
	assert.match(added.location, /\/del\/mer\/pakke\/r[a-z0-9]{13}$/);
	const key = added.location.split('/').pop();
	let page = await person.get(added.location);
	assert.match(words(page.body), /Arbeidspakke 1/);
	const [activity] = keysOf(page.body, `pakker\\.${key}`);
	const year = new Date().getFullYear() + 1;
	const first = { [`pakker.${key}.name`]: 'Oppstart', [`pakker.${key}.goal`]: 'I gang', [`pakker.${key}.${activity}.name`]: 'Kick off', [`pakker.${key}.${activity}.from`]: `${year}-01`, [`pakker.${key}.${activity}.to`]: `${year}-04` };
	assert.equal((await press(person, added.location, first, ['go', 'next'])).location, `/soknader/${id}/del/mer#f-pakker`);
	assert.equal(stored(id, `pakker.${key}.${activity}.to`), `${year}-04`);
	page = await person.get(path);
	assert.match(words(page.body), new RegExp(`1\\. Oppstart 1 aktivitet, 1\\. kvartal ${year} – 2\\. kvartal ${year}`));

	// Saving the section's own page touches no package.
	assert.equal((await person.fill(path, {}, { go: 'list' })).status, 303);
	assert.equal(stored(id, `pakker.${key}.name`), 'Oppstart');

	const backwards = await person.fill(added.location, { [`pakker.${key}.${activity}.from`]: `${year}-07` });
	assert.equal(backwards.status, 422);
	assert.match(words(backwards.body), /Aktivitet 1: Slutt: Slutten er før starten/);
	assert.match(backwards.body, new RegExp(`href="#f-pakker.${key}.${activity}.to"`));
	assert.match(words((await person.get(path)).body), /Oppstart/);

	const ask = await person.get(`${added.location}?fjern=ja`);
	assert.match(words(ask.body), /Arbeidspakke 1: Oppstart blir borte med alt som står i den\. Den har 1 aktivitet\./);
	const gone = await person.post(added.location, [...person.formFields(added.location), ['remove-row', `pakker.${key}`]], { tokens: [] });
	assert.equal(gone.status, 303, words(gone.body));
	assert.equal(rows(id, 'pakker.%').length, 0);
	assert.equal((await person.get(`/soknader/${id}/del/mer/pakke/R1`)).status, 404);
	assert.equal((await person.get(`/soknader/${id}/del/tiltaket/pakke/r1`)).status, 404);
	const stranger = new Visitor();
	assert.equal((await stranger.get(added.location)).status, 303, 'who is not logged in is asked to');
});

test('a page saved in the background keeps rows that a script made', async () => {
	const { person, id, path } = await rowsDraft();
	await person.get(path);
	const fields = person.filled(path, {});
	fields.find(([name]) => name === 'fields')[1] += ' aktiviteter.rscript1';
	const answer = await person.post(path, [...fields, ['aktiviteter.rscript1.hva', 'Laget av skript'], ['autosave', '1']], { tokens: [] });
	assert.equal(answer.status, 200);
	assert.match(answer.body, /^\d+$/);
	assert.equal(stored(id, 'aktiviteter.rscript1.hva'), 'Laget av skript');
	assert.equal(fieldScheme, 'felt-ordning');
});

test('a new draft knows who applies and who writes', async () => {
	const { person, id, path } = await rowsDraft();
	assert.equal(stored(id, 'kontakt.email'), person.email);
	assert.equal(stored(id, 'kontakt.phone'), '12000097');
	assert.deepEqual(['street', 'postcode', 'place', 'municipality'].map((part) => stored(id, `adresse.${part}`)), ['Prøvegata 1', '2317', 'Hamar', '3403']);
	assert.match(stored(id, 'bedrift'), /^\d{9}$/);
	// What is known can be changed, and is not filled in again.
	assert.equal((await person.fill(path, { 'adresse.street': '' }, { go: 'list' })).status, 303);
	await person.get(path);
	assert.equal(stored(id, 'adresse.street'), undefined);
});

test('own work is hours times what an hour is worth, also between windows', async () => {
	const person = await Applicant.new();
	const id = await person.start('in-kulturaktivitet-barn-ungdom', newOrganisation(person.email));
	const path = `/soknader/${id}/del/okonomi`;
	const other = secondWindow(person);
	await person.get(path);
	await other.get(path);
	assert.doesNotMatch(person.page, /name="kostnader\.0\.own"/, 'the sum is worked out, never typed');
	assert.equal((await press(person, path, { 'kostnader.0.item': 'Dugnad', 'kostnader.0.hours': '12,5', 'kostnader.0.rate': '200' }, ['go', 'list'])).status, 303);
	assert.equal(stored(id, 'kostnader.0.own'), '2500');
	await other.get(path);
	await person.get(path);
	await press(other, path, { 'kostnader.0.hours': '20' }, ['go', 'list']);
	assert.equal(stored(id, 'kostnader.0.own'), '4000');
	const mine = await press(person, path, { 'kostnader.0.rate': '250' }, ['go', 'list']);
	assert.equal(mine.status, 422, 'the hours were changed meanwhile');
	assert.doesNotMatch(mine.body, /Lagret fra et annet vindu: «4000»/, 'nobody typed the sum');
	assert.equal(stored(id, 'kostnader.0.own'), '5000', 'the rate was saved, and the other\'s hours stand');
	const high = await person.fill(path, { 'kostnader.0.rate': '301' });
	assert.equal(high.status, 422);
	assert.match(words(high.body), /En time er ført opp med 301 kr\. Her kan den regnes med høyst 300 kr\./);
	// A forged sum is nobody's.
	await person.get(path);
	await person.post(path, [...person.filled(path, { 'kostnader.0.rate': '100' }), ['kostnader.0.own', '999999'], ['go', 'list']], { tokens: [] });
	assert.equal(stored(id, 'kostnader.0.own'), '2000');
	await person.fill(path, { 'kostnader.0.hours': '', 'kostnader.0.rate': '' }, { go: 'list' });
	assert.equal(stored(id, 'kostnader.0.own'), undefined);
});
