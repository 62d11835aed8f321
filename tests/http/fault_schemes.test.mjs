// fault_schemes.test.mjs — every scheme there is, with every required answer left out and every limit passed in turn: each is told
// at its field, and the application is not sent until all is right.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Applicant, newCall, newOrganisation, readScheme, schemeIds, stateOf, validAnswers } from '../lib/applicant.mjs';
import { sql, words } from '../lib/visitor.mjs';

// What makes an answer of each type wrong; nothing for types where anything that can be chosen is right.
const wrong = {
	text: ({ max }) => 'x'.repeat((max || 200) + 1),
	'long-text': ({ max }) => 'x'.repeat((max || 2000) + 1),
	integer: () => 'mange',
	money: () => '-5',
	date: () => '32.13.2027',
	'yes-no': () => 'kanskje',
	choice: () => 'finnes-ikke',
	'multi-choice': () => ['finnes-ikke'],
	municipalities: () => ['9999'],
	email: () => 'kari',
	phone: () => '12',
	account: () => '12345678901',
	'applied-sum': () => '0',
};

// The fields an answer to this question is made of.
const namesOf = ({ id, type }, scheme) => ({
	period: [`${id}.start`, `${id}.end`],
	'goal-table': scheme.goals.map((goal) => `${id}.${goal}.number`),
	'cost-table': ['item', 'cash'].flatMap((column) => [`${id}.0.${column}`, `${id}.1.${column}`]),
}[type] ?? [id]);

const without = (answers, names) => ({ ...answers, ...Object.fromEntries(names.map((name) => [name, ''])) });

for (const schemeId of schemeIds) {
	test(`${schemeId}: each required answer left out, each answer wrong`, async () => {
		const scheme = readScheme(schemeId);
		const answers = validAnswers(scheme);
		const person = await Applicant.new();
		const id = await person.start(schemeId, newOrganisation(person.email, { kind: scheme.kind }), { call: newCall(schemeId) });
		await person.fillAll(id, scheme);
		const check = () => person.get(`/soknader/${id}/kontroller`);
		assert.ok(!(await check()).body.includes('data-error-summary'), 'all is right to begin with');
		for (const section of scheme.sections) {
			const path = `/soknader/${id}/del/${section.id}`;
			// Questions that are asked only sometimes have tests of their own.
			for (const field of section.fields.filter(({ relevant }) => relevant === '')) {
				const tried = [];
				if (field.required === 'true()' && !['attachment', 'financing-table'].includes(field.type)) {
					tried.push(['left out', without(answers, namesOf(field, scheme))]);
				}
				if (wrong[field.type]) {
					tried.push(['wrong', { ...answers, [field.id]: wrong[field.type](field) }]);
				}
				for (const [how, changed] of tried) {
					const what = `${field.id} (${field.type}) ${how}`;
					const answer = await person.fill(path, changed);
					// A draft may wait for an answer; one that is wrong is told at once.
					assert.equal(answer.status, how === 'wrong' ? 422 : 303, `${what}: ${answer.status} ${answer.location}`);
					if (how === 'wrong') {
						assert.match(answer.body, new RegExp(`href="#f-${field.id}(\\.[^"]*)?"`), `${what}: the summary leads to it`);
						assert.match(answer.body, new RegExp(`id="f-${field.id}(\\.[^"]*)?"`), `${what}: and it is there`);
					}
					const checked = await check();
					const summary = /data-error-summary[^]*?<\/ul>/.exec(checked.body)?.[0] ?? '';
					assert.match(summary, new RegExp(`href="${path}[^"]*#f-${field.id}(\\.[^"]*)?"`), `${what}: told before sending`);
					assert.ok(!checked.body.includes(`action="/soknader/${id}/send"`), `${what}: no button to send with`);
				}
				if (tried.length > 0) {
					const right = await person.fill(path, answers);
					assert.equal(right.status, 303, `${field.id}: right again: ${words(right.body).match(/Feil:[^]{0,200}/)?.[0]}`);
				}
			}
		}
		// Files that are required, taken away.
		for (const [file, name] of sql("select attachment_id, field from attachment where application_id = :v1", id)) {
			const section = scheme.sections.find(({ fields }) => fields.some((field) => field.id === name));
			const field = section.fields.find((one) => one.id === name);
			if (field.required !== 'true()' || field.relevant !== '') {
				continue;
			}
			const path = `/soknader/${id}/del/${section.id}`;
			await person.get(path);
			await person.post(path, [...person.formFields(path), ['remove', file]], { tokens: [] });
			assert.ok((await check()).body.includes('data-error-summary'), `${name} is missing`);
			return;
		}
		assert.equal((await person.send(id)).status, 303);
		assert.equal(stateOf(id), 'submitted');
	});
}
