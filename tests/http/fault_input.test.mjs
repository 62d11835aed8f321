// fault_input.test.mjs — what people and programs put into an application's form that does not belong there: nothing breaks,
// nothing is cut without a word, and the words say what to do.
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { Applicant, newCall, newOrganisation, readScheme, stateOf, validAnswers } from '../lib/applicant.mjs';
import { forms, sql, unescape, words } from '../lib/visitor.mjs';

const scheme = readScheme('in-bedriftsintern-opplaering');
const answers = validAnswers(scheme);
let person, id, call;

const section = (name) => `/soknader/${id}/del/${name}`;
const fill = (name, changes, options) => person.fill(section(name), { ...answers, ...changes }, options);
// psql gives a line a row.
const answerOf = (path) => sql("select replace(value, chr(10), '¶') from draft_answer where application_id = :v1 and path = :'v2'", id, path)[0]?.[0].replaceAll('¶', '\n');
const told = (answer) => words(answer.body);

// Fields exactly as given, with the tokens, version and field list of the page.
const sendRaw = async (name, fields) => {
	await person.get(section(name));
	const own = person.formFields(section(name)).filter(([key]) => ['csrf', 'form_key', 'version', 'fields'].includes(key));
	return person.post(section(name), [...own, ...fields], { tokens: [] });
};

before(async () => {
	person = await Applicant.new();
	call = newCall(scheme.id);
	id = await person.start(scheme.id, newOrganisation(person.email, { kind: scheme.kind }), { call });
	await person.fillAll(id, scheme);
});

test('2,500 characters in a field for 500: all are kept, and the count is told at the field', async () => {
	const long = 'Så mange bedrifter er med at det ikke er plass. '.repeat(53).slice(0, 2500);
	const answer = await fill('bedriften', { partnere: long });
	assert.equal(answer.status, 422);
	assert.equal(answerOf('partnere'), long.trim(), 'nothing of it is lost');
	assert.ok(unescape(answer.body).includes(long.trim()), 'and it stands in the field');
	assert.match(told(answer), /2[ \u00a0]?\d{3} tegn|500 tegn/);
	assert.match(answer.body, /<a class="ds-link" href="#f-partnere">/, 'the summary leads to it');
	const check = await person.get(`/soknader/${id}/kontroller`);
	assert.ok(check.body.includes('data-error-summary'), 'it cannot be sent so');
	assert.equal((await fill('bedriften', {})).status, 303);
});

test('500 characters of four bytes each fit where 500 characters do', async () => {
	const answer = await fill('bedriften', { partnere: '🎻'.repeat(500) });
	assert.equal(answer.status, 303);
	assert.equal(answerOf('partnere'), '🎻'.repeat(500));
	assert.equal((await fill('bedriften', { partnere: '🎻'.repeat(501) })).status, 422);
	await fill('bedriften', {});
});

test('a text longer than the database keeps is refused in words and stays in the field; the others are saved', async () => {
	const endless = 'x'.repeat(40001);
	const answer = await fill('bedriften', { omstilling: endless, partnere: 'Lagret likevel' });
	assert.equal(answer.status, 422);
	assert.ok(told(answer).includes('ble ikke lagret'), told(answer).slice(0, 600));
	assert.ok(answer.body.includes(endless));
	assert.equal(answerOf('omstilling'), answers.omstilling);
	assert.equal(answerOf('partnere'), 'Lagret likevel');
	await fill('bedriften', {});
});

test('control characters and odd line ends that came with a paste are taken out', async () => {
	const answer = await fill('bedriften', { partnere: 'Linje\u0000 én\u0008\u001b[31m\r\nlinje\u000b to\rtre\u0007\ufffe', omstilling: 'a\u0301rlig' });
	assert.equal(answer.status, 303, told(answer));
	assert.equal(answerOf('omstilling'), '\u00e1rlig', 'one way of writing á');
	const kept = answerOf('partnere');
	assert.doesNotMatch(kept, /[\u0000-\u0008\u000b-\u001f\ufffe]/);
	assert.match(kept, /^Linje én\[31m\s*linje\s*to\s*tre$/);
	await fill('bedriften', {});
});

test('markup and quotes are text', async () => {
	const evil = `"><script>alert(1)</script>{{/t}}' ]]> & &amp; %s`;
	assert.equal((await fill('bedriften', { partnere: evil })).status, 303);
	for (const path of [section('bedriften'), `/soknader/${id}/kontroller`, `/soknader/${id}`, '/soknader']) {
		const page = await person.get(path);
		assert.equal(page.status, 200);
		assert.ok(!page.body.includes('<script>alert'), path);
	}
	assert.equal(Object.fromEntries((await person.get(section('bedriften')), person.formFields(section('bedriften')))).partnere, evil);
	await fill('bedriften', {});
});

test('a name with markup is text in the title too', async () => {
	const title = `<b>Fet</b> "tittel"`;
	assert.equal((await fill('opplaeringen', { tittel: title })).status, 303);
	for (const path of [`/soknader/${id}`, '/soknader', `/soknader/${id}/slett`]) {
		assert.ok(!(await person.get(path)).body.includes('<b>Fet'), path);
	}
	await fill('opplaeringen', {});
});

test('fields that the scheme does not have, and fields of others, change nothing', async () => {
	const rows = () => sql('select path, value from draft_answer where application_id = :v1 order by path', id);
	const before = rows();
	const answer = await sendRaw('bedriften', [
		...Object.entries(answers).filter(([name]) => ['soknadssum', 'ansatte', 'storrelse', 'laerebedrift', 'omstilling', 'partnere'].includes(name)),
		['finnes-ikke', 'x'], ['kostnader.999999.cash', '5'], ['kostnader.-1.cash', '5'], ['kostnader.0.hei', '5'],
		['maltall.finnes-ikke.number', '3'], ['ansatte.0', '3'], ['state', 'submitted'], ['number', '1'], ['', 'x'], ['__proto__', 'x'],
		['tittel', 'en annen sides felt'],
	]);
	assert.equal(answer.status, 303, told(answer));
	assert.deepEqual(rows(), before);
	assert.equal(stateOf(id), 'draft');
});

test('a field sent twice counts once, and ticked boxes all', async () => {
	const own = Object.entries(answers).filter(([name]) => ['soknadssum', 'ansatte', 'storrelse', 'laerebedrift', 'omstilling'].includes(name));
	assert.equal((await sendRaw('bedriften', [...own, ['partnere', 'først'], ['partnere', 'så'], ['ansatte', '77']])).status, 303);
	assert.equal(answerOf('partnere'), 'først');
	assert.equal(answerOf('ansatte'), answers.ansatte);
	assert.equal((await fill('opplaeringen', { kommuner: ['3403', '3411', '3403'] })).status, 303);
	assert.deepEqual([...new Set(answerOf('kommuner').split(' '))].sort(), ['3403', '3411']);
	await fill('bedriften', {});
	await fill('opplaeringen', {});
});

test('a form that says nothing of a field leaves it as it was', async () => {
	const before = answerOf('omstilling');
	await person.get(section('bedriften'));
	const own = person.formFields(section('bedriften')).filter(([name]) => ['csrf', 'form_key', 'version'].includes(name));
	const answer = await person.post(section('bedriften'), own, { tokens: [] });
	assert.notEqual(answer.status, 500);
	assert.equal(answerOf('omstilling'), before);
});

test('wrong choices are told', async () => {
	const cases = [
		['bedriften', { storrelse: 'enorm' }, 'Velg blant svarene'],
		['bedriften', { laerebedrift: 'kanskje' }, 'Svar ja eller nei'],
		['bedriften', { ansatte: 'tjue' }, 'helt tall'],
		['bedriften', { ansatte: '-3' }, 'mindre enn 0'],
		['bedriften', { ansatte: '99999999999999999999999' }, 'høyst'],
		['bedriften', { ansatte: '2,5' }, 'helt tall'],
		['opplaeringen', { uker: '53' }, 'høyst 52'],
		['opplaeringen', { kommuner: ['0301'] }, 'ingen kommune'],
		['opplaeringen', { 'periode.start': '31.02.2027' }, 'dag, måned og år'],
		['opplaeringen', { 'periode.start': '1.6.2027', 'periode.end': '1.5.2027' }, 'før startdatoen'],
		['opplaeringen', { 'periode.start': '1.1.99999' }, 'dag, måned og år'],
		['kontakt', { epost: 'kari at lag.test' }, 'E-postadressen mangler noe'],
		['kontakt', { epost: 'kari@lag.test\nBcc: alle@lag.test' }, 'E-postadressen mangler noe'],
		['kontakt', { telefon: '123' }, 'åtte sifre'],
		['kontakt', { riktig: 'kanskje' }, 'Kryss av'],
		['okonomi', { kontonummer: '9999 00 10002' }, 'Kontonummeret stemmer ikke'],
		['mal', { 'maltall.finnes.number': '1', [`maltall.${scheme.goals[0]}.number`]: 'mange' }, 'helt tall'],
	];
	for (const [name, change, wanted] of cases) {
		const answer = await fill(name, change);
		assert.equal(answer.status, 422, `${JSON.stringify(change)}: ${answer.status} ${answer.location}`);
		assert.ok(told(answer).includes(wanted), `${JSON.stringify(change)}: ${told(answer).match(/Feil:[^]{0,300}/)?.[0]}`);
		assert.match(answer.body, /<title>Feil: /);
	}
	for (const name of ['bedriften', 'opplaeringen', 'kontakt', 'okonomi', 'mal']) {
		assert.equal((await fill(name, {})).status, 303);
	}
});

test('sums: spaces, dots and kr are understood; minus, decimals, words and the huge are told', async () => {
	for (const typed of ['100000', '100 000', '100\u00a0000', '100\u202f000', '100.000', 'kr 100 000', '100 000 kr', '100 000,-', '100 000,00']) {
		const answer = await fill('bedriften', { soknadssum: typed });
		assert.equal(answer.status === 303 || !told(answer).includes('sum i hele kroner'), true, `${typed}: ${told(answer).match(/Feil:[^]{0,200}/)?.[0]}`);
		await person.get(section('bedriften'));
		assert.equal(Object.fromEntries(person.formFields(section('bedriften'))).soknadssum.replace(/\s/g, ' '), '100 000', typed);
	}
	for (const typed of ['-100', '−100', '99,50', '99.5', '1e5', 'hundre', '0x64', '99999999999999999999', '1,2,3', '٣٠٠', '<b>']) {
		const answer = await fill('bedriften', { soknadssum: typed });
		assert.equal(answer.status, 422, typed);
		assert.match(answer.body, /href="#f-soknadssum"/, typed);
		assert.equal(Object.fromEntries(person.formFields(section('bedriften'))).soknadssum, typed, 'what was typed stays');
	}
	assert.equal((await fill('bedriften', { soknadssum: '0' })).status, 422);
	assert.equal((await fill('bedriften', {})).status, 303);
});

test('sums in a plan that together pass what can be counted do not wrap around', async () => {
	const huge = Object.fromEntries(Array.from({ length: 20 }, (_, i) => [[`kostnader.${i}.item`, 'Ting'], [`kostnader.${i}.cash`, '999999999999999']]).flat());
	const answer = await fill('okonomi', huge, { all: true });
	assert.equal(answer.status, 422);
	assert.doesNotMatch(told(answer), /[-−]\d{3}/);
	for (let i = 0; i < 20; i++) {
		for (const column of ['item', 'cash']) {
			huge[`kostnader.${i}.${column}`] = '';
		}
	}
	assert.equal((await fill('okonomi', { ...huge, ...answers }, { all: true })).status, 303);
	assert.equal(sql("select count(*) from draft_answer where application_id = :v1 and path like 'kostnader.%'", id)[0][0], '4');
});

test('a financing plan one krone off is told to the krone, and cannot be sent', async () => {
	for (const [change, wanted] of [[-1, '1 kr lavere'], [1, '1 kr høyere']]) {
		const cash = String(Number(answers['finansiering.0.cash']) + change);
		const answer = await fill('okonomi', { 'finansiering.0.cash': cash });
		assert.equal(answer.status, 422);
		assert.ok(told(answer).replace(/\u00a0/g, ' ').includes(wanted), told(answer).match(/Finansieringen er[^.]*/)?.[0]);
		const check = await person.get(`/soknader/${id}/kontroller`);
		assert.ok(told(check).replace(/\u00a0/g, ' ').includes(wanted));
		assert.equal(forms(check.body).some(({ action }) => action.endsWith('/send')), false, 'no button to send with');
		const [[version]] = sql('select version from application where application_id = :v1', id);
		const forced = await person.post(`/soknader/${id}/send`, { version }, { tokens: person.tokens('/logg-ut').concat([['form_key', `k${change}`]]) });
		assert.equal(forced.status, 422, 'nor without the button');
		assert.equal(stateOf(id), 'draft');
	}
	assert.equal((await fill('okonomi', {})).status, 303);
});

test('an application with a question unanswered is not sent, whatever the browser says', async () => {
	await fill('kontakt', { telefon: '' });
	await person.get(`/soknader/${id}/kontroller`);
	const [[version]] = sql('select version from application where application_id = :v1', id);
	const forced = await person.post(`/soknader/${id}/send`, { version, telefon: '12 00 00 99' },
		{ tokens: person.tokens('/logg-ut').concat([['form_key', 'k-unanswered']]) });
	assert.equal(forced.status, 422);
	assert.equal(stateOf(id), 'draft');
	await fill('kontakt', {});
});

test('3,000 fields are refused in words, and the draft stands as it did', async () => {
	const rows = () => sql('select path, value, version from draft_answer where application_id = :v1 order by path', id);
	const before = rows();
	const answer = await sendRaw('bedriften', Array.from({ length: 3000 }, (_, i) => [`f${i}`, 'x']));
	assert.equal(answer.status, 413);
	assert.ok(told(answer).includes('flere enn 2 000 felt'));
	assert.deepEqual(rows(), before);
});

test('1,900 rows of a plan are no more than the plan has room for', async () => {
	const rows = Array.from({ length: 900 }, (_, i) => [[`kostnader.${i}.item`, 'x'], [`kostnader.${i}.cash`, '1']]).flat();
	const answer = await sendRaw('okonomi', rows);
	assert.ok([303, 422].includes(answer.status));
	assert.ok(Number(sql("select count(*) from draft_answer where application_id = :v1 and path like 'kostnader.%'", id)[0][0]) <= 200);
	const paths = Object.fromEntries(sql("select path, '' from draft_answer where application_id = :v1 and path like 'kostnader.%'", id));
	assert.equal((await fill('okonomi', { ...paths, ...answers }, { all: true })).status, 303);
});

test('bytes that are not UTF-8 change nothing, whether in a value or in a name', async () => {
	await person.get(section('bedriften'));
	const own = new URLSearchParams(person.formFields(section('bedriften'))).toString();
	const before = answerOf('partnere');
	for (const bytes of ['&partnere=bl%E5b%E6r', '&part%FFnere=x', '&partnere=%ED%A0%80', '&partnere=%C0%AF', '&partnere=%F4%90%80%80']) {
		const answer = await person.request(section('bedriften'), {
			method: 'POST', headers: { 'content-type': 'application/x-www-form-urlencoded' }, body: own + bytes });
		assert.equal(answer.status, 422, bytes);
		assert.ok(told(answer).includes('tegn vi ikke kan lese'));
	}
	assert.equal(answerOf('partnere'), before);
});

test('numbers in addresses that no application has', async () => {
	for (const wrong of ['0', '-1', '999999999', '99999999999999999999999999', '1.5', '1e3', 'abc', '%00', '%27', '..', '%2e%2e%2f1', '１']) {
		for (const rest of ['', '/kontroller', '/alt', '/kvittering.pdf', '/slett']) {
			assert.equal((await person.get(`/soknader/${wrong}${rest}`)).status === 200, wrong === '..' && rest === '', `${wrong}${rest}`);
		}
	}
	assert.equal((await person.get(section('finnes-ikke'))).status, 404);
	assert.equal((await person.get(`/soknader/${id}/vedlegg/999999`)).status, 404);
	assert.equal((await person.get('/ordninger/finnes-ikke/start')).status, 404);
	assert.equal((await person.get(`${section('okonomi')}?rader=kostnader.999`)).status, 200);
	assert.equal((await person.get(`${section('okonomi')}?rader=kostnader.-5`)).status, 200);
	assert.equal((await person.get(`${section('okonomi')}?rader=%00.5`)).status, 200);
});

test('a start with a wrong call, organisation or language begins nothing', async () => {
	const path = `/ordninger/${scheme.id}/start`;
	const count = () => sql('select count(*) from application')[0][0];
	const before = count();
	const [[foreign]] = sql(`select organisation_id from organisation o where kind = 'enterprise' and not exists
		(select from membership m join app_user u using (user_id) where m.organisation_id = o.organisation_id and u.email = :'v1') limit 1`, person.email);
	const wrongKind = newOrganisation(person.email, { kind: 'municipality' }).id;
	const right = newOrganisation(person.email, { kind: scheme.kind }).id;
	const [[other]] = sql("select call_id from call where scheme_id <> :'v1' limit 1", scheme.id);
	const cases = [
		[{ call, organisation: foreign, lang: 'nb' }, [404]],
		[{ call, organisation: wrongKind, lang: 'nb' }, [422]],
		[{ call, organisation: '', lang: 'nb' }, [422]],
		[{ call, lang: 'nb' }, [422]],
		[{ call, organisation: '1; drop table application', lang: 'nb' }, [422]],
		[{ call: other, organisation: right, lang: 'nb' }, [422, 404]],
		[{ call: '99999999', organisation: right, lang: 'nb' }, [422, 404]],
		[{ organisation: right }, [422, 404]],
	];
	for (const [fields, statuses] of cases) {
		await person.get(path);
		const answer = await person.post(path, fields);
		assert.ok(statuses.includes(answer.status), `${JSON.stringify(fields)}: ${answer.status}`);
	}
	assert.equal(count(), before);
});
