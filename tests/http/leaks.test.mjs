// leaks.test.mjs — what must not come out: drafts to anybody but their people, a case to who is not impartial in it, a decision
// before its letter, other people's files; in lists, searches, counts, pages, addresses and papers.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { before, test } from 'node:test';
import { Applicant, newCall, newOrganisation, pdf, readScheme, validAnswers } from '../lib/applicant.mjs';
import { sentApplication, setFrame, Staff } from '../lib/staff.mjs';
import { sql, words } from '../lib/visitor.mjs';

const { BASE_URL, TILSKUDD_DATA } = process.env;
const schemeId = 'in-inkludering-integrering';
const scheme = readScheme(schemeId);
const SECRET = 'Hemmelighetskremmeri';
const OTHER = 'Ordinærtiltaket';
const title = scheme.fields.find(({ type }) => type === 'text').id;
const long = scheme.fields.find(({ type }) => type === 'long-text').id;
const secret = { [title]: `${SECRET} i tittel`, [long]: `${SECRET} i teksten` };
let call, officer, cutOff, undeclared, leader, elsewhere, elsewhereLeader, politician, admin, stranger;

before(async () => {
	call = newCall(schemeId);
	setFrame(call, 500000);
	[officer, cutOff, undeclared] = [await Staff.new(), await Staff.new(), await Staff.new()];
	leader = await Staff.new({ role: 'leader' });
	elsewhere = await Staff.new({ unit: 'kultur' });
	elsewhereLeader = await Staff.new({ role: 'leader', unit: 'kultur' });
	politician = await Staff.new({ role: 'politician', body: 'hovedutvalg-kultur' });
	admin = await Staff.new({ role: 'admin' });
	stranger = await Applicant.new();
});

const pdfText = async (person, path) => {
	const answer = await fetch(new URL(path, BASE_URL), { headers: { cookie: [...person.cookies].map(([k, v]) => `${k}=${v}`).join('; ') }, redirect: 'manual' });
	if (answer.status !== 200) {
		return '';
	}
	const folder = mkdtempSync(join(tmpdir(), 'leak'));
	try {
		writeFileSync(join(folder, 'a.pdf'), Buffer.from(await answer.arrayBuffer()));
		return execFileSync('pdftotext', ['-layout', join(folder, 'a.pdf'), '-'], { encoding: 'utf8' });
	} finally {
		rmSync(folder, { recursive: true });
	}
};

// Every page that a person of the county could look for it on.
const lookedFor = (id) => [
	'/', '/saker', `/saker?utlysning=${call}`, `/saker?sok=${SECRET}`,
	'/saker?status=draft', '/saker?side=2', `/saker/${id}`, `/saker/${id}/formalkontroll`, `/saker/${id}/vurdering`,
	`/saker/${id}/brev`, `/utlysninger/${call}/innstilling`, `/utlysninger/${call}/las`, `/utlysninger/${call}/vedtak`,
	`/utlysninger/${call}/utvalgsvedtak`, `/utlysninger/${call}/brev`, '/vedtak', '/utvalg', '/evaluering', `/soknader/${id}`, '/soknader',
	`/soknader/${id}/kvittering`, `/soknader/${id}/kontroller`, `/soknader/${id}/alt`, `/soknader/${id}/brev`,
	`/ordninger?sok=${SECRET}`, `/ordninger/${schemeId}`,
];
const papers = (id) => [`/utlysninger/${call}/innstilling.pdf`, `/utlysninger/${call}/saksframlegg.pdf`, `/soknader/${id}/kvittering.pdf`, `/soknader/${id}/brev.pdf`, `/saker/${id}/brev.pdf`];

const showsNothing = async (who, person, id, ...more) => {
	for (const path of lookedFor(id)) {
		const page = await person.get(path);
		assert.notEqual(page.status, 500, path);
		// A search repeats what was searched for; more than that it must not say.
		for (const word of [path.includes('sok=') ? `${SECRET} i t` : SECRET, ...more]) {
			assert.ok(!page.body.includes(word), `${who} finds «${word}» on ${path}`);
		}
	}
	for (const path of papers(id)) {
		const text = await pdfText(person, path);
		for (const word of [SECRET, ...more]) {
			assert.ok(!text.includes(word), `${who} finds «${word}» in ${path}`);
		}
	}
};

test('a draft is nobody’s but its people’s: not in a list, a search, a count or a paper, for any role', async () => {
	const owner = await Applicant.new();
	const organisation = newOrganisation(owner.email, { kind: scheme.kind, name: `Lønnlaget ${process.pid}` });
	const everyone = { officer, leader, elsewhere, elsewhereLeader, politician, admin, stranger };
	const counts = () => Promise.all([officer, leader].map(async (person) => words((await person.get('/saker')).body).replace(/\d\d[.:]\d\d/g, '')));
	const before = await counts();
	const id = await owner.start(schemeId, organisation, { call });
	await owner.fillAll(id, scheme, { ...validAnswers(scheme), ...secret });
	assert.deepEqual(await counts(), before, 'no list and no count has changed');
	for (const [who, person] of Object.entries(everyone)) {
		await showsNothing(who, person, id, organisation.name);
	}
	assert.ok((await owner.get(`/soknader/${id}`)).body.includes(SECRET), 'the owner sees it');
});

test('a file of a draft is its people’s alone; of a sent application it is theirs and the declared officer’s', async () => {
	const withFile = readScheme('in-kulturaktivitet-barn-ungdom');
	const owner = await Applicant.new();
	const organisation = newOrganisation(owner.email, { kind: withFile.kind });
	const id = await owner.start(withFile.id, organisation, { call: newCall(withFile.id) });
	await owner.fillAll(id, withFile);
	const [[file]] = sql('select min(attachment_id) from attachment where application_id = :v1', id);
	const path = `/soknader/${id}/vedlegg/${file}`;
	const own = await Staff.new({ unit: 'kultur' });
	const all = { officer, own, leader, elsewhereLeader, politician, admin, stranger };
	for (const [who, person] of Object.entries(all)) {
		assert.equal((await person.get(path)).status, 404, `${who}, draft`);
	}
	await owner.send(id);
	for (const [who, person] of Object.entries(all)) {
		assert.equal((await person.get(path)).status, 404, `${who}, sent and not declared`);
	}
	await own.declare(id);
	assert.equal((await own.get(path)).status, 200);
	const conflicted = await Staff.new({ unit: 'kultur' });
	await conflicted.declare(id, { ground: 'Søsken i styret' });
	assert.equal((await conflicted.get(path)).status, 404);
	assert.equal((await owner.get(path)).status, 200);
});

test('nobody reads a case before declaring; whoever has a conflict in it is cut off for good', async () => {
	const { id, organisation } = await sentApplication(schemeId, call, secret);
	const other = await sentApplication(schemeId, call, { [title]: OTHER });
	const inside = () => [`/saker/${id}/formalkontroll`, `/saker/${id}/vurdering`];
	for (const path of inside()) {
		assert.equal((await undeclared.get(path)).status, 404, path);
	}
	assert.ok(!(await undeclared.get(`/saker/${id}`)).body.includes(`${SECRET} i teksten`), 'asked to declare first');
	await cutOff.declare(id, { ground: 'Onkelen min leder laget' });
	await showsNothing('who has a conflict', cutOff, id, 'Svar på', 'Onkelen min');
	const tokens = async () => (await cutOff.get('/konto'), cutOff.tokens('/konto'));
	for (const [path, fields] of [
		[`/saker/${id}/formalkontroll`, { resultat: 'complete', begrunnelse: 'x' }],
		[`/saker/${id}/vurdering`, { samlet: 'x', handling: 'ferdig' }],
	]) {
		assert.equal((await cutOff.post(path, fields, { tokens: await tokens() })).status, 404, path);
	}
	await cutOff.post(`/saker/${id}/habilitet`, { svar: 'habil' }, { tokens: await tokens() });
	assert.deepEqual(sql('select declared from impartiality where application_id = :v1 and user_id = :v2', id, cutOff.id), [['conflict']], 'no way back by oneself');
	await showsNothing('who has tried to take it back', cutOff, id, 'Svar på');

	// The case goes on; its marks, proposals and letters stay closed too.
	for (const one of [id, other.id]) {
		await officer.declare(one);
		await officer.check(one);
		await officer.assess(one, { reason: `${SECRET} i vurderingen` });
	}
	await cutOff.declare(other.id);
	assert.equal((await officer.propose(call, [[id, 40000], [other.id, 30000]])).status, 303);
	await showsNothing('who has a conflict, of the proposal', cutOff, id, organisation.name === '' ? SECRET : 'Svar på telefon');
	assert.ok((await cutOff.get(`/utlysninger/${call}/innstilling`)).body.includes(OTHER), 'the rest of the list is there');
	assert.ok((await officer.get(`/utlysninger/${call}/innstilling`)).body.includes('Som vurdert.'), 'colleagues see it');
	assert.ok(!(await undeclared.get(`/utlysninger/${call}/innstilling`)).body.includes('Som vurdert.'), 'when they have declared');
	const tampered = await cutOff.propose(call, [[id, 1000]]);
	assert.equal(sql('select proposed_ore / 100 from recommendation where application_id = :v1', id)[0][0], '40000', `nor changes it: ${tampered.status}`);
});

test('grounds of a conflict are read by the person and the leader, and by nobody else', async () => {
	const { id } = await sentApplication(schemeId, call);
	const one = await Staff.new();
	await one.declare(id, { ground: 'Skilsmissesak med lederen' });
	await leader.declare(id);
	await officer.declare(id);
	for (const [who, person] of Object.entries({ officer, undeclared, elsewhere, politician, admin })) {
		for (const path of [`/saker/${id}`, '/saker', `/utlysninger/${call}/innstilling`]) {
			assert.ok(!(await person.get(path)).body.includes('Skilsmissesak'), `${who} on ${path}`);
		}
	}
});

test('a decision shows to the applicant when its letter has gone, and not a moment before', async () => {
	const own = newCall(schemeId);
	setFrame(own, 100000);
	const { id, person } = await sentApplication(schemeId, own);
	for (const staff of [officer, leader]) {
		await staff.declare(id);
	}
	const pages = ['/soknader', `/soknader/${id}`, `/soknader/${id}/kvittering`, `/soknader/${id}/brev`, '/konto'];
	const seen = async () => (await Promise.all(pages.map(async (path) => words((await person.get(path)).body)))).join('\n').replace(/[\u00a0\u202f]/g, ' ');
	const silent = async (when) => {
		const said = await seen();
		for (const word of ['33 000', 'Innvilget', 'innvilget', 'avslag', 'Avslag', 'Vurderingen av tiltaket', 'Lederens grunn', 'innstilling']) {
			assert.ok(!said.includes(word), `${when}: «${said.slice(Math.max(0, said.indexOf(word) - 60), said.indexOf(word) + 40)}»`);
		}
		assert.equal((await person.get(`/soknader/${id}/brev.pdf`)).status, 404, when);
	};
	await officer.check(id);
	await officer.assess(id, { reason: 'Vurderingen av tiltaket er god.' });
	await silent('assessed');
	assert.equal((await officer.propose(own, [[id, 33000]])).status, 303);
	assert.equal((await officer.lock(own)).status, 303);
	await silent('recommended');
	const path = `/utlysninger/${own}/vedtak`;
	await leader.get(path);
	const decided = await leader.post(path, [['valg', id], [`sum-${id}`, '33000'], [`grunn-${id}`, 'Lederens grunn er god.'], ['steg', 'vedta']]);
	assert.equal(decided.status, 303, words(decided.body).slice(0, 1000));
	await silent('decided');
	assert.equal(sql("select count(*) from mail m join app_user u on u.email = m.to_address where u.email = :'v1' and (m.subject ~* 'vedtak|innvilg|avslag' or m.body ~ '33')", person.email)[0][0], '0');
});

test('logs hold no names, titles, addresses or secrets', async () => {
	const { person, organisation } = await sentApplication(schemeId, call, secret);
	await person.get(`/ordninger?sok=${SECRET}`);
	for (const name of ['kore', 'access', 'nginx', 'jobs', 'postgres']) {
		let log = '';
		try {
			log = readFileSync(`${TILSKUDD_DATA}/log/${name}.log`, 'utf8');
		} catch {
			continue;
		}
		for (const word of [SECRET, organisation.name, person.email, person.cookies.get('tilskudd'), 'Tilskudd-demo-2026', 'kontakt@lag.test']) {
			assert.ok(!log.includes(word), `${name}.log holds «${word}»`);
		}
	}
});
