// reason.test.mjs — the reason in the list stands ready, put together from marks and the assessor's words, and is then edited.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newCall } from '../lib/applicant.mjs';
import { sentApplication, setFrame, Staff } from '../lib/staff.mjs';
import { sql, words } from '../lib/visitor.mjs';

const schemeId = 'in-kulturaktivitet-barn-ungdom';

test('the assessor’s words and the criteria that are high or low stand ready as the reason', async () => {
	const call = newCall(schemeId);
	setFrame(call, 1000000);
	const officer = await Staff.new({ unit: 'kultur' });
	const { id } = await sentApplication(schemeId, call);
	await officer.declare(id);
	await officer.check(id);
	await officer.assess(id, { mark: '1', reason: 'Tiltaket når få.' });
	const { body } = await officer.get(`/utlysninger/${call}/innstilling`);
	const ready = new RegExp(`<textarea[^>]*name="grunn-${id}"[^>]*>([^<]*)<`).exec(body)[1];
	assert.match(ready, /^\s*Tiltaket når få\.\s+Søknaden står svakt på «[^»]+»/);
	assert.equal((await officer.propose(call, [[id, 0]])).status, 303);
	assert.deepEqual(sql('select reason from recommendation where application_id = :v1', id), [['Som vurdert.']]);
});

test('what marks alone say is no reason yet, and one pasted into several cases is named before the list is locked', async () => {
	const call = newCall(schemeId);
	setFrame(call, 1000000);
	const officer = await Staff.new({ unit: 'kultur' });
	const cases = [];
	for (let i = 0; i < 3; i += 1) {
		const { id } = await sentApplication(schemeId, call);
		await officer.declare(id);
		await officer.check(id);
		await officer.assess(id, { mark: '1', reason: 'Tiltaket når få.' });
		cases.push([id, sql('select number from application where application_id = :v1', id)[0][0]]);
	}
	sql("update call set closes_at = now() - interval '1 minute' where call_id = :v1", call);
	const propose = async (reasons) => {
		const { body } = await officer.get(`/utlysninger/${call}/innstilling`);
		const version = /name="version" value="(\d+)"/.exec(body)[1];
		const ready = (id) => new RegExp(`<textarea[^>]*name="grunn-${id}"[^>]*>\\s*([^<]*)<`).exec(body)[1];
		const fields = cases.flatMap(([id], i) => [[`plass-${id}`, `${i + 1}`], [`utfall-${id}`, 'reject'], [`sum-${id}`, '0'], [`grunn-${id}`, reasons[i] ?? ready(id)]]);
		assert.equal((await officer.post(`/utlysninger/${call}/innstilling`, [['version', version], ...fields, ['spredning', 'Listen når hele fylket.']])).status, 303);
		return officer.get(`/utlysninger/${call}/las`);
	};
	const untouched = words((await propose([])).body);
	for (const [, number] of cases) {
		assert.match(untouched, new RegExp(`${number}: Begrunnelsen er satt sammen av poengene og står som den kom`));
	}
	const canned = await propose(['Søknaden når ikke opp.', 'Tiltaket er for lite for et fylke.', 'søknaden når  ikke opp']);
	assert.doesNotMatch(words(canned.body), /står som den kom/);
	assert.match(words(canned.body), new RegExp(`Se over før du låser ${cases[0][1]}: Begrunnelsen står ordrett også i ${cases[2][1]}\\.`));
	assert.equal((await officer.lock(call)).status, 303, 'a warning stops nobody');
});
