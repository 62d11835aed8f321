// committee_decision.test.mjs — what a committee decided, from its minutes to letters in bokmål and nynorsk that applicants
// read, on the demo's own list; and nothing before the letters are sent.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { assertAccessible, assertFits, desk, logIn, newPerson, openBrowser, phone, sql, textOfPdf } from './browser.mjs';

const WHY = 'Utvalget vil gi til flere, og festivalen kan bli en dag kortere.';
// The committee's part of the newest locked list: those above what the leader decides by delegation.
const rows = sql(`select a.application_id, a.number, a.lang, r.proposed_ore / 100, a.call_id, u.email
	from application a join recommendation r using (application_id) join recommendation_body using (application_id) join body b using (body_id)
		join membership m using (organisation_id) join app_user u on u.user_id = m.user_id
	where a.state = 'recommended' and b.code = 'hovedutvalg-kultur' and u.email like 'kontakt%'
	order by a.application_id`)
	.split('\n')
	.map((line) => line.split('|'))
	.map(([id, number, lang, proposed, call, email]) => ({ id, number, lang, proposed: Number(proposed), call, email }));
const { call } = rows[0];
const less = rows.find(({ lang }) => lang === 'nb');
const nynorsk = rows.find(({ lang }) => lang === 'nn');

let browser;
let page;
before(async () => {
	// People who only stand behind what the demo contains get the demo's password.
	sql(`update app_user set password_hash = (select password_hash from app_user where email = 'soker@demo.test')
		where email in ('${less.email}', '${nynorsk.email}')`);
	browser = await openBrowser();
	page = await newPerson(browser);
	await logIn(page, 'leder@demo.test', '/vedtak');
});
after(() => browser?.close());

async function look(person, what) {
	await assertAccessible(person, what);
	await person.setViewportSize(phone);
	await assertFits(person, what);
	await person.setViewportSize(desk);
}

async function applicant({ email, lang }) {
	const person = await newPerson(browser, { viewport: phone, lang: `${lang}-NO` });
	await logIn(person, email, '/soknader');
	return person;
}

test('what waits leads to the minutes, and the minutes must be whole', async () => {
	await page.goto(`/utlysninger/${call}/vedtak`);
	await page.getByRole('link', { name: 'Hovedutvalg for kultur' }).click();
	await page.getByRole('heading', { level: 1, name: 'Registrer vedtak: Hovedutvalg for kultur' }).waitFor();
	await page.getByRole('button', { name: 'Se over vedtaket' }).click();
	assert.match(await page.title(), /^Feil: /);
	assert.ok((await page.getByRole('alert').getByRole('link').count()) >= 3, 'date, case and votes are asked for');
	await look(page, 'minutes that lack something');
});

test('another sum than the recommended needs the reason, which the applicant gets', async () => {
	await page.getByLabel('Møtedato').fill('17.11.2026');
	await page.getByLabel('Saksnummer i møtet').fill('PS 61/2026');
	await page.getByLabel('Stemmer for').fill('9');
	await page.getByLabel('Stemmer mot').fill('2');
	await page.getByLabel(`Sum for ${less.number}`).fill(String(less.proposed - 30000));
	await page.getByRole('button', { name: 'Se over vedtaket' }).click();
	await page.getByRole('alert').getByRole('link', { name: /Skriv hvorfor/ }).click();
	assert.equal(await page.locator(':focus').getAttribute('id'), `avvik-${less.id}`);
	await page.locator(':focus').fill(WHY);
	await page.getByRole('button', { name: 'Se over vedtaket' }).click();
	await page.getByRole('heading', { level: 1, name: 'Se over vedtaket' }).waitFor();
	await page.getByText('9 for og 2 mot').waitFor();
	await page.getByText(WHY).waitFor();
	await look(page, 'the decision before it is registered');
	await page.getByRole('button', { name: /^Registrer vedtak i \d+ saker$/ }).click();
	await page.getByText(/er registrert/).waitFor();
});

test('the applicant sees nothing of it before the letter is sent', async () => {
	for (const row of [less, nynorsk]) {
		const person = await applicant(row);
		await person.goto(`/soknader/${row.id}`);
		await person.getByText('Til vurdering').first().waitFor();
		assert.equal(await person.getByText(/innvilg/i).count(), 0);
		assert.equal((await person.goto(`/soknader/${row.id}/brev`)).status(), 404);
		assert.equal((await person.request.get(`/soknader/${row.id}/brev.pdf`)).status(), 404);
		await person.context().close();
	}
});

test('letters are sent with the effect told first', async () => {
	await page.goto(`/utlysninger/${call}/brev`);
	const effect = await page.getByText(/^Du sender \d+ brev/).innerText();
	const [count] = /\d+/.exec(effect);
	await look(page, 'the letters');
	await page.getByRole('button', { name: `Send ${count} brev` }).click();
	await page.getByText(`${count} brev er sendt.`).waitFor();
	assert.equal(sql(`select count(*) from application where application_id in (${less.id}, ${nynorsk.id}) and state = 'notified'`), '2');
});

const letters = [
	[less, 'bokmål', /innen tre uker fra dere fikk brevet/, /Siste dag for å klage/, [WHY, 'Hovedutvalg for kultur', 'PS 61/2026']],
	[nynorsk, 'nynorsk', /innan tre veker frå de fekk brevet/, /Siste dag for å klage/, ['Hovudutval for kultur', 'PS 61/2026', 'vedtak']],
];

for (const [row, name, deadline, last, parts] of letters) {
	test(`then the letter is there, in ${name}, with the last day to appeal`, async () => {
		const person = await applicant(row);
		await person.goto(`/soknader/${row.id}`);
		await look(person, 'the application that is answered');
		await person.locator(`a[href="/soknader/${row.id}/brev"]`).first().click();
		await person.getByText(last).first().waitFor();
		const letter = person.locator('article.paper');
		assert.equal(await letter.getAttribute('lang'), row.lang);
		assert.match((await letter.innerText()).replaceAll(/\s+/g, ' '), deadline);
		await look(person, `a letter in ${name}`);
		const pdf = await person.request.get(`/soknader/${row.id}/brev.pdf`);
		assert.equal(pdf.headers()['content-type'], 'application/pdf');
		const text = textOfPdf(await pdf.body());
		assert.match(text, deadline);
		for (const part of [row.number, ...parts]) {
			assert.ok(text.includes(part), `the letter says «${part}»: ${text}`);
		}
		await person.context().close();
	});
}

test('no page complained', () => {
	assert.deepEqual(page.complaints.filter((line) => !/status of (404|422)/.test(line)), []);
});
