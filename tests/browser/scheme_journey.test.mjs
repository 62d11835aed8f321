// scheme_journey.test.mjs — a case officer makes the regional culture fund from a template, without XML, and a leader publishes
// it; then it is changed while applications are under way. What is written, chosen and pressed is counted.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { assertAccessible, assertFits, desk, logIn, newPerson, openBrowser, phone, sql } from './browser.mjs';

const MOST = 120;
const CHANGED = 'in-kulturaktivitet-barn-ungdom';
let browser, officer, leader, id, inputs = 0;

before(async () => {
	browser = await openBrowser();
	officer = await newPerson(browser);
	leader = await newPerson(browser);
	await logIn(officer, 'saksbehandler@demo.test', '/ordningsarbeid');
	await logIn(leader, 'leder@demo.test', '/ordningsarbeid');
});
after(() => browser?.close());

const settled = (page, done) => Promise.all([page.waitForEvent('load'), done()]);
const write = async (field, text) => {
	inputs += 1;
	await field.fill(text);
};
const choose = async (field, value) => {
	inputs += 1;
	await field.selectOption(value);
};
const press = async (page, name, role = 'button') => {
	inputs += 1;
	await settled(page, () => page.getByRole(role, { name, exact: true }).first().click());
};
const open = async (page, name) => {
	inputs += 1;
	await page.locator('summary', { hasText: name }).first().click();
};
const both = async (within, nb, nn) => {
	await write(within.getByLabel('Bokmål').first(), nb);
	await write(within.getByLabel('Nynorsk').first(), nn);
};
const group = (page, name) => page.getByRole('group', { name });
const at = (page, name) => page.locator(`[name="${name}"]`);

test('a new scheme from a template, in both written standards and without XML', async () => {
	const page = officer;
	await press(page, 'Ny ordning', 'link');
	inputs += 1;
	await page.getByLabel('Prosjekttilskudd uten poeng').check();
	await write(page.getByLabel('Navn på bokmål'), 'Regionalt kulturfond for Innlandet');
	await write(page.getByLabel('Navn på nynorsk'), 'Regionalt kulturfond for Innlandet fylke');
	await press(page, 'Lag utkast');
	assert.match(await page.locator('main').innerText(), /6 ting mangler/);
	await assertAccessible(page, 'a new draft');

	await press(page, 'Tekster', 'link');
	await both(group(page, 'Kort om ordningen'), 'Støtte til kultur som mange er med på.', 'Støtte til kultur som mange er med på saman.');
	await both(group(page, 'Formål'), 'Mer aktivitet og deltakelse, og bedre samspill mellom profesjonelle og frivillige.', 'Meir aktivitet og deltaking, og betre samspel mellom profesjonelle og frivillige.');
	await both(group(page, 'Målgruppe'), 'Lag, organisasjoner og kulturaktører i fylket.', 'Lag, organisasjonar og kulturaktørar i fylket.');
	await both(group(page, 'Dette støtter vi ikke'), 'Ordinær drift og innkjøp av utstyr.', 'Ordinær drift og innkjøp av utstyr til eige bruk.');
	await press(page, 'Lagre og fortsett');

	await write(at(page, 'amount/max.1@nok'), '300 000');
	await press(page, 'Lagre og fortsett');
	assert.match(await page.locator('h1').innerText(), /Søknadsskjema/, 'texts, sums and questions come first');
	await press(page, 'Lagre og fortsett');
	await press(page, 'Lagre og fortsett');

	const names = [['kvalitet', 'Kunstnerisk og kulturell kvalitet', 'Kunstnarleg og kulturell kvalitet'], ['gjennomforing', 'Samspill mellom profesjonelle og frivillige', 'Samspel mellom profesjonelle og frivillige'], ['virkning', 'Aktivitet og deltakelse', 'Aktivitet og deltaking']];
	for (const [id, nb, nn] of names) {
		await write(at(page, `criteria/criterion:${id}=nb`), nb);
		await write(at(page, `criteria/criterion:${id}=nn`), nn);
	}
	assert.equal(await at(page, 'criteria@method').inputValue(), 'overall', 'assessed without marks');
	await press(page, 'Lagre og fortsett');
	await press(page, 'Lagre og fortsett');

	await write(at(page, 'workflow/decision@up-to'), '100 000');
	await open(page, 'Nytt nivå');
	await choose(at(page, 'workflow/decision+1@body'), 'hovedutvalg-kultur');
	await press(page, 'Lagre');
	await press(page, 'Til oversikten', 'link');

	await press(page, 'Søknadsskjema', 'link');
	inputs += 1;
	await settled(page, () => page.locator('a', { hasText: 'Nytt spørsmål' }).first().click());
	await choose(page.getByLabel('Type svar'), 'multi-choice');
	await both(group(page, 'Spørsmålet'), 'Hvem samarbeider dere med?', 'Kven samarbeider de med?');
	await open(page, 'Nytt svaralternativ');
	for (const [i, [nb, nn]] of [['Frivillige lag', 'Frivillige lag'], ['Profesjonelle kunstnere', 'Profesjonelle kunstnarar'], ['Kommuner', 'Kommunar']].entries()) {
		await write(page.locator(`[name$="/option+${i + 1}=nb"]`), nb);
		await write(page.locator(`[name$="/option+${i + 1}=nn"]`), nn);
	}
	inputs += 1;
	await page.getByLabel('kriteriet «Samspill mellom profesjonelle og frivillige»').check();
	await press(page, 'Legg til spørsmålet');
	assert.match(await page.locator('main').innerText(), /Hvem samarbeider dere med\?/);
	await press(page, 'Til oversikten', 'link');
	assert.match(await page.locator('main').innerText(), /Alt er på plass/);
});

test('it is seen as applicants and case officers will see it', async () => {
	const page = officer;
	const draft = new URL(page.url()).pathname;
	await page.goto(`${draft}/forhandsvis`);
	assert.match(await page.locator('main').innerText(), /Hvem samarbeider dere med\?[^]*Profesjonelle kunstnere/);
	await settled(page, () => page.getByRole('button', { name: 'Prøv svarene' }).last().click());
	assert.ok(await page.locator('.ds-error-summary a').count() > 3, 'what is missing is told as to an applicant');
	await assertAccessible(page, 'a draft tried as an applicant');
	await page.goto(`${draft}/forhandsvis?som=saksbehandler`);
	assert.match(await page.locator('main').innerText(), /Kunstnerisk og kulturell kvalitet[^]*Ordningen har ikke poeng/);
	await page.goto(draft);
});

test('one proposes, another approves, and everyone can read it', async () => {
	await press(officer, 'Se endringene og foreslå publisering', 'link');
	await write(officer.getByLabel('Hvorfor lager dere ordningen?'), 'Vedtatt i fylkestinget 13. juni.');
	await press(officer, 'Foreslå publisering');
	assert.equal(await officer.getByRole('button', { name: 'Godkjenn og publiser' }).count(), 0);
	await leader.goto(new URL(officer.url()).pathname);
	await assertAccessible(leader, 'a proposal');
	await press(leader, 'Godkjenn og publiser');
	assert.match(await leader.locator('main').innerText(), /Publisert som utgave 1/);
	id = /ordning\/([a-z0-9-]+)$/.exec(new URL(leader.url()).pathname)[1];
	const levels = sql(`select string_agg(m[1], ';') from scheme_in_force join scheme_version using (version_hash, scheme_id),
		regexp_matches(document, '<decision([^>]*)/>', 'g') m where scheme_id = '${id}'`);
	assert.equal(levels, 'up-to="100000"; body="hovedutvalg-kultur"');
});

test('the call is written in forms as well, and it is open when another has approved it', async () => {
	const page = officer;
	await page.goto(`/ordningsarbeid/ordning/${id}`);
	await press(page, 'Lag eller endre utlysninger');
	await assertAccessible(page, 'a draft of calls');
	await press(page, 'Ny utlysning', 'link');
	await write(at(page, 'call+1@year'), '2031');
	await choose(at(page, 'call+1@kind'), 'fixed');
	await write(at(page, 'call+1@opens'), '01.01.2026');
	await write(at(page, 'call+1@closes'), '01.03.2031 12:00');
	await write(at(page, 'call+1/frame@nok'), '4 500 000');
	await write(at(page, 'call+1/answer@by'), '01.06.2031');
	await press(page, 'Lagre og gå tilbake');
	assert.match(await page.locator('main').innerText(), /Alt er på plass/);
	await press(page, 'Se endringene og foreslå publisering', 'link');
	assert.match(await page.locator('main').innerText(), /Frist: 1\. mars 2031 kl\. 12\.00\.[^]*Ramme: 4.500.000.kr\./);
	await write(page.getByLabel('Hvorfor blir utlysningene endret?'), 'Første utlysning av fondet.');
	await press(page, 'Foreslå publisering');
	assert.equal(await page.getByRole('button', { name: 'Godkjenn og publiser' }).count(), 0);
	await leader.goto(new URL(page.url()).pathname);
	await assertAccessible(leader, 'a proposal of calls');
	await press(leader, 'Godkjenn og publiser');
	assert.match(await leader.locator('main').innerText(), /Utlysningene er publisert[^]*Åpen for søknader/);
	assert.ok(inputs <= MOST, `${inputs} inputs`);
	console.log(`# ${inputs} inputs`);
	for (const paper of ['skjema.pdf', 'informasjonsark.pdf']) {
		const answer = await leader.request.get(`/ordninger/${id}/${paper}`);
		assert.equal(answer.status(), 200, paper);
		assert.equal((await answer.body()).subarray(0, 5).toString(), '%PDF-', paper);
		assert.equal(await leader.locator(`a[href="/ordninger/${id}/${paper}"]`).count(), 1, `${paper} is linked`);
	}
	for (const [lang, text] of [['nb', 'Støtte til kultur som mange er med på.'], ['nn', 'Støtte til kultur som mange er med på saman.']]) {
		await leader.goto(`/sprak?til=${lang}&tilbake=/ordninger/${id}`);
		assert.ok((await leader.locator('main').innerText()).includes(text), lang);
		assert.equal(await leader.getByRole('heading', { name: /(Åpen|Open) for søknad/ }).count(), 1);
	}
	await leader.goto('/sprak?til=nb&tilbake=/ordningsarbeid');
});

test('stricter limits in an open call are warned of, with how many they reach', async () => {
	const page = officer;
	const counts = sql(`select count(*) filter (where a.state = 'draft') || ' ' || count(*) filter (where a.state <> 'draft')
		from application a join call c using (call_id) where c.scheme_id = '${CHANGED}' and c.closes_at > now()`).split(' ').map(Number);
	await page.goto(`/ordningsarbeid/ordning/${CHANGED}`);
	await press(page, 'Endre ordningen');
	await press(page, 'Hvem kan søke', 'link');
	await open(page, 'Nytt krav');
	await choose(at(page, 'eligibility/rule+1@kind'), 'knock-out');
	await choose(at(page, 'eligibility/rule+1@outcome'), 'rejection');
	await choose(at(page, 'eligibility/rule+1@judged-by'), 'officer');
	await write(at(page, 'eligibility/rule+1/reason=nb'), 'Tiltaket må være åpent for alle barn i kommunen.');
	await write(at(page, 'eligibility/rule+1/reason=nn'), 'Tiltaket må vere ope for alle barn i kommunen.');
	await press(page, 'Lagre');
	await press(page, 'Til oversikten', 'link');
	await page.goto(`${new URL(page.url()).pathname}/foresla`);
	const told = await page.locator('main').innerText();
	assert.match(told, /Strengere krav\.[^]*ulikt/);
	assert.match(told, new RegExp(`Utkast i dem\\s+${counts[0]}\\b`));
	assert.match(told, /Prøvd på søknader fra før[^]*Gitt i alt/);
	assert.ok(await page.getByLabel('Fra neste utlysning').isChecked(), 'those who apply now keep their rules unless somebody says otherwise');
	await assertAccessible(page, 'a change with its warning');
	await page.setViewportSize(phone);
	await assertFits(page, 'a change with its warning');
});

test('less money in an open call is warned of, and its deadline can’t be moved forward', async () => {
	const page = officer;
	await page.setViewportSize(desk);
	await page.goto(`/ordningsarbeid/ordning/${id}`);
	await press(page, 'Lag eller endre utlysninger');
	await page.getByRole('link', { name: 'Utlysning 2031' }).click();
	await at(page, 'call@closes').fill('01.02.2031');
	await press(page, 'Lagre');
	assert.match(await page.locator('main').innerText(), /fristen kan ikke flyttes fram/i);
	await at(page, 'call@closes').fill('01.03.2031 12:00');
	await at(page, 'call/frame@nok').fill('4 000 000');
	await press(page, 'Lagre og gå tilbake');
	await press(page, 'Se endringene og foreslå publisering', 'link');
	assert.match(await page.locator('main').innerText(), /Likebehandling taler for å vente[^]*Ramme: 4.000.000.kr\. Før: 4.500.000.kr\.\s*Strengere/);
	await assertAccessible(page, 'a change of calls with its warning');
});
