// officer_journey.test.mjs — from the list of cases to a locked recommendation, as an officer does it, with script.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { assertAccessible, assertFits, desk, newPerson, openBrowser, phone } from './browser.mjs';

const PASSWORD = 'Tilskudd-demo-2026';

let browser;
let page;
let call;

before(async () => {
	browser = await openBrowser();
	page = await newPerson(browser);
	await page.goto('/logg-inn?tilbake=/saker');
	await page.getByLabel('E-post').fill('saksbehandler@demo.test');
	await page.getByLabel('Passord').fill(PASSWORD);
	await page.locator('main').getByRole('button', { name: 'Logg inn' }).click();
	await page.waitForURL('**/saker');
});
after(() => browser?.close());

// Looks at the page as axe and a phone see it, and goes on as before.
async function look(what) {
	await assertAccessible(page, what);
	await page.setViewportSize(phone);
	await assertFits(page, what);
	await page.setViewportSize(desk);
}

// The addresses of the cases of the call that stand in a state.
async function cases(state) {
	await page.goto(`/saker?utlysning=${call}&status=${state}`);
	return page.locator('table[data-keys] tbody th a').evaluateAll((links) => links.map((a) => a.getAttribute('href')));
}

test('the list tells what waits and never shows a draft', async () => {
	assert.equal(await page.locator('h1').innerText(), 'Saker');
	await look('the list of cases');
	const [first] = await page.locator('table').first().locator('tbody th a').evaluateAll((a) => a.map((x) => x.getAttribute('href')));
	call = new URL(first, 'http://x').searchParams.get('utlysning');
	assert.ok((await cases('submitted')).length >= 3, 'the newest call has applications to begin with');
	assert.equal(await page.getByText('Utkast').count(), 0);
	await page.getByRole('searchbox').fill('finnes ikke her');
	await page.getByRole('button', { name: 'Søk', exact: true }).click();
	await page.getByText('Ingen søknader passer til det du valgte').waitFor();
	await look('an empty list');
});

test('nothing in a case is read before the declaration', async () => {
	const [first] = await cases('submitted');
	await page.goto(`${first}/vurdering`);
	assert.equal(await page.getByText('Kostnader').count(), 0);
	await page.goto(first);
	await page.getByRole('heading', { name: /Er du habil i sak/ }).waitFor();
	assert.equal(await page.getByText('Kostnader').count(), 0, 'the budget is not shown');
	await look('the declaration');
	await page.getByRole('button', { name: 'Send svaret' }).click();
	await page.getByRole('link', { name: 'Velg om du er habil eller inhabil.' }).waitFor();
	await look('the declaration with a mistake');
	await page.getByLabel('Jeg er inhabil').check();
	await page.getByRole('button', { name: 'Send svaret' }).click();
	await page.getByRole('link', { name: 'Skriv kort hvorfor du er inhabil.' }).waitFor();
	await page.getByLabel(/Hvorfor er du inhabil/).fill('Søsteren min er styreleder.');
	await page.getByRole('button', { name: 'Send svaret' }).click();
	await page.getByRole('heading', { name: 'Du er inhabil i saken' }).waitFor();
	await look('a case one is cut off from');
	await page.goto(`/saker?utlysning=${call}`);
	assert.equal(await page.getByText('Du er inhabil i saken').count(), 1);
	assert.equal((await page.goto(`${first}/formalkontroll`)).status(), 404);
});

test('the formal check goes through the rules of the scheme', async () => {
	for (const path of await cases('submitted')) {
		await page.goto(path);
		if ((await page.getByRole('heading', { name: 'Du er inhabil i saken' }).count()) > 0) {
			continue;
		}
		await page.getByLabel('Jeg er habil').check();
		await page.getByRole('button', { name: 'Send svaret' }).click();
		await page.getByRole('link', { name: 'Gjør formalkontrollen' }).waitFor();
	}
	const [dismissed, ...complete] = await cases('formal_check');
	await page.goto(`${dismissed}/formalkontroll`);
	await look('the formal check');
	await page.getByLabel('Foreslås avvist, blir ikke vurdert').check();
	await page.getByRole('button', { name: 'Registrer formalkontrollen' }).click();
	await page.getByRole('link', { name: /Skriv hvorfor søknaden bør avvises/ }).waitFor();
	await look('the formal check with a mistake');
	await page.getByLabel(/Begrunnelse for avvisning/).fill('Tiltaket er allerede gjennomført.');
	await page.getByRole('button', { name: 'Registrer formalkontrollen' }).click();
	await page.getByText('Formalkontrollen er registrert.').waitFor();
	await look('a case after the formal check');
	for (const path of complete) {
		await page.goto(`${path}/formalkontroll`);
		for (const yes of await page.getByLabel('Oppfylt', { exact: true }).all()) {
			await yes.check();
		}
		await page.getByLabel('I orden, går videre til vurdering').check();
		await page.getByRole('button', { name: 'Registrer formalkontrollen' }).click();
		await page.getByText('Formalkontrollen er registrert.').waitFor();
	}
});

test('the assessment gives marks with reasons and a total that is explained', async () => {
	for (const [i, path] of (await cases('assessing')).entries()) {
		await page.goto(`${path}/vurdering`);
		if (i === 0) {
			await page.getByRole('button', { name: 'Lagre og gjør ferdig' }).click();
			await page.getByRole('heading', { name: /^Feil:/ }).waitFor();
			await look('a score sheet with mistakes');
		}
		for (const criterion of await page.locator('.criterion').all()) {
			await criterion.getByLabel(String(5 - i), { exact: true }).check();
			await criterion.getByLabel('Begrunnelse').fill('Tydelig og gjennomførbart.');
		}
		await page.getByRole('button', { name: 'Lagre og gjør ferdig' }).click();
		await page.getByText('Vurderingen er ferdig.').waitFor();
		if (i === 0) {
			await page.getByText('Sum: 100 av 100 poeng').waitFor();
			await look('an assessed case');
		}
	}
});

test('a list may pass the frame while it is open and cannot be locked then', async () => {
	await page.goto(`/utlysninger/${call}/innstilling`);
	await look('the list before anything is proposed');
	const rows = await page.locator('form table tbody tr').all();
	assert.ok(rows.length >= 2);
	for (const row of rows) {
		const applied = (await row.locator('td.num').last().innerText()).replaceAll(/\D/g, '');
		const dismissal = (await row.locator('select').inputValue()) === 'dismiss';
		if (!dismissal) {
			await row.locator('select').selectOption('grant');
			await row.locator('input.money').fill(applied);
			await row.locator('textarea').fill('Et godt tiltak.');
		}
	}
	await page.getByRole('button', { name: 'Lagre innstillingen' }).click();
	await page.getByText('Innstillingen er lagret.').waitFor();
	await look('a saved list');
	await page.getByRole('link', { name: 'Lås innstillingen' }).click();
	await page.getByRole('heading', { name: 'Dette må ordnes først' }).waitFor();
	await look('a list that cannot be locked');
	// One case of the call is hidden from this officer, so a colleague would have to lock it.
	await page.getByText('Du er inhabil i en eller flere av sakene på listen').waitFor();
});

test('the list is a PDF, for those who may read every case in it', async () => {
	const path = `/utlysninger/${call}/innstilling.pdf`;
	assert.equal((await page.request.get(path)).status(), 404, 'cut off from one case, cut off from the paper');
	const colleague = await newPerson(browser);
	await colleague.goto('/logg-inn?tilbake=/saker');
	await colleague.getByLabel('E-post').fill('saksbehandler2@demo.test');
	await colleague.getByLabel('Passord').fill(PASSWORD);
	await colleague.locator('main').getByRole('button', { name: 'Logg inn' }).click();
	await colleague.waitForURL('**/saker');
	assert.equal((await colleague.request.get(path)).status(), 404, 'nothing of a case before the declaration in it');
	await colleague.goto(`/utlysninger/${call}/innstilling`);
	await colleague.getByText(/^Meld fra om habilitet i de \d+ sakene som er merket/).waitFor();
	assert.equal(await colleague.getByRole('link', { name: 'Åpne som PDF' }).count(), 0);
	const links = colleague.locator('form table tbody th a');
	for (const address of await links.evaluateAll((all) => all.map((a) => a.getAttribute('href')))) {
		await colleague.goto(address);
		await colleague.getByLabel('Jeg er habil').check();
		await colleague.getByRole('button', { name: 'Send svaret' }).click();
		await colleague.getByRole('heading', { name: /Er du habil/ }).waitFor({ state: 'detached' });
	}
	await colleague.goto(`/utlysninger/${call}/innstilling`);
	await colleague.getByRole('link', { name: 'Åpne som PDF' }).waitFor();
	const answer = await colleague.request.get(path);
	assert.equal(answer.status(), 200);
	assert.equal(answer.headers()['content-type'], 'application/pdf');
	assert.equal((await answer.body()).subarray(0, 5).toString(), '%PDF-');
	await colleague.context().close();
});

test('no page complained', () => {
	const serious = page.complaints.filter((line) => !/status of (404|409|422)/.test(line));
	assert.deepEqual(serious, []);
});
