// fault_frame.test.mjs — two who decide, propose or lock at once: the frame is never passed, nothing is decided twice, and
// whoever comes second is told.
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { newCall } from '../lib/applicant.mjs';
import { sentApplication, setFrame, Staff } from '../lib/staff.mjs';
import { together } from '../lib/together.mjs';
import { sql, words } from '../lib/visitor.mjs';

const schemeId = 'in-inkludering-integrering';
let officer, leaders;

before(async () => {
	officer = await Staff.new();
	leaders = [await Staff.new({ role: 'leader' }), await Staff.new({ role: 'leader' })];
});

// A list that is locked, with applications proposed at sums; both leaders have declared.
const lockedList = async (frame, sums) => {
	const call = newCall(schemeId);
	setFrame(call, frame);
	const cases = [];
	for (let i = 0; i < sums.length; i++) {
		cases.push(await sentApplication(schemeId, call));
	}
	for (const { id } of cases) {
		await officer.declare(id);
		await officer.check(id);
		await officer.assess(id);
		for (const leader of leaders) {
			await leader.declare(id);
		}
	}
	assert.equal((await officer.propose(call, cases.map(({ id }, i) => [id, sums[i]]))).status, 303);
	assert.equal((await officer.lock(call)).status, 303);
	return { call, cases };
};

const award = (id, sum, because = '') => [
	['valg', id], [`sum-${id}`, String(sum)], [`grunn-${id}`, 'Tiltaket når mange.'], [`avvik-${id}`, because]];

// The leader's page, ready to be sent with these awards.
const ready = async (leader, call, ...awards) => {
	const path = `/utlysninger/${call}/vedtak`;
	assert.equal((await leader.get(path)).status, 200);
	const tokens = leader.tokens(path);
	return () => leader.post(path, [...awards.flat(), ['steg', 'vedta']], { tokens });
};

const awarded = (call) => Number(sql("select api.ledger_balance(:v1, 'awarded') / 100", call)[0][0]);
const decisions = (call) => sql(
	'select application_id, awarded_ore / 100 from decision join application using (application_id) where call_id = :v1 order by 1', call);

test('two leaders award what there is room for once: one does, the other is told, and the frame holds', async () => {
	const { call, cases: [a, b] } = await lockedList(80000, [40000, 40000]);
	const acts = [await ready(leaders[0], call, award(a.id, 45000, 'Flere språk')), await ready(leaders[1], call, award(b.id, 45000, 'Flere deltakere'))];
	const answers = await together(call, ...acts);
	assert.deepEqual(answers.map(({ status }) => status).sort(), [303, 422], answers.map(({ body }) => words(body).slice(0, 500)).join('\n'));
	const refused = answers.find(({ status }) => status === 422);
	assert.match(words(refused.body), /over rammen/);
	assert.equal(awarded(call), 45000);
	assert.equal(decisions(call).length, 1);
	assert.equal(sql("select sum(amount_ore) from ledger_posting join ledger_entry using (entry_id) where call_id = :v1", call)[0][0], '0');
	const left = [a, b].find(({ id }) => String(id) !== decisions(call)[0][0]);
	const loser = answers[0].status === 422 ? leaders[0] : leaders[1];
	const again = await (await ready(loser, call, award(left.id, 35000, 'Det som er igjen')))();
	assert.equal(again.status, 303, words(again.body).slice(0, 800));
	assert.equal(awarded(call), 80000);
});

test('one leader awards more than the frame over many cases at once: none of them is decided', async () => {
	const { call, cases: [a, b] } = await lockedList(80000, [40000, 40000]);
	const answer = await (await ready(leaders[0], call, award(a.id, 45000, 'Mer'), award(b.id, 45000, 'Mer')))();
	assert.equal(answer.status, 422);
	assert.match(words(answer.body), /10[ \u00a0]000 kr over det som er ledig av rammen/);
	assert.ok(answer.body.includes('Tiltaket når mange.'), 'what was written stands in the fields');
	assert.deepEqual(decisions(call), []);
	assert.equal(awarded(call), 0);
	assert.equal(sql("select string_agg(distinct state, ' ') from application where call_id = :v1", call)[0][0], 'recommended');
});

test('two leaders decide the same case at once: it is decided once, and the other is told', async () => {
	const { call, cases: [a] } = await lockedList(80000, [40000]);
	const acts = [await ready(leaders[0], call, award(a.id, 40000)), await ready(leaders[1], call, award(a.id, 30000, 'Et annet syn'))];
	const answers = await Promise.all(acts.map((act) => act()));
	assert.equal(answers.filter(({ status }) => status === 303).length, 1, answers.map(({ status }) => status).join());
	const refused = answers.find(({ status }) => status !== 303);
	assert.ok([409, 422].includes(refused.status), String(refused.status));
	assert.equal(decisions(call).length, 1);
	assert.equal(awarded(call), Number(decisions(call)[0][1]));
	assert.equal(sql("select count(*) from case_event where application_id = :v1 and kind = 'decided'", a.id)[0][0], '1');
});

test('a leader presses twice: one decision, one entry in the ledger, the same answer', async () => {
	const { call, cases: [a] } = await lockedList(80000, [40000]);
	const act = await ready(leaders[0], call, award(a.id, 40000));
	const answers = await Promise.all([act(), act(), act()]);
	assert.deepEqual(answers.map(({ status, location }) => `${status} ${location}`), Array(3).fill(`303 /utlysninger/${call}/brev`));
	assert.equal(decisions(call).length, 1);
	assert.equal(sql("select count(*) from ledger_entry where call_id = :v1 and kind = 'award'", call)[0][0], '1');
});

test('sums that are none, too many, negative or above what was applied for are told, and nothing is decided', async () => {
	const { call, cases: [a] } = await lockedList(80000, [40000]);
	for (const [sum, because] of [['-1', 'x'], ['40000,50', 'x'], ['mye', 'x'], ['', ''], [String(a.scheme.applied + 1), 'x'], ['99999999999999999999', 'x'], ['30000', ''], ['30000', '  ']]) {
		const answer = await (await ready(leaders[0], call, award(a.id, sum, because)))();
		assert.equal(answer.status, 422, `${sum} «${because}»: ${answer.status}`);
		assert.match(answer.body, /error-summary/);
	}
	for (const fields of [[['valg', '999999']], [['valg', '']], [['valg', "1'"]], []]) {
		const answer = await (await ready(leaders[0], call, fields))();
		assert.ok([404, 422].includes(answer.status), `${JSON.stringify(fields)}: ${answer.status}`);
	}
	assert.deepEqual(decisions(call), []);
});

test('who proposed cannot decide, a leader of another unit finds nothing, and an officer has no such page', async () => {
	const call = newCall(schemeId);
	setFrame(call, 80000);
	const { id } = await sentApplication(schemeId, call);
	const proposer = leaders[0];
	for (const person of [proposer, leaders[1]]) {
		await person.declare(id);
	}
	await proposer.check(id);
	await proposer.assess(id);
	assert.equal((await proposer.propose(call, [[id, 40000]])).status, 303);
	assert.equal((await proposer.lock(call)).status, 303);
	const own = await (await ready(proposer, call, award(id, 40000)))();
	assert.notEqual(own.status, 303);
	assert.deepEqual(decisions(call), [], 'four eyes');
	const foreign = await Staff.new({ role: 'leader', unit: 'kultur' });
	const path = `/utlysninger/${call}/vedtak`;
	assert.equal((await foreign.get(path)).status, 404);
	for (const person of [foreign, officer]) {
		await person.get('/konto');
		const answer = await person.post(path, [...award(id, 40000), ['steg', 'vedta']], { tokens: person.tokens('/konto') });
		assert.equal(answer.status, 404);
	}
	assert.equal((await (await ready(leaders[1], call, award(id, 40000)))()).status, 303);
});

test('a body’s decision registered by two at once: one meeting, one decision; and minutes that are none decide nothing', async () => {
	const call = newCall(schemeId);
	setFrame(call, 500000);
	const { id } = await sentApplication(schemeId, call, {
		soknadssum: '150000', 'kostnader.0.cash': '190000', 'kostnader.1.cash': '10000', 'finansiering.0.cash': '50000' });
	for (const person of [officer, ...leaders]) {
		await person.declare(id);
	}
	await officer.check(id);
	await officer.assess(id);
	assert.equal((await officer.propose(call, [[id, 120000]])).status, 303);
	assert.equal((await officer.lock(call)).status, 303);
	const alone = await (await ready(leaders[0], call, award(id, 120000)))();
	assert.notEqual(alone.status, 303, 'not the leader’s to decide');
	const path = `/utlysninger/${call}/utvalgsvedtak`;
	const minutes = { organ: 'hovedutvalg-kultur', dato: '1.11.2026', sak: 'PS 1/26', for: '9', mot: '2' };
	const register = async (person, changes = {}) => {
		assert.equal((await person.get(`${path}?organ=hovedutvalg-kultur`)).status, 200);
		const tokens = person.tokens(path);
		return () => person.post(path, [...Object.entries({ ...minutes, ...changes }), ...award(id, 120000), ['steg', 'vedta']], { tokens });
	};
	for (const wrong of [{ dato: '' }, { dato: '31.2.2026' }, { dato: '1.1.2999' }, { sak: ' ' }, { for: '' }, { for: '2', mot: '9' }, { for: '3', mot: '4' },
		{ mot: '-1' }, { for: '99999999999' }, { organ: 'hovedutvalg-naering' }, { organ: '' }]) {
		const answer = await (await register(leaders[0], wrong))();
		assert.ok([404, 422].includes(answer.status), `${JSON.stringify(wrong)}: ${answer.status}`);
	}
	assert.deepEqual(decisions(call), []);
	const answers = await Promise.all((await Promise.all(leaders.map((one) => register(one)))).map((act) => act()));
	assert.equal(answers.filter(({ status }) => status === 303).length, 1, answers.map(({ status }) => status).join());
	assert.equal(decisions(call).length, 1);
	assert.equal(awarded(call), 120000);
	assert.equal(sql('select count(*) from body_decision join recommendation_list using (list_id) where call_id = :v1', call)[0][0], '1', 'no meeting without decisions');
});

test('the list changed under an officer who saves or locks: told, and what the other wrote stands', async () => {
	const call = newCall(schemeId);
	setFrame(call, 80000);
	const { id } = await sentApplication(schemeId, call);
	const colleague = await Staff.new();
	for (const person of [officer, colleague]) {
		await person.declare(id);
	}
	await officer.check(id);
	await officer.assess(id);
	const path = `/utlysninger/${call}/innstilling`;
	const form = async (person, sum) => {
		const page = await person.get(path);
		const version = /name="version" value="(\d+)"/.exec(page.body)[1];
		const tokens = person.tokens(path);
		return () => person.post(path, [['version', version], [`plass-${id}`, '1'], [`utfall-${id}`, 'partial'], [`sum-${id}`, sum], [`grunn-${id}`, `Grunn ${sum}`]], { tokens });
	};
	const [one, two] = [await form(officer, '20000'), await form(colleague, '30000')];
	assert.equal((await one()).status, 303);
	const told = await two();
	assert.equal(told.status, 409);
	assert.ok(words(told.body).includes('Noen andre har endret listen'));
	assert.ok(told.body.includes('Grunn 30000'), 'what was written stands');
	assert.equal(sql('select proposed_ore / 100 from recommendation where application_id = :v1', id)[0][0], '20000');
	await officer.get(`/utlysninger/${call}/las`);
	const version = /name="version" value="(\d+)"/.exec(officer.page)[1];
	assert.equal((await colleague.propose(call, [[id, 30000]])).status, 303);
	const lock = await officer.post(`/utlysninger/${call}/las`, { version });
	assert.equal(lock.status, 409, 'what is locked is what was seen');
	assert.equal(sql('select state from recommendation_list where call_id = :v1', call)[0][0], 'open');
});

test('a list that passes the frame cannot be locked, whatever the browser says', async () => {
	const call = newCall(schemeId);
	setFrame(call, 80000);
	const cases = [await sentApplication(schemeId, call), await sentApplication(schemeId, call)];
	for (const { id } of cases) {
		await officer.declare(id);
		await officer.check(id);
		await officer.assess(id);
	}
	assert.equal((await officer.propose(call, cases.map(({ id }) => [id, 45000]))).status, 303, 'a draft may exceed it');
	const page = await officer.get(`/utlysninger/${call}/innstilling`);
	assert.match(words(page.body), /10[ \u00a0]000/, 'and says by how much');
	const blocked = await officer.get(`/utlysninger/${call}/las`);
	assert.equal(/name="version"/.test(blocked.body), false);
	const [[version]] = sql('select version from recommendation_list where call_id = :v1', call);
	await officer.get('/konto');
	const forced = await officer.post(`/utlysninger/${call}/las`, { version }, { tokens: officer.tokens('/konto') });
	assert.equal(forced.status, 422);
	assert.equal(sql('select state from recommendation_list where call_id = :v1', call)[0][0], 'open');
});
