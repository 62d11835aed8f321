// readme_pictures.test.mjs — the README's pictures, one page of each journey. They are kept when PICTURES names a folder:
// PICTURES=assets/img/journey tests/run browser readme_pictures
import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { after, before, test } from 'node:test';
import { newPerson, openBrowser } from './browser.mjs';

const SMALL = 120 * 1024;
const folder = process.env.PICTURES && resolve(process.env.PICTURES);
const screen = { width: 1000, height: 660 };
const hand = { width: 390, height: 800 };

let browser;
before(async () => {
	browser = await openBrowser();
});
after(() => browser?.close());

async function person(email, { viewport = screen } = {}) {
	const page = await newPerson(browser, { viewport });
	if (email) {
		await page.goto('/logg-inn');
		await page.getByLabel('E-post').fill(email);
		await page.getByLabel('Passord').fill('Tilskudd-demo-2026');
		await page.locator('main').getByRole('button', { name: 'Logg inn' }).click();
		await page.waitForURL((url) => url.pathname !== '/logg-inn');
	}
	return page;
}

// As much of the page as a screen holds, from a little above the element: the picture tells of one thing.
async function picture(page, name, from, above = 76) {
	const { width, height } = page.viewportSize();
	const y = Math.max(0, Math.floor((await from.boundingBox()).y + (await page.evaluate(() => window.scrollY))) - above);
	const png = await page.screenshot({ animations: 'disabled', fullPage: true, clip: { x: 0, y, width, height } });
	assert.ok(png.length > 8 * 1024, `${name} shows something`);
	assert.ok(png.length <= SMALL, `${name} is ${png.length} bytes, more than a README should hold`);
	if (folder) {
		mkdirSync(folder, { recursive: true });
		writeFileSync(join(folder, name), png);
	}
}

const hrefs = (page, pattern) =>
	page.locator('main a').evaluateAll((links, source) => links.map((a) => a.getAttribute('href')).filter((href) => new RegExp(source).test(href)), pattern.source);

// Goes to the page of these that has most to fill in, or else most to read.
async function longest(page, paths) {
	const weights = [];
	for (const path of new Set(paths)) {
		await page.goto(path);
		weights.push([(await page.locator('main tbody input:enabled').count()) * 1000 + (await page.locator('main tbody tr').count()), path]);
	}
	assert.ok(weights.length > 0, 'there is a page to look at');
	await page.goto(weights.sort(([a], [b]) => b - a)[0][1]);
}

test('a volunteer reads about a scheme on a phone', async () => {
	const page = await person(null, { viewport: hand });
	await page.goto('/ordninger/in-kulturaktivitet-barn-ungdom');
	await picture(page, 'applicant.png', page.locator('h1'));
});

test('a volunteer fills in a budget', async () => {
	const page = await person('soker@demo.test');
	await page.goto('/soknader');
	await page.goto((await hrefs(page, /^\/soknader\/\d+$/))[0]);
	for (const section of await hrefs(page, /\/del\//)) {
		await page.goto(section);
		if ((await page.locator('main table input').count()) > 2) {
			break;
		}
	}
	await picture(page, 'form.png', page.locator('main table').first(), 112);
});

test('a case officer looks at a call as a whole', async () => {
	const page = await person('saksbehandler@demo.test');
	await page.goto('/saker');
	await longest(page, await hrefs(page, /^\/utlysninger\/\d+\/innstilling$/));
	await picture(page, 'officer.png', page.locator('h1'));
});

test('a leader sees what is to be decided', async () => {
	const page = await person('leder@demo.test');
	await page.goto('/vedtak');
	await longest(page, await hrefs(page, /^\/utlysninger\/\d+\/vedtak$/));
	await picture(page, 'decision.png', page.locator('h1'));
});

test('the applicant reads the letter', async () => {
	const page = await person('soker@demo.test');
	await page.goto('/soknader');
	for (const path of await hrefs(page, /^\/soknader\/\d+$/)) {
		const answer = await page.goto(`${path}/brev`);
		if (answer.status() === 200) {
			return picture(page, 'letter.png', page.locator('h1'));
		}
	}
	assert.fail('the demo has a letter for the applicant');
});

test('anybody reads the evaluation', async () => {
	const page = await person(null);
	await page.goto('/evaluering');
	const [evaluation] = await hrefs(page, /^\/evaluering\/[^/]+\/\d{4}$/);
	await page.goto(evaluation);
	await picture(page, 'evaluation.png', page.locator('h1'));
});
