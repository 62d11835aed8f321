// leader_journey.test.mjs — from a locked list to letters that applicants read: declaring, deciding, a body's minutes, sending.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { APPLICANT, LEADER, lockedCall, removeCalls } from '../lib/decision_call.mjs';
import { PASSWORD } from '../lib/visitor.mjs';
import { assertAccessible, assertFits, desk, newPerson, openBrowser, phone } from './browser.mjs';

let browser;
let page;
let made;

async function login(person, email) {
	await person.goto('/logg-inn');
	await person.getByLabel('E-post').fill(email);
	await person.getByLabel('Passord').fill(PASSWORD);
	await person.locator('main').getByRole('button', { name: 'Logg inn' }).click();
	await person.waitForURL((url) => url.pathname !== '/logg-inn');
	await person.goto('/sprak?til=nb&tilbake=/konto');
}

before(async () => {
	made = lockedCall([
		{ applied: 80000, proposed: 80000, outcome: 'grant', title: 'Språkkafé', reason: 'Språkkafeen når mange.' },
		{ applied: 90000, proposed: 60000, outcome: 'partial', title: 'Møteplass', reason: 'Rammen rekker ikke til alt.' },
		{ applied: 70000, proposed: 0, outcome: 'reject', title: 'Utstyr', reason: 'Tiltaket når få.' },
		{ applied: 60000, proposed: 60000, outcome: 'grant', title: 'Fire øyne', proposedBy: LEADER },
		{ applied: 300000, proposed: 250000, outcome: 'partial', title: 'Festival' },
	]);
	browser = await openBrowser();
	page = await newPerson(browser);
	await login(page, LEADER);
});
after(async () => {
	await browser?.close();
	removeCalls();
});

async function look(what) {
	await assertAccessible(page, what);
	await page.setViewportSize(phone);
	await assertFits(page, what);
	await page.setViewportSize(desk);
}

test('what waits stands on one page, and impartiality comes before everything in it', async () => {
	await page.goto('/vedtak');
	await look('what waits');
	await page.locator(`a[href="${made.path}/vedtak"]`).first().click();
	await page.getByRole('heading', { name: 'Er du habil?' }).waitFor();
	assert.equal(await page.getByText('80 000').count(), 0, 'no sum is shown');
	await look('the declarations');
	await page.getByRole('button', { name: 'Send svarene' }).click();
	assert.equal(await page.getByRole('link', { name: /Velg om du er habil eller inhabil\./ }).count(), 5);
	await look('the declarations with mistakes');
	for (const answer of await page.getByLabel('Habil', { exact: true }).all()) {
		await answer.check();
	}
	await page.getByRole('button', { name: 'Send svarene' }).click();
	await page.getByRole('heading', { name: 'Saker du avgjør' }).waitFor();
	await look('the cases to decide');
});

test('the effect is shown first; a departure is explained; then it is decided', async () => {
	await page.getByText('Du har selv foreslått summen. En annen må avgjøre saken.').waitFor();
	const sum = page.getByLabel(`Sum for ${made.numbers[0]}`);
	await sum.fill('70 000');
	await page.getByRole('button', { name: 'Se over vedtaket' }).click();
	await page.getByRole('link', { name: /Skriv hvorfor/ }).click();
	assert.equal(await page.evaluate(() => document.activeElement.id), `avvik-${made.ids[0]}`, 'the summary leads to the field');
	await look('a departure without a reason');
	await page.locator(`#avvik-${made.ids[0]}`).fill('Kostnadene er lavere enn søkeren regnet med.');
	await page.getByRole('button', { name: 'Se over vedtaket' }).click();
	await page.getByText(/Du vedtar 3 saker: 2 delvis innvilget, 1 avslag\. Til sammen 130.000.kr/).waitFor();
	await look('looking over');
	await page.getByRole('button', { name: 'Tilbake og endre' }).click();
	assert.equal(await page.getByLabel(`Sum for ${made.numbers[0]}`).inputValue(), '70 000');
	await page.getByRole('button', { name: 'Se over vedtaket' }).click();
	await page.getByRole('button', { name: 'Gjør vedtak i 3 saker' }).click();
	await page.getByText('3 saker er vedtatt. Søkerne får vite det når brevene er sendt.').waitFor();
	await look('letters to send');
});

test('a body’s decision is registered from its minutes', async () => {
	await page.goto(`${made.path}/vedtak`);
	await page.getByRole('link', { name: 'Hovedutvalg for kultur' }).click();
	await page.getByLabel('Møtedato').fill('2.11.2026');
	await page.getByLabel('Saksnummer i møtet').fill('PS 44/2026');
	await page.getByLabel('Stemmer for').fill('11');
	await look('the minutes');
	await page.getByRole('button', { name: 'Se over vedtaket' }).click();
	await page.getByText('11 for og 0 mot').waitFor();
	await page.getByRole('button', { name: 'Registrer vedtak i 1 sak' }).click();
	await page.getByText('Vedtaket i 1 sak er registrert.').waitFor();
});

test('until the letters are sent the applicant sees nothing; then the answer is there', async () => {
	const applicant = await newPerson(browser, { viewport: phone });
	await login(applicant, APPLICANT);
	assert.equal((await applicant.goto(`/soknader/${made.ids[0]}/brev`)).status(), 404);
	await applicant.goto(`/soknader/${made.ids[0]}`);
	await applicant.getByText('Til vurdering').first().waitFor();

	await page.goto(`${made.path}/brev`);
	await page.getByRole('link', { name: made.numbers[0] }).click();
	await page.getByRole('heading', { name: 'Dere får en del av tilskuddet dere søkte om' }).waitFor();
	await look('a letter before it is sent');
	await page.goto(`${made.path}/brev`);
	await page.getByText('Du sender 4 brev.').waitFor();
	await page.getByRole('button', { name: 'Send 4 brev' }).click();
	await page.getByText('4 brev er sendt.').waitFor();
	await look('no letters left');

	await applicant.goto(`/soknader/${made.ids[0]}`);
	await applicant.locator(`a[href="/soknader/${made.ids[0]}/brev"]`).first().click();
	await applicant.getByText(/Siste dag for å klage/).waitFor();
	await applicant.getByText('Kostnadene er lavere enn søkeren regnet med.').waitFor();
	await assertAccessible(applicant, 'the letter');
	await assertFits(applicant, 'the letter');
});
