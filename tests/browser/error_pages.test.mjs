// error_pages.test.mjs — the pages nginx shows when ours cannot, as people see them.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { assertAccessible, assertFits, newPerson, openBrowser, phone } from './browser.mjs';

let browser;
before(async () => {
	browser = await openBrowser();
});
after(() => browser?.close());

for (const script of [true, false]) {
	test(`a file that is not there is told kindly, on a phone ${script ? 'with' : 'without'} script`, async () => {
		const page = await newPerson(browser, { viewport: phone, script });
		const answer = await page.goto('/assets/css/finnes-ikke.css');
		assert.equal(answer.status(), 404);
		assert.equal(await page.locator('h1').innerText(), 'Fant ikke siden');
		assert.equal(await page.locator('html').getAttribute('lang'), 'nb');
		if (script) {
			await assertFits(page, 'the error page');
			await assertAccessible(page, 'the error page');
		}
		await page.getByRole('link', { name: 'Til forsiden' }).focus();
		await page.context().close();
	});
}
