// application_draft.test.mjs — writing in a draft: whatever is typed is kept and told about, and two windows never lose each other's text.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Applicant, newCall, newMember, newOrganisation, readScheme, stateOf, stored } from '../lib/applicant.mjs';
import { PASSWORD, sql, words } from '../lib/visitor.mjs';

const scheme = 'in-kulturaktivitet-barn-ungdom';
const page = (id, section) => `/soknader/${id}/del/${section}`;

const newDraft = async () => {
	const person = await Applicant.new();
	const organisation = newOrganisation(person.email);
	return { person, organisation, id: await person.start(scheme, organisation) };
};

// The sum is asked for first: with 50 000 kr or more, more is asked.
const askAll = (person, id) => person.fill(page(id, 'tiltaket'), { soknadssum: '75 000' }, { go: 'list' });

test('a second start opens the draft there is', async () => {
	const person = await Applicant.new();
	const organisation = newOrganisation(person.email);
	const call = newCall(scheme);
	const first = await person.start(scheme, organisation, { call });
	assert.equal(await person.start(scheme, organisation, { call }), first);
	await person.get(`/ordninger/${scheme}/start`);
	const clicks = await Promise.all([1, 2, 3].map(() => person.post(`/ordninger/${scheme}/start`, { call, organisation: organisation.id, lang: 'nb' })));
	assert.deepEqual(clicks.map(({ location }) => location), Array(3).fill(`/soknader/${first}`));
});

test('the start page takes nothing that is not offered', async () => {
	const person = await Applicant.new();
	const mine = newOrganisation(person.email);
	const municipality = newOrganisation(person.email, { kind: 'person', name: 'Ola Prøve' });
	const stranger = await Applicant.new();
	const theirs = newOrganisation(stranger.email);
	const path = `/ordninger/${scheme}/start`;
	const call = newCall(scheme);
	const later = newCall(scheme, { opens: "now() + interval '1 day'" });
	const other = newCall('in-inkludering-integrering');
	const start = async (fields) => {
		await person.get(path);
		return person.post(path, fields);
	};
	assert.match(words((await person.get(path)).body), /En av organisasjonene deres kan ikke søke her.*Ola Prøve/);
	assert.equal((await start({ call, lang: 'nb' })).status, 422);
	assert.match(words(person.page), /Feil:.*Velg hvem som søker/);
	assert.equal((await start({ call, organisation: municipality.id })).status, 422);
	assert.equal((await start({ call, organisation: theirs.id })).status, 404);
	assert.equal((await start({ call: later, organisation: mine.id })).status, 422);
	assert.equal((await start({ call: other, organisation: mine.id })).status, 422);
	assert.equal((await start({ call: 'x', organisation: mine.id })).status, 422);
	assert.equal((await person.get('/ordninger/finnes-ikke/start')).status, 404);
	assert.equal(sql('select count(*) from application where organisation_id in (:v1, :v2, :v3)', mine.id, municipality.id, theirs.id)[0][0], '0');
	assert.equal((await start({ call, organisation: mine.id, lang: 'xx' })).status, 303, 'a language there is none of is the reader\'s own');
});

test('text of every kind comes back as it was written', async () => {
	const { person, id } = await newDraft();
	const title = '«Æøå» & <b>merker</b> "sitat" \'apostrof\' 🎭';
	await askAll(person, id);
	const text = '\n\nFørste linje\n\n  innrykk\nSiste linje  ';
	const answer = await person.fill(page(id, 'tiltaket'), { tittel: title, 'kort-omtale': text, kunstart: ['musikk', 'annet'], kommuner: ['3403', '3411'] });
	assert.equal(answer.status, 303);
	assert.equal(stored(id, 'tittel'), title);
	assert.equal(stored(id, 'kunstart'), 'musikk annet');
	const path = page(id, 'tiltaket');
	const back = Object.fromEntries((await person.get(path), person.formFields(path)));
	assert.equal(back.tittel, title);
	assert.equal(back['kort-omtale'], text.trim());
	assert.equal(person.page.includes('<b>merker'), false);
	assert.ok(words((await person.get('/soknader')).body).includes('«Æøå»'));
});

test('pasted control characters are taken out and other bytes kept', async () => {
	const { person, id } = await newDraft();
	assert.equal((await person.fill(page(id, 'tiltaket'), { tittel: 'a\u0000b\u0007c\u001b[31md\ufffee\u200bf' })).status, 303);
	assert.equal(stored(id, 'tittel'), 'abc[31me\u200bf'.replace('me', 'mde'));
});

test('2,500 characters in a field of 500: all of it is kept, and told about beside the field', async () => {
	const { person, id } = await newDraft();
	const long = 'æ'.repeat(2500);
	await askAll(person, id);
	const answer = await person.fill(page(id, 'tiltaket'), { tittel: 'Et navn', 'kort-omtale': long });
	assert.equal(answer.status, 422);
	assert.match(answer.body, /<title>Feil:/);
	assert.match(answer.body, /href="#f-kort-omtale"/);
	assert.ok(answer.body.includes(long), 'what was typed stays');
	assert.ok(words(answer.body).includes('Det du har skrevet, er lagret'));
	assert.equal(sql("select length(value) from draft_answer where application_id = :v1 and path = 'kort-omtale'", id)[0][0], '2500');
	assert.equal(stored(id, 'tittel'), 'Et navn');
	assert.match(words((await person.get(`/soknader/${id}`)).body), /Tiltaket Må rettes/);
});

test('more than the database takes in one answer: the rest is saved, the text stays in the field', async () => {
	const { person, id } = await newDraft();
	const huge = 'x'.repeat(40001);
	const answer = await person.fill(page(id, 'tiltaket'), { tittel: 'Kort', omtale: huge });
	assert.equal(answer.status, 422);
	assert.ok(answer.body.includes(huge));
	assert.match(words(answer.body), /for lang og ble ikke lagret/);
	assert.equal(stored(id, 'tittel'), 'Kort');
	assert.equal(stored(id, 'omtale'), undefined);
});

const sums = [
	['25000', '25000', null],
	['25 000', '25000', null],
	['25.000,-', '25000', null],
	['kr 25 000', '25000', null],
	['25\u00a0000', '25000', null],
	['25 000,00', '25000', null],
	['-5', '-5', /mindre enn 0|hele kroner|negativ/i],
	['12,50', '12,50', /hele kroner/],
	['1e5', '1e5', /hele kroner/],
	['99999999999999999999', '99999999999999999999', /stor/],
	['tjuefem tusen', 'tjuefem tusen', /hele kroner/],
];

for (const [typed, kept, told] of sums) {
	test(`a sum typed as «${typed}» is ${told === null ? `${kept} kroner` : 'kept and told about'}`, async () => {
		const { person, id } = await newDraft();
		for (const [section, path, answers] of [['tiltaket', 'soknadssum', {}], ['okonomi', 'kostnader.0.cash', { 'kostnader.0.item': 'Ting' }]]) {
			const answer = await person.fill(page(id, section), { ...answers, [path]: typed });
			assert.equal(answer.status, told === null ? 303 : 422, words(answer.body));
			assert.equal(stored(id, path), kept);
			if (told !== null) {
				assert.match(words(answer.body), told);
				assert.ok(answer.body.includes(`href="#f-${path}"`), path);
			}
		}
	});
}

test('a day that is none, and an end before the start', async () => {
	const { person, id } = await newDraft();
	let answer = await person.fill(page(id, 'tiltaket'), { 'periode.start': '31.02.2027', 'periode.end': 'snart' });
	assert.equal(answer.status, 422);
	assert.match(answer.body, /href="#f-periode\.start"/);
	assert.match(answer.body, /value="31\.02\.2027"/);
	answer = await person.fill(page(id, 'tiltaket'), { 'periode.start': '1.6.2027', 'periode.end': '15. mai 2027' });
	assert.equal(answer.status, 422);
	assert.equal(stored(id, 'periode.end'), '2027-05-15');
	assert.match(answer.body, /value="15\.05\.2027"/);
});

test('missing, repeated and unknown fields', async () => {
	const { person, id } = await newDraft();
	const path = page(id, 'tiltaket');
	await person.fill(path, { tittel: 'Første' });
	await person.get(path);
	const tokens = person.tokens(path);
	const version = Object.fromEntries(person.formFields(path)).version;
	const twice = await person.post(path, [['version', version], ['fields', 'tittel kontakt-navn finnes-ikke arsregnskap'], ['tittel', 'En'], ['tittel', 'To'],
		['soknadssum', '5'], ['finnes-ikke', 'x'], ['kostnader.999.cash', '1'], ['kommuner', '3403'], ['go', 'next']], { tokens });
	assert.equal(twice.status, 303);
	assert.equal(stored(id, 'tittel'), 'En', 'the first counts');
	assert.equal(stored(id, 'soknadssum'), undefined, 'the page did not say it showed it');
	assert.equal(sql('select count(*) from draft_answer where application_id = :v1', id)[0][0], '1');
	// A script that leaves out the version must not overwrite what it has not seen.
	await person.get(path);
	const blind = await person.post(path, [['fields', 'tittel'], ['tittel', 'Uten versjon']]);
	assert.equal(blind.status, 422);
	assert.equal(stored(id, 'tittel'), 'En');
	await person.get(path);
	assert.equal((await person.post(path, [])).status, 303, 'nothing shown, nothing changed');
	assert.equal(stored(id, 'tittel'), 'En');
});

test('3,000 fields and bytes that are no UTF-8 are refused in words, and change nothing', async () => {
	const { person, id } = await newDraft();
	const path = page(id, 'okonomi');
	await person.get(path);
	const many = await person.post(path, [...person.filled(path, {}), ...Array.from({ length: 3000 }, (_, i) => [`kostnader.${i}.cash`, '1'])], { tokens: [] });
	assert.equal(many.status, 413);
	assert.match(words(many.body), /flere enn 2 000 felt/);
	await person.get(path);
	const body = `${new URLSearchParams(person.filled(path, {}))}&kostnader.0.item=bl%E5`;
	const latin = await person.request(path, { method: 'POST', headers: { 'content-type': 'application/x-www-form-urlencoded' }, body });
	assert.equal(latin.status, 422);
	assert.match(words(latin.body), /tegn vi ikke kan lese/);
	assert.equal(sql('select count(*) from draft_answer where application_id = :v1', id)[0][0], '0');
});

test('a megabyte of codes, or a list of fields without end, holds nobody up', async () => {
	const { person, id } = await newDraft();
	const path = page(id, 'tiltaket');
	for (const answers of [{ kommuner: 'a '.repeat(400000) }, { kunstart: Array(1900).fill('x'.repeat(400)) }]) {
		await person.get(path);
		const from = Date.now();
		const answer = await person.post(path, [...person.filled(path, answers), ['go', 'next']], { tokens: [] });
		assert.equal(answer.status, 422);
		assert.ok(Date.now() - from < 3000, `${Date.now() - from} ms`);
	}
	await person.fill(path, { kunstart: ['musikk'] });
	await person.get(path);
	const rest = person.filled(path, {}).filter(([name]) => !['fields', 'hidden'].includes(name));
	const from = Date.now();
	const answer = await person.post(path, [...rest, ['fields', 'tittel '.repeat(70000)], ['hidden', 'hvordan-unge '.repeat(30000)]], { tokens: [] });
	assert.equal(answer.status, 303);
	assert.ok(Date.now() - from < 3000, `${Date.now() - from} ms`);
});

test('a plan grows by a row without script, and sums add up', async () => {
	const { person, id } = await newDraft();
	await askAll(person, id);
	const path = page(id, 'okonomi');
	await person.get(path);
	assert.equal([...person.page.matchAll(/name="kostnader\.\d+\.cash"/g)].length, 3);
	const answers = { 'kostnader.0.item': 'Leie', 'kostnader.0.cash': '60 000', 'kostnader.2.item': 'Mat', 'kostnader.2.hours': '100,5', 'kostnader.2.rate': '150', 'finansiering.0.source': 'Vi', 'finansiering.0.cash': 'tre' };
	const added = await person.post(path, [...person.filled(path, answers), ['add', 'kostnader']], { tokens: [] });
	assert.equal(added.status, 303);
	const again = await person.get(added.location.split('#')[0]);
	assert.equal([...again.body.matchAll(/name="kostnader\.\d+\.cash"/g)].length, 4);
	assert.match(words(again.body), /Sum i alt 75\u00a0075|Sum i alt 75 075/);
	assert.equal(Object.fromEntries(person.formFields(path))['finansiering.0.cash'], 'tre', 'what cannot be read stays as typed');
	const most = await person.get(`${path}?rader=kostnader.999`);
	assert.equal([...most.body.matchAll(/name="kostnader\.\d+\.cash"/g)].length, 30, 'never more than the scheme allows');
	for (const query of ['rader=', 'rader=x', 'rader=kostnader.-1', 'rader=finnes-ikke.9', 'rader=.']) {
		assert.equal((await person.get(`${path}?${query}`)).status, 200, query);
	}
});

test('saving in the background answers with the new version, and nothing is told as saved that was not', async () => {
	const { person, id } = await newDraft();
	const path = page(id, 'tiltaket');
	await person.get(path);
	const autosave = (answers, version) =>
		person.post(path, [...person.filled(path, answers).filter(([name]) => name !== 'version'), ['version', version], ['autosave', '1']], { tokens: [] });
	const start = Number(Object.fromEntries(person.formFields(path)).version);
	const first = await autosave({ tittel: 'A' }, start);
	assert.equal(first.status, 200);
	assert.match(first.headers.get('content-type'), /^text\/plain/);
	assert.equal(Number(first.body), start + 1);
	const second = await autosave({ tittel: 'AB' }, first.body);
	assert.equal(Number(second.body), start + 2);
	const third = await autosave({ tittel: 'A' }, second.body);
	assert.equal(third.status, 200, 'the same text as before, under the same key');
	assert.equal(stored(id, 'tittel'), 'A');
	assert.equal((await autosave({ 'kort-omtale': 'x'.repeat(3000) }, third.body)).status, 200, 'too long for the question is saved all the same');
	assert.equal((await autosave({ omtale: 'x'.repeat(40001) }, Number(third.body) + 1)).status, 422);
});

test('two windows on one draft: the second is told, and nothing is lost', async () => {
	const { person, organisation, id } = await newDraft();
	const other = await Applicant.new({ name: 'Annen Person' });
	await askAll(person, id);
	newMember(organisation, other.email, false);
	const path = page(id, 'tiltaket');
	await person.get(path);
	await other.get(path);
	const mine = person.filled(path, { tittel: 'Mitt navn', 'kort-omtale': 'Kort fra meg' });
	assert.equal((await person.post(path, [...mine, ['go', 'next']], { tokens: [] })).status, 303);

	// In the background nothing is saved and nothing is said to be.
	const quiet = await other.post(path, [...other.filled(path, { tittel: 'Deres navn', omtale: 'Lang' }), ['autosave', '1']], { tokens: [] });
	assert.equal(quiet.status, 409);
	assert.equal(stored(id, 'omtale'), undefined);

	await other.get(path);
	other.page = other.page.replace(/(name="version" value=")\d+/, '$11');
	const told = await other.post(path, [...other.filled(path, { tittel: 'Deres navn', omtale: 'Lang' }), ['go', 'next']], { tokens: [] });
	assert.equal(told.status, 422);
	assert.match(words(told.body), /Lagret fra et annet vindu: «Mitt navn»/);
	assert.equal(Object.fromEntries(other.formFields(path)).tittel, 'Deres navn', 'my text stays in the field');
	assert.equal(stored(id, 'tittel'), 'Mitt navn', 'theirs stays saved until I have seen it');
	assert.equal(stored(id, 'omtale'), 'Lang', 'what only I wrote is saved');
	assert.equal(stored(id, 'kort-omtale'), 'Kort fra meg', 'and what only they wrote is kept');

	assert.equal((await other.post(path, [...other.formFields(path), ['go', 'next']], { tokens: [] })).status, 303);
	assert.equal(stored(id, 'tittel'), 'Deres navn', 'the next save wins');
});

test('the session ended while writing: the text is saved after the login', async () => {
	const { person, id } = await newDraft();
	const path = page(id, 'tiltaket');
	const text = 'Et langt svar som noen har brukt en time på å skrive.';
	await person.get(path);
	const fields = [...person.filled(path, { tittel: 'Bevart', omtale: text }), ['go', 'next']];
	sql("delete from session s using app_user u where u.user_id = s.user_id and u.email = :'v1'", person.email);
	const asked = await person.post(path, fields, { tokens: [] });
	assert.equal(asked.status, 401);
	assert.equal(stored(id, 'omtale'), undefined);
	const carried = person.form('/logg-inn').fields.filter(([name]) => !['email', 'password'].includes(name));
	const back = await person.post('/logg-inn', [...carried, ['email', person.email], ['password', PASSWORD]], { tokens: [] });
	assert.equal(back.status, 200);
	assert.ok(words(back.body).includes(text));
	assert.equal((await person.post(path, person.formFields(path), { tokens: [] })).status, 303);
	assert.equal(stored(id, 'omtale'), text);
	assert.equal(stored(id, 'tittel'), 'Bevart');
});

test("another applicant's draft is not there, whatever the address", async () => {
	const { person, id } = await newDraft();
	const stranger = await Applicant.new();
	newOrganisation(stranger.email);
	await person.fill(page(id, 'tiltaket'), { tittel: 'Hemmelig' });
	const numbers = [id, '0', '-1', '999999999', '99999999999999999999', 'x', '1e3', `${id}%20`];
	for (const one of numbers) {
		for (const rest of ['', '/del/tiltaket', '/alt', '/kontroller', '/slett', '/kvittering', '/kvittering.pdf', '/vedlegg/1']) {
			assert.equal((await stranger.get(`/soknader/${one}${rest}`)).status, 404, `${one}${rest}`);
		}
	}
	await stranger.get('/konto');
	for (const rest of ['/del/tiltaket', '/alt', '/send', '/slett']) {
		const answer = await stranger.post(`/soknader/${id}${rest}`, { version: 1, fields: 'tittel', tittel: 'Stjålet' });
		assert.ok([404, 409].includes(answer.status), `${rest}: ${answer.status}`);
	}
	assert.equal(stored(id, 'tittel'), 'Hemmelig');
	assert.equal(stateOf(id), 'draft');
	assert.equal((await person.get(page(id, 'finnes-ikke'))).status, 404);
});

test('everything on one page saves as the section pages do', async () => {
	const { person, id } = await newDraft();
	const path = `/soknader/${id}/alt`;
	await askAll(person, id);
	assert.equal((await person.fill(path, { tittel: 'Fra alt', 'kontakt-navn': 'Kari' }, { go: 'list' })).location, `/soknader/${id}`);
	assert.equal(stored(id, 'tittel'), 'Fra alt');
	assert.equal(stored(id, 'kontakt-navn'), 'Kari');
	const tasks = words((await person.get(`/soknader/${id}`)).body);
	assert.match(tasks, /Kontaktperson Påbegynt/);
	assert.match(tasks, /Budsjett Ikke startet/);
});

test('a question an answer brings up is asked, and its answer counts only while it is asked', async () => {
	const { person, id } = await newDraft();
	const path = page(id, 'deltakere');
	await askAll(person, id);
	const brought = await person.fill(path, { 'unge-planlegger': 'yes' });
	assert.match(brought.location, /#f-hvordan-unge$/);
	await person.get(brought.location.split('#')[0]);
	assert.ok(!/data-field="hvordan-unge"[^>]*hidden/.test(person.page));
	await person.fill(path, { 'hvordan-unge': 'De bestemmer.' });
	assert.match(words((await person.get(`/soknader/${id}/kontroller`)).body), /De bestemmer\./);
	await person.fill(path, { 'unge-planlegger': 'no' });
	assert.equal(stored(id, 'hvordan-unge'), 'De bestemmer.', 'it comes back if the answer is changed again');
	assert.ok(!/De bestemmer\./.test(words((await person.get(`/soknader/${id}/kontroller`)).body)));
});

test('a small sum takes few questions, and a larger one brings the others up', async () => {
	const { person, id } = await newDraft();
	const asked = async (sum) => {
		await person.fill(page(id, 'tiltaket'), { soknadssum: sum }, { go: 'list' });
		const tasks = words((await person.get(`/soknader/${id}`)).body);
		const answers = words((await person.get(`/soknader/${id}/kontroller`)).body);
		return { tasks, answers };
	};
	const small = await asked('49 999');
	assert.doesNotMatch(small.tasks, /Vedlegg/, 'a part that asks for nothing is not there');
	assert.match(small.tasks, /av 5 deler/);
	assert.doesNotMatch(small.answers, /Finansiering|Telefon|Siste årsregnskap|Kort om tiltaket/);
	const large = await asked('50 000');
	assert.match(large.tasks, /av 6 deler.*Vedlegg/);
	assert.match(large.answers, /Kort om tiltaket.*Finansiering.*Siste årsregnskap.*Telefon/);
});

test('a draft is thrown away on a page that says what goes', async () => {
	const { person, id } = await newDraft();
	await person.fill(page(id, 'tiltaket'), { tittel: 'Kast meg' });
	assert.match(words((await person.get(`/soknader/${id}/slett`)).body), /Kast meg/);
	const answer = await person.post(`/soknader/${id}/slett`);
	assert.equal(answer.location, '/soknader');
	assert.equal((await person.get(`/soknader/${id}`)).status, 404);
	assert.equal(stateOf(id), undefined);
});

test('every page is there in nynorsk and English', async () => {
	const { person, id } = await newDraft();
	for (const [lang, state] of [['nn', 'Ikkje starta'], ['en', 'Not started']]) {
		await person.get(`/sprak?til=${lang}&tilbake=/soknader`);
		assert.ok(words((await person.get(`/soknader/${id}`)).body).includes(state), lang);
		for (const rest of ['/del/okonomi', '/del/tiltaket', '/alt', '/kontroller', '/slett']) {
			const answer = await person.get(`/soknader/${id}${rest}`);
			assert.equal(answer.status, 200);
			assert.match(answer.body, new RegExp(`<html lang="${lang}"`));
			assert.doesNotMatch(words(answer.body), lang === 'en' ? /Lagre|Kontroller svarene|Endre/ : /Ikke|Kontroller svarene|dere /, rest);
		}
	}
});
