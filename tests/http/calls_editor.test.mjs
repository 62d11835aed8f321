// calls_editor.test.mjs — calls written in the browser: every kind of deadline, what people rely on, what treats them unequally, and
// four eyes that PostgreSQL holds to.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { fieldsOf, put } from '../lib/editor.mjs';
import { Staff } from '../lib/staff.mjs';
import { sql, visitor, words } from '../lib/visitor.mjs';

let scheme, officer, leader;
before(async () => {
	[officer, leader] = [await Staff.new({ unit: 'kultur' }), await Staff.new({ unit: 'kultur', role: 'leader' })];
	scheme = await publishScheme();
});
after(() => sql(`begin; set local session_replication_role = replica;
	delete from ledger_posting p using ledger_entry e, call c where p.entry_id = e.entry_id and e.call_id = c.call_id and c.scheme_id = '${scheme}';
	delete from ledger_entry e using call c where e.call_id = c.call_id and c.scheme_id = '${scheme}';
	delete from call_change x using call c where x.call_id = c.call_id and c.scheme_id = '${scheme}';
	delete from call_note x using call c where x.call_id = c.call_id and c.scheme_id = '${scheme}';
	delete from call where scheme_id = '${scheme}';
	delete from call_document where scheme_id = '${scheme}';
	delete from scheme_draft_step t using scheme_draft d where d.draft_id = t.draft_id and d.scheme_id = '${scheme}';
	delete from scheme_publication where scheme_id = '${scheme}';
	delete from scheme_proposal where scheme_id = '${scheme}';
	delete from scheme_draft where scheme_id = '${scheme}';
	delete from scheme_version where scheme_id = '${scheme}';
	delete from scheme where scheme_id = '${scheme}'; commit;`));

const draftAt = ({ location }) => /^\/ordningsarbeid\/(\d+)$/.exec(location)[1];
const versionOf = (draft) => sql('select version from scheme_draft where draft_id = :v1', draft)[0][0];

// A scheme of the template, published by two; its id.
async function publishScheme() {
	await officer.get('/ordningsarbeid/ny');
	const id = draftAt(await officer.submit('/ordningsarbeid/ny', { fra: 'prosjekt', kopi: '', 'navn-nb': 'Utlyste prøver', 'navn-nn': 'Utlyste prøver' }));
	const path = `/ordningsarbeid/${id}/del/tekster`;
	await officer.get(path);
	const texts = Object.fromEntries(['summary', 'purpose', 'target-group'].flatMap((name) => [[`${name}=nb`, 'Tekst'], [`${name}=nn`, 'Tekst']]));
	await officer.submit(path, [...put(fieldsOf(officer, path), texts), ['go', 'stay']]);
	await decide(await propose(id));
	return sql('select scheme_id from scheme_draft where draft_id = :v1', id)[0][0];
}

async function propose(id, person = officer) {
	await person.get(`/ordningsarbeid/${id}/foresla`);
	return (await person.submit(`/ordningsarbeid/${id}/foresla`, { version: versionOf(id), hvorfor: 'Vedtatt i hovedutvalget.' })).location;
}

async function decide(proposal, { person = leader, answer = 'godkjenn' } = {}) {
	await person.get(proposal);
	return person.submit(proposal, { svar: answer, merknad: '' });
}

async function begin(person = officer) {
	await person.get(`/ordningsarbeid/ordning/${scheme}`);
	return draftAt(await person.submit('/ordningsarbeid/rediger', { ordning: scheme, hva: 'utlysninger' }));
}

// Fills in a call's page; path "call+1" is a new one.
async function write(id, path, fields, person = officer) {
	const action = `/ordningsarbeid/${id}/element`;
	await person.get(`${action}?sti=${encodeURIComponent(path)}`);
	const changes = Object.fromEntries(Object.entries(fields).map(([name, value]) => [`${path}${name}`, value]));
	const sent = put(fieldsOf(person, action), changes);
	for (const name of Object.keys(changes)) {
		assert.ok(sent.some(([field]) => field === name), `${name} is in the form`);
	}
	await person.submit(action, [...sent, ['go', 'stay']]);
}

const told = async (id, person = officer) => words((await person.get(`/ordningsarbeid/${id}`)).body);
const stored = (columns, year, round = 1) => sql(`select ${columns} from call where scheme_id = :'v1' and year = :v2 and round = :v3`, scheme, year, round)[0];

test('every kind of deadline is written in forms and comes into force as written', async () => {
	const id = await begin();
	assert.match(await told(id), /«Utlysning» mangler/);
	const common = { '/answer@by': '01.06.2031', '/frame@nok': '4 500 000' };
	await write(id, 'call+1', { '@year': '2031', '@kind': 'fixed', '@opens': '15.01.2026', '@closes': '01.03.2031 12:00', ...common });
	await write(id, 'call+1', { '@year': '2031', '@round': '2', '@kind': 'fixed', '@extra': 'yes', '@opens': '01.02.2031', '@closes': '01.05.2031',
		'/answer@by': '01.08.2031', '/frame@nok': '100000', '/title=nb': 'Ekstra runde', '/title=nn': 'Ekstra runde', '/covers@from': '01.07.2031', '/covers@to': '31.12.2031' });
	await write(id, 'call+1', { '@year': '2032', '@kind': 'continuous', '@opens': '01.01.2032', '@closes': '31.12.2032', '/answer@weeks': '6', '/frame@nok': '200 000' });
	await write(id, 'call+1', { '@year': '2033', '@kind': 'main-then-continuous', '@opens': '01.01.2033', '@closes': '31.12.2033', '@main-closes': '01.02.2033',
		'/answer@by': '01.04.2033', '/answer@weeks': '8', '/frame@conditional': 'yes' });
	await write(id, 'call+1', { '@year': '2034', '@kind': 'relative', '@opens': '01.01.2034', '@closes': '31.12.2034', '/before-start@count': '4', '/before-start@unit': 'months',
		'/answer@weeks': '6', '/on-hold@on': '01.11.2026', '/on-hold=nb': 'Venter på budsjettet.', '/on-hold=nn': 'Ventar på budsjettet.' });
	await write(id, 'call+1', { '@year': '2035', '@kind': 'fixed', '@opens': '01.01.2035', '@closes': '20.03.2035', '/answer@by': '01.06.2035',
		'/extended+1@from': '01.03.2035', '/extended+1@on': '20.02.2035', '/extended+1=nb': 'Skjemaet var nede.', '/extended+1=nn': 'Skjemaet var nede.' });
	await write(id, 'call+1', { '@year': '2036', '@kind': 'fixed', '@opens': '01.01.2036', '@closes': '01.03.2036', '/answer@by': '01.06.2036',
		'/cancelled@on': '01.11.2026', '/cancelled=nb': 'Ingen penger.', '/cancelled=nn': 'Ingen pengar.' });
	assert.match(await told(id), /Alt er på plass/);

	const looked = words((await officer.get(`/ordningsarbeid/${id}/foresla`)).body);
	for (const sentence of ['Utlysning 2031, runde 1', 'Åpner: 15. januar 2026 kl. 09.00.', 'Frist: 1. mars 2031 kl. 12.00.', 'Ramme: 4 500 000 kr.', 'Ekstra utlysning: ja.',
		'Type frist: fortløpende til pengene er brukt opp.', 'Frist for hovedrunden: 1. februar 2033 kl. 23.59.', 'Tid før tiltaket begynner: 4 måneder.',
		'Utlysningen: satt på vent: Venter på budsjettet.', 'Utlysningen: avlyst: Ingen penger.', 'Når tiltakene foregår: 01.07.2031 – 31.12.2031.']) {
		assert.ok(looked.includes(sentence), `${sentence} in ${looked}`);
	}
	const shown = words((await officer.get(`/ordningsarbeid/${id}/forhandsvis`)).body);
	assert.match(shown, /Åpen for søknader.*Fristen er .*1\. mars 2031/s);

	const approved = await decide(await propose(id));
	assert.equal(approved.location, `/ordningsarbeid/ordning/${scheme}#utlysninger`);
	assert.deepEqual(stored(`kind, extra, frame_ore / 100, to_char(closes_at at time zone 'Europe/Oslo', 'YYYY-MM-DD HH24:MI')`, 2031), ['fixed', 'f', '4500000', '2031-03-01 12:00']);
	assert.deepEqual(stored('kind, extra, covers_from, covers_to', 2031, 2), ['fixed', 't', '2031-07-01', '2031-12-31']);
	assert.deepEqual(stored('kind, answer_weeks', 2032), ['continuous', '6']);
	assert.deepEqual(stored(`kind, conditional, to_char(main_closes_at at time zone 'Europe/Oslo', 'YYYY-MM-DD')`, 2033), ['main-then-continuous', 't', '2033-02-02']);
	assert.deepEqual(stored('kind, lead_count, lead_unit, status', 2034), ['relative', '4', 'months', 'on-hold']);
	assert.deepEqual(stored('status', 2036), ['cancelled']);
	assert.equal(sql(`select count(*) from call_note n join call c using (call_id) where c.scheme_id = :'v1' and n.kind = 'extended'`, scheme)[0][0], '1');
	assert.equal(sql(`select sum(p.amount_ore) / 100 from ledger_posting p join ledger_entry e using (entry_id) join call c using (call_id)
		where c.scheme_id = :'v1' and c.year = 2031 and p.account = 'frame'`, scheme)[0][0].split('.')[0], '4600000');

	const page = words((await officer.get(approved.location)).body);
	assert.match(page, /Utlysning 2031, runde 1 ?: Kunngjort.*Vedtatt i hovedutvalget\..*Foreslått av .*, godkjent av Prøve Ansatt/s);
	assert.match(words((await (await visitor('soker@demo.test')).get(`/ordninger/${scheme}`)).body), /Åpen for søknader.*1\. mars 2031/s);
});

test('what people rely on in an open call can’t be taken from them, and what is stricter is warned of', async () => {
	const id = await begin();
	const document = sql(`select translate(encode(convert_to(document, 'UTF8'), 'base64'), E'\\n', '') from scheme_draft where draft_id = :v1`, id)[0][0];
	assert.equal(document, sql(`select translate(encode(convert_to(document, 'UTF8'), 'base64'), E'\\n', '') from call_document where scheme_id = :'v1'`, scheme)[0][0],
		'a draft begins with what is in force, byte for byte');
	await write(id, 'call.1', { '@closes': '01.02.2031' });
	assert.match(await told(id), /Utlysning(en)?.*regner med den. Fristen kan ikke flyttes fram/s);
	assert.doesNotMatch((await officer.get(`/ordningsarbeid/${id}/foresla`)).body, /name="hvorfor"/, 'what is wrong can’t be proposed');
	await write(id, 'call.1', { '@closes': '01.03.2031 12:00', '/frame@nok': '4 000 000' });
	const looked = words((await officer.get(`/ordningsarbeid/${id}/foresla`)).body);
	assert.match(looked, /Ramme: 4 000 000 kr\. Før: 4 500 000 kr\. Strengere/);
	assert.match(looked, /Strengere krav\..*Likebehandling taler for å vente/);

	const action = `/ordningsarbeid/${id}/del/utlysninger`;
	await officer.get(action);
	await officer.submit(action, [...fieldsOf(officer, action), ['gjor', 'fjern:call.7']]);
	assert.match(await told(id), /Utlysning 2036.*er kunngjort og kan ikke tas bort/);
	await officer.get(`/ordningsarbeid/${id}/forkast`);
	await officer.submit(`/ordningsarbeid/${id}/forkast`, { version: versionOf(id) });
});

test('it takes two, and PostgreSQL lets nobody write a call otherwise', async () => {
	const id = await begin(leader);
	await write(id, 'call.1', { '/frame@nok': '5 000 000' }, leader);
	const proposal = await propose(id, leader), number = proposal.split('/').pop();
	assert.doesNotMatch((await leader.get(proposal)).body, /Godkjenn og publiser/);
	for (const person of [leader, officer]) {
		await person.get(proposal);
		assert.ok((await person.post(proposal, { svar: 'godkjenn', merknad: '' })).status >= 400);
	}
	assert.throws(() => sql(`update scheme_proposal set state = 'approved', decided_by = proposed_by, decided_at = now() where proposal_id = :v1`, number), /four_eyes/);
	const as = (person, role, statement) => sql(`begin; select set_config('app.user_id', '${person.id}', true), set_config('app.role', '${role}', true),
		set_config('app.unit_id', (select unit_id::text from unit where code = 'kultur'), true); set local role tilskudd_app; ${statement}; rollback;`);
	const approve = `update scheme_proposal set state = 'approved', decided_by = api.user_id(), decided_at = now() where proposal_id = ${number}`;
	const call = `update call set frame_ore = 0 where scheme_id = '${scheme}'`;
	for (const statement of [call, `delete from call_note where call_id in (select call_id from call where scheme_id = '${scheme}')`,
		`update call_document set document = '<calls/>' where scheme_id = '${scheme}'`,
		`insert into call_change (call_id, kind, changed_at, changed_by, changed_by_name) select call_id, 'words', now(), api.user_id(), 'x' from call where scheme_id = '${scheme}'`]) {
		assert.throws(() => as(leader, 'leader', statement), /approving what another|row-level security/, statement);
	}
	const second = await Staff.new({ unit: 'kultur', role: 'leader' });
	as(second, 'leader', `${approve}; ${call}`);
	assert.throws(() => as(second, 'leader', `${approve}; update call_document set document = '<calls/>' where scheme_id = '${scheme}'`), /approving what another/);

	const stranger = await Staff.new({ unit: 'samferdsel', role: 'leader' });
	for (const path of [proposal, `/ordningsarbeid/${id}`, `/ordningsarbeid/ordning/${scheme}`]) {
		assert.equal((await stranger.get(path)).status, 404, path);
	}
	await decide(proposal, { person: second });
	assert.deepEqual(stored('frame_ore / 100', 2031), ['5000000']);
	assert.throws(() => as(second, 'leader', call), /approving what another/, 'an old approval opens nothing');
	assert.equal(sql(`select x.kind || ' ' || x.was || ' ' || x.became || ' ' || p.why from call_change x join scheme_proposal p using (proposal_id) where x.proposal_id = :v1`, number)[0][0],
		'frame 4\u00a0500\u00a0000\u00a0kr 5\u00a0000\u00a0000\u00a0kr Vedtatt i hovedutvalget.');
});

test('a proposal of calls that others have changed meanwhile is told to be made anew', async () => {
	const id = await begin();
	await write(id, 'call.1', { '/frame@nok': '6 000 000' });
	const proposal = await propose(id);
	sql(`update call_document set document = document || E'\\n' where scheme_id = :'v1'`, scheme);
	await leader.get(proposal);
	const met = await leader.post(proposal, { svar: 'godkjenn', merknad: '' });
	assert.equal(met.status, 422);
	assert.match(words(met.body), /endret siden dette ble foreslått/);
	await decide(proposal, { person: officer, answer: 'trekk' });
	assert.match(await told(id), /Utkast/);
});

test('calls that were announced without a document are written as they stand', async () => {
	const [announced] = sql(`select c.scheme_id, count(*) from call c join scheme s using (scheme_id) join unit u using (unit_id) left join call_document d using (scheme_id)
		where d is null and u.code = 'kultur' and not exists (select from scheme_draft x where x.scheme_id = c.scheme_id and x.kind = 'calls' and x.state in ('open', 'proposed')) group by 1 order by 1`);
	await officer.get(`/ordningsarbeid/ordning/${announced[0]}`);
	const id = draftAt(await officer.submit('/ordningsarbeid/rediger', { ordning: announced[0], hva: 'utlysninger' }));
	assert.match(await told(id), /Alt er på plass/);
	const looked = words((await officer.get(`/ordningsarbeid/${id}/foresla`)).body);
	assert.match(looked, /Utkastet sier det samme/);
	await officer.get(`/ordningsarbeid/${id}/forkast`);
	await officer.submit(`/ordningsarbeid/${id}/forkast`, { version: versionOf(id) });
});
