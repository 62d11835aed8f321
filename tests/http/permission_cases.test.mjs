// permission_cases.test.mjs — every page of one application, case or call × everyone who may come near it, as permission_cases.tsv
// says; the case has been all the way to its letter, so that every page of it is there for somebody.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { Applicant, newCall, newOrganisation } from '../lib/applicant.mjs';
import { sentApplication, setFrame, Staff } from '../lib/staff.mjs';
import { sql, words } from '../lib/visitor.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const schemeId = 'in-inkludering-integrering';
const lines = readFileSync(join(here, 'permission_cases.tsv'), 'utf8').split('\n').filter((line) => line && !line.startsWith('#'));
const names = lines[0].split('\t');
const table = lines.slice(1).map((line) => Object.fromEntries(line.split('\t').map((cell, i) => [names[i], cell])));
const pages = [...readFileSync(join(here, '../../src/web/routes.c'), 'utf8').matchAll(/^PAGE\((\w+),\s*"([^"]*)"/gm)]
	.map(([, method, address]) => ({ method, address })).filter(({ address }) => address.includes(':id'));
const rowOf = ({ method, address }) => table.find((row) => row.method === method && row.address === address);

const people = {};
let call, id, attachment, letter, tokens;

before(async () => {
	call = newCall(schemeId);
	setFrame(call, 100000);
	const sent = await sentApplication(schemeId, call);
	id = sent.id;
	people.owner = sent.person;
	people.stranger = await Applicant.new();
	newOrganisation(people.stranger.email);
	for (const [who, about] of Object.entries({
		officer: {}, undeclared: {}, cut_off: {}, leader: { role: 'leader' }, other_officer: { unit: 'kultur' },
		other_leader: { role: 'leader', unit: 'kultur' }, politician: { role: 'politician', body: 'hovedutvalg-kultur' }, admin: { role: 'admin' },
	})) {
		people[who] = await Staff.new(about);
	}
	[[attachment]] = sql(`insert into attachment (application_id, field, file_name, kind, media_type, size, sha256, bytes, uploaded_by)
		select :v1, 'vedlegg', 'plan.pdf', 'pdf', 'application/pdf', 5, repeat('0', 64), '%PDF-'::bytea, created_by
		from application where application_id = :v1 returning attachment_id`, id);
	const { officer, leader, cut_off: cutOff } = people;
	await officer.declare(id);
	await leader.declare(id);
	await cutOff.declare(id, { ground: 'Leder laget' });
	const reply = `/saker/${id}/nytt-brev/forelopig-svar`;
	await officer.get(reply);
	const sentReply = await officer.submit(reply, { dag: sql("select to_char(now() + interval '40 days', 'DD.MM.YYYY')")[0][0], ord: '', steg: 'send' });
	letter = sentReply.location.split('/').at(-1);
	await officer.check(id);
	await officer.assess(id);
	assert.equal((await officer.propose(call, [[id, 30000]])).status, 303);
	assert.equal((await officer.lock(call)).status, 303);
	await leader.get(`/utlysninger/${call}/vedtak`);
	await leader.submit(`/utlysninger/${call}/vedtak`, [['valg', id], [`sum-${id}`, '30000'], [`grunn-${id}`, 'Godt tiltak.'], ['steg', 'vedta']]);
	await leader.get(`/saker/${id}/brev`);
	await leader.submit(`/saker/${id}/brev`, {});
	assert.equal(sql('select state from application where application_id = :v1', id)[0][0], 'notified');
	sql(`set session_replication_role = replica; update letter set english_pdf = '%PDF-', english_html = 'x' where application_id = ${id}`);
	const appeal = `/saker/${id}/klage`;
	await leader.get(appeal);
	await leader.submit(appeal, { dato: sql("select to_char(now() at time zone 'Europe/Oslo', 'DD.MM.YYYY')")[0][0], klage: 'Vi ber om mer.' });
	await leader.get(appeal);
	await leader.submit(appeal, { syn: 'uphold', vurdering: 'Rammen er den samme.', steg: 'send' });
	await leader.get(`${appeal}/vedtak`);
	await leader.submit(`${appeal}/vedtak`, { hvem: 'first', sum: '40000', dato: '', sak: '', for: '', mot: '', grunn: 'Mer er kommet fram.', steg: 'send' });
	tokens = {};
	for (const [who, person] of Object.entries(people)) {
		assert.equal((await person.get('/konto')).status, 200, words(person.page).slice(0, 200));
		tokens[who] = person.tokens('/konto');
	}
});

const pathOf = (address) => address
	.replace('/utlysninger/:id', `/utlysninger/${call}`).replace('/utvalg/innstilling/:id', `/utvalg/innstilling/${call}`)
	.replace(':id', id).replace(':section/pakke/:package', 'planen/pakke/1').replace(':section', 'tiltaket').replace(':attachment', attachment).replace(':field', 'partnerord')
	.replace(':letter', letter).replace(':kind', 'mangelbrev');

const outcome = ({ status, location }) => {
	assert.ok(status < 500, String(status));
	if (status === 404) {
		return '-';
	}
	return status === 303 && location === `/saker/${id}` ? 'decl' : 'yes';
};

test('every such page is in the table, and no other', () => {
	const named = ({ method, address }) => `${method} ${address}`;
	assert.deepEqual(table.map(named).sort(), pages.map(named).sort());
});

for (const who of names.slice(2)) {
	test(`${who}: what is there, and what is not`, async () => {
		const wrong = [];
		for (const page of pages) {
			const path = pathOf(page.address);
			const answer = page.method === 'GET' ? await people[who].get(path) : await people[who].post(path, {}, { tokens: tokens[who] });
			const [got, wanted] = [outcome(answer), rowOf(page)?.[who]];
			if (got !== wanted) {
				wrong.push(`${page.method} ${page.address}: ${got} (${answer.status} ${answer.location ?? ''}), not ${wanted}`);
			}
		}
		assert.deepEqual(wrong, []);
	});
}

test('none of all this has changed anything', () => {
	assert.deepEqual(sql('select state from application where application_id = :v1', id), [['notified']]);
	assert.equal(sql('select count(*) from decision where application_id = :v1', id)[0][0], '1');
	assert.equal(sql('select count(*) from letter where application_id = :v1', id)[0][0], '1');
	assert.equal(sql("select state from recommendation_list where call_id = :v1", call)[0][0], 'locked');
	assert.equal(sql('select api.event_verify(:v1) is null', id)[0][0], 't');
});
