// before_lock.test.mjs — a scheme that asks the municipality and a panel first: registered by the officer, wanted before the list is
// locked, and on the paper.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Applicant, newCall, newOrganisation } from '../lib/applicant.mjs';
import { newScheme } from '../lib/small_scheme.mjs';
import { setFrame, Staff } from '../lib/staff.mjs';
import { sql, words } from '../lib/visitor.mjs';

const scheme = newScheme('prove-uttalelse', {
	workflow: '<municipality-opinion ranks="yes" when="applied &gt; 50000"/><advice from="trafikksikkerhetsutvalg"/>'
		+ '<decision up-to="200000"/><decision body="hovedutvalg-kultur"/><appeal body="klagenemnd"/>',
});

const sent = async (call, sum) => {
	const person = await Applicant.new();
	const id = await person.start(scheme, newOrganisation(person.email), { call });
	assert.equal((await person.fill(`/soknader/${id}/del/tiltaket`, { tittel: 'Konsert', sum: String(sum) })).status, 303);
	assert.equal((await person.send(id)).status, 303);
	return id;
};

test('opinion and advice are wanted before the list is locked, and follow it', async () => {
	const call = newCall(scheme);
	setFrame(call, 500000);
	const large = await sent(call, 60000);
	const small = await sent(call, 50000);
	const officer = await Staff.new({ unit: 'kultur' });
	for (const id of [large, small]) {
		await officer.declare(id);
		await officer.check(id);
		await officer.assess(id);
	}
	await officer.get(`/utlysninger/${call}/innstilling`);
	assert.equal((await officer.propose(call, [[large, 60000], [small, 50000]])).status, 303);
	const lockPage = async () => words((await officer.get(`/utlysninger/${call}/las`)).body);
	const [[number]] = sql('select number from application where application_id = :v1', large);
	const [[other]] = sql('select number from application where application_id = :v1', small);
	assert.match(await lockPage(), new RegExp(`Registrer rådet fra Fylkets trafikksikkerhetsutvalg \\(FTU\\) før du låser\\..*Registrer kommunens uttalelse i søknad ${number} før du låser\\.`));
	assert.ok(!(await lockPage()).includes(`uttalelse i søknad ${other}`), 'not of what is under the limit');

	// What is missing is told at its field, and nothing is kept.
	const opinion = `/saker/${large}/uttalelse`;
	assert.equal((await officer.get(opinion)).status, 200);
	const wrong = await officer.post(opinion, { kommune: '9999', syn: 'kanskje', dato: '32.1.2026', plass: '0', tekst: ' ' });
	assert.equal(wrong.status, 422);
	for (const text of ['Velg kommunen som har uttalt seg.', 'Velg hva kommunen mener.', 'Skriv datoen som dag, måned og år', 'Skriv plassen som et tall fra 1 til 999', 'Skriv hva som står i uttalelsen.']) {
		assert.ok(words(wrong.body).includes(text), text);
	}
	assert.equal(sql('select count(*) from municipality_opinion where application_id = :v1', large)[0][0], '0');
	await officer.get(opinion);
	await officer.submit(opinion, { kommune: '3403', syn: 'for', dato: '15.01.2026', plass: '1', tekst: 'Kommunen vil ha dette.' });
	assert.match(words((await officer.get(opinion)).body), /Støtter søknaden, plass 1 Kommunen vil ha dette\. 15\. januar 2026/);
	await officer.get(opinion);
	await officer.submit(opinion, { kommune: '3403', syn: 'partly', dato: '16.01.2026', plass: '2', tekst: 'Kommunen vil ha det meste.' });
	assert.deepEqual(sql('select stance, rank from municipality_opinion where application_id = :v1', large), [['partly', '2']], 'a correction takes the place of the first');

	const advice = `/utlysninger/${call}/rad`;
	await officer.get(advice);
	assert.equal((await officer.post(advice, { organ: 'finnes-ikke', dato: '', tekst: '' })).status, 422);
	await officer.get(advice);
	await officer.submit(advice, { organ: 'trafikksikkerhetsutvalg', dato: '20.01.2026', tekst: 'Utvalget støtter begge.' });
	const list = words((await officer.get(`/utlysninger/${call}/innstilling`)).body);
	assert.match(list, /Støtter deler av søknaden, plass 2/);
	assert.match(list, /Råd til innstillingen: 1 registrert, ordningen ber om 1/);
	assert.doesNotMatch(await lockPage(), /før du låser/);
	assert.equal((await officer.lock(call)).status, 303);
	assert.doesNotMatch(words((await officer.get(opinion)).body), /Registrer uttalelsen/);
	assert.match(words((await officer.get(advice)).body), /Innstillingen er låst\./);
	sql(`begin; set local session_replication_role = replica; delete from municipality_opinion where application_id = :v1;
		delete from list_advice a using recommendation_list l where l.list_id = a.list_id and l.call_id = :v2; commit;`, large, call);
});
