// permissions.test.mjs — every page × every role, as permissions.tsv says: who may not, gets what a page that is not there gives.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { sql, visitor, Visitor } from '../lib/visitor.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const accounts = { applicant: 'soker', officer: 'saksbehandler', leader: 'leder', politician: 'politiker', admin: 'admin' };

const lines = readFileSync(join(here, 'permissions.tsv'), 'utf8').split('\n').filter((line) => line && !line.startsWith('#'));
const names = lines[0].split('\t');
const table = lines.slice(1).map((line) => Object.fromEntries(line.split('\t').map((cell, i) => [names[i], cell])));

const pages = [...readFileSync(join(here, '../../src/web/routes.c'), 'utf8').matchAll(/^PAGE\((\w+),\s*"([^"]*)"/gm)].map(
	([, method, address]) => ({ method, address }),
);
const rowOf = ({ method, address }) => table.find((row) => row.method === method && row.address === address);

// Something that is there for most of them: a sent application of the applicant's, its call, its scheme.
const [application, call, scheme, year] = sql(`select a.application_id, a.call_id, c.scheme_id, c.year
     from application a join call c using (call_id) join membership m using (organisation_id) join app_user u using (user_id)
     where u.email = 'soker@demo.test' and a.state <> 'draft' order by a.application_id limit 1`)[0] ?? ['1', '1', 'x', '2025'];
const filled = (address) =>
	address
		.replace(/^\/utlysninger\/:id/, `/utlysninger/${call}`)
		.replace(':id', application)
		.replace(':scheme', scheme)
		.replace(':year', year)
		.replace(/:\w+/g, '1');

test('every page is in the table, and no other', () => {
	const named = ({ method, address }) => `${method} ${address}`;
	assert.deepEqual(table.map(named).sort(), pages.map(named).sort());
});

test('a guest is asked to log in, and sees only what is public', async () => {
	for (const page of pages) {
		const row = rowOf(page);
		const guest = new Visitor();
		const address = filled(page.address);
		if (page.method === 'GET') {
			const answer = await guest.get(address);
			const asked = answer.status === 303 && answer.location.startsWith('/logg-inn');
			assert.equal(asked, row.guest !== 'yes', `GET ${page.address}: ${answer.status} ${answer.location ?? ''}`);
		} else if (row.guest !== 'yes') {
			assert.equal((await guest.post(address, {}, { tokens: [] })).status, 401, `POST ${page.address}`);
		}
	}
});

for (const [role, account] of Object.entries(accounts)) {
	test(`${role}: only the pages of the role are there`, async () => {
		const person = await visitor(`${account}@demo.test`);
		await person.get('/konto');
		const tokens = person.tokens('/konto');
		for (const page of pages) {
			const may = rowOf(page)[role] === 'yes';
			const address = filled(page.address);
			const what = `${page.method} ${page.address}`;
			if (page.method === 'POST' && !may) {
				assert.equal((await person.post(address, {}, { tokens })).status, 404, what);
			} else if (page.method === 'GET' && !may) {
				assert.equal((await person.get(address)).status, 404, what);
			} else if (page.method === 'GET' && !page.address.includes(':')) {
				assert.ok([200, 303].includes((await person.get(address)).status), what);
			}
		}
	});
}

test('nobody without a role of the unit opens a case, a list or a letter of it by its number', async () => {
	const admin = await visitor('admin@demo.test');
	for (const address of [`/saker/${application}`, `/utlysninger/${call}/innstilling`, `/soknader/${application}`]) {
		assert.equal((await admin.get(address)).status, 404, address);
	}
});
