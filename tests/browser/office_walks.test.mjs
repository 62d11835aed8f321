// office_walks.test.mjs — appeals, letters and their texts, written by who has no mouse, and by who has no script.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { APPLICANT, LEADER, removeCalls, tamper, told } from '../lib/decision_call.mjs';
import { newCall } from '../lib/applicant.mjs';
import { sentApplication, Staff } from '../lib/staff.mjs';
import { assertAccessible, assertFits, desk, logIn, newPerson, openBrowser, phone, sql } from './browser.mjs';

let browser;
before(async () => {
	browser = await openBrowser();
});
after(() => browser?.close());
after(() => tamper("delete from letter_text where valid_from >= '2031-01-01'"));
after(removeCalls);

// One person at a time, who only ever presses keys.
function keys(page) {
	const focused = (it) => it.evaluate((element) => element === document.activeElement);
	const reach = async (it) => {
		await it.waitFor();
		for (let i = 0; i < 150 && !(await focused(it)); i++) {
			await page.keyboard.press('Tab');
		}
		assert.ok(await focused(it), `the keyboard never comes to ${it}`);
		const seen = await it.evaluate((element) => {
			const style = getComputedStyle(element);
			return (style.outlineStyle !== 'none' && style.outlineWidth !== '0px') || style.boxShadow !== 'none';
		});
		assert.ok(seen, `it is seen that ${it} has the focus`);
	};
	return {
		reach,
		press: async (it) => {
			await reach(it);
			await page.keyboard.press('Enter');
		},
		choose: async (it) => {
			await reach(it);
			await page.keyboard.press('Space');
		},
		write: async (it, text) => {
			await reach(it);
			await page.keyboard.press('Control+A');
			await page.keyboard.insertText(text);
		},
	};
}

// Logged in, and reading bokmål: some of the demo's people read nynorsk.
async function begin(page, who, path) {
	await logIn(page, who, '/konto');
	await page.goto(`/sprak?til=nb&tilbake=${path}`);
	assert.equal(new URL(page.url()).pathname, path);
}

async function look(page, what) {
	await assertFits(page, what);
	await assertAccessible(page, what);
}

const inDays = (days) => sql(`select to_char((now() at time zone 'Europe/Oslo')::date + ${days}, 'DD.MM.YYYY')`);
const summary = (page) => page.locator('[data-error-summary]');
const text = (page, label) => page.getByRole('textbox', { name: label });
const button = (page, name) => page.locator('main').getByRole('button', { name, exact: true });

// Sent off empty: the summary is read first, and leads to the field.
async function wrongFirst(page, hands, name, label) {
	await hands.press(button(page, name));
	await summary(page).waitFor();
	assert.match(await page.title(), /^Feil: /);
	await hands.press(summary(page).getByRole('link').first());
	await page.waitForFunction((id) => location.hash === `#${id}` || document.activeElement.id === id, await text(page, label).getAttribute('id'));
}

for (const [how, options] of [['with the keyboard alone', { viewport: desk }], ['without script on a phone', { viewport: phone, script: false }]]) {
	test(`an appeal is registered, judged and sent on, and the applicant reads the papers, ${how}`, async () => {
		const one = await told();
		const page = await newPerson(browser, options);
		const hands = keys(page);
		await begin(page, LEADER, one.page);
		await wrongFirst(page, hands, 'Registrer klagen', 'Når kom klagen?');
		await look(page, `an appeal that lacks something, ${how}`);
		await hands.write(text(page, 'Når kom klagen?'), inDays(0));
		await hands.write(text(page, 'Hva klageren ber om, og hvorfor'), 'Vi ber om hele summen.');
		await hands.press(button(page, 'Registrer klagen'));
		await page.getByRole('heading', { name: 'Vurder klagen' }).waitFor();
		await look(page, `an appeal to judge, ${how}`);
		await hands.choose(page.getByRole('radio').first());
		await hands.write(text(page, 'Vurderingen'), 'Rammen er den samme.');
		await hands.press(button(page, 'Se papirene'));
		await button(page, 'Send papirene').waitFor();
		await look(page, `the papers of an appeal, ${how}`);
		await hands.press(button(page, 'Send papirene'));
		await page.getByText('Papirene er sendt, og klageren har fått kopi.').waitFor();
		await page.context().close();

		const applicant = await newPerson(browser, options);
		await begin(applicant, APPLICANT, `/soknader/${one.id}`);
		await keys(applicant).press(applicant.locator(`main a[href="/soknader/${one.id}/klage"]`).first());
		await applicant.getByText('Rammen er den samme.').first().waitFor();
		await look(applicant, `the applicant's copy, ${how}`);
		await applicant.context().close();
	});

	test(`a letter on what is lacking is written, seen and sent, ${how}`, async () => {
		const officer = await Staff.new();
		const { id } = await sentApplication('in-inkludering-integrering', newCall('in-inkludering-integrering'));
		await officer.declare(id);
		const page = await newPerson(browser, options);
		const hands = keys(page);
		await begin(page, officer.email, `/saker/${id}`);
		await hands.press(page.locator('main').getByRole('link', { name: 'Skriv mangelbrev' }));
		await wrongFirst(page, hands, 'Se brevet', 'Hva mangler?');
		await hands.write(text(page, 'Hva mangler?'), 'Årsregnskap\nProtokoll');
		await hands.write(text(page, 'Frist for å sende det'), inDays(14));
		await hands.press(button(page, 'Se brevet'));
		await page.getByRole('article', { name: 'Brevet' }).getByText('Protokoll').waitFor();
		await look(page, `a letter before it is sent, ${how}`);
		await hands.press(button(page, 'Send brevet'));
		await page.waitForURL(/\/sendt\/\d+$/);
		await look(page, `a letter that is sent, ${how}`);
		await page.context().close();
	});

	test(`a standing text is changed from a day, ${how}`, async () => {
		const from = options.script === false ? '2. januar 2032' : '1. januar 2031';
		const page = await newPerson(browser, options);
		const hands = keys(page);
		await begin(page, 'saksbehandler@demo.test', '/brevtekster');
		await hands.press(page.locator('main a[href="/brevtekster/appeal"]'));
		await page.waitForURL('**/brevtekster/appeal');
		await hands.reach(text(page, 'Bokmål'));
		await page.keyboard.press('Control+End');
		await page.keyboard.insertText(' Vi hjelper gjerne.');
		await hands.write(text(page, 'Gjelder fra'), from);
		await wrongFirst(page, hands, 'Lagre teksten', 'Hvorfor teksten endres');
		assert.match(await text(page, 'Bokmål').inputValue(), / Vi hjelper gjerne\.$/, 'what was written stands');
		await hands.write(text(page, 'Hvorfor teksten endres'), 'Etter spørsmål fra søkere.');
		await hands.press(button(page, 'Se brevet'));
		await page.getByRole('article', { name: 'Brevet' }).getByText('Vi hjelper gjerne.').waitFor();
		await look(page, `a standing text and its letter, ${how}`);
		await hands.press(button(page, 'Lagre teksten'));
		await page.locator('.history strong', { hasText: `Fra ${from}` }).waitFor();
		await page.context().close();
	});
}
