// application_walk.test.mjs — every scheme there is, filled in as it asks and sent through the browser's own forms.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Applicant, newOrganisation, readScheme, schemeIds, stateOf } from '../lib/applicant.mjs';
import { sql, words } from '../lib/visitor.mjs';

for (const schemeId of schemeIds) {
	test(`${schemeId}: started, filled in, checked, sent and given a receipt`, async () => {
		const scheme = readScheme(schemeId);
		const person = await Applicant.new();
		const id = await person.start(schemeId, newOrganisation(person.email, { kind: scheme.kind }));
		await person.fillAll(id, scheme);

		const tasks = await person.get(`/soknader/${id}`);
		assert.ok(!words(tasks.body).includes('Må rettes'), words(tasks.body));
		const check = await person.get(`/soknader/${id}/kontroller`);
		assert.ok(!check.body.includes('data-error-summary'), words(check.body).slice(0, 2000));

		const sent = await person.send(id);
		assert.equal(sent.status, 303, words(sent.body).slice(0, 2000));
		assert.equal(sent.location, `/soknader/${id}/kvittering`);
		assert.equal(stateOf(id), 'submitted');
		const [[number, applied, costs]] = sql(
			'select number, applied_ore / 100, costs_ore / 100 from application where application_id = :v1', id);
		assert.equal(Number(applied), scheme.applied);
		assert.equal(Number(costs), scheme.costs);

		const receipt = await person.get(sent.location);
		assert.ok(words(receipt.body).includes(`Søknadsnummer ${number}`));
		for (const path of [`/soknader/${id}`, '/soknader']) {
			assert.ok(words((await person.get(path)).body).includes(number), path);
		}
		const pdf = await person.get(`/soknader/${id}/kvittering.pdf`);
		assert.equal(pdf.status, 200);
		assert.equal(pdf.headers.get('content-type'), 'application/pdf');
		assert.ok(pdf.body.startsWith('%PDF-'));
	});
}
