// decision.test.mjs — who may decide what: impartiality first, the delegation, four eyes, the frame, and a body's minutes.
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { BODY, decided, declareAll, LEADER, lockedCall, OFFICER, reader, removeCalls, statementsOf, tamper } from '../lib/decision_call.mjs';
import { sql, words } from '../lib/visitor.mjs';

after(removeCalls);

const four = [
	{ applied: 80000, proposed: 80000, outcome: 'grant', reason: 'Språkkafeen når mange.' },
	{ applied: 90000, proposed: 60000, outcome: 'partial', reason: 'Rammen rekker ikke til alt.' },
	{ applied: 70000, proposed: 0, outcome: 'reject', reason: 'Tiltaket når få.' },
	{ applied: 50000, proposed: 0, outcome: 'dismiss', reason: 'Laget er ikke registrert.' },
];
const big = { applied: 300000, proposed: 250000, outcome: 'partial', reason: 'Stort og godt.' };
const minutes = [['organ', BODY], ['dato', '02.11.2026'], ['sak', 'PS 44/2026'], ['for', '11'], ['mot', '2'], ['inhabile', 'Per Prøve']];

const decisionsOf = ({ ids }) =>
	sql(`select application_id, outcome, awarded_ore / 100, reason, departure_reason from decision
		where application_id in (${ids.join(', ')}) order by 1`);
const none = (made, what) => assert.deepEqual(decisionsOf(made), [], what);

// A leader or an officer who has declared in all cases of the list.
const declared = async (email, page) => {
	const person = await reader(email);
	assert.equal((await declareAll(person, page)).status, 303);
	await person.get(page);
	return person;
};

test('nothing of what is proposed shows before impartiality is declared in every case', async () => {
	const made = lockedCall([...four, big]);
	const page = `${made.path}/vedtak`;
	const leader = await reader(LEADER);
	const first = await leader.get(page);
	assert.equal(first.status, 200);
	assert.ok(words(first.body).includes('Er du habil?'));
	for (const secret of ['80 000', '60 000', '250 000', 'Språkkafeen når mange', 'Delvis innvilget']) {
		assert.ok(!words(first.body).includes(secret), secret);
	}
	assert.doesNotMatch(first.body, /type="radio"[^>]*checked/);

	const unanswered = await leader.post(page, [['steg', 'habilitet'], [`svar-${made.ids[0]}`, 'habil']]);
	assert.equal(unanswered.status, 422);
	assert.equal(unanswered.body.match(/Velg om du er habil eller inhabil\./g).length, 8); // four in the summary, four in place
	assert.match(unanswered.body, new RegExp(`id="svar-${made.ids[0]}"[^>]*checked`));

	const answers = made.ids.map((id) => [`svar-${id}`, id === made.ids[1] ? 'inhabil' : 'habil']);
	const groundless = await leader.post(page, [['steg', 'habilitet'], ...answers]);
	assert.equal(groundless.status, 422);
	assert.ok(words(groundless.body).includes('Skriv kort hvorfor du er inhabil.'));
	assert.deepEqual(sql(`select count(*) from impartiality where application_id in (${made.ids.join(', ')})`), [['0']]);

	// Posting decisions instead of answers decides nothing.
	assert.equal((await leader.post(page, [['steg', 'vedta'], ...decided(made.ids[0], { sum: 80000 })])).status, 422);
	none(made);

	const done = await leader.post(page, [['steg', 'habilitet'], ...answers, [`habil-grunn-${made.ids[1]}`, 'Broren min leder laget.']]);
	const then = words((await leader.follow(done)).body);
	assert.ok(then.includes('Språkkafeen når mange'));
	assert.ok(!then.includes(made.numbers[1]), 'the case with a conflict is gone');
	assert.ok(then.includes('1 sak vises ikke, fordi du er inhabil i den.'));
	const events = sql(`select body from event_payload p join case_event using (payload_id) where application_id = ${made.ids[1]}`);
	assert.ok(!JSON.stringify(events).includes('Broren min'), 'the ground is not in the log');
});

test('the leader sees the effect first, then decides, each outcome told apart', async () => {
	const made = lockedCall([...four, big]);
	const page = `${made.path}/vedtak`;
	const leader = await declared(LEADER, page);
	assert.ok(statementsOf('GET', '/utlysninger/:id/vedtak') <= 12);
	const shown = words(leader.page);
	assert.ok(shown.includes('4 saker venter. Innstillingen: 1 innvilget, 1 delvis innvilget, 1 avslag, 1 avvist. Til sammen 140 000 kr'), shown);
	assert.ok(shown.includes('Hovedutvalg for kultur : 1 sak, 250 000 kr foreslått'), 'the body has its own list');
	assert.ok(!leader.page.includes(`valg-${made.ids[4]}`), 'and no checkbox here');

	const fields = four.flatMap((one, i) => decided(made.ids[i], { sum: one.proposed, reason: one.reason }));
	const effect = await leader.post(page, [['steg', 'se-over'], ...fields]);
	assert.equal(effect.status, 200);
	assert.ok(
		words(effect.body).includes('Du vedtar 4 saker: 1 innvilget, 1 delvis innvilget, 1 avslag, 1 avvist. Til sammen 140 000 kr av en ramme på 1 000 000 kr.'),
	);
	assert.ok(words(effect.body).includes('Gjør vedtak i 4 saker'));
	none(made, 'looking over decides nothing');

	const back = await leader.post(page, [['steg', 'endre'], ...leader.form(page).fields.filter(([name]) => !/^(csrf|form_key)$/.test(name))]);
	assert.equal(back.status, 200);
	assert.match(back.body, new RegExp(`id="sum-${made.ids[1]}"[^>]*value="60000"`));

	await leader.post(page, [['steg', 'se-over'], ...fields]);
	const hidden = leader.form(page).fields.filter(([name]) => !/^(csrf|form_key)$/.test(name));
	const done = await leader.post(page, [['steg', 'vedta'], ...hidden]);
	assert.equal(done.location, `${made.path}/brev`);
	assert.ok(words((await leader.follow(done)).body).includes('4 saker er vedtatt. Søkerne får vite det når brevene er sendt.'));
	assert.deepEqual(
		decisionsOf(made).map(([, ...rest]) => rest),
		[
			['granted', '80000', 'Språkkafeen når mange.', ''],
			['partly_granted', '60000', 'Rammen rekker ikke til alt.', ''],
			['rejected', '0', 'Tiltaket når få.', ''],
			['dismissed', '0', 'Laget er ikke registrert.', ''],
		],
	);
	assert.deepEqual(sql(`select api.ledger_balance(${made.call}, 'awarded') / 100, api.ledger_balance(${made.call}, 'frame') / 100`), [['140000', '860000']]);
	assert.deepEqual(sql(`select distinct d.decided_by = u.user_id, d.registered_by = u.user_id from decision d, app_user u
		where u.email = '${LEADER}' and application_id in (${made.ids.slice(0, 4).join(', ')})`), [['t', 't']]);
});

test('a sum that departs from the recommendation needs a reason, and the log keeps who decided', async () => {
	const made = lockedCall([four[0]]);
	const page = `${made.path}/vedtak`;
	const leader = await declared(LEADER, page);
	for (const departure of ['', '   ']) {
		const refused = await leader.post(page, [['steg', 'vedta'], ...decided(made.ids[0], { sum: '70 000', departure })]);
		assert.equal(refused.status, 422);
		assert.ok(words(refused.body).includes('Vedtaket er et annet enn innstillingen. Skriv hvorfor.'));
		assert.match(refused.body, new RegExp(`href="#avvik-${made.ids[0]}"`));
		assert.match(refused.body, /value="70 000"/);
	}
	none(made);
	const done = await leader.post(page, [['steg', 'vedta'], ...decided(made.ids[0], { sum: '70 000', departure: 'Kostnadene er lavere.' })]);
	assert.equal(done.status, 303);
	assert.deepEqual(decisionsOf(made)[0].slice(1), ['partly_granted', '70000', 'Språkkafeen når mange.', 'Kostnadene er lavere.']);
	assert.deepEqual(sql(`select kind from case_event where application_id = ${made.ids[0]} order by seq`).flat(), ['impartiality', 'decided']);
	assert.equal((await leader.post(page, [['steg', 'vedta'], ...decided(made.ids[0], { sum: 80000 })])).status, 409, 'decided once');
	assert.equal(decisionsOf(made)[0][2], '70000');
});

test('four eyes: who proposed the sum cannot decide it', async () => {
	const made = lockedCall([{ ...four[0], proposedBy: LEADER }, four[1]]);
	const page = `${made.path}/vedtak`;
	const leader = await declared(LEADER, page);
	assert.ok(words(leader.page).includes('Du har selv foreslått summen. En annen må avgjøre saken.'));
	assert.ok(!leader.page.includes(`id="valg-${made.ids[0]}"`));
	const refused = await leader.post(page, [['steg', 'vedta'], ...decided(made.ids[0], { sum: 80000 }), ...decided(made.ids[1], { sum: 60000 })]);
	assert.equal(refused.status, 422);
	none(made, 'all or none');
});

test('nobody decides past the delegation, neither by choosing a body’s case nor by raising a sum', async () => {
	const made = lockedCall([{ ...four[0], applied: 150000, proposed: 90000, outcome: 'partial' }, big]);
	const page = `${made.path}/vedtak`;
	const leader = await declared(LEADER, page);
	for (const fields of [decided(made.ids[1], { sum: 250000 }), decided(made.ids[1], { sum: 50000, departure: 'Ned.' }), decided(made.ids[0], { sum: 120000, departure: 'Opp.' })]) {
		const refused = await leader.post(page, [['steg', 'vedta'], ...fields]);
		assert.equal(refused.status, 422);
		assert.ok(words(refused.body).includes('Saken hører til et politisk organ.'));
	}
	none(made);
	const officer = await reader(OFFICER);
	assert.equal((await officer.get(page)).status, 404);
	assert.equal((await officer.get('/vedtak')).status, 404);
	const stranger = await reader('leder@demo.test');
	assert.equal((await stranger.get(page)).status, 404, 'another unit’s list');
});

test('a body’s decision is registered from its minutes, with every departure explained', async () => {
	const made = lockedCall([four[0], big, { ...big, applied: 150000, proposed: 150000, outcome: 'grant' }]);
	const page = `${made.path}/utvalgsvedtak`;
	const officer = await declared(OFFICER, page);
	assert.ok(statementsOf('GET', '/utlysninger/:id/utvalgsvedtak') <= 12);
	assert.ok(words(officer.page).includes('Registrer vedtak: Hovedutvalg for kultur'));
	const cases = [...decided(made.ids[1], { sum: 250000 }), ...decided(made.ids[2], { sum: 150000 })];

	const empty = await officer.post(page, [['organ', BODY], ['steg', 'vedta'], ['for', ''], ['mot', '0'], ...cases]);
	assert.equal(empty.status, 422);
	for (const text of ['Skriv datoen for møtet', 'Skriv saksnummeret i møtet', 'Skriv stemmetallene']) {
		assert.ok(words(empty.body).includes(text), text);
	}
	for (const [field, value, text] of [
		['dato', '02.11.2099', 'Møtedatoen er ikke kommet ennå.'],
		['dato', '31.02.2026', 'Skriv datoen for møtet'],
		['mot', '12', 'Det kan ikke være flere stemmer mot enn for.'],
		['for', '-3', 'Skriv stemmetallene.'],
	]) {
		const changed = minutes.map(([name, old]) => [name, name === field ? value : old]);
		const refused = await officer.post(page, [['steg', 'vedta'], ...changed, ...cases]);
		assert.equal(refused.status, 422, `${field} ${value}`);
		assert.ok(words(refused.body).includes(text), text);
	}
	const departs = [...decided(made.ids[1], { sum: 300000 }), ...decided(made.ids[2], { sum: 0 })];
	const refused = await officer.post(page, [['steg', 'vedta'], ...minutes, ...departs]);
	assert.equal(refused.status, 422);
	assert.equal(refused.body.match(/id="avvik-\d+-feil"/g).length, 2);
	const leaders = await officer.post(page, [['steg', 'vedta'], ...minutes, ...decided(made.ids[0], { sum: 80000 })]);
	assert.equal(leaders.status, 422);
	assert.ok(words(leaders.body).includes('Saken er delegert til lederen'));
	none(made);

	const explained = [...decided(made.ids[1], { sum: 300000, departure: 'Utvalget vil ha festivalen.' }), ...decided(made.ids[2], { sum: 0, departure: 'Utvalget ser ikke behovet.' })];
	const effect = await officer.post(page, [['steg', 'se-over'], ...minutes, ...explained]);
	const said = words(effect.body);
	assert.ok(said.includes('Du registrerer vedtak i 2 saker: 1 innvilget, 1 avslag. Til sammen 300 000 kr'), said);
	assert.ok(said.includes('2. november 2026') && said.includes('PS 44/2026') && said.includes('11 for og 2 mot') && said.includes('Per Prøve'));
	assert.equal((await officer.post(page, [['steg', 'vedta'], ...minutes, ...explained])).status, 303);
	assert.deepEqual(
		sql(`select d.outcome, d.awarded_ore / 100, d.departure_reason, d.decided_by is null, b.code, m.decided_on, m.meeting_case, m.votes_for,
			m.votes_against, m.disqualified, d.decided_on = m.decided_on
			from decision d join body_decision m using (body_decision_id) join body b using (body_id)
			where application_id in (${made.ids.join(', ')}) order by application_id`),
		[
			['granted', '300000', 'Utvalget vil ha festivalen.', 't', BODY, '2026-11-02', 'PS 44/2026', '11', '2', 'Per Prøve', 't'],
			['rejected', '0', 'Utvalget ser ikke behovet.', 't', BODY, '2026-11-02', 'PS 44/2026', '11', '2', 'Per Prøve', 't'],
		],
	);
	const kase = words((await officer.get(`/saker/${made.ids[1]}`)).body);
	for (const text of ['Hovedutvalg for kultur', 'Sak PS 44/2026, 11 for og 2 mot', 'Per Prøve', 'Utvalget vil ha festivalen.', '300 000 kr']) {
		assert.ok(kase.includes(text), `the case page: ${text}`);
	}
});

test('the chair’s vote decides when the votes are even; another body’s name is not taken', async () => {
	const made = lockedCall([big]);
	const page = `${made.path}/utvalgsvedtak`;
	const leader = await declared(LEADER, page);
	const even = minutes.map(([name, value]) => [name, name === 'mot' ? '11' : value]);
	const another = even.map(([name, value]) => [name, name === 'organ' ? 'fylkesting' : value]);
	assert.equal((await leader.post(page, [['steg', 'vedta'], ...another, ...decided(made.ids[0], { sum: 250000 })])).status, 422);
	none(made);
	await leader.get(page);
	assert.equal((await leader.post(page, [['steg', 'vedta'], ...even, ...decided(made.ids[0], { sum: 250000 })])).status, 303);
	assert.deepEqual(sql(`select b.code from body_decision m join body b using (body_id) join decision using (body_decision_id)
		where application_id = ${made.ids[0]}`), [[BODY]]);
});

test('decisions never pass the frame, and one too many stops them all', async () => {
	const made = lockedCall([four[0], { ...four[1], proposed: 60000 }], { frame: 140000 });
	const page = `${made.path}/vedtak`;
	const leader = await declared(LEADER, page);
	const over = [...decided(made.ids[0], { sum: 80000 }), ...decided(made.ids[1], { sum: 90000, departure: 'Mer.' })];
	for (const steg of ['se-over', 'vedta']) {
		const refused = await leader.post(page, [['steg', steg], ...over]);
		assert.equal(refused.status, 422);
		assert.ok(words(refused.body).includes('Summene går 30 000 kr over det som er ledig av rammen.'), words(refused.body));
	}
	none(made);
	assert.equal((await leader.post(page, [['steg', 'vedta'], ...decided(made.ids[0], { sum: 80000 }), ...decided(made.ids[1], { sum: 60000 })])).status, 303);
	assert.deepEqual(sql(`select api.ledger_balance(${made.call}, 'frame')`), [['0']]);
});

test('sums that cannot be read, sums above what was applied for, and no case at all are told', async () => {
	const made = lockedCall([four[0]]);
	const page = `${made.path}/vedtak`;
	const leader = await declared(LEADER, page);
	for (const sum of ['', '-1', '12,50', 'mye', '9'.repeat(30)]) {
		const refused = await leader.post(page, [['steg', 'vedta'], ...decided(made.ids[0], { sum, departure: 'x' })]);
		assert.equal(refused.status, 422, sum);
		assert.ok(words(refused.body).includes('Skriv beløpet i hele kroner, for eksempel 25 000. Skriv 0 for avslag.'), sum);
	}
	const above = await leader.post(page, [['steg', 'vedta'], ...decided(made.ids[0], { sum: 80001, departure: 'x' })]);
	assert.equal(above.status, 422);
	assert.ok(words(above.body).includes('Summen er høyere enn det søkeren har søkt om.'));
	const nothing = await leader.post(page, [['steg', 'vedta'], [`sum-${made.ids[0]}`, '80000']]);
	assert.equal(nothing.status, 422);
	assert.ok(words(nothing.body).includes('Velg minst én sak.'));
	const foreign = await leader.post(page, [['steg', 'vedta'], ['valg', '1'], ['sum-1', '5']]);
	assert.equal(foreign.status, 422, 'a case of another list is not on this one');
	none(made);
});

test('a second click decides once; an unlocked list cannot be decided', async () => {
	const made = lockedCall([four[0]]);
	const page = `${made.path}/vedtak`;
	const leader = await declared(LEADER, page);
	const tokens = leader.tokens(page);
	const fields = [['steg', 'vedta'], ...decided(made.ids[0], { sum: 80000 })];
	const [one, two] = await Promise.all([leader.post(page, fields, { tokens }), leader.post(page, fields, { tokens })]);
	assert.deepEqual([one.status, two.status], [303, 303]);
	assert.equal(decisionsOf(made).length, 1);

	const open = lockedCall([four[0]]);
	tamper(`update recommendation_list set state = 'open', locked_at = null, locked_by = null where call_id = ${open.call}`);
	assert.ok(words((await leader.get(`${open.path}/vedtak`)).body).includes('Innstillingen er ikke låst'));
	assert.equal((await leader.post(`${open.path}/vedtak`, fields, { tokens: leader.tokens('/logg-ut') })).status, 409);
});

test('the leader’s list says what waits for whom, and is not blank when nothing does', async () => {
	const made = lockedCall([four[0], four[1], big]);
	const leader = await reader(LEADER);
	const { body } = await leader.get('/vedtak');
	assert.ok(statementsOf('GET', '/vedtak') <= 12);
	const row = words(new RegExp(`<tr[ >](?:(?!</tr>)[^])*${made.path}/vedtak[^]*?</tr>`).exec(body)[0]);
	assert.match(row, /1 000 000 kr 2 1 0 0 Gjør vedtak/);

	sql(`insert into unit (code, name_nb, name_nn) values ('tom-avdeling', 'Tom', 'Tom') on conflict do nothing;
		insert into app_user (email, name, role, unit_id, password_hash, demo)
		select 'leder.tom@demo.test', 'Tom Leder', 'leader', (select unit_id from unit where code = 'tom-avdeling'), password_hash, true
		from app_user where email = '${LEADER}' on conflict do nothing;`);
	const empty = await reader('leder.tom@demo.test');
	assert.ok(words((await empty.get('/vedtak')).body).includes('Ingen innstillinger er låst'));
	sql("delete from session where user_id = (select user_id from app_user where email = 'leder.tom@demo.test'); delete from app_user where email = 'leder.tom@demo.test'; delete from unit where code = 'tom-avdeling'");
});
