// rules_history.test.mjs — rules that ask what an applicant has sent and been granted before: two schemes of two units, two years;
// told early, frozen when sent, and shown to the officer with what has changed since.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Applicant, newCall, newOrganisation } from '../lib/applicant.mjs';
import { newScheme, rule } from '../lib/small_scheme.mjs';
import { Staff } from '../lib/staff.mjs';
import { sql, words } from '../lib/visitor.mjs';

const other = newScheme('prove-annen', { unit: 'samfunnsutvikling', title: 'Den andre ordningen' });
const scheme = newScheme('prove-historie', {
	applicants: '<applicant type="voluntary"/><applicant type="person"/>',
	rules: rule('ikke-begge', "t:granted('prove-annen', call-year) = 0", 'Dere kan ikke få fra begge ordningene samme år.', { outcome: 'rejection' })
		+ rule('en-soknad', 't:applications-in-call() = 0', 'Bare én søknad fra hver søker.')
		+ rule('hoyst-tre-ar', "t:granted-years('this') < 3", 'Høyst tre år på rad.')
		+ rule('fjoraret', "t:granted('this', call-year - 1) = 0", 'Fikk dere i fjor, blir dere ikke prioritert.', { kind: 'warning' }),
});

// The only open call of the scheme.
const callOf = (id, year) => {
	sql("update call set closes_at = now() - interval '1 minute', opens_at = now() - interval '9 days' where scheme_id = :'v1' and closes_at > now()", id);
	const call = newCall(id);
	sql('update call set year = :v2, round = 100 + call_id % 900 where call_id = :v1', call, year);
	return call;
};

// A decision that is told, or only made, without the road to it.
const decide = (application, kroner, { told = true } = {}) =>
	sql(`begin; set local session_replication_role = replica;
		insert into decision (application_id, outcome, awarded_ore, reason, decided_by, decided_on, registered_by, state, notified_at)
		select :v1, 'granted', :v2 * 100, 'Godt', u.user_id, current_date, u.user_id,
			case when ${told} then 'notified' else 'decided' end, case when ${told} then now() end
		from app_user u where u.email = 'leder@demo.test';
		update application set state = case when ${told} then 'notified' else 'decided' end where application_id = :v1; commit;`, application, kroner);

const draft = async (person, organisation, id, call) => {
	const application = await person.start(id, organisation, { call });
	const path = `/soknader/${application}/del/tiltaket`;
	assert.equal((await person.fill(path, { tittel: 'Konsert', sum: '50000' })).status, 303);
	return application;
};

const sent = async (person, organisation, id, call) => {
	const application = await draft(person, organisation, id, call);
	assert.equal((await person.send(application)).status, 303);
	return application;
};

const startPage = async (person) => words((await person.get(`/ordninger/${scheme}/start`)).body);
const checkPage = async (person, application) => words((await person.get(`/soknader/${application}/kontroller`)).body);

const world = async () => {
	const person = await Applicant.new();
	const organisation = newOrganisation(person.email);
	return { person, organisation, call: callOf(scheme, 2026) };
};

test('a grant from another unit\'s scheme this year is told before anything is written, and before sending', async () => {
	const { person, organisation, call } = await world();
	const elsewhere = await sent(person, organisation, other, callOf(other, 2026));
	assert.doesNotMatch(await startPage(person), /Dere kan ikke få fra begge/, 'an application is no grant');
	decide(elsewhere, 30000, { told: false });
	assert.doesNotMatch(await startPage(person), /Dere kan ikke få fra begge/, 'a decision whose letter has not gone is not told this way either');
	sql("begin; set local session_replication_role = replica; update decision set state = 'notified', notified_at = now() where application_id = :v1; commit;", elsewhere);
	assert.match(await startPage(person), /Viktig: Dere kan ikke få fra begge ordningene samme år\. Tilskudd fra «Den andre ordningen» i 2026 er 30 000 kr, og må være 0 kr\..*avslag/);
	const application = await draft(person, organisation, scheme, call);
	assert.match(await checkPage(person, application), /Dere kan ikke få fra begge ordningene samme år\./);
	assert.equal((await person.send(application)).status, 303, 'a machine refuses nobody');
});

test('last year\'s grant is a warning, three years in a row a knock-out, and four years with a gap neither', async () => {
	const { person, organisation, call } = await world();
	const application = await draft(person, organisation, scheme, call);
	const grantIn = async (year) => decide(await sent(person, organisation, scheme, callOf(scheme, year)), 20000);
	await grantIn(2025);
	const after = async () => checkPage(person, application);
	assert.match(await after(), /Fikk dere i fjor, blir dere ikke prioritert\. Tilskudd fra denne ordningen i 2025 er 20 000 kr/);
	assert.doesNotMatch(await after(), /Høyst tre år på rad/);
	await grantIn(2024);
	await grantIn(2022);
	assert.doesNotMatch(await after(), /Høyst tre år på rad/, 'two years in a row, and one before a gap');
	await grantIn(2023);
	assert.match(await after(), /Høyst tre år på rad\. Antall år på rad med tilskudd fra denne ordningen er 4, og må være under 3\./);
});

test('one application an applicant and call: the second is told on the start page, another organisation is not', async () => {
	const { person, organisation, call } = await world();
	await sent(person, organisation, scheme, call);
	assert.match(await startPage(person), /Bare én søknad fra hver søker\. Antall andre søknader i samme utlysning er 1, og må være 0\./);
	const stranger = await Applicant.new();
	newOrganisation(stranger.email);
	assert.doesNotMatch(await startPage(stranger), /Bare én søknad/);
	const second = await draft(person, organisation, scheme, call);
	assert.match(await checkPage(person, second), /Bare én søknad fra hver søker\./);
});

test('what was known is frozen with the application; the officer sees it, and what has changed since', async () => {
	const { person, organisation, call } = await world();
	const elsewhere = await sent(person, organisation, other, callOf(other, 2026));
	const application = await sent(person, organisation, scheme, call);
	const [[document]] = sql('select document from application where application_id = :v1', application);
	assert.match(document, /<history><earlier id="\d+" number="[^"]+" same-call="no" scheme="prove-annen" title-nb="Den andre ordningen" title-nn="Den andre ordningen" year="2026">/);

	const officer = await Staff.new({ unit: 'kultur' });
	await officer.declare(application);
	const check = async () => words((await officer.get(`/saker/${application}/formalkontroll`)).body);
	assert.match(await check(), /Dette regnes med fra før.*Den andre ordningen.*2026.*–/);
	assert.match(await check(), /Kontrollert automatisk: oppfylt\. Ikke oppfylt betyr avslag\. Tilskudd fra «Den andre ordningen» i 2026 er 0 kr, og må være 0 kr\./);
	assert.doesNotMatch(await check(), /Endret siden søknaden kom/);
	decide(elsewhere, 45000);
	assert.match(await check(), /Endret siden søknaden kom Søknad \S+ til Den andre ordningen i 2026 er avgjort\. Gitt: 45 000 kr\./);
	assert.match(await check(), /Kontrollert automatisk: oppfylt\. Ikke oppfylt betyr avslag\. Tilskudd fra «Den andre ordningen»/, 'the evidence stays as it was');

	const conflicted = await Staff.new({ unit: 'samfunnsutvikling' });
	await conflicted.declare(elsewhere, { ground: 'Søsteren min leder laget' });
	assert.equal((await conflicted.get(`/saker/${application}/formalkontroll`)).status, 404, 'another unit\'s case is not there');
});

test('a person applies in her own name, once made and then found again', async () => {
	const person = await Applicant.new({ name: 'Solveig Kunstner' });
	const call = callOf(scheme, 2026);
	assert.match(await startPage(person), /Solveig Kunstner I eget navn, som privatperson/);
	const first = await person.start(scheme, { id: 'meg' }, { call });
	const [[kind, orgnr]] = sql('select o.kind, o.orgnr from application a join organisation o using (organisation_id) where application_id = :v1', first);
	assert.deepEqual([kind, orgnr], ['person', '']);
	assert.doesNotMatch(await startPage(person), /som privatperson/);
	const [[id]] = sql('select organisation_id from application where application_id = :v1', first);
	assert.equal(await person.start(scheme, { id }, { call }), first, 'a second start opens the draft there is');
	assert.equal((await person.fill(`/soknader/${first}/del/tiltaket`, { tittel: 'Utstilling', sum: '20000' })).status, 303);
	assert.doesNotMatch(await checkPage(person, first), /Organisasjonsnummer/);
	assert.equal((await person.send(first)).status, 303);
	const page = words((await person.get(`/soknader/${first}`)).body);
	assert.match(page, /Søker Solveig Kunstner/);
	assert.doesNotMatch(page, /\(\)/);
});
