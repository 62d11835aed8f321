// draft.test.mjs — writing in a draft with script: saved while one types, questions that come and go, and sums that add up.
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { Applicant, newMember, newOrganisation, stored } from '../lib/applicant.mjs';
import { PASSWORD } from '../lib/visitor.mjs';
import { assertAccessible, assertFits, newPerson, openBrowser, phone } from './browser.mjs';

const scheme = 'in-kulturaktivitet-barn-ungdom';
const browser = await openBrowser();
after(() => browser.close());

const login = async (email, options) => {
	const page = await newPerson(browser, options);
	await page.goto('/logg-inn');
	await page.fill('#email', email);
	await page.fill('#password', PASSWORD);
	await page.click('main button');
	await page.waitForURL('**/soknader');
	return page;
};

// The sum is asked for first, and more is asked of those who apply for much.
const applyFor = async (page, id, sum) => {
	await page.goto(`/soknader/${id}/del/tiltaket`);
	await page.fill('#f-soknadssum', sum);
	await page.click('button:has-text("Lagre og gå til oversikten")');
	await page.waitForURL(`**/soknader/${id}`);
};

const newDraft = async (options) => {
	const person = await Applicant.new();
	const organisation = newOrganisation(person.email);
	const id = await person.start(scheme, organisation);
	return { page: await login(person.email, options), person, organisation, id };
};

const saved = (page) => page.locator('[data-autosave-state]', { hasText: /^Lagret kl\. \d\d\.\d\d$/ }).waitFor();

test('what is typed is saved by itself, with a quiet line, and again after more typing', async () => {
	const { page, id } = await newDraft();
	await page.goto(`/soknader/${id}/del/tiltaket`);
	await page.fill('#f-tittel', 'Sommer');
	await saved(page);
	assert.equal(stored(id, 'tittel'), 'Sommer');
	await page.evaluate(() => (document.querySelector('[data-autosave-state]').textContent = ''));
	await page.fill('#f-tittel', 'Sommer i parken');
	await page.check('#f-kommuner-3403');
	await saved(page);
	assert.equal(stored(id, 'tittel'), 'Sommer i parken');
	assert.equal(stored(id, 'kommuner'), '3403');
	await page.click('button:has-text("Lagre og gå til oversikten")');
	await page.waitForURL(`**/soknader/${id}`);
	assert.deepEqual(page.complaints, []);
});

test('pressing save while a save is on its way waits for it, and nobody is told of another window', async () => {
	const { page, id } = await newDraft();
	await page.goto(`/soknader/${id}/del/tiltaket`);
	await page.route('**/del/tiltaket', async (route) => {
		const slow = (route.request().postData() ?? '').includes('autosave=1');
		const response = await route.fetch({ maxRedirects: 0 });
		await new Promise((done) => setTimeout(done, slow ? 1500 : 0));
		await route.fulfill({ response });
	});
	const sent = page.waitForRequest((request) => (request.postData() ?? '').includes('autosave=1'));
	await page.fill('#f-tittel', 'Først');
	await sent;
	await page.fill('#f-tittel', 'Først og så mer');
	await page.click('button:has-text("Lagre og gå til oversikten")');
	await page.waitForURL(`**/soknader/${id}`);
	assert.equal(stored(id, 'tittel'), 'Først og så mer');
});

test('a save that fails is loud and keeps the text; it goes well when the server is back', async () => {
	const { page, id } = await newDraft();
	await page.goto(`/soknader/${id}/del/tiltaket`);
	await page.route('**/del/tiltaket', (route) => route.abort());
	await page.fill('#f-tittel', 'Skrevet uten nett');
	await page.waitForSelector('[data-autosave-state].is-wrong');
	assert.match(await page.innerText('[data-autosave-state]'), /Ikke lagret.*Teksten din er fortsatt her/);
	assert.equal(await page.inputValue('#f-tittel'), 'Skrevet uten nett');
	await page.unroute('**/del/tiltaket');
	await page.fill('#f-tittel', 'Skrevet uten nett, lagret med');
	await saved(page);
	assert.equal(stored(id, 'tittel'), 'Skrevet uten nett, lagret med');
});

test('another window: the quiet save tells that it did not save, the button shows both answers', async () => {
	const { page, person, organisation, id } = await newDraft();
	const other = await Applicant.new();
	newMember(organisation, other.email, false);
	const path = `/soknader/${id}/del/tiltaket`;
	await page.goto(path);
	await other.fill(path, { tittel: 'Fra det andre vinduet' });
	await page.fill('#f-tittel', 'Fra dette vinduet');
	await page.waitForSelector('[data-autosave-state].is-wrong');
	assert.equal(stored(id, 'tittel'), 'Fra det andre vinduet');
	await page.click('button:has-text("Lagre og gå videre")');
	await page.waitForSelector('text=Lagret fra et annet vindu: «Fra det andre vinduet»');
	assert.equal(await page.inputValue('#f-tittel'), 'Fra dette vinduet');
	await assertAccessible(page, 'a page with a conflict');
	await page.click('button:has-text("Lagre og gå til oversikten")');
	await page.waitForURL(`**/soknader/${id}`);
	assert.equal(stored(id, 'tittel'), 'Fra dette vinduet');
	assert.ok(person);
});

test('a question comes and goes with the answer it hangs on, and the keyboard is enough', async () => {
	const { page, id } = await newDraft();
	await applyFor(page, id, '75 000');
	await page.goto(`/soknader/${id}/del/deltakere`);
	const question = page.locator('[data-field="hvordan-unge"]');
	assert.equal(await question.isVisible(), false);
	await page.focus('#f-unge-planlegger-yes');
	await page.keyboard.press('Space');
	assert.equal(await question.isVisible(), true);
	await page.keyboard.press('ArrowRight');
	assert.equal(await question.isVisible(), false);
	await page.keyboard.press('ArrowLeft');
	await page.fill('#f-hvordan-unge', 'De velger stykket.');
	await page.click('button:has-text("Lagre og gå videre")');
	await page.waitForURL('**/del/okonomi');
	assert.equal(stored(id, 'hvordan-unge'), 'De velger stykket.');
});

test('sums add up while one types, and the difference is said in kroner', async () => {
	const { page, id } = await newDraft({ viewport: phone });
	await applyFor(page, id, '75000');
	await page.goto(`/soknader/${id}/del/okonomi`);
	await page.fill('[id="f-kostnader.0.item"]', 'Scene');
	await page.fill('[id="f-kostnader.0.cash"]', '100 000');
	await page.fill('[id="f-finansiering.0.source"]', 'Vi');
	await page.fill('[id="f-finansiering.0.cash"]', '24000');
	await page.locator('[data-balance]', { hasText: /1\s000\skr lavere enn kostnadene/ }).waitFor();
	await assertFits(page, 'the plans on a phone');
	await page.click('button:has-text("Lagre og gå videre")');
	await page.waitForSelector('[data-error-summary]:focus');
	assert.match(await page.title(), /^Feil:/);
	await assertAccessible(page, 'plans that do not balance');
	await page.click('[data-error-summary] a');
	assert.equal(await page.evaluate(() => document.activeElement.id), 'f-finansiering');
});
