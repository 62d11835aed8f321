// call_earmark.test.mjs — a call says how much of its own frame is kept for whom: told to applicants, held on the list, changed until
// the list is locked, written in the browser.
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { before, test } from 'node:test';
import { Applicant, newOrganisation } from '../lib/applicant.mjs';
import { announced, both, callDocument, callOf, day, tool, YEAR } from '../lib/call_document.mjs';
import { fieldsOf, put } from '../lib/editor.mjs';
import { Staff } from '../lib/staff.mjs';
import { sql, Visitor, words } from '../lib/visitor.mjs';

const scheme = 'prove-arets-oremerking';
const parts = {
	title: 'Årets øremerking',
	distribution: `<distribution kind="ranked"><earmark id="kommuner" for="municipality">${both('Kommuner')}</earmark></distribution>`,
	applicants: '<applicant type="voluntary"/><applicant type="municipality"/>',
	attributes: ' language="nn"',
	workflow: '<decision up-to="10000" informs="hovedutvalg-kultur"/><decision body="fylkesutvalg" recommended-by="hovedutvalg-kultur"/><appeal body="klagenemnd"/>',
};
const calls = (earmark) => `<call year="${YEAR}" kind="fixed" opens="${day(-20)}" closes="${day(20)}"><frame nok="100000"/>${earmark}<answer by="${day(80)}"/></call>`;
const KEPT = '<earmark id="kommuner" share="60"/>', LESS = '<earmark id="kommuner" nok="20000"/>';
let officer, call, id;

const list = () => `/utlysninger/${call}/innstilling`;
const said = async (path, who = officer) => words((await who.get(path)).body);

before(async () => {
	announced(scheme, calls(KEPT), parts);
	call = callOf(scheme);
	officer = await Staff.new({ unit: 'kultur' });
	const person = await Applicant.new();
	const organisation = newOrganisation(person.email);
	id = await person.start(scheme, organisation, { call });
	assert.equal((await person.fill(`/soknader/${id}/del/tiltaket`, { tittel: organisation.name, sum: '80000' })).status, 303);
	assert.equal((await person.send(id)).status, 303);
	await officer.declare(id);
	await officer.check(id);
	await officer.assess(id);
});

test('applicants read what this call keeps, and the list holds it', async () => {
	const page = await said(`/ordninger/${scheme}`, new Visitor());
	assert.match(page, /60 % av rammen er øremerket: Kommuner/);
	assert.match(page, /Kunngjort på ?nynorsk/);
	assert.match(await said(list()), /Øremerket: Kommuner\. Holdt av 60 000 kr, brukt 0 kr, igjen 60 000 kr\./);
	assert.equal((await officer.propose(call, [[id, 50000]])).status, 303);
	assert.match(await said(`/utlysninger/${call}/las`), /Forslagene tar 10 000 kr av det som er øremerket for andre\./);
});

test('an earmark the scheme does not have, or more than there is, is refused at its line', () => {
	for (const [earmark, told] of [
		['<earmark id="komuner" share="60"/>', /:\d+: «komuner» er ingen øremerking i ordningen «prove-arets-oremerking», som har: kommuner; rett id/],
		['<earmark id="kommuner" nok="100001"/>', /:\d+: øremerkingene holder av 100\s001\skr, mer enn rammen på 100\s000\skr; senk dem/],
		['<earmark id="kommuner"/>', /:\d+: øremerkingen «kommuner» må ha enten share eller nok/],
		[KEPT + LESS, /:\d+: øremerkingen «kommuner» står to ganger i utlysningen/],
	]) {
		const wrong = callDocument(scheme, calls(earmark), { parts });
		assert.notEqual(wrong.status, 0);
		assert.match(wrong.stderr, told);
	}
});

test('the browser shows whom it is for by name, and tells the change as stricter while the call is open', async () => {
	const page = `/ordningsarbeid/ordning/${scheme}`;
	await officer.get(page);
	const begun = (await officer.submit('/ordningsarbeid/rediger', { ordning: scheme, hva: 'utlysninger' })).location;
	const form = (await officer.get(`${begun}/element?sti=call.1`)).body;
	assert.match(await said(`${begun}/forhandsvis`), /Øremerket ?60 % av rammen er øremerket: Kommuner/);
	assert.match(form, /name="call\.1\/earmark\+1@id"[^>]*><option value="">Velg<\/option>\s*<option value="kommuner">Kommuner</);
	assert.match((await officer.get(`${begun}/element?sti=call.1/earmark.1`)).body, /name="call\.1\/earmark\.1@id"[^]*?<option value="kommuner" selected>Kommuner</);
	const action = `${begun}/element`;
	await officer.submit(action, [...put(fieldsOf(officer, action), { 'call.1/earmark.1@share': '', 'call.1/earmark.1@nok': '20 000' }), ['go', 'stay']]);
	assert.match(await said(`${begun}/foresla`), /Øremerket: 20 000 kr til «kommuner»\. Før: 60 % til «kommuner»\. Strengere/);
});

test('the papers of a scheme announced in nynorsk are in nynorsk, with what is kept, who recommends and who is told', () => {
	const folder = mkdtempSync(join(tmpdir(), 'papir-'));
	const paper = (name) => {
		const file = join(folder, `${name}.html`);
		const made = tool('document', 'render', name, '--scheme', scheme, '--year', String(YEAR), '--html', '-o', file);
		assert.equal(made.status, 0, made.stderr);
		return words(readFileSync(file, 'utf8'));
	};
	for (const name of ['recommendation_list', 'case_paper']) {
		assert.match(paper(name), /Øyremerkt: Kommuner \(nn\)\. Halde av 60\s000\skr, brukt 0\skr, igjen 60\s000\skr\./);
	}
	assert.match(paper('case_paper'), /Hovudutval for kultur blir orientert om vedtaka\. .*Hovudutval for kultur innstiller først\./s);
	rmSync(folder, { recursive: true });
});

test('what is kept can be changed until the list is locked, and the ledger keeps what it was then', async () => {
	const changed = callDocument(scheme, calls(LESS), { parts });
	assert.equal(changed.status, 0, changed.stderr);
	assert.deepEqual(sql(`select kind, became from call_change where call_id = ${call} order by change_id desc limit 1`), [['earmarks', '20\u00a0000\u00a0kr til «kommuner»']]);
	assert.match(await said(list()), /Holdt av 20 000 kr, brukt 0 kr, igjen 20 000 kr/);
	const told = JSON.parse(tool('call', 'list', '--json', scheme).stdout);
	assert.deepEqual(told[0].earmarks, [{ id: 'kommuner', nok: 20000 }]);
	assert.equal((await officer.lock(call)).status, 303);
	assert.deepEqual(sql(`select earmark_id, reserved_ore / 100 from call_earmark where call_id = ${call}`), [['kommuner', '20000']]);
	const late = callDocument(scheme, calls(KEPT), { parts });
	assert.notEqual(late.status, 0);
	assert.match(late.stderr, /lista er låst, så det som er øremerket, kan ikke endres/);
	sql(`begin; set local session_replication_role = replica; delete from call_earmark where call_id = ${call}; commit`);
});
