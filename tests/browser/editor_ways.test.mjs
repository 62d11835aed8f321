// editor_ways.test.mjs — the pages where schemes are written, with the keyboard alone and with no script: each page is walked from end to
// end, and the usual jobs are done.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { assertAccessible, assertFits, logIn, newPerson, openBrowser, phone, sql } from './browser.mjs';
import { callsDraftQuery, draftQuery } from '../lib/draft.mjs';

const SCHEME = 'in-kunst-og-kulturinstitusjoner';
let browser, officer, draft, calls;

before(async () => {
	browser = await openBrowser();
	draft = `/ordningsarbeid/${sql(draftQuery(SCHEME))}`;
	calls = `/ordningsarbeid/${sql(callsDraftQuery('in-stipend-unge-kunstnere'))}`;
	officer = await newPerson(browser);
	await officer.emulateMedia({ reducedMotion: 'reduce' }); // where something is, it is at once
	await logIn(officer, 'saksbehandler@demo.test', '/ordningsarbeid');
});
after(() => browser?.close());

const documentOf = () => sql(`select document from scheme_draft where draft_id = ${draft.split('/').pop()}`);

// What has focus: what it is, whether one can see that it has it, and whether anything lies over it.
const stop = (page) =>
	page.evaluate(() => {
		const at = document.activeElement;
		if (!at || at === document.body)
			return null;
		const box = at.getBoundingClientRect(), style = getComputedStyle(at);
		// Of what is larger than the window only a part is in sight.
		const left = Math.max(box.left, 0), top = Math.max(box.top, 0);
		const x = left + Math.min((box.right - left) / 2, 20), y = top + Math.min((box.bottom - top) / 2, 12);
		const over = document.elementFromPoint(x, y);
		const label = at.labels?.[0] ?? at;
		return {
			what: `${at.tagName.toLowerCase()} ${at.name || at.getAttribute('href') || at.textContent.trim().slice(0, 40)}`,
			name: (at.getAttribute('aria-label') || label.textContent || at.value).replace(/\s+/g, ' ').trim(),
			shown: (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2) || style.boxShadow !== 'none',
			over: over?.outerHTML.slice(0, 100),
			seen: box.width > 0 && box.height > 0 && (over === at || at.contains(over) || !!over?.contains(at) || [...(at.labels ?? [])].some((one) => one.contains(over))),
		};
	});

// From the top with Tab to the end: everything that can be used gets focus, once, where one can see it.
async function walk(page, path) {
	await page.goto(path);
	const usable = await page.evaluate(() => [...document.querySelectorAll('a[href], button, input:not([type="hidden"]), select, textarea, summary')]
		.filter((at) => at.tabIndex >= 0 && !at.disabled && at.checkVisibility({ visibilityProperty: true })
			&& !(at.type === 'radio' && at !== (document.querySelector(`input[name="${at.name}"]:checked`) ?? document.querySelector(`input[name="${at.name}"]`)))).length);
	const stops = new Set();
	for (let i = 0; i < usable + 20; i++) {
		await page.keyboard.press('Tab');
		const at = await stop(page);
		if (at === null)
			break;
		assert.ok(at.name, `${path}: ${at.what} has no name`);
		assert.ok(at.shown, `${path}: one can't see that ${at.what} has focus`);
		assert.ok(at.seen, `${path}: ${at.over} lies over ${at.what}`);
		stops.add(await page.evaluate(() => [...document.querySelectorAll('*')].indexOf(document.activeElement)));
	}
	assert.ok(stops.size >= usable, `${path}: ${stops.size} of ${usable} were reached`);
}

test('every page of the editor is walked with Tab from end to end', async () => {
	for (const page of ['/ordningsarbeid', '/ordningsarbeid/ny', `/ordningsarbeid/ordning/${SCHEME}`, draft, `${draft}/del/tekster`, `${draft}/del/belop`, `${draft}/del/sokere`,
		`${draft}/del/kriterier`, `${draft}/del/vedtak`, `${draft}/del/skjema`, `${draft}/element?sti=form/section:kontakt&ny=1`, `${draft}/historikk`, `${draft}/foresla`, `${draft}/forkast`, calls,
		`${calls}/del/felles`, `${calls}/element?sti=call.1`, `${calls}/element?sti=call%2B1`]) {
		await walk(officer, page);
	}
});

// Tab until what is meant has focus.
async function tabTo(page, name, most = 400) {
	for (let i = 0; i < most; i++) {
		await page.keyboard.press('Tab');
		const at = await stop(page);
		if (at !== null && (name instanceof RegExp ? name.test(at.name) : at.name === name || at.what === name))
			return at;
	}
	assert.fail(`Tab doesn't reach ${name}`);
}
const enter = (page) => Promise.all([page.waitForEvent('load'), page.keyboard.press('Enter')]);
// A choice in a list, with the arrow keys.
async function pick(page, value) {
	const chosen = () => page.evaluate(() => document.activeElement.value);
	await page.keyboard.press('Home');
	for (let i = 0; i < 80 && (await chosen()) !== value; i++)
		await page.keyboard.press('ArrowDown');
	assert.equal(await chosen(), value);
}

test('a text, a rule and a question are written with the keyboard alone', async () => {
	const page = officer;
	await page.goto(draft);
	await tabTo(page, 'Tekster');
	await enter(page);
	await page.locator('[name="purpose=nb"]').focus();
	await page.keyboard.press('Control+A');
	await page.keyboard.type('Skrevet uten mus.');
	await tabTo(page, 'Lagre');
	await enter(page);
	assert.match(await page.locator('[role="status"]').first().innerText(), /Lagret/);
	assert.match(documentOf(), /<nb>Skrevet uten mus\.<\/nb>/);

	await page.goto(`${draft}/del/sokere`);
	await tabTo(page, 'Nytt krav');
	await page.keyboard.press('Enter');
	await page.waitForFunction(() => document.activeElement.closest('details').open);
	await tabTo(page, 'select eligibility/rule+1@kind');
	await pick(page, 'warning');
	await tabTo(page, 'Det som må stemme');
	await pick(page, 'applied ?');
	await tabTo(page, 'Hvordan');
	await pick(page, 'minst');
	await tabTo(page, 'Tall');
	await page.keyboard.type('25 000');
	for (const [name, text] of [['Bokmål', 'Søk helst om 25 000 kr eller mer.'], ['Nynorsk', 'Søk helst om 25 000 kr eller meir.']]) {
		await tabTo(page, name);
		await page.keyboard.type(text);
	}
	await tabTo(page, 'Lagre');
	await enter(page);
	assert.match(documentOf(), /<rule [^>]*kind="warning"[^>]*test="applied >= 25000"[^>]*>\s*<reason>\s*<nb>Søk helst/);

	await page.goto(`${draft}/del/skjema`);
	await tabTo(page, /^Nytt spørsmål/);
	await enter(page);
	await tabTo(page, 'Type svar');
	await pick(page, 'yes-no');
	await tabTo(page, 'Bokmål');
	await page.keyboard.type('Er dere flere sammen?');
	await tabTo(page, 'Nynorsk');
	await page.keyboard.type('Er de fleire saman?');
	await tabTo(page, 'statistikk og evaluering');
	await page.keyboard.press('Space');
	await tabTo(page, 'Legg til spørsmålet');
	await enter(page);
	assert.match(documentOf(), /<yes-no id="er-dere-flere-sammen"[^>]*>\s*<nb>Er dere flere sammen\?/);
	assert.deepEqual(page.complaints, []);
});

test('two who write at once: the second gets focus where it is told, and goes to the field by Enter', async () => {
	const [page, other] = [officer, await newPerson(browser)];
	await logIn(other, 'leder@demo.test', '/ordningsarbeid');
	await page.goto(`${draft}/del/tekster`);
	await other.goto(`${draft}/del/tekster`);
	await other.locator('[name="summary=nb"]').fill('Lederens sammendrag');
	await Promise.all([other.waitForEvent('load'), other.getByRole('button', { name: 'Lagre', exact: true }).last().click()]);
	await page.locator('[name="summary=nb"]').fill('Saksbehandlerens sammendrag');
	await tabTo(page, 'Lagre');
	await enter(page);
	assert.match(await page.title(), /^Feil:/);
	const told = await page.evaluate(() => document.activeElement.innerText);
	assert.match(told, /lagret utkastet sist, \d+\. \S+ \d{4} kl\./);
	await tabTo(page, /^Kort om ordningen/);
	await page.keyboard.press('Enter');
	assert.equal(await page.evaluate(() => document.activeElement.name), 'summary=nb');
	assert.match(await page.locator('main').innerText(), /, lagret: «Lederens sammendrag»/);
	assert.equal(await page.locator('[name="summary=nb"]').inputValue(), 'Saksbehandlerens sammendrag');
	await assertAccessible(page, 'a draft where two met');
	await other.context().close();
	page.complaints.length = 0;
});

// Opens what is folded; a key pressed before the page is ready for it is pressed again.
async function unfold(details) {
	for (let i = 0; i < 50 && (await details.getAttribute('open')) === null; i++) {
		await details.locator('summary').first().press('Enter');
		await details.page().waitForTimeout(100);
	}
}

test('without script and on a phone: a text, a rule, the XML, the history, a preview and a call', async () => {
	const page = await newPerson(browser, { viewport: phone, script: false });
	await page.emulateMedia({ reducedMotion: 'reduce' });
	const send = (name) => Promise.all([page.waitForEvent('load'), page.getByRole('button', { name, exact: true }).last().press('Enter')]);
	const fine = async (what) => {
		await assertFits(page, what);
		await assertAccessible(page, what, { colours: false });
		// The page has been in the background while axe looked at its double.
		if (!/^Feil:/.test(await page.title()))
			await page.reload();
	};
	await logIn(page, 'saksbehandler@demo.test', '/ordningsarbeid');
	await page.goto(`${draft}/del/belop`);
	await fine('sums without script');
	const before = documentOf();

	// A sum that holds for some: everything that can be chosen stands there, the number too.
	const cap = page.locator('details.edit-new', { has: page.locator('summary', { hasText: 'Nytt tak' }) }).first();
	await unfold(cap);
	await cap.getByLabel('Høyst i kroner').fill('40 000');
	await unfold(cap.locator('details', { hasText: 'Flere valg' }).first());
	await cap.getByLabel('Det som må stemme').selectOption({ value: 'applied ?' });
	await cap.getByLabel('Hvordan').first().selectOption({ label: 'er mindre enn' });
	await send('Lagre');
	await fine('a rule whose number is missing');
	assert.match(await page.locator('main').innerText(), /Skriv et tall, for eksempel 50 000\.[^]*/);
	await page.locator('[aria-invalid="true"]').fill('90 000');
	await send('Lagre');
	assert.match(documentOf(), /<max nok="40000" when="applied &lt; 90000"/);

	// XML that can't be read: the line is a link to it, and what was written is there.
	await page.goto(`${draft}/xml`);
	const source = await page.locator('#kilde').inputValue();
	await page.locator('#kilde').fill(source.replace('</title>', '</titel>'));
	await send('Lagre');
	assert.match(await page.title(), /^Feil:/);
	assert.match(await page.locator('[role="alert"]').innerText(), /Linje \d+: Dokumentet er ikke gyldig XML: [^]*<\/titel>/);
	const line = await page.locator('[role="alert"] a').getAttribute('href');
	assert.equal(await page.locator(line).count(), 1);
	assert.ok((await page.locator('#kilde').inputValue()).includes('</titel>'));
	await fine('XML that can’t be read');

	// What was there before is brought back.
	await page.goto(`${draft}/historikk`);
	await fine('the history without script');
	await Promise.all([page.waitForEvent('load'), page.getByRole('button', { name: /^Hent tilbake/ }).nth(1).press('Enter')]);
	assert.equal(documentOf(), before);

	// Tried as an applicant, wrong and then told where.
	await page.goto(`${draft}/forhandsvis`);
	await Promise.all([page.waitForEvent('load'), page.getByRole('button', { name: 'Prøv svarene' }).last().press('Enter')]);
	const first = await page.locator('.ds-error-summary a').first().getAttribute('href');
	assert.ok(await page.locator(`[id="${decodeURIComponent(first.slice(1))}"]`).count(), `${first} is on the page`);
	await fine('a draft tried without script');

	// A call, and its deadline.
	await page.goto(`${calls}/element?sti=call%2B1`);
	await page.locator('[name="call+1@year"]').fill('2033');
	await page.locator('[name="call+1@kind"]').selectOption('fixed');
	await page.locator('[name="call+1@opens"]').fill('1.2.2033');
	await page.locator('[name="call+1@closes"]').fill('30.2.2033');
	await send('Lagre og gå tilbake');
	await fine('a call without script');
	assert.match(await page.locator('main').innerText(), /ting (mangler|må rettes)|Én ting/);
});
