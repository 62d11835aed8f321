// public_pages.test.mjs — finding a scheme, logging in and coming back to what was written, as people see it.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { after, before, test } from 'node:test';
import { assertAccessible, assertFits, desk, newPerson, openBrowser, phone } from './browser.mjs';

const PASSWORD = 'Tilskudd-demo-2026';
const sql = (query) =>
	execFileSync('psql', ['-X', '-q', '-A', '-t', '-h', process.env.RUN, '-U', 'postgres', '-d', 'tilskudd', '-c', query], {
		encoding: 'utf8',
	}).trim();

let browser;
before(async () => {
	browser = await openBrowser();
});
after(() => browser?.close());

const paths = ['/', '/ordninger', '/ordninger?sok=finnesikke', '/logg-inn', '/glemt-passord', '/personvern', '/tilgjengelighet',
	'/kontakt', '/tilbakemelding?side=/ordninger', '/finnes-ikke'];

for (const [screen, viewport] of [['a phone', phone], ['a desk', desk]]) {
	test(`public pages fit ${screen} and can be read by everyone`, async () => {
		const page = await newPerson(browser, { viewport });
		const schemes = sql("select '/ordninger/' || scheme_id from scheme where status <> 'ended'").split('\n');
		for (const path of [...paths, ...schemes]) {
			await page.goto(path);
			await assertFits(page, path);
			await assertAccessible(page, path);
			assert.equal(await page.locator('h1').count(), 1, `${path} has one main heading`);
		}
		await page.context().close();
	});
}

test('a scheme is found and read with the keyboard alone, without script', async () => {
	const page = await newPerson(browser, { viewport: phone, script: false });
	await page.goto('/');
	await page.keyboard.press('Tab');
	assert.equal(await page.locator(':focus').innerText(), 'Hopp til innholdet');
	await page.getByRole('searchbox').focus();
	await page.keyboard.type('kultur barn');
	await page.keyboard.press('Enter');
	await page.waitForURL(/\/ordninger\?sok=kultur\+barn/);
	const link = page.locator('.scheme-card a').first();
	const title = await link.innerText();
	await link.focus();
	await page.keyboard.press('Enter');
	await page.waitForURL(/\/ordninger\/[a-z0-9-]+$/);
	assert.equal(await page.locator('h1').innerText(), title);
	await page.context().close();
});

for (const script of [true, false]) {
	test(`what was written when the login ran out is sent after the next one, ${script ? 'with' : 'without'} script`, async () => {
		const page = await newPerson(browser, { script });
		await page.goto('/logg-inn?tilbake=/konto');
		await page.getByLabel('E-post').fill('admin@demo.test');
		await page.getByLabel('Passord').fill(PASSWORD);
		await page.locator('main').getByRole('button', { name: 'Logg inn' }).click();
		await page.waitForURL('**/konto');
		await page.getByLabel('Språk i e-post').selectOption('nn');
		sql("delete from session s using app_user u where u.user_id = s.user_id and u.email = 'admin@demo.test'");
		await page.getByRole('button', { name: 'Lagre språk' }).click();
		await page.getByText('Teksten din er tatt vare på').waitFor();
		if (script) {
			await assertAccessible(page, 'the login with something kept');
		}
		await page.getByLabel('E-post').fill('admin@demo.test');
		await page.getByLabel('Passord').fill(PASSWORD);
		await page.locator('main').getByRole('button', { name: 'Logg inn' }).click();
		if (script) {
			await page.getByRole('button', { name: 'Fortsett der du var' }).waitFor();
			await assertAccessible(page, 'the way on');
		}
		await page.getByRole('button', { name: 'Fortsett der du var' }).click();
		await page.getByText('Språket er lagra.').waitFor();
		await page.getByLabel('Språk i e-post').selectOption('nb');
		await page.getByRole('button', { name: 'Lagre språk' }).click();
		await page.getByText('Språket er lagret.').waitFor();
		await page.context().close();
	});
}

test('a wrong password is told on top, with the way to the field', async () => {
	const page = await newPerson(browser, { viewport: phone });
	await page.goto('/logg-inn');
	await page.getByLabel('E-post').fill('ingen@demo.test');
	await page.getByLabel('Passord').fill('feil passord');
	await page.locator('main').getByRole('button', { name: 'Logg inn' }).click();
	await page.getByRole('alert').waitFor();
	assert.match(await page.title(), /^Feil: /);
	await page.getByRole('alert').getByRole('link').click();
	assert.equal(await page.locator(':focus').getAttribute('id'), 'email');
	assert.equal(await page.getByLabel('Passord').inputValue(), '');
	await assertAccessible(page, 'the login with an error');
	await page.context().close();
});
