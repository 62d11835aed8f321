// formula.test.mjs — a scheme that nobody judges: applied for, checked, shared out by its key, locked, decided and answered.
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { Applicant, newCall, newOrganisation, pdf, stateOf } from '../lib/applicant.mjs';
import { setFrame, Staff } from '../lib/staff.mjs';
import { sql, words } from '../lib/visitor.mjs';

const schemeId = 'in-organisasjoner-nedsatt-funksjonsevne';
const inFive = ['3401', '3403', '3405', '3407', '3411'];
let officer, leader, call;

// kind: the answer to what kind of organisation it is; the umbrellas are asked nothing about members.
async function apply(kind, { members, municipalities = inFive, lang = 'nb', into = call } = {}) {
	const person = await Applicant.new();
	const organisation = newOrganisation(person.email);
	const id = await person.start(schemeId, organisation, { call: into, lang });
	const fill = async (section, answers) => {
		const answer = await person.fill(`/soknader/${id}/del/${section}`, answers);
		assert.equal(answer.status, 303, words(answer.body).slice(0, 800));
	};
	await fill('organisasjonen', { tittel: organisation.name, slag: kind, omtale: 'Vi er til for dem det gjelder.' });
	if (members !== undefined) {
		await fill('medlemmer-del', { medlemmer: String(members), kommuner: municipalities });
		assert.equal((await person.upload(`/soknader/${id}/del/medlemmer-del`, 'medlemsbevis', pdf(), 'medlemmer.pdf')).status, 303);
	}
	await fill('kontakten', { kontonummer: '9999 00 10001', epost: 'laget@lag.test', riktig: 'yes' });
	const sent = await person.send(id);
	assert.equal(sent.status, 303, words(sent.body).slice(0, 800));
	return { person, organisation, id };
}

const close = (which) => sql("update call set closes_at = now() - interval '1 minute' where call_id = :v1", which);
const list = () => `/utlysninger/${call}/innstilling`;
const versionOf = (page) => /action="[^"]*\/fordel"[^]*?name="version" value="(\d+)"/.exec(page.body)?.[1];
const shareOut = async (who) => {
	const page = await who.get(list());
	return who.post(`/utlysninger/${call}/fordel`, { version: versionOf(page) });
};

// Every rule met but these.
async function check(id, failed = []) {
	const path = `/saker/${id}/formalkontroll`;
	const page = await officer.get(path);
	const rules = [...page.body.matchAll(/name="regel-([^"]*)" value="ja"/g)].map(([, rule]) => [`regel-${rule}`, failed.includes(rule) ? 'nei' : 'ja']);
	return officer.submit(path, [...rules, ['resultat', 'complete'], ['begrunnelse', '']]);
}

const cases = {};
before(async () => {
	officer = await Staff.new({ unit: 'kultur' });
	leader = await Staff.new({ unit: 'kultur', role: 'leader' });
	call = newCall(schemeId);
	setFrame(call, 1000000);
	cases.ffo = await apply('ffo');
	cases.safo = await apply('safo');
	cases.large = await apply('fylkesledd', { members: 300 });
	cases.young = await apply('unge', { members: 100, lang: 'nn' });
	cases.small = await apply('fylkesledd', { members: 49 });
});

test('nobody is asked for a sum, and none is shown', async () => {
	assert.deepEqual(sql('select applied_ore is null from application where application_id = :v1', cases.large.id), [['t']]);
	const receipt = await cases.large.person.get(`/soknader/${cases.large.id}`);
	assert.ok(!words(receipt.body).includes('Søkt om'), words(receipt.body).slice(0, 600));
	const scheme = words((await cases.large.person.get(`/ordninger/${schemeId}`)).body);
	assert.ok(scheme.includes('Rammen blir delt etter en fast nøkkel.'), scheme.slice(0, 2000));
	assert.ok(scheme.includes('Fylkesleddene: 80 % av rammen (30 % Grunnbeløp, 70 % Etter medlemstall).'));
});

test('an applicant with too few members is told before sending', async () => {
	const person = cases.small.person;
	assert.equal(stateOf(cases.small.id), 'submitted');
	assert.ok(words((await person.get(`/soknader/${cases.small.id}`)).body).length > 0);
});

test('the sums are not worked out while the call is open, or before all are checked', async () => {
	for (const { id } of Object.values(cases)) {
		await officer.declare(id);
		await leader.declare(id);
	}
	await check(cases.ffo.id);
	assert.equal(stateOf(cases.ffo.id), 'assessed', 'nobody assesses what is worked out');
	const early = await shareOut(officer);
	assert.equal(early.status, 422);
	assert.ok(words(early.body).includes('Fordelingen kan regnes ut når fristen er gått ut.'));
	assert.ok(words(early.body).includes('4 søknader er ikke formalkontrollert.'));
	close(call);
	for (const name of ['safo', 'large', 'young']) {
		await check(cases[name].id);
	}
	await check(cases.small.id, ['minst-50-medlemmer']);
	assert.deepEqual(sql('select count(*) from recommendation join application using (application_id) where call_id = :v1', call), [['0']]);
});

test('the frame is shared to the last krone, each part told line by line', async () => {
	const done = await shareOut(officer);
	assert.equal(done.status, 303, words(done.body).slice(0, 800));
	const page = words((await officer.follow(done)).body);
	assert.ok(page.includes('Fordelingen er regnet ut.'));
	assert.ok(page.includes('Grunnbeløp: 30 % av 800 000 kr delt på 2 = 120 000 kr'), page);
	assert.ok(page.includes('Etter medlemstall: 70 % av 800 000 kr, 300 av 400 = 420 000 kr'));
	assert.ok(page.includes('Fordelt: 1 000 000 kr på 4 søknader. Ingenting står igjen.'));
	const sums = Object.fromEntries(sql(`select application_id, outcome || ' ' || proposed_ore / 100 from recommendation join application using (application_id)
		where call_id = :v1`, call));
	assert.deepEqual(Object.entries(cases).map(([name, { id }]) => [name, sums[id]]),
		[['ffo', 'grant 133333'], ['safo', 'grant 66667'], ['large', 'grant 540000'], ['young', 'grant 260000'], ['small', 'reject 0']]);
	const [[nn]] = sql('select reason from recommendation where application_id = :v1', cases.young.id);
	assert.ok(nn.includes('Etter medlemstal: 70'), nn);
	const [[why]] = sql('select reason from recommendation where application_id = :v1', cases.small.id);
	assert.equal(why, 'Et fylkesledd må ha minst 50 medlemmer.');
});

test('what was worked out cannot be written over, and a change calls for another round', async () => {
	const page = await officer.get(list());
	const version = versionOf(page);
	assert.doesNotMatch(page.body, /name="sum-/);
	assert.equal((await officer.post(list(), [['version', version], [`utfall-${cases.ffo.id}`, 'grant'], [`sum-${cases.ffo.id}`, '900000'], [`grunn-${cases.ffo.id}`, 'x'], [`plass-${cases.ffo.id}`, '1']], { tokens: officer.tokens(`/utlysninger/${call}/fordel`) })).status, 409);
	sql("update application_figure set value = '200' where application_id = :v1 and name = 'count.1'", cases.young.id);
	const lock = words((await officer.get(`/utlysninger/${call}/las`)).body);
	assert.ok(lock.includes('Noe er endret siden summene ble regnet ut.'), lock);
	assert.equal((await shareOut(officer)).status, 303);
	const [[sum]] = sql('select proposed_ore / 100 from recommendation where application_id = :v1', cases.young.id);
	assert.equal(sum, String(120000 + 224000));
	sql("update application_figure set value = '100' where application_id = :v1 and name = 'count.1'", cases.young.id);
	assert.equal((await shareOut(officer)).status, 303);
});

test('other units, and schemes that people judge, share nothing out', async () => {
	const stranger = await Staff.new({ unit: 'samfunnsutvikling' });
	assert.equal((await stranger.get(list())).status, 404);
	const judged = newCall('in-inkludering-integrering');
	const own = await Staff.new();
	const other = await own.get(`/utlysninger/${judged}/innstilling`);
	assert.ok(!other.body.includes('/fordel'));
	assert.equal((await own.post(`/utlysninger/${judged}/fordel`, { version: '1' })).status, 404);
});

test('the list is locked, decided and answered with how each sum was worked out', async () => {
	assert.equal((await officer.lock(call)).status, 303);
	const path = `/utlysninger/${call}/vedtak`;
	const page = await leader.get(path);
	assert.equal(page.status, 200);
	const fields = Object.values(cases).flatMap(({ id }) => {
		const [[sum]] = sql('select proposed_ore / 100 from recommendation where application_id = :v1', id);
		return [['valg', id], [`sum-${id}`, sum], [`grunn-${id}`, ''], [`avvik-${id}`, '']];
	});
	const decided = await leader.post(path, [...fields, ['steg', 'vedta']]);
	assert.equal(decided.status, 303, words(decided.body).slice(0, 1500));
	assert.deepEqual(sql("select api.ledger_balance(:v1, 'awarded') / 100, api.ledger_balance(:v1, 'frame') / 100", call), [['1000000', '0']]);
	for (const { id } of Object.values(cases)) {
		await officer.get(`/saker/${id}/brev`);
		const sent = await officer.post(`/saker/${id}/brev`);
		assert.equal(sent.status, 303, words(sent.body).slice(0, 1500));
	}
	const letter = words((await cases.large.person.get(`/soknader/${cases.large.id}/brev`)).body);
	assert.ok(letter.includes('Dere får tilskudd'), letter.slice(0, 500));
	assert.ok(letter.includes('Vi gir 540 000 kr fra ordningen'));
	assert.ok(letter.includes('Etter medlemstall: 70 % av 800 000 kr, 300 av 400 = 420 000 kr.'));
	assert.ok(!letter.includes('Dere søkte om'), letter);
	const nynorsk = words((await cases.young.person.get(`/soknader/${cases.young.id}/brev`)).body);
	assert.ok(nynorsk.includes('Etter medlemstal: 70 % av 800 000 kr, 100 av 400 = 140 000 kr.'), nynorsk);
	const refused = words((await cases.small.person.get(`/soknader/${cases.small.id}/brev`)).body);
	assert.ok(refused.includes('Vedtak om avslag') && refused.includes('Et fylkesledd må ha minst 50 medlemmer.'), refused);
	for (const name of ['large', 'small']) {
		const own = words((await cases[name].person.get('/soknader')).body);
		assert.ok(!own.includes('Søkt om'), own);
	}
});
