// queries.test.mjs — no page asks the database more often than a page may: 12 times ever, 5 times for a usual one.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { draftQuery, proposalQuery } from '../lib/draft.mjs';
import { sql, visitor, Visitor } from '../lib/visitor.mjs';

const MOST = 12;
const USUAL = 5;

const here = dirname(fileURLToPath(import.meta.url));
const accounts = { guest: '', applicant: 'soker', officer: 'saksbehandler', leader: 'leder', politician: 'politiker', admin: 'admin' };

const table = readFileSync(join(here, 'permissions.tsv'), 'utf8').split('\n').filter((line) => line && !line.startsWith('#'));
const names = table[0].split('\t');
const rights = table.slice(1).map((line) => Object.fromEntries(line.split('\t').map((cell, i) => [names[i], cell])));
const pages = [...readFileSync(join(here, '../../src/web/routes.c'), 'utf8').matchAll(/^PAGE\(GET,\s*"([^"]*)"/gm)]
	.map(([, address]) => rights.find((row) => row.method === 'GET' && row.address === address))
	.filter((row) => row !== undefined);

// One application in each state that a role can have before it, with what its addresses need.
const cases = (mine) =>
	sql(`select distinct on (a.state, l.state, a.lang = 'en', p.appeal_id is null) a.application_id, a.call_id, c.scheme_id, c.year,
	            coalesce((select attachment_id from attachment f where f.application_id = a.application_id limit 1), 1),
	            coalesce((select case_letter_id from case_letter l where l.application_id = a.application_id limit 1), 1)
	       from application a join call c using (call_id) left join recommendation_list l on l.call_id = a.call_id left join appeal p using (application_id)
	      where ${mine}
	      order by a.state, l.state, a.lang = 'en', p.appeal_id is null, (select count(*) from case_letter k where k.application_id = a.application_id) desc,
	               a.application_id`);
const applicants = cases(`exists (select from membership m join app_user u using (user_id)
	where m.organisation_id = a.organisation_id and u.email = 'soker@demo.test')`);
const units = (email) =>
	cases(`a.state <> 'draft' and exists (select from app_user u left join impartiality i on i.user_id = u.user_id
	    and i.application_id = a.application_id where u.email = '${email}' and u.unit_id = a.unit_id
	    and i.declared is distinct from 'conflict')`);
const published = sql(`select a.application_id, c.call_id, e.scheme_id, e.year, 1
	from evaluation e join call c using (scheme_id, year) join application a using (call_id) order by e.year desc limit 1`);
const papers = sql(`select distinct on (l.call_id) b.application_id, l.call_id, c.scheme_id, c.year, 1
	from recommendation_body b join recommendation_list l using (list_id) join call c using (call_id)
	join app_user u using (body_id) where u.email = 'politiker@demo.test' and l.state = 'locked'`);
const found = {
	guest: published,
	applicant: applicants,
	officer: units('saksbehandler@demo.test'),
	leader: units('leder@demo.test'),
	politician: [...published, ...papers],
	admin: published,
};

const [[writing]] = sql(draftQuery('in-arrangementsutvikling-idrett'));
const [[proposed]] = sql(draftQuery('in-bedriftsintern-opplaering'));
const [[proposal]] = sql(proposalQuery(proposed));

const addresses = (pattern, role) =>
	found[role].map(([id, call, scheme, year, attachment, letter]) =>
		pattern
			.replace(/^(\/utlysninger|\/utvalg\/innstilling)\/:id/, `$1/${call}`)
			.replace(':draft/element', `${writing}/element?sti=title`)
			.replace(':draft', writing)
			.replace(':part', 'skjema')
			.replace(':block', 'appeal')
			.replace(':proposal', proposal)
			.replace(':id', id)
			.replace(':scheme', scheme)
			.replace(':year', year)
			.replace(':attachment', attachment)
			.replace(':field', 'partnerord')
			.replace(':letter', letter)
			.replace(':kind', 'mangelbrev'),
	);

// A form's sections are named by its scheme: they are where the draft's own page leads.
const sectionsOf = async (person, address) => {
	const { body } = await person.get(address.replace(/\/del\/.*/, ''));
	// A work package that isn't written yet has its page all the same.
	const behind = address.endsWith('/pakke/:package') ? '/pakke/1' : '';
	return [...body.matchAll(/href="(\/soknader\/\d+\/del\/[^"?#]+)/g)].map(([, path]) => path + behind);
};

// What a request asked stands in its log line: "GET /saker/:id 200 3.1 ms 9 statements".
const asked = () => {
	const most = new Map();
	for (const [, pattern, n] of readFileSync(join(process.env.TILSKUDD_DATA, 'log/kore.log'), 'utf8').matchAll(
		/ GET (\/\S*) 200 [\d.]+ ms (\d+) statements/g,
	)) {
		most.set(pattern, Math.max(most.get(pattern) ?? 0, Number(n)));
	}
	return most;
};

test('the demo data has something to show on every page', async () => {
	for (const [role, account] of Object.entries(accounts)) {
		const person = account === '' ? new Visitor() : await visitor(`${account}@demo.test`);
		for (const page of pages.filter((row) => row[role] === 'yes')) {
			for (const address of new Set(addresses(page.address, role))) {
				for (const path of address.includes(':section') ? await sectionsOf(person, address) : [address]) {
					assert.ok((await person.get(path)).status < 500, `${role} ${path}`);
				}
			}
		}
	}
	const most = asked();
	const unseen = pages.map(({ address }) => address).filter((address) => !most.has(address) && !/^\/(sprak|nytt-passord|uttalelse)/.test(address));
	assert.deepEqual(unseen, [], 'pages that answered 200 to nobody');
});

test(`no page asks more than ${MOST} times`, () => {
	assert.deepEqual([...asked()].filter(([, n]) => n > MOST), []);
});

test(`the usual page asks at most ${USUAL} times`, () => {
	const counts = [...asked().values()].sort((a, b) => a - b);
	assert.ok(counts[Math.floor(counts.length / 2)] <= USUAL, `the middle of ${counts}`);
});
