// politician_journey.test.mjs — from the committee's page to an evaluation on screen and on paper, and the leader who publishes one.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { assertAccessible, assertFits, assertNoPushing, desk, logIn, newPerson, openBrowser, phone, textOfPdf } from './browser.mjs';

let browser;
before(async () => {
	browser = await openBrowser();
});
after(() => browser?.close());

async function look(page, what) {
	await assertAccessible(page, what);
	await page.setViewportSize(phone);
	await assertFits(page, what);
	await assertAccessible(page, `${what} on a phone`);
	await page.setViewportSize(desk);
	assert.deepEqual(page.complaints, [], what);
}

const pdfBehind = async (page, link) => {
	const answer = await page.request.get(await link.getAttribute('href'));
	assert.equal(answer.headers()['content-type'], 'application/pdf');
	return textOfPdf(await answer.body());
};

test('a politician finds what waits for the committee and reads the recommendation', async () => {
	const page = await newPerson(browser);
	await logIn(page, 'politiker@demo.test', '/utvalg');
	assert.equal(await page.locator('h1').innerText(), 'Hovedutvalg for kultur');
	await look(page, 'the committee\'s page');
	const links = page.locator('#decided-title ~ .scroll a');
	assert.ok((await links.count()) > 0);
	assert.match(await pdfBehind(page, links.first()), /Innstilling/);
	await page.context().close();
});

test('from there to an evaluation: findings first, a chart and its numbers, and the same on paper', async () => {
	const page = await newPerson(browser);
	await logIn(page, 'politiker@demo.test', '/utvalg');
	await page.locator('section', { has: page.locator('#new-title') }).locator('h3 a').first().click();
	await page.locator('article.doc h1').waitFor();
	assert.match(await page.title(), /^Evaluering \d{4}: /);
	await look(page, 'an evaluation');
	const headings = await page.locator('article.doc h2').allInnerTexts();
	assert.deepEqual([headings[0], headings[2], headings.at(-1)], ['Det viktigste', 'Tallene', 'Slik er tallene regnet ut']);
	const findings = await page.locator('.doc-finding').allInnerTexts();
	assert.ok(findings.length >= 3 && findings.length <= 5);

	const numbers = page.locator('figure details').first();
	assert.equal(await numbers.locator('table').isVisible(), false);
	await numbers.locator('summary').press('Enter');
	assert.equal(await numbers.locator('table').isVisible(), true);
	await page.setViewportSize(phone);
	assert.deepEqual(await page.locator('figure').first().locator('svg').evaluateAll((all) => all.map((svg) => svg.checkVisibility())), [false, true]);
	await page.setViewportSize(desk);
	assert.deepEqual(await page.locator('figure').first().locator('svg').evaluateAll((all) => all.map((svg) => svg.checkVisibility())), [true, false]);

	const paper = await pdfBehind(page, page.getByRole('link', { name: 'Åpne som PDF' }));
	for (const finding of findings) {
		assert.ok(paper.replace(/[\s\u00a0]+/g, '').includes(finding.replace(/[\s\u00a0]+/g, '')), finding);
	}
	await page.context().close();
});

test('on a phone the rows of a wide table are cards, and the table is still one', async () => {
	const page = await newPerson(browser, { viewport: phone });
	await page.goto('/evaluering');
	await page.locator('.papers h3 a').first().click();
	const table = page.getByRole('table', { name: 'Penger', exact: true });
	await table.waitFor();
	assert.deepEqual((await table.getByRole('columnheader').allTextContents()).slice(-1), ['Endring']);
	const row = table.getByRole('row').filter({ has: page.getByRole('rowheader', { name: 'Søkt om' }) });
	const cells = row.getByRole('cell');
	assert.equal(await cells.count(), 3);
	assert.match(await cells.last().evaluate((cell) => getComputedStyle(cell, '::before').content), /Endring/);
	assert.equal(await row.evaluate((tr) => getComputedStyle(tr).display), 'flex');
	await assertNoPushing(page, 'an evaluation on a phone');
	await page.setViewportSize(desk);
	assert.equal(await row.evaluate((tr) => getComputedStyle(tr).display), 'table-row');
	await page.context().close();
});

test('no login and no script are needed to read one', async () => {
	const page = await newPerson(browser, { script: false, viewport: phone });
	await page.goto('/evaluering');
	await page.locator('.papers h3 a').first().click();
	await page.locator('article.doc h1').waitFor();
	await assertFits(page, 'an evaluation without script');
	const csv = await page.request.get(await page.getByRole('link', { name: /CSV/ }).getAttribute('href'));
	assert.match(csv.headers()['content-disposition'], /^attachment; filename="evaluering-/);
	await page.context().close();
});

test('a leader sees the effect and all the figures before publishing', async () => {
	const page = await newPerson(browser);
	await logIn(page, 'leder.samfunn@demo.test', '/evaluering/publiser');
	await look(page, 'what can be published');
	await page.getByRole('link', { name: /^(Les og publiser)/ }).first().click();
	await page.locator('#effect-title').waitFor();
	await look(page, 'an evaluation before it is published');
	const button = await page.locator('main form button').boundingBox();
	const figures = await page.locator('article.doc').boundingBox();
	assert.ok(button.y < figures.y, 'what happens is told before the figures');
	assert.match(await page.locator('.panel').innerText(), /kan ikk(j)?e endr(ast|es) etterpå/);
	await page.context().close();
});
