// shared_frame.test.mjs — one frame that two schemes give from: announced, told, split by demand, and never passed, whoever locks or
// decides at the same moment.
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { Applicant, newOrganisation } from '../lib/applicant.mjs';
import { announced, both, callDocument, callOf, day, tool, YEAR } from '../lib/call_document.mjs';
import { Staff } from '../lib/staff.mjs';
import { together } from '../lib/together.mjs';
import { sql, Visitor, words } from '../lib/visitor.mjs';

const [professional, voluntary] = ['felles-profesjonell', 'felles-frivillig'];
const calls = (frame) => `<call year="${YEAR}" kind="fixed" opens="${day(-20)}" closes="${day(20)}">${frame}<answer by="${day(80)}"/></call>`;
const whole = (nok) => calls(`<frame nok="${nok}"/>`);
const shared = calls(`<frame shared-with="${professional}"/>`);
const titles = { [professional]: { title: 'Profesjonelle' }, [voluntary]: { title: 'Frivillige' } };
let officers, leaders, call;
const cases = {};

async function apply(scheme, sum) {
	const person = await Applicant.new();
	const organisation = newOrganisation(person.email);
	const id = await person.start(scheme, organisation, { call: call[scheme] });
	assert.equal((await person.fill(`/soknader/${id}/del/tiltaket`, { tittel: organisation.name, sum: String(sum) })).status, 303);
	const sent = await person.send(id);
	assert.equal(sent.status, 303, words(sent.body).slice(0, 800));
	for (const who of [...officers, ...leaders]) {
		await who.declare(id);
	}
	await officers[0].check(id);
	await officers[0].assess(id);
	return id;
}

before(async () => {
	announced(professional, whole(100000), titles[professional]);
	announced(voluntary, shared, titles[voluntary], { [professional]: whole(100000) });
	call = { [professional]: callOf(professional), [voluntary]: callOf(voluntary) };
	officers = [await Staff.new({ unit: 'kultur' }), await Staff.new({ unit: 'kultur' })];
	leaders = [await Staff.new({ unit: 'kultur', role: 'leader' }), await Staff.new({ unit: 'kultur', role: 'leader' })];
	cases[professional] = await apply(professional, 120000);
	cases[voluntary] = await apply(voluntary, 80000);
});

const taken = () => sql(`select api.ledger_balance(${call[professional]}, 'awarded') / 100, api.ledger_balance(${call[professional]}, 'frame') / 100`)[0].map(Number);
const lockedLists = () => Number(sql(`select count(*) from recommendation_list where state = 'locked' and call_id in (${Object.values(call).join()})`)[0][0]);

// The page to lock the list on, read and ready to be sent.
async function readyToLock(officer, scheme) {
	const path = `/utlysninger/${call[scheme]}/las`;
	const page = await officer.get(path);
	const version = /name="version" value="(\d+)"/.exec(page.body)?.[1];
	assert.ok(version, words(page.body).slice(0, 1500));
	const tokens = officer.tokens(path);
	return () => officer.post(path, { version }, { tokens });
}

async function readyToAward(leader, scheme, sum, because = '') {
	const id = cases[scheme], path = `/utlysninger/${call[scheme]}/vedtak`;
	assert.equal((await leader.get(path)).status, 200);
	const tokens = leader.tokens(path);
	return () => leader.post(path, [['valg', id], [`sum-${id}`, String(sum)], [`grunn-${id}`, 'Som vurdert.'], [`avvik-${id}`, because], ['steg', 'vedta']], { tokens });
}

test('the documents are checked against each other, and what cannot be is told at its line', () => {
	const check = (scheme, said, beside = {}) => callDocument(scheme, said, { verb: 'check', beside });
	assert.equal(check(voluntary, shared, { [professional]: whole(100000) }).status, 0);
	const cases = [
		[shared, {}, `«${professional}» har ingen utlysning for ${YEAR}, runde 1, med egen ramme`],
		[shared, { [professional]: calls('<frame conditional="yes"/>') }, 'med egen ramme; rett shared-with'],
		[calls(`<frame shared-with="${professional}" nok="1"/>`), { [professional]: whole(1) }, 'ta bort nok, conditional og tekst'],
		[calls(`<frame shared-with="${voluntary}"/>`), {}, 'utlysningen deler ramme med seg selv'],
	];
	for (const [said, beside, text] of cases) {
		const answer = check(voluntary, said, beside);
		assert.notEqual(answer.status, 0);
		assert.match(answer.stderr, new RegExp(`${voluntary}\\.xml:4: .*${text}`), answer.stderr);
	}
});

test('both schemes tell the whole frame and whom it is shared with', async () => {
	const guest = new Visitor();
	assert.match(words((await guest.get(`/ordninger/${professional}`)).body), /Til fordeling 100 000 kr, felles med «Frivillige»/);
	assert.match(words((await guest.get(`/ordninger/${voluntary}`)).body), /Til fordeling 100 000 kr, felles med «Profesjonelle»/);
	const [row] = JSON.parse(tool('call', 'list', voluntary, '--json').stdout);
	assert.deepEqual([row.frame_nok, row.frame_shared_with], [100000, professional]);
});

test('a changed frame is everybody’s, and is recorded on each call', () => {
	assert.equal(callDocument(professional, whole(120000), { parts: titles[professional] }).status, 0);
	assert.deepEqual(sql(`select frame_ore / 100 from call where call_id in (${Object.values(call).join()})`), [['120000'], ['120000']]);
	assert.deepEqual(sql(`select was, became from call_change where call_id = ${call[voluntary]} and kind = 'frame'`),
		[['100\u00a0000\u00a0kr', '120\u00a0000\u00a0kr']]);
	assert.equal(callDocument(professional, whole(100000), { parts: titles[professional] }).status, 0);
	assert.deepEqual(taken(), [0, 100000]);
	const again = callDocument(voluntary, shared, { parts: titles[voluntary], beside: { [professional]: whole(100000) } });
	assert.match(again.stdout, /0 lyst ut, 0 endret, 1 som før/);
});

test('the lists tell what is applied for in each and what falls here by it', async () => {
	const page = words((await officers[0].get(`/utlysninger/${call[professional]}/innstilling`)).body);
	assert.match(page, /Rammen er felles med «Frivillige» \(søkt om 80 000 kr, 0 kr på låste lister\)\. Her er det søkt om 120 000 kr\. Delt etter det er søkt om, blir det 60 000 kr her\./);
	const other = words((await officers[0].get(`/utlysninger/${call[voluntary]}/innstilling`)).body);
	assert.match(other, /Her er det søkt om 80 000 kr\. Delt etter det er søkt om, blir det 40 000 kr her\./);
});

test('two lists that are locked at the same moment cannot pass the frame together', async () => {
	assert.equal((await officers[0].propose(call[professional], [[cases[professional], 70000]])).status, 303);
	assert.equal((await officers[0].propose(call[voluntary], [[cases[voluntary], 50000]])).status, 303);
	const acts = [await readyToLock(officers[0], professional), await readyToLock(officers[1], voluntary)];
	const answers = await together(call[professional], ...acts);
	assert.deepEqual(answers.map(({ status }) => status).sort(), [303, 422], answers.map(({ body }) => words(body).slice(0, 400)).join('\n'));
	assert.match(words(answers.find(({ status }) => status === 422).body), /En annen liste er låst i mellomtiden|kr over rammen/);
	assert.equal(lockedLists(), 1);
});

test('what the other list has taken is told, and the list is locked within what is left', async () => {
	const [[late]] = sql(`select c.scheme_id from call c where c.call_id in (${Object.values(call).join()})
		and not exists (select from recommendation_list l where l.call_id = c.call_id and l.state = 'locked')`);
	const first = late === professional ? 50000 : 70000;
	const page = words((await officers[0].get(`/utlysninger/${call[late]}/innstilling`)).body);
	const kr = (n) => `${n / 1000} 000 kr`;
	assert.ok(page.includes(`${kr(first)} på låste lister`), page.slice(0, 2000));
	assert.ok(page.includes(`Av rammen på 100 000 kr er ${kr(first)} foreslått eller gitt på andre lister.`), page.slice(0, 2000));
	const over = await officers[0].get(`/utlysninger/${call[late]}/las`);
	assert.doesNotMatch(over.body, /name="version"/);
	assert.equal((await officers[0].propose(call[late], [[cases[late], 100000 - first]])).status, 303);
	assert.equal((await officers[0].lock(call[late])).status, 303);
	assert.equal(lockedLists(), 2);
	const paper = await officers[0].get(`/utlysninger/${call[late]}/innstilling.pdf`);
	assert.equal(paper.status, 200);
});

test('two leaders who decide under each scheme at the same moment cannot pass the frame together', async () => {
	const [[mine], [theirs]] = [professional, voluntary].map((scheme) =>
		sql(`select proposed_ore / 100 from recommendation where application_id = ${cases[scheme]}`)[0].map(Number));
	const acts = [await readyToAward(leaders[0], professional, mine + 5000, 'Mer'), await readyToAward(leaders[1], voluntary, theirs + 5000, 'Mer')];
	const answers = await together(call[professional], ...acts);
	assert.deepEqual(answers.map(({ status }) => status).sort(), [303, 422], answers.map(({ body }) => words(body).slice(0, 500)).join('\n'));
	assert.match(words(answers.find(({ status }) => status === 422).body), /over (det som er ledig av )?rammen/);
	const [awarded, free] = taken();
	assert.equal(awarded + free, 100000);
	const lost = answers[0].status === 422 ? professional : voluntary;
	const rest = await (await readyToAward(answers[0].status === 422 ? leaders[0] : leaders[1], lost, free, 'Det som er igjen'))();
	assert.equal(rest.status, 303, words(rest.body).slice(0, 800));
	assert.deepEqual(taken(), [100000, 0]);
	assert.equal(sql(`select count(*) from ledger_entry where call_id = ${call[voluntary]}`)[0][0], '0', 'one frame, one ledger');
});

test('a call with a locked list keeps the frame it shares', () => {
	const own = callDocument(voluntary, whole(5000000), { parts: titles[voluntary] });
	assert.notEqual(own.status, 0);
	assert.match(own.stderr, /utlysningen har en låst innstilling, så rammen den deler kan ikke byttes/);
	assert.throws(() => sql(`update call set frame_of = null where call_id = ${call[voluntary]}`), /keeps its frame/);
	assert.throws(() => sql(`begin; update call set frame_of = ${call[voluntary]} where call_id = ${call[professional]}; rollback`), /keeps its frame/);
});

test('an earmark in one call is kept from the other’s list too, also when both are locked at the same moment', async () => {
	const [kept, taker] = ['felles-oremerket', 'felles-andre'];
	const whole = calls('<frame nok="100000"/>');
	announced(kept, whole, { title: 'Øremerket', distribution: `<distribution kind="ranked"><earmark id="kommuner" share="60" for="municipality">${both('Kommuner')}</earmark></distribution>`,
		applicants: '<applicant type="voluntary"/><applicant type="municipality"/>' });
	announced(taker, calls(`<frame shared-with="${kept}"/>`), { title: 'Andre' }, { [kept]: whole });
	Object.assign(call, { [kept]: callOf(kept), [taker]: callOf(taker) });
	cases[kept] = await apply(kept, 80000);
	cases[taker] = await apply(taker, 80000);
	// Each fits alone: 30 000 beside the 60 000 that is kept, and 50 000 while nothing is kept yet.
	assert.equal((await officers[0].propose(call[kept], [[cases[kept], 30000]])).status, 303);
	assert.equal((await officers[0].propose(call[taker], [[cases[taker], 50000]])).status, 303);
	const answers = await together(call[kept], await readyToLock(officers[0], kept), await readyToLock(officers[1], taker));
	assert.deepEqual(answers.map(({ status }) => status).sort(), [303, 422], answers.map(({ body }) => words(body).slice(0, 400)).join('\n'));
	// Two that came to one worker were tried one after the other, and the last one knew of the first.
	assert.match(words(answers.find(({ status }) => status === 422).body), /En annen liste er låst i mellomtiden|kr over rammen|øremerket for andre/);
	const first = answers[0].status === 303 ? kept : taker;
	if (first === kept) {
		assert.deepEqual(sql(`select api.frame_kept(${call[kept]}, 0) / 100, api.frame_taken(${call[kept]}, 0) / 100`), [['60000', '30000']]);
		assert.doesNotMatch((await officers[0].get(`/utlysninger/${call[taker]}/las`)).body, /name="version"/);
		assert.equal((await officers[0].propose(call[taker], [[cases[taker], 10000]])).status, 303);
		assert.equal((await officers[0].lock(call[taker])).status, 303);
	}
	sql(`begin; set local session_replication_role = replica; delete from call_earmark where call_id = ${call[kept]}; commit`);
});
