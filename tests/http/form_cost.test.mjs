// form_cost.test.mjs — a form page costs no scheme parsing: each worker reads a scheme's document once, however many pages, saves and
// people come after.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { readyDraft } from '../lib/applicant.mjs';
import { sql } from '../lib/visitor.mjs';

// Workers tell in the log when they compile a version; what came before this test was by workers of earlier ones.
const log = () => readFileSync(join(process.env.TILSKUDD_DATA, 'log/kore.log'), 'utf8').split('\n');
const earlier = log().length;
const compiled = (version) =>
	log().slice(earlier - 1).filter((line) => line.includes(`scheme version ${version.slice(0, 12)} is read and compiled`)).length;

test('a scheme is compiled once in each worker, and never again while its form is filled in', async () => {
	const { person, id, scheme } = await readyDraft();
	const [[version]] = sql('select version_hash from application where application_id = :v1', id);
	const pages = [`/soknader/${id}`, `/soknader/${id}/kontroller`, ...scheme.sections.map((section) => `/soknader/${id}/del/${section.id}`)];
	const visitAll = async (times) => {
		for (let i = 0; i < times; i++) {
			for (const page of pages) {
				assert.equal((await person.get(page)).status, 200, page);
			}
		}
	};
	await visitAll(10);
	const before = compiled(version);
	const workers = Number(/^workers\s+(\d+)/m.exec(readFileSync(join(process.env.RUN, 'kore.conf'), 'utf8'))?.[1]);
	assert.ok(log().some((line) => line.includes('is read and compiled')), 'workers tell');
	assert.ok(before <= workers, `compiled ${before} times by ${workers} workers`);
	await visitAll(20);
	await person.fillAll(id, scheme);
	assert.equal(compiled(version), before);
});
