// reason.test.mjs — the reason in the list stands ready, put together from marks and the assessor's words, and is then edited.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newCall } from '../lib/applicant.mjs';
import { sentApplication, setFrame, Staff } from '../lib/staff.mjs';
import { sql } from '../lib/visitor.mjs';

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
