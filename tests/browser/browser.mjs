// browser.mjs — one Chromium for a test file: pages as people have them, and axe on any of them.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { chromium } from 'playwright-core';

export const base = process.env.BASE_URL;
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

export const phone = { width: 360, height: 740 };
export const desk = { width: 1440, height: 900 };

// The caller closes it: after(() => browser.close()).
export function openBrowser() {
	return chromium.launch({
		executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
		args: [
			...(process.getuid() === 0 ? ['--no-sandbox'] : []),
			'--disable-gpu',
			'--disable-quic',
			'--no-first-run',
			'--disable-background-networking',
			'--disable-component-update',
			'--disable-sync',
			'--disable-dev-shm-usage',
		],
	});
}

// A person with a screen and a language of their own. Whatever the page complains of is kept in page.complaints.
// script: true; false when the browser runs none; "lost" when ours never comes, as on a train.
export async function newPerson(browser, { viewport = desk, script = true, lang = 'nb-NO' } = {}) {
	const context = await browser.newContext({
		baseURL: base,
		viewport,
		locale: lang,
		timezoneId: 'Europe/Oslo',
		javaScriptEnabled: script !== false,
	});
	if (script === 'lost') {
		await context.route('**/*.js*', (route) => route.abort());
	}
	context.setDefaultTimeout(15000);
	const page = await context.newPage();
	page.scriptless = script === false;
	page.complaints = [];
	page.on('console', (message) => {
		if (message.type() === 'error' && !(script === 'lost' && /ERR_FAILED/.test(message.text()))) {
			page.complaints.push(message.text());
		}
	});
	page.on('pageerror', (error) => page.complaints.push(String(error)));
	return page;
}

// WCAG 2.2 A and AA, and axe's best practices, on the page as it stands; the policy forbids scripts of others, so axe
// runs in a world of its own. Colours take axe most of its time and are the same in every language.
export async function assertAccessible(page, what, options = {}) {
	if (!page.scriptless) {
		return runAxe(page, what, options);
	}
	// Where no script runs, axe doesn't either: it looks at the same page in a browser that only ours don't reach.
	const double = await newPerson(page.context().browser(), { viewport: page.viewportSize(), script: 'lost' });
	const body = await page.content();
	await double.route(page.url(), (route) => route.fulfill({ contentType: 'text/html; charset=utf-8', body }));
	await double.goto(page.url());
	await runAxe(double, what, options);
	await double.context().close();
}

async function runAxe(page, what, { colours = true }) {
	const session = await page.context().newCDPSession(page);
	const { frameTree } = await session.send('Page.getFrameTree');
	const { executionContextId } = await session.send('Page.createIsolatedWorld', { frameId: frameTree.frame.id });
	const run = (expression) =>
		session.send('Runtime.evaluate', {
			expression,
			contextId: executionContextId,
			awaitPromise: true,
			returnByValue: true,
		});
	await run(axe);
	const { result, exceptionDetails } = await run(`axe.run(document, {
		runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
		resultTypes: ['violations'],
		preload: false,
		rules: { 'color-contrast': { enabled: ${colours} } },
	}).then((r) => r.violations.map((v) =>
		v.id + ': ' + v.help + '\\n' + v.nodes.map((n) => '  ' + n.target.join(' ') + '\\n    ' + n.html.slice(0, 200)).join('\\n')))`);
	assert.equal(exceptionDetails, undefined, JSON.stringify(exceptionDetails));
	assert.deepEqual(result.value, [], `axe on ${what}:\n${result.value.join('\n')}`);
	await session.detach();
}

// Nothing sticks out to the side on a narrow screen (WCAG 1.4.10).
export async function assertFits(page, what) {
	const { scroll, client } = await page.evaluate(() => ({
		scroll: document.documentElement.scrollWidth,
		client: document.documentElement.clientWidth,
	}));
	assert.ok(scroll <= client, `${what} is ${scroll} px wide on a screen of ${client}`);
}

// Nothing on a phone hides behind the edge of a box one must push sideways; what is folded is unfolded first.
export async function assertNoPushing(page, what) {
	const pushed = await page.evaluate(() => {
		document.querySelectorAll('details').forEach((details) => (details.open = true));
		return [...document.querySelectorAll('.scroll, .doc-scroll')]
			.filter((box) => box.scrollWidth > box.clientWidth + 1)
			.map((box) => `${box.getAttribute('aria-label') ?? box.className} is ${box.scrollWidth} px wide in ${box.clientWidth}`);
	});
	assert.deepEqual(pushed, [], what);
}

export async function logIn(page, email, to) {
	await page.goto(`/logg-inn?tilbake=${encodeURIComponent(to)}`);
	await writeLogin(page, email);
	await page.waitForURL(`**${to}`);
}

// Fills in the login that is on the page.
export async function writeLogin(page, email) {
	await page.getByLabel('E-post').fill(email);
	await page.getByLabel('Passord').fill('Tilskudd-demo-2026');
	await page.locator('main').getByRole('button', { name: 'Logg inn' }).click();
}

// Asks the test's database: rows as lines, columns parted by "|".
export function sql(query) {
	return execFileSync(
		'psql',
		['-X', '-q', '-A', '-t', '-v', 'ON_ERROR_STOP=1', '-h', process.env.RUN, '-U', 'postgres', '-d', 'tilskudd', '-c', query],
		{ encoding: 'utf8' },
	).trim();
}

// The text of a PDF as people read it, one space between words.
export function textOfPdf(bytes) {
	return execFileSync('pdftotext', ['-layout', '-', '-'], { input: bytes, encoding: 'utf8' }).replaceAll(/\s+/g, ' ');
}
