// sums_and_criteria.test.mjs — on the list: limits of the scheme and why they are departed from, requirements that aren't met,
// wishes, the list judged as a whole, and what is earmarked, which the ledger holds.
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { Applicant, newCall, newOrganisation } from '../lib/applicant.mjs';
import { both, newScheme } from '../lib/small_scheme.mjs';
import { setFrame, Staff } from '../lib/staff.mjs';
import { sql, words } from '../lib/visitor.mjs';

const schemeId = 'prove-summer';
const criterion = (id, kind, name, more = '') => `<criterion id="${id}" kind="${kind}" ${more}>${both(name)}</criterion>`;
let officer, leader, call, young, grown, poor;

async function apply(answers) {
	const person = await Applicant.new();
	const organisation = newOrganisation(person.email);
	const id = await person.start(schemeId, organisation, { call });
	const saved = await person.fill(`/soknader/${id}/del/tiltaket`, { tittel: organisation.name, ...answers });
	assert.equal(saved.status, 303, words(saved.body).slice(0, 800));
	const sent = await person.send(id);
	assert.equal(sent.status, 303, words(sent.body).slice(0, 800));
	return { person, organisation, id };
}

const list = () => `/utlysninger/${call}/innstilling`;

// rows: [[case, sum, { because, outcome }]]; the whole list is judged in words.
async function propose(rows, spread = '') {
	const page = await officer.get(list());
	const version = /name="version" value="(\d+)"/.exec(page.body)[1];
	const fields = rows.flatMap(([{ id }, sum, { because = '', outcome = sum > 0 ? 'partial' : 'reject' } = {}], i) => [
		[`plass-${id}`, String(i + 1)], [`utfall-${id}`, outcome], [`sum-${id}`, String(sum)], [`grunn-${id}`, 'Som vurdert.'], [`avvik-${id}`, because]]);
	return officer.post(list(), [['version', version], ...fields, ['spredning', spread]]);
}

before(async () => {
	newScheme(schemeId, {
		amount: '<max nok="40000"/><step nok="1000"/><award-floor nok="10000"/>',
		criteria: `<criteria method="overall">${criterion('plan', 'graded', 'Planen')}${criterion('krav', 'required', 'Gir klimaeffekt')}
			${criterion('helst', 'should', 'Flere samarbeider')}${criterion('spredning', 'portfolio', 'Geografi', 'spread="municipality"')}</criteria>`,
		distribution: `<distribution kind="ranked"><earmark id="unge" share="60" when="unge = 'yes'">${both('Unge')}</earmark></distribution>`,
		fields: `<yes-no id="unge" required="true()">${both('Er det for unge?')}<why use="amount"/></yes-no>`,
	});
	officer = await Staff.new({ unit: 'kultur' });
	leader = await Staff.new({ unit: 'kultur', role: 'leader' });
	call = newCall(schemeId);
	setFrame(call, 60000);
	young = await apply({ sum: '50000', unge: 'yes' });
	grown = await apply({ sum: '50000', unge: 'no' });
	poor = await apply({ sum: '20000', unge: 'no' });
	for (const { id } of [young, grown, poor]) {
		await officer.declare(id);
		await leader.declare(id);
		await officer.check(id);
	}
});

test('an assessor says whether requirements and wishes are met, and why a requirement is not', async () => {
	const path = `/saker/${poor.id}/vurdering`;
	const page = words((await officer.get(path)).body);
	assert.ok(page.includes('Absolutt krav. Er det ikke oppfylt, blir det avslag.'), page);
	assert.ok(page.includes('Vurderes på innstillingen, på tvers av søknadene.'));
	const bare = [['k-krav', '0'], ['g-krav', ''], ['k-helst', '0'], ['samlet', 'Svak plan.'], ['handling', 'ferdig']];
	const refused = await officer.post(path, bare);
	assert.equal(refused.status, 422);
	assert.ok(words(refused.body).includes('Skriv en begrunnelse for «Gir klimaeffekt».'));
	assert.equal((await officer.post(path, bare.map(([k, v]) => (k === 'g-krav' ? [k, 'Tiltaket øker utslippene.'] : [k, v])))).status, 303);
	for (const { id } of [young, grown]) {
		await officer.assess(id);
	}
});

test('the list tells limits, wishes and what stands in the way of money', async () => {
	const page = await officer.get(list());
	const said = words(page.body);
	assert.equal(said.match(/Høyst 40 000 kr/g).length, 2, said);
	assert.ok(said.includes('1 av 1 ønsker') && said.includes('0 av 1 ønsker'));
	assert.ok(said.includes('Kravet «Gir klimaeffekt» er ikke oppfylt.'));
	assert.ok(said.includes('Øremerket: Unge. Holdt av 36 000 kr, brukt 0 kr, igjen 36 000 kr.'));
	assert.match(page.body, new RegExp(`id="grunn-${poor.id}"[^>]*>\\n?Kravet «Gir klimaeffekt» er ikke oppfylt. Tiltaket øker utslippene.<`));
	assert.match(page.body, new RegExp(`id="utfall-${poor.id}"[^]*?<option value="reject" selected`));
});

test('what the scheme does not give needs a reason, and some of it no reason mends', async () => {
	const cases = [
		[[young, 45000], 'Ordningen gir høyst 40 000 kr for denne søknaden.'],
		[[grown, 9000], 'Ordningen gir ikke mindre enn 10 000 kr for denne søknaden.'],
		[[grown, 10500], 'Ordningen gir bare hele 1 000 kr.'],
		[[grown, 50001], 'Det er søkt om 50 000 kr. Foreslå ikke mer enn det.'],
		[[poor, 15000], 'Kravet «Gir klimaeffekt» er ikke oppfylt. Foreslå avslag, eller endre vurderingen.'],
	];
	for (const [row, text] of cases) {
		const answer = await propose([row]);
		assert.equal(answer.status, 422, text);
		assert.ok(words(answer.body).includes(text), words(answer.body).slice(0, 2500));
	}
	assert.equal((await propose([[young, 45000, { because: 'Eneste tiltak for unge i år.' }]])).status, 303);
	const kept = await officer.get(list());
	assert.match(kept.body, new RegExp(`id="avvik-${young.id}"[^>]*>\\n?Eneste tiltak for unge i år.<`));
	assert.equal((await propose([[poor, 15000, { because: 'Likevel' }]])).status, 422);
});

test('the list is locked when it is judged as a whole and leaves alone what is earmarked', async () => {
	assert.equal((await propose([[young, 10000], [grown, 35000], [poor, 0]])).status, 303);
	const lock = words((await officer.get(`/utlysninger/${call}/las`)).body);
	assert.ok(lock.includes('Forslagene tar 11 000 kr av det som er øremerket for andre.'), lock);
	assert.ok(lock.includes('Skriv hvordan listen er vurdert samlet'));
	assert.equal((await propose([[young, 36000], [grown, 24000], [poor, 0]], 'Alle søkerne er fra Hamar.')).status, 303);
	const page = words((await officer.get(list())).body);
	assert.ok(page.includes('Hamar 3 2 60 000 kr'), page);
	assert.equal((await officer.lock(call)).status, 303);
	assert.deepEqual(sql('select earmark_id, reserved_ore / 100 from call_earmark where call_id = :v1', call), [['unge', '36000']]);
});

test('nobody awards what the earmark keeps for others', async () => {
	const path = `/utlysninger/${call}/vedtak`;
	const award = ({ id }, sum, because = '') => [['valg', id], [`sum-${id}`, String(sum)], [`grunn-${id}`, 'Som innstilt.'], [`avvik-${id}`, because]];
	await leader.get(path);
	const over = await leader.post(path, [...award(grown, 24001, 'Litt til.'), ['steg', 'vedta']]);
	assert.equal(over.status, 422);
	assert.ok(words(over.body).includes('Summene går over rammen.'), words(over.body).slice(0, 1500));
	await leader.get(path);
	assert.equal((await leader.post(path, [...award(grown, 24000), ...award(young, 36000), ...award(poor, 0), ['steg', 'vedta']])).status, 303);
	assert.deepEqual(sql("select api.ledger_balance(:v1, 'frame') / 100, api.earmarks_left(:v1) / 100", call), [['0', '0']]);
	sql('begin; set local session_replication_role = replica; delete from call_earmark where call_id = :v1; commit;', call);
});
