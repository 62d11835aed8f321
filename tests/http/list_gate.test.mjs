// list_gate.test.mjs — a list is proposed in and locked by who has declared in every case of it, and by one at a time.
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { newCall } from '../lib/applicant.mjs';
import { sentApplication, setFrame, Staff } from '../lib/staff.mjs';
import { sql, words } from '../lib/visitor.mjs';

const schemeId = 'in-bedriftsintern-opplaering';
const unit = 'naering';
let call, officer, colleague, first, second;

const listAt = (ref) => `/utlysninger/${ref}/innstilling`;
const states = () => sql('select batch, state from recommendation_list where call_id = :v1 order by batch', call).flat();
const proposals = () => sql('select application_id, proposed_ore / 100 from recommendation join recommendation_list using (list_id) where call_id = :v1 order by 1', call);
const conflict = (person, id) => sql("insert into impartiality (application_id, user_id, declared, ground) values (:v1, :v2, 'conflict', 'Bror') on conflict (application_id, user_id) do update set declared = 'conflict', ground = 'Bror'", id, person.id);

before(async () => {
	call = newCall(schemeId, { closes: "now() + interval '200 days'" });
	sql("update call set kind = 'relative', lead_count = 1, lead_unit = 'months', answer_weeks = 6 where call_id = :v1", call);
	setFrame(call, 200000);
	officer = await Staff.new({ unit });
	colleague = await Staff.new({ unit });
	for (const at of [0, 1]) {
		const { id } = await sentApplication(schemeId, call, { tittel: at === 0 ? 'Sveising' : 'Zirkonium' });
		await officer.declare(id);
		await officer.check(id);
		await officer.assess(id);
		if (at === 0) {
			first = id;
		} else {
			second = id;
		}
	}
	await colleague.declare(first);
});

test('nobody proposes in a case before declaring in it', async () => {
	assert.equal((await officer.propose(call, [[first, 30000]])).status, 303);
	await colleague.propose(`${call}-1`, [[first, 20000], [second, 20000]]);
	assert.deepEqual(proposals(), [[first, '20000']], 'only where she has declared');
});

test('two who save a list from the same version are told, and the first stands', async () => {
	await colleague.declare(second);
	const path = listAt(`${call}-1`);
	const version = /name="version" value="(\d+)"/.exec((await colleague.get(path)).body)[1];
	assert.equal((await officer.propose(`${call}-1`, [[first, 30000], [second, 25000]])).status, 303);
	const late = await colleague.post(path, [['version', version], [`plass-${first}`, '1'], [`utfall-${first}`, 'partial'], [`sum-${first}`, '10000'], [`grunn-${first}`, 'x']]);
	assert.equal(late.status, 409, words(late.body).slice(0, 800));
	assert.deepEqual(proposals(), [[first, '30000'], [second, '25000']]);
});

test('a list is locked by nobody who has not declared in all of it, or has a conflict in one', async () => {
	const other = await Staff.new({ unit });
	await other.declare(first);
	// The page has no button for her; she posts all the same.
	const lock = async () => {
		const path = `/utlysninger/${call}-1/las`;
		await other.get(path);
		const [[version]] = sql("select version from recommendation_list where call_id = :v1 and state = 'open'", call);
		return other.post(path, { version }, { tokens: other.tokens('/logg-ut').concat([['form_key', `las-${Math.random()}`]]) });
	};
	const undeclared = await lock();
	assert.equal(undeclared.status, 422);
	assert.match(words(undeclared.body), /Meld fra om habilitet i alle sakene på listen før du låser den\./);
	conflict(other, second);
	const cutOff = await lock();
	assert.equal(cutOff.status, 422);
	assert.match(words(cutOff.body), /Du er inhabil i en eller flere av sakene på listen\. En kollega må låse den\./);
	assert.deepEqual(states(), ['1', 'open']);
	assert.equal((await officer.lock(`${call}-1`)).status, 303);
	assert.deepEqual(states(), ['1', 'locked']);
	assert.equal((await officer.get(`/utlysninger/${call}-1/innstilling.pdf`)).status, 200);
	// What others decided on is no paper for whoever has a conflict in one of its cases.
	for (const paper of ['innstilling.pdf', 'saksframlegg.pdf', 'arbeidspapir.pdf', 'saksframlegg.docx']) {
		assert.equal((await other.get(`/utlysninger/${call}-1/${paper}`)).status, 404, paper);
	}
});

test('a word of the title finds no case for whoever has a conflict in it', async () => {
	const [[number]] = sql('select number from application where application_id = :v1', second);
	const found = async (person) => words((await person.get('/saker?sok=zirkon')).body).includes(number);
	assert.equal(await found(officer), true);
	conflict(colleague, second);
	assert.equal(await found(colleague), false);
});
