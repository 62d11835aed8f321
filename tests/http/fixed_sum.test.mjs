// fixed_sum.test.mjs — a prize of one fixed sum: nobody is asked for a sum, the list knows it, and the letter tells it.
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { Applicant, newCall, newOrganisation } from '../lib/applicant.mjs';
import { both, newScheme } from '../lib/small_scheme.mjs';
import { setFrame, Staff } from '../lib/staff.mjs';
import { sql, words } from '../lib/visitor.mjs';

const schemeId = 'prove-pris';
let officer, leader, call, winner, other;

async function apply() {
	const person = await Applicant.new();
	const organisation = newOrganisation(person.email);
	const id = await person.start(schemeId, organisation, { call });
	assert.equal((await person.fill(`/soknader/${id}/del/tiltaket`, { tittel: organisation.name })).status, 303);
	const sent = await person.send(id);
	assert.equal(sent.status, 303, words(sent.body).slice(0, 800));
	return { person, id };
}

const list = () => `/utlysninger/${call}/innstilling`;

async function propose(rows) {
	const page = await officer.get(list());
	const version = /name="version" value="(\d+)"/.exec(page.body)[1];
	return officer.post(list(), [['version', version], ...rows.flatMap(([{ id }, outcome, sum], i) => [
		[`plass-${id}`, String(i + 1)], [`utfall-${id}`, outcome], [`sum-${id}`, sum], [`grunn-${id}`, 'Som vurdert.'], [`avvik-${id}`, '']])]);
}

before(async () => {
	newScheme(schemeId, { amount: '<fixed nok="25000"/>', applied: '', distribution: '<distribution kind="ranked"/>' });
	officer = await Staff.new({ unit: 'kultur' });
	leader = await Staff.new({ unit: 'kultur', role: 'leader' });
	call = newCall(schemeId);
	setFrame(call, 25000);
	winner = await apply();
	other = await apply();
	for (const { id } of [winner, other]) {
		await officer.declare(id);
		await leader.declare(id);
		await officer.check(id);
		await officer.assess(id);
	}
});

test('the scheme says the sum and the form does not ask for it', async () => {
	const { person, id } = winner;
	assert.ok(words((await person.get(`/ordninger/${schemeId}`)).body).includes('25 000 kr'));
	assert.ok(!words((await person.get(`/soknader/${id}`)).body).includes('Søkt om'));
	assert.ok(!words((await officer.get(`/saker/${id}`)).body).includes('Søkt om'));
	assert.deepEqual(sql('select applied_ore is null from application where application_id = :v1', id), [['t']]);
});

test('a grant is the fixed sum without writing it, and no other sum is given without a reason', async () => {
	assert.ok(words((await officer.get(list())).body).includes('Fast sum: 25 000 kr'));
	const cases = [
		['partial', '10000', 'Søkerne ber ikke om noen sum her, og da er det ingen del av den. Velg innvilget.'],
		['grant', '20000', 'Ordningen gir bare 25 000 kr.'],
		['grant', '30000', 'Ordningen gir høyst 25 000 kr for denne søknaden.'],
	];
	for (const [outcome, sum, text] of cases) {
		const answer = await propose([[winner, outcome, sum]]);
		assert.equal(answer.status, 422, text);
		assert.ok(words(answer.body).includes(text), words(answer.body).slice(0, 2500));
	}
	assert.equal((await propose([[winner, 'grant', ''], [other, 'reject', '']])).status, 303);
	assert.deepEqual(sql('select outcome, proposed_ore / 100 from recommendation where application_id = :v1', winner.id), [['grant', '25000']]);
	assert.equal((await officer.lock(call)).status, 303);
});

test('it is decided and answered without a sum that nobody asked for', async () => {
	const path = `/utlysninger/${call}/vedtak`;
	await leader.get(path);
	const fields = [[winner, 25000], [other, 0]].flatMap(([{ id }, sum]) => [['valg', id], [`sum-${id}`, String(sum)], [`grunn-${id}`, ''], [`avvik-${id}`, '']]);
	assert.equal((await leader.post(path, [...fields, ['steg', 'vedta']])).status, 303);
	assert.deepEqual(sql('select outcome, awarded_ore / 100 from decision where application_id = :v1', winner.id), [['granted', '25000']]);
	for (const { person, id } of [winner, other]) {
		await officer.get(`/saker/${id}/brev`);
		assert.equal((await officer.post(`/saker/${id}/brev`)).status, 303);
		const letter = words((await person.get(`/soknader/${id}/brev`)).body);
		assert.ok(!letter.includes('søkte om') && !letter.includes(' 0 kr'), letter);
		assert.equal(letter.includes('Vi gir 25 000 kr fra ordningen'), id === winner.id);
	}
});
