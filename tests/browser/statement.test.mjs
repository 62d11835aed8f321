// statement.test.mjs — somebody is asked for a statement and gives it: on a phone without script, and at a desk with the keyboard alone.
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { forgetFields, publishFields, rowsDraft } from '../lib/field_scheme.mjs';
import { sql, PASSWORD } from '../lib/visitor.mjs';
import { assertAccessible, assertFits, desk, newPerson, openBrowser, phone } from './browser.mjs';

publishFields();
forgetFields();
const browser = await openBrowser();
after(() => browser.close());

const linkTo = (email) => /\/uttalelse\/[A-Za-z0-9_-]{43}/.exec(sql("select replace(body, chr(10), ' ') from mail where to_address = :'v1' order by mail_id desc limit 1", email)[0][0])[0];

for (const [how, options] of [['without script on a phone', { viewport: phone, script: false }], ['with script at a desk', { viewport: desk }]]) {
	test(`an applicant asks ${how}, and sees that the statement has come`, async () => {
		const { person, id, path } = await rowsDraft();
		const email = `nettleser${id}@kommune.test`;
		const page = await newPerson(browser, options);
		// Without script the keyboard does it: a click waits for frames, which do not come then.
		const push = (it) => (options.script === false ? it.press('Enter') : it.click());
		await page.goto('/logg-inn');
		await page.fill('#email', person.email);
		await page.fill('#password', PASSWORD);
		await push(page.locator('main button'));
		await page.waitForURL('**/soknader');
		// What is written in the form is saved on the way.
		await page.goto(path);
		await page.fill('input[name$=".hva"]', 'Kurs');
		await push(page.locator('button[name="ask"][value="uttalelse"]'));
		await page.waitForURL(`**/soknader/${id}/uttalelse/uttalelse`);
		assert.deepEqual(sql("select value from draft_answer where application_id = :v1 and path like 'aktiviteter.%.hva'", id), [['Kurs']]);
		await push(page.getByRole('button', { name: 'Send lenken' }));
		await assertAccessible(page, `asking with mistakes ${how}`);
		await page.getByLabel('Hvem spør dere?').fill('Hamar kommune');
		await page.getByLabel('E-postadressen').fill(email);
		await page.getByLabel(/Melding fra dere/).fill('Kan dere si noe om behovet?');
		await push(page.getByRole('button', { name: 'Send lenken' }));
		await page.getByText('Venter på svar').waitFor();
		await assertFits(page, `whom one has asked ${how}`);

		const other = await newPerson(browser, options);
		await other.goto(linkTo(email));
		await assertAccessible(other, `the link ${how}`);
		await assertFits(other, `the link ${how}`);
		await push(other.getByRole('button', { name: 'Send uttalelsen' }));
		await other.getByRole('alert').waitFor();
		await other.getByLabel('Uttalelsen din').focus();
		await other.keyboard.type('Behovet er stort.');
		await other.getByLabel(/Jeg er Hamar kommune/).focus();
		await other.keyboard.press('Space');
		await other.getByRole('button', { name: 'Send uttalelsen' }).focus();
		await other.keyboard.press('Enter');
		await other.getByRole('heading', { name: 'Takk, uttalelsen er sendt' }).waitFor();
		await assertAccessible(other, `a statement sent ${how}`);

		await page.reload();
		await page.getByText('Behovet er stort.').waitFor();
		await assertAccessible(page, `a statement come ${how}`);
		await assertFits(page, `a statement come ${how}`);
		assert.deepEqual([...page.complaints, ...other.complaints].filter((line) => !line.includes('status of 422')), []);
	});
}
