// rows.test.mjs — questions in rows with script: added, filled in, removed and brought back, with the keyboard alone, and saved by itself.
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { stored } from '../lib/applicant.mjs';
import { forgetFields, publishFields, rowsDraft } from '../lib/field_scheme.mjs';
import { sql, PASSWORD } from '../lib/visitor.mjs';
import { assertAccessible, assertFits, newPerson, openBrowser, phone } from './browser.mjs';

publishFields();
forgetFields();
const browser = await openBrowser();
after(() => browser.close());

async function open(options = {}) {
	const { person, id, path } = await rowsDraft();
	const page = await newPerson(browser, options);
	await page.goto('/logg-inn');
	await page.fill('#email', person.email);
	await page.fill('#password', PASSWORD);
	await page.click('main button');
	await page.waitForURL('**/soknader');
	await page.goto(path);
	return { page, id, group: page.locator('#f-aktiviteter') };
}

const saved = (page) => page.locator('[data-autosave-state]', { hasText: /^Lagret kl\. \d\d\.\d\d$/ }).waitFor();
const forget = (page) => page.evaluate(() => (document.querySelector('[data-autosave-state]').textContent = ''));
const rows = (id) => sql("select value from draft_answer where application_id = :v1 and path like 'aktiviteter.%.hva' order by path", id).map(([value]) => value);
const focused = (page) => page.evaluate(() => document.activeElement.name ?? '');

test('a row is added, filled in, removed and brought back with the keyboard alone', async () => {
	const { page, id, group } = await open();
	const first = group.getByLabel('Hva?');
	await first.focus();
	await page.keyboard.type('Kurs');
	await group.getByRole('button', { name: 'Legg til aktivitet' }).focus();
	await page.keyboard.press('Enter');
	assert.equal(await group.locator('[data-row]').count(), 2);
	assert.match(await focused(page), /^aktiviteter\.r[a-z0-9]{13}\.hva$/, 'the new row is ready to be written in');
	await page.keyboard.type('Tur');
	assert.match(await group.locator('[data-row-said]').textContent(), /Aktivitet 2 er lagt til/);
	await saved(page);
	assert.deepEqual(rows(id), ['Kurs', 'Tur']);
	await assertAccessible(page, 'two rows');

	// Gone, and at once as it was.
	await forget(page);
	await group.getByRole('button', { name: 'Fjern Aktivitet 1' }).focus();
	await page.keyboard.press('Enter');
	assert.equal(await group.locator('[data-row]').count(), 1);
	assert.match(await group.locator('[data-row-said]').textContent(), /Aktivitet 1 er fjernet/);
	await saved(page);
	assert.deepEqual(rows(id), ['Tur']);
	await forget(page);
	await group.getByRole('button', { name: 'Angre fjerningen' }).focus();
	await page.keyboard.press('Enter');
	assert.deepEqual(await group.locator('input[name$=".hva"]').evaluateAll((all) => all.map((input) => input.value)), ['Kurs', 'Tur'], 'in its old place');
	assert.match(await focused(page), /\.hva$/);
	assert.equal(await group.getByRole('button', { name: 'Angre fjerningen' }).isVisible(), false);
	await saved(page);
	assert.deepEqual(rows(id), ['Kurs', 'Tur']);
	await page.reload();
	assert.equal(await group.locator('[data-row]').count(), 2);
	assert.deepEqual(page.complaints, []);
});

test('there is no more room than the scheme gives, and it fits a phone', async () => {
	const { page, id, group } = await open({ viewport: phone });
	const add = group.getByRole('button', { name: 'Legg til aktivitet' });
	for (let i = 0; i < 2; i++) {
		await add.click();
	}
	assert.equal(await group.locator('[data-row]').count(), 3);
	assert.equal(await add.isVisible(), false);
	await group.getByRole('button', { name: 'Fjern Aktivitet 2' }).click();
	assert.equal(await add.isVisible(), true);
	assert.equal(await group.getByRole('button', { name: 'Angre fjerningen' }).isVisible(), true);
	await add.click();
	assert.equal(await group.getByRole('button', { name: 'Angre fjerningen' }).isVisible(), false, 'no room to bring it back to');
	await assertFits(page, 'rows on a phone');
	await group.getByLabel('Kostnad', { exact: true }).first().fill('1 500');
	await group.getByLabel('Deltakere').first().fill('3');
	await group.getByLabel('Hva?').first().fill('Leir');
	await page.getByRole('button', { name: 'Lagre og gå til oversikten' }).click();
	await page.waitForURL(`**/soknader/${id}`);
	assert.equal(stored(id, 'i-alt'), '1500');
	await page.goBack();
	await page.reload();
	await page.getByText('500 kr', { exact: true }).waitFor();
	assert.deepEqual(page.complaints, []);
});

test('a condition inside a row follows its own row', async () => {
	const { page, group } = await open();
	await group.getByRole('button', { name: 'Legg til aktivitet' }).click();
	const second = group.locator('[data-row]').nth(1);
	await second.getByLabel('Stor', { exact: true }).check();
	assert.equal(await second.getByLabel('Hvorfor så stor?').isVisible(), true);
	assert.equal(await group.locator('[data-row]').first().getByLabel('Hvorfor så stor?').isVisible(), false);
});

test('what is worked out follows while one types, in rows that are added too', async () => {
	const { page, id, group } = await open({ viewport: phone });
	const total = page.locator('output[data-calculated="i-alt"]');
	assert.match(await total.textContent(), /^Regnes ut når/);
	assert.equal(await page.getByRole('button', { name: 'Regn ut nå' }).count(), 0, 'no button is needed');
	await group.getByLabel('Kostnad', { exact: true }).fill('kr 1 500');
	await group.getByLabel('Deltakere').pressSequentially('3');
	await page.getByText('500 kr', { exact: true }).waitFor();
	assert.equal(await total.textContent(), '1\u00a0500\u00a0kr');
	assert.equal(stored(id, 'i-alt'), '1500');

	await group.getByRole('button', { name: 'Legg til aktivitet' }).click();
	const second = group.locator('[data-row]').nth(1);
	assert.equal(await second.getByRole('button', { name: 'Regn ut nå' }).count(), 0);
	await second.getByLabel('Kostnad', { exact: true }).fill('9000');
	await second.getByLabel('Deltakere').fill('9');
	await second.getByText('1\u00a0000\u00a0kr', { exact: true }).waitFor();
	assert.equal(await total.textContent(), '10\u00a0500\u00a0kr');

	// What can't be worked out any longer says so.
	await second.getByLabel('Deltakere').fill('');
	await second.getByText('Regnes ut når dere har svart på det den bygger på.').waitFor();
	await assertAccessible(page, 'worked out');
	await assertFits(page, 'worked out');
	assert.deepEqual(page.complaints, []);
});

test('without script a button works it out, and leads back to it', async () => {
	const { page, id, group } = await open({ script: false });
	// The keyboard does it: a click waits for frames, which do not come without script.
	await group.getByLabel('Kostnad', { exact: true }).fill('1500');
	await group.getByLabel('Deltakere').fill('3');
	await page.getByRole('button', { name: 'Regn ut nå Aktivitetene i alt' }).press('Enter');
	await page.waitForURL(`**/soknader/${id}/del/mer#f-i-alt`);
	assert.equal(await page.locator('#f-i-alt').textContent(), '1\u00a0500\u00a0kr');
	await page.getByRole('button', { name: 'Regn ut nå Kostnad per deltaker' }).press('Enter');
	await page.waitForURL(/#f-aktiviteter\.r\w+\.per-deltaker$/);
	assert.equal(await page.getByText('500 kr', { exact: true }).count(), 1);
	await assertAccessible(page, 'worked out without script');
});

test('why it is not saved is said, and the text stays', async () => {
	const { page, id, group } = await open();
	const told = (words) => page.locator('[data-autosave-state].is-wrong', { hasText: words }).waitFor();
	await group.getByLabel('Hva?').fill('Mitt');
	await saved(page);
	// Another window saves the same answer.
	sql("update draft_answer set value = 'Deres', version = version + 1 where application_id = :v1 and path like 'aktiviteter.%.hva'", id);
	sql('update application set version = version + 1 where application_id = :v1', id);
	await group.getByLabel('Hva?').fill('Mitt eget');
	await told(/endret i et annet vindu/);
	assert.equal(await group.getByLabel('Hva?').inputValue(), 'Mitt eget');
	// The login has ended.
	await page.context().clearCookies();
	await group.getByLabel('Hva?').fill('Mitt eget ord');
	await told(/Du er logget ut/);
	// And the net is gone.
	await page.context().setOffline(true);
	await group.getByLabel('Hva?').fill('Mitt eget ord igjen');
	await told(/Ikke lagret siden kl/);
	assert.equal(await group.getByLabel('Hva?').inputValue(), 'Mitt eget ord igjen');
});
