// batches.test.mjs — a call that takes applications as they come is decided in several lists, each locked by itself, against one frame.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { before, test } from 'node:test';
import { newCall } from '../lib/applicant.mjs';
import { decided } from '../lib/decision_call.mjs';
import { sentApplication, setFrame, Staff } from '../lib/staff.mjs';
import { sql, words } from '../lib/visitor.mjs';

const schemeId = 'in-bedriftsintern-opplaering';
const unit = 'naering';
let call, officer, colleague, leader, first, second, third;

const listAt = (ref) => `/utlysninger/${ref}/innstilling`;
const numberOf = (id) => sql('select number from application where application_id = :v1', id)[0][0];
const lists = () => sql('select batch, state from recommendation_list where call_id = :v1 order by batch', call);
const free = () => Number(sql("select api.ledger_balance(:v1, 'frame') / 100", call)[0][0]);

async function assessed() {
	const { id } = await sentApplication(schemeId, call);
	for (const person of [officer, colleague, leader]) {
		await person.declare(id);
	}
	await officer.check(id);
	await officer.assess(id);
	return id;
}

async function decide(ref, id, sum) {
	const path = `/utlysninger/${ref}/vedtak`;
	await leader.get(path);
	const fields = decided(id, { sum, reason: 'Godt.' });
	await leader.post(path, [['steg', 'se-over'], ...fields], { tokens: [] });
	return leader.post(path, [['steg', 'vedta'], ...fields]);
}

// The words of a paper.
async function paper(person, path) {
	const cookie = [...person.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
	const answer = await fetch(new URL(path, process.env.BASE_URL), { headers: { cookie } });
	assert.equal(answer.status, 200);
	return execFileSync('pdftotext', ['-layout', '-', '-'], { input: Buffer.from(await answer.arrayBuffer()), encoding: 'utf8' });
}

before(async () => {
	call = newCall(schemeId, { closes: "now() + interval '200 days'" });
	sql("update call set kind = 'relative', lead_count = 1, lead_unit = 'months', answer_weeks = 6 where call_id = :v1", call);
	setFrame(call, 200000);
	officer = await Staff.new({ unit });
	colleague = await Staff.new({ unit });
	leader = await Staff.new({ role: 'leader', unit });
	first = await assessed();
	second = (await sentApplication(schemeId, call)).id;
});

test('the first list is locked while another application is still on its way', async () => {
	const page = await officer.get(listAt(call));
	assert.equal(page.status, 200);
	assert.match(words(page.body), /Utlysning 2026, runde \d+, liste 1\./);
	assert.match(words(page.body), /1 søknader i utlysningen er ikke ferdig vurdert/);
	assert.ok(!page.body.includes('Lister i utlysningen'), 'one list needs no way between lists');
	const saved = await officer.propose(call, [[first, 40000]]);
	assert.equal(saved.location, listAt(`${call}-1`));
	const locked = await officer.lock(`${call}-1`);
	assert.equal(locked.status, 303, words(locked.body));
	assert.deepEqual(lists(), [['1', 'locked']]);
	assert.equal(sql('select state from application where application_id = :v1', first)[0][0], 'recommended');
	assert.equal(sql('select state from application where application_id = :v1', second)[0][0], 'submitted');
	assert.equal((await officer.propose(`${call}-1`, [[first, 50000]])).status, 409, 'what is locked stays');
});

test('what comes next is on a second list, with what the first takes of the frame', async () => {
	for (const person of [officer, colleague, leader]) {
		await person.declare(second);
	}
	await officer.check(second);
	await officer.assess(second);
	third = await assessed();
	const said = words((await officer.get(listAt(call))).body);
	assert.match(said, /runde \d+, liste 2\./);
	assert.match(said, /Liste 1, låst .* Ny liste/);
	assert.match(said, /Av rammen på 200 000 kr er 40 000 kr foreslått eller gitt på andre lister\./);
	assert.match(said, /Ledig: 160 000 kr av 160 000 kr/);
	assert.ok(said.includes(numberOf(second)) && said.includes(numberOf(third)) && !said.includes(numberOf(first)));
	const before1 = words((await officer.get(listAt(`${call}-1`))).body);
	assert.ok(before1.includes(numberOf(first)) && !before1.includes(numberOf(second)));
	assert.equal((await officer.get(listAt(`${call}-3`))).status, 404);
	for (const ref of [`${call}-0`, `${call}-`, `${call}-02`, `${call}-x`, `0${call}`, `${call}-9999999`]) {
		assert.equal((await officer.get(listAt(ref))).status, 404, ref);
	}
});

test('two who begin the next list at once begin the same one', async () => {
	const version = () => [['version', '1']];
	await officer.get(listAt(call));
	await colleague.get(listAt(call));
	const answers = await Promise.all([officer, colleague].map((person) => person.post(listAt(call), version(), { tokens: person.tokens(listAt(call)) })));
	assert.ok(answers.some(({ status }) => status === 303), answers.map(({ status }) => status).join());
	assert.deepEqual(lists(), [['1', 'locked'], ['2', 'open']]);
});

test('what is not proposed waits for the list after; nothing proposed at all locks nothing', async () => {
	const empty = await officer.get(`/utlysninger/${call}-2/las`);
	assert.match(words(empty.body), /Ingen saker har forslag\. Foreslå utfall i minst én før du låser\./);
	assert.equal((await officer.propose(`${call}-2`, [[second, 30000], [third, 30000]])).status, 303);
	// Taken off again: the case waits.
	const path = listAt(`${call}-2`);
	const version = /name="version" value="(\d+)"/.exec((await officer.get(path)).body)[1];
	assert.equal((await officer.post(path, [['version', version], [`plass-${third}`, '2'], [`utfall-${third}`, ''], [`sum-${third}`, ''], [`grunn-${third}`, '']])).status, 303);
	assert.deepEqual(sql('select application_id from recommendation join recommendation_list using (list_id) where call_id = :v1 and batch = 2', call), [[second]]);
	assert.match(words((await officer.get(`/utlysninger/${call}-2/las`)).body), /1 sak/);
	const printed = await paper(officer, `/utlysninger/${call}-2/innstilling.pdf`);
	const applicantOf = (id) => sql('select name from organisation join application using (organisation_id) where application_id = :v1', id)[0][0];
	assert.match(printed, /Søknader +1, til sammen/);
	assert.ok(printed.includes(applicantOf(second)) && !printed.includes(applicantOf(third)), printed);
	const locked = await officer.lock(`${call}-2`);
	assert.equal(locked.status, 303, words(locked.body));
	assert.equal(sql('select state from application where application_id = :v1', third)[0][0], 'assessed');
	assert.match(words((await officer.get(listAt(call))).body), /liste 3\./);
});

test('each list is decided by itself, and both take from the same frame', async () => {
	const waiting = words((await leader.get('/vedtak')).body);
	assert.ok(waiting.includes(', liste 1') && waiting.includes(', liste 2'), waiting);
	assert.equal((await decide(`${call}-2`, first, 40000)).status, 422, 'the case is on the other list');
	const made = await decide(`${call}-2`, second, 30000);
	assert.equal(made.status, 303, words(made.body).slice(0, 1500));
	assert.equal(made.location, `/utlysninger/${call}-2/brev`);
	assert.equal(free(), 170000);
	assert.equal((await decide(`${call}-1`, first, 40000)).status, 303);
	assert.equal(free(), 130000);
	assert.deepEqual(
		sql(`select l.batch, d.awarded_ore / 100 from decision d join recommendation using (application_id) join recommendation_list l using (list_id)
			where l.call_id = :v1 order by 1`, call), [['1', '40000'], ['2', '30000']]);
	const letters = words((await leader.get(`/utlysninger/${call}/brev`)).body);
	assert.ok(letters.includes(numberOf(first)) && letters.includes(numberOf(second)));
});

test('a third list cannot propose more than the first two left', async () => {
	setFrameTo(70000 + 25000);
	assert.equal((await officer.propose(call, [[third, 30000]])).status, 303, 'a draft may exceed it');
	const page = await officer.get(`/utlysninger/${call}-3/las`);
	assert.match(words(page.body), /Forslagene er 5 000 kr over rammen/);
	assert.doesNotMatch(page.body, /name="version"/);
	assert.equal((await officer.propose(`${call}-3`, [[third, 25000]])).status, 303);
	assert.equal((await officer.lock(`${call}-3`)).status, 303);
	assert.equal((await decide(`${call}-3`, third, 25000)).status, 303);
	assert.equal(free(), 0);
	assert.match(words((await leader.get(`/ordninger/${schemeId}`)).body), /pengene er brukt opp|Pengene er brukt opp/);
});

function setFrameTo(kroner) {
	const [[frame]] = sql('select frame_ore / 100 from call where call_id = :v1', call);
	sql(`begin; update call set frame_ore = :v2 * 100 where call_id = :v1;
		select api.ledger_enter(:v1, 'budget', null, :v3 * 100, 'ramme'); commit;`, call, kroner, kroner - Number(frame));
}

test('a call with a fixed deadline has one list, whatever is asked for', async () => {
	const fixed = newCall(schemeId);
	assert.equal((await officer.get(listAt(fixed))).status, 200);
	assert.equal((await officer.get(listAt(`${fixed}-1`))).status, 200);
	assert.equal((await officer.get(listAt(`${fixed}-2`))).status, 404);
	assert.throws(() => sql('insert into recommendation_list (call_id, unit_id, batch) select call_id, unit_id, 2 from call join scheme using (scheme_id) where call_id = :v1', fixed), /has one list/);
});
