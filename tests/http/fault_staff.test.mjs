// fault_staff.test.mjs — what officers, leaders and anybody at a login may send that does not belong there: told in words, nothing
// half, and never an error of ours.
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { newCall } from '../lib/applicant.mjs';
import { sentApplication, setFrame, Staff } from '../lib/staff.mjs';
import { sql, Visitor, words } from '../lib/visitor.mjs';

const schemeId = 'in-inkludering-integrering';
const HUGE = 'å'.repeat(300000);
const nasty = ['', ' ', 'x'.repeat(100000), HUGE, 'a\u0000b\u0007c', '<script>alert(1)</script>', '%s%n%d', "'; drop table application; --", '🎻'.repeat(5000),
	'-1', '999999999999999999999', '1e9', 'NaN', '0x7f', '\u202e\u200b', '\\', '\n\n\n'];
let call, officer, leader, id;

const stateOf = (one) => sql('select state from application where application_id = :v1', one)[0][0];
const kind = (answer, what) => {
	assert.ok([200, 303, 404, 409, 413, 422, 429].includes(answer.status), `${what}: ${answer.status}`);
	if (answer.status === 200 || answer.status === 422) {
		assert.ok(!answer.body.includes('<script>alert(1)'), what);
	}
	return answer;
};
const short = (value) => JSON.stringify(value.slice(0, 24));

before(async () => {
	call = newCall(schemeId);
	setFrame(call, 200000);
	officer = await Staff.new();
	leader = await Staff.new({ role: 'leader' });
	({ id } = await sentApplication(schemeId, call));
});

test('declaring: answers that are none, grounds of any kind', async () => {
	const path = `/saker/${id}/habilitet`;
	for (const svar of nasty) {
		await officer.get(`/saker/${id}`);
		assert.equal(kind(await officer.post(path, { svar, grunn: 'x' }), short(svar)).status, 422, short(svar));
	}
	// Whoever has a conflict in one case of a call cannot lock its list.
	const another = newCall(schemeId);
	for (const grunn of nasty) {
		const someone = await sentApplication(schemeId, another);
		await officer.get(`/saker/${someone.id}`);
		const answer = kind(await officer.post(`/saker/${someone.id}/habilitet`, { svar: 'inhabil', grunn }), short(grunn));
		const [row] = sql('select declared from impartiality where application_id = :v1 and user_id = :v2', someone.id, officer.id);
		assert.equal(answer.status === 303, row?.[0] === 'conflict', `${short(grunn)}: ${answer.status}`);
		if (grunn.length > 200) {
			break;
		}
	}
	await officer.declare(id);
	await leader.declare(id);
});

test('the formal check: results that are none, notes of any kind', async () => {
	const path = `/saker/${id}/formalkontroll`;
	const page = await officer.get(path);
	const rules = [...page.body.matchAll(/name="(regel-[^"]*)" value="ja"/g)].map(([, name]) => name);
	assert.ok(rules.length > 0);
	for (const value of nasty) {
		await officer.get(path);
		const answer = await officer.post(path, [['resultat', value], ...rules.map((rule) => [rule, value]), ...rules.map((rule) => [rule.replace('regel', 'merknad'), value])]);
		assert.ok([413, 422].includes(kind(answer, short(value)).status), short(value));
	}
	assert.equal(stateOf(id), 'formal_check');
	await officer.get(path);
	const long = await officer.post(path, [['resultat', 'complete'], ['regel-finnes-ikke', 'ja'], ...rules.map((rule) => [rule, 'ja']), ...rules.map((rule) => [rule.replace('regel', 'merknad'), 'x'.repeat(50000)])]);
	kind(long, 'long notes');
	if (long.status !== 303) {
		await officer.check(id);
	}
	assert.equal(stateOf(id), 'assessing');
});

test('the score sheet: marks beyond the scale, reasons of any kind; a draft is kept, a finished one must be whole', async () => {
	const path = `/saker/${id}/vurdering`;
	const page = await officer.get(path);
	const marks = [...new Set([...page.body.matchAll(/name="(k-[^"]*)"/g)].map(([, name]) => name))];
	assert.ok(marks.length > 0);
	const fields = (mark, reason) => [...marks.map((name) => [name, mark]), ...marks.map((name) => [name.replace('k-', 'g-'), reason])];
	for (const mark of ['6', '-1', '99999999999', 'mye', '3.5', '', '3 ', '1000000']) {
		await officer.get(path);
		const answer = await officer.post(path, [...fields(mark, 'Grunn'), ['samlet', 'Samlet'], ['handling', 'ferdig']]);
		assert.equal(kind(answer, mark).status, 422, `«${mark}»`);
	}
	for (const reason of nasty) {
		await officer.get(path);
		kind(await officer.post(path, [...fields('3', reason), ['samlet', reason], ['handling', 'lagre']]), short(reason));
	}
	await officer.get(path);
	assert.equal((await officer.post(path, [...fields('3', ''), ['samlet', ''], ['handling', 'ferdig']])).status, 422, 'a mark needs its reason');
	assert.equal(stateOf(id), 'assessing');
	await officer.assess(id);
	assert.equal(stateOf(id), 'assessed');
});

test('the list: places, outcomes, sums and reasons of any kind', async () => {
	const path = `/utlysninger/${call}/innstilling`;
	for (const value of nasty) {
		const page = await officer.get(path);
		const version = /name="version" value="(\d+)"/.exec(page.body)[1];
		for (const name of ['plass', 'utfall', 'sum', 'grunn']) {
			const row = { plass: '1', utfall: 'grant', sum: '45000', grunn: 'Grunn', [name]: value };
			kind(await officer.post(path, [['version', version], ...Object.entries(row).map(([key, typed]) => [`${key}-${id}`, typed])],
				{ tokens: officer.tokens(path).map(([k, v]) => (k === 'form_key' ? [k, `${v}${name}`] : [k, v])) }), `${name} ${short(value)}`);
		}
		await officer.get('/konto');
		kind(await officer.post(path, { version: value }, { tokens: officer.tokens('/konto') }), `version ${short(value)}`);
	}
	assert.equal((await officer.propose(call, [[id, 40000]])).status, 303);
	for (const version of nasty) {
		await officer.get('/konto');
		const answer = await officer.post(`/utlysninger/${call}/las`, { version }, { tokens: officer.tokens('/konto') });
		assert.ok([409, 422, 413].includes(kind(answer, `lock ${short(version)}`).status), short(version));
	}
	assert.equal((await officer.lock(call)).status, 303);
});

test('a body’s decision: dates, cases and votes of any kind decide nothing', async () => {
	const path = `/utlysninger/${call}/utvalgsvedtak`;
	for (const value of [...nasty, '31.02.2026', '1.1.2999', '1.1.0001', '2147483648']) {
		for (const name of ['dato', 'sak', 'for', 'mot', 'organ', 'inhabile']) {
			const minutes = { organ: 'hovedutvalg-kultur', dato: '1.11.2026', sak: 'PS 1/26', for: '9', mot: '0', [name]: value };
			await leader.get(path);
			kind(await leader.post(path, [...Object.entries(minutes), ['valg', id], [`sum-${id}`, '40000'], [`grunn-${id}`, 'Grunn'], ['steg', 'vedta']],
				{ tokens: leader.tokens('/logg-ut').filter(([k]) => k === 'csrf').concat([['form_key', `b${name}${short(value)}`.slice(0, 100)]]) }), `${name} ${short(value)}`);
		}
	}
	assert.equal(sql('select count(*) from decision where application_id = :v1', id)[0][0], '0', 'what is the leader’s is no body’s');
});

test('deciding: reasons of any kind, and a letter that holds a long one', async () => {
	const path = `/utlysninger/${call}/vedtak`;
	for (const value of nasty.filter((text) => text.length < 1000)) {
		await leader.get(path);
		kind(await leader.post(path, [['valg', value], [`sum-${id}`, '40000'], [`grunn-${id}`, value], ['steg', 'se-over']]), short(value));
	}
	assert.equal(stateOf(id), 'recommended');
	await leader.get(path);
	const reason = 'Tiltaket når mange som ellers står utenfor, og planen er god. '.repeat(150);
	const decided = await leader.post(path, [['valg', id], [`sum-${id}`, '40000'], [`grunn-${id}`, reason], ['steg', 'vedta']]);
	assert.equal(decided.status, 303, words(decided.body).slice(0, 500));
	const letter = await leader.get(`/saker/${id}/brev`);
	assert.equal(letter.status, 200);
	assert.equal((await leader.get(`/saker/${id}/brev.pdf`)).headers.get('content-type'), 'application/pdf');
	await leader.get(`/saker/${id}/brev`);
	assert.equal((await leader.post(`/saker/${id}/brev`, {})).status, 303);
	assert.equal(stateOf(id), 'notified');
});

test('searches and filters of any kind are a page', async () => {
	for (const value of nasty.filter((text) => text.length < 1500)) {
		const typed = encodeURIComponent(value).slice(0, 1500).replace(/%.?$/, '');
		for (const path of [`/saker?sok=${typed}`, `/saker?utlysning=${typed}`, `/saker?status=${typed}&side=${typed}`, `/ordninger?felt=${typed}`]) {
			assert.equal((await officer.get(path)).status, 200, path.slice(0, 80));
		}
	}
	for (const side of ['0', '-1', '99999999', '99999999999999999999', '2']) {
		assert.equal((await officer.get(`/saker?side=${side}`)).status, 200, side);
	}
});

test('logins, links and accounts of any kind', async () => {
	for (const value of nasty) {
		const guest = new Visitor();
		await guest.get('/logg-inn');
		const answer = await guest.post('/logg-inn', { email: `${value.slice(0, 50000)}@demo.test`, password: value });
		assert.ok([422, 429].includes(kind(answer, short(value)).status), short(value));
		await guest.get('/glemt-passord');
		kind(await guest.post('/glemt-passord', { email: value }), short(value));
		const link = encodeURIComponent(value.replace(/[\n\\]/g, '').slice(0, 300)) || 'x';
		assert.ok([400, 404].includes((await guest.get(`/nytt-passord/${link}`)).status), link.slice(0, 40));
		await officer.get('/konto');
		assert.equal(kind(await officer.post('/konto', { lang: value }), short(value)).status, 422, short(value));
		await officer.get('/konto');
		assert.ok([404, 422].includes(kind(await officer.post('/konto/organisasjon', { organisation: value }), short(value)).status));
	}
});

test('nothing of it was an error of ours', () => {
	assert.equal(sql('select api.event_verify(:v1) is null', id)[0][0], 't');
});
