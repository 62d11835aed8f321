// applicant_journey.test.mjs — from the front page to a receipt, as a volunteer does it on a phone: with script, and without.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { assertAccessible, assertFits, logIn, newPerson, openBrowser, phone, sql, textOfPdf, writeLogin } from './browser.mjs';

const SCHEME = 'in-kulturaktivitet-barn-ungdom';
const TITLE = 'Tilskudd til kulturaktivitet for barn og ungdom';

// The smallest paper a reader of PDF opens.
const account = {
	name: 'Årsregnskap 2025.pdf',
	mimeType: 'application/pdf',
	buffer: Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\n' +
		'trailer<</Root 1 0 R>>\n%%EOF\n'),
};

const inDays = (days) => {
	const [year, month, day] = new Date(Date.now() + days * 86400000).toISOString().slice(0, 10).split('-');
	return `${day}.${month}.${year}`;
};

let browser;
before(async () => {
	browser = await openBrowser();
});
after(() => browser?.close());

// One volunteer's way through the form; organisations differ, so that none has applied before.
function journey({ script, organisation, title }) {
	const how = script ? 'with script' : 'without script';
	let page;
	let draft;

	const look = async (what) => {
		assert.equal(await page.locator('h1').count(), 1, `${what} has one main heading`);
		await assertFits(page, what);
		await assertAccessible(page, `${what}, ${how}`);
	};
	// Without script the keyboard does it: a click waits for frames, which do not come then.
	const push = (it) => (script ? it.click() : it.press('Enter'));
	const tick = (it) => (script ? it.check() : it.press('Space'));
	const heading = (name) => page.getByRole('heading', { level: 1, name, exact: true });
	const task = (name) => page.getByRole('listitem').filter({ has: page.getByRole('link', { name, exact: true }) });
	const section = async (name) => {
		await page.goto(draft);
		await push(page.getByRole('link', { name, exact: true }));
		await heading(name).waitFor();
	};
	const saveAndList = async () => {
		await push(page.getByRole('button', { name: 'Lagre og gå til oversikten' }));
		await page.waitForURL(`**${draft}`);
	};
	const group = (name) => page.getByRole('group', { name, exact: true });
	const row = async (what, name, sum) => {
		await page.getByLabel(what, { exact: true }).fill(name);
		const number = what.split(' ').at(-1);
		const table = what.startsWith('Kostnad') ? /^Kostnader/ : /^Finansiering/;
		await page.getByRole('group', { name: table }).getByLabel(`Penger (kr) ${number}`, { exact: true }).fill(sum);
	};

	test(`${how}: a scheme is found among the open calls, by field and by words`, async () => {
		page = await newPerson(browser, { viewport: phone, script });
		await page.goto('/');
		await push(page.locator('main').getByRole('link', { name: /^Kultur/ }).first());
		await page.waitForURL(/felt=kultur/);
		const open = page.locator('h2', { hasText: 'Åpne nå' }).locator('xpath=following-sibling::ul[1]');
		await open.getByRole('link', { name: TITLE }).waitFor();
		await page.getByRole('searchbox').fill('kunst unge');
		await push(page.getByRole('button', { name: 'Søk', exact: true }));
		await page.waitForURL(/sok=kunst\+unge/);
		assert.match(page.url(), /felt=kultur/, 'the field is kept');
		await look('what the search found');
		await push(page.getByRole('link', { name: TITLE }));
		await heading(TITLE).waitFor();
	});

	test(`${how}: the scheme tells who it is for, what it gives, what counts and when it closes`, async () => {
		for (const name of ['Åpen for søknader', 'Hvem kan søke', 'Hvor mye dere kan få', 'Hva som teller', 'Dette trenger dere']) {
			await page.getByRole('heading', { name, exact: true }).waitFor();
		}
		await page.getByText(/^Fristen er .* kl\. 23\.59/).waitFor();
		await page.getByText(/Kunstnerisk aktivitet teller 40\s%/).waitFor();
		await page.getByText(/Minste beløp dere kan søke om, er 10\s000\skr/).waitFor();
	});

	test(`${how}: the login leads on to the start, and the start asks who applies`, async () => {
		await push(page.getByRole('link', { name: 'Start søknad' }));
		await writeLogin(page, 'soker@demo.test');
		await page.waitForURL(`**/ordninger/${SCHEME}/start`);
		await look('the start of an application');
		await push(page.getByRole('button', { name: 'Start søknaden' }));
		await page.getByRole('link', { name: /Velg hvem som søker/ }).waitFor();
		assert.match(await page.title(), /^Feil: /);
		await look('the start with a mistake');
		await tick(page.getByLabel(organisation));
		await push(page.getByRole('button', { name: 'Start søknaden' }));
		await page.waitForURL(/\/soknader\/\d+$/);
		draft = new URL(page.url()).pathname;
		await page.getByText(/^Utkast, ikke sendt\. Fristen er/).waitFor();
		await page.getByText('0 av 5 deler er ferdige.').waitFor();
		await look('the list of sections');
	});

	test(`${how}: a second start opens the draft there is`, async () => {
		await page.goto(`/ordninger/${SCHEME}/start`);
		await tick(page.getByLabel(organisation));
		await push(page.getByRole('button', { name: 'Start søknaden' }));
		await page.waitForURL(`**${draft}`);
		assert.equal(sql(`select count(*) from application a join organisation o using (organisation_id) join call c using (call_id)
			where o.name = '${organisation}' and a.state = 'draft' and c.scheme_id = '${SCHEME}'`), '1');
	});

	test(`${how}: the sum comes first, and a large one brings up more to answer`, async () => {
		await section('Tiltaket');
		assert.equal(await page.getByLabel('Kort om tiltaket').isVisible(), false);
		await page.getByLabel('Hvor mye søker dere om?').fill('80 000');
		if (script) {
			await page.keyboard.press('Tab');
			await page.getByLabel('Kort om tiltaket').waitFor();
		}
		await look('the first section');
		await saveAndList();
		await page.getByText('0 av 6 deler er ferdige.').waitFor();
	});

	test(`${how}: mistakes are told beside the field and on top, with the way there`, async () => {
		await section('Kontaktperson');
		await page.getByLabel('Navn', { exact: true }).fill('Nora Fjellstu');
		await page.getByLabel('E-postadresse').fill('nora uten krøllalfa');
		await page.getByLabel('Telefon', { exact: true }).fill('12');
		await push(page.getByRole('button', { name: 'Lagre og gå videre' }));
		const summary = page.getByRole('alert');
		await summary.getByRole('heading', { name: /^Feil: / }).waitFor();
		assert.match(await page.title(), /^Feil: /);
		assert.equal(await summary.getByRole('link').count(), 2);
		if (script) {
			assert.equal(await summary.evaluate((it) => it === document.activeElement), true, 'the summary has focus');
		}
		for (const link of await summary.getByRole('link').all()) {
			const id = decodeURIComponent((await link.getAttribute('href')).slice(1));
			const words = (await link.innerText()).split(': ').at(-1);
			assert.ok((await page.locator(`[id="${id}-about"]`).innerText()).includes(words), `the same words beside ${id}`);
		}
		await look('a section with mistakes');
		await push(summary.getByRole('link').first());
		assert.equal(await page.locator(':focus').getAttribute('id'), 'f-kontakt-epost');
		await page.getByLabel('E-postadresse').fill('soker@demo.test');
		await page.getByLabel('Telefon', { exact: true }).fill('12 00 02 79');
		await push(page.getByRole('button', { name: 'Lagre og gå videre' }));
		await heading('Det dere bekrefter').waitFor();
		await page.goto(draft);
		await task('Kontaktperson').getByText('Ferdig').waitFor();
	});

	test(`${how}: what is written is kept when one leaves and comes back`, async () => {
		await section('Tiltaket');
		await page.getByLabel('Navn på tiltaket').fill(title);
		await page.getByLabel('Kort om tiltaket').fill('Barn og unge lager forestilling sammen i to kommuner.');
		if (script) {
			await page.getByText(/^Lagret kl\. \d\d\.\d\d$/).waitFor();
			await look('a section that has saved itself');
		} else {
			await saveAndList();
			await task('Tiltaket').getByText('Påbegynt').waitFor();
		}
		await page.goto('/');
		await push(page.getByRole('link', { name: 'Mine søknader' }));
		await push(page.getByRole('link', { name: title }));
		await page.waitForURL(`**${draft}`);
		await push(page.getByRole('link', { name: 'Tiltaket', exact: true }));
		assert.equal(await page.getByLabel('Navn på tiltaket').inputValue(), title);
	});

	test(`${how}: the measure, with its days and municipalities`, async () => {
		await page.getByLabel('Hva skal dere gjøre?').fill('Vi øver hver uke og viser stykket i Hamar og Ringsaker.\n\nAlle som vil, får en rolle.');
		await tick(group('Hva slags kunst?').getByLabel('Teater og dans'));
		await page.getByLabel('Fra dato').fill(inDays(70));
		await page.getByLabel('Til dato').fill(inDays(60));
		if (script) {
			await page.getByLabel('Finn kommune').fill('ringsa');
			assert.equal(await page.getByLabel('Alvdal').isVisible(), false);
			await tick(page.getByLabel('Ringsaker'));
			await page.getByLabel('Finn kommune').fill('');
		} else {
			await tick(page.getByLabel('Ringsaker'));
		}
		await tick(page.getByLabel('Hamar'));
		await push(page.getByRole('button', { name: 'Lagre og gå videre' }));
		await page.getByRole('alert').getByRole('link').first().waitFor();
		await look('a period that ends before it starts');
		await page.getByLabel('Til dato').fill(inDays(200));
		await push(page.getByRole('button', { name: 'Lagre og gå videre' }));
		await heading('Barn og unge').waitFor();
	});

	test(`${how}: the goals, and a question that an answer brings up`, async () => {
		const question = page.getByLabel('Hvordan er de med?');
		assert.equal(await question.isVisible(), false);
		await tick(group('Er ungdom med på å planlegge eller gjennomføre?').getByLabel('Ja'));
		if (!script) {
			await push(page.getByRole('button', { name: 'Lagre og gå videre' }));
		}
		await question.fill('De bestemmer stykket og styrer lyd og lys.');
		for (const [goal, number] of [['Barn og unge som deltar', '60'], ['Arrangement og verksteder', '4']]) {
			await group(goal).getByLabel(/^Hvor mange/).fill(number);
			await group(goal).getByLabel('Hvordan når dere målet?').fill('Vi inviterer gjennom skolene.');
		}
		await look('the goals');
		await push(page.getByRole('button', { name: 'Lagre og gå videre' }));
		await heading('Budsjett').waitFor();
	});

	test(`${how}: plans that do not balance are told about in kroner`, async () => {
		await row('Kostnad 1', 'Honorar til instruktør', '90000');
		await row('Kostnad 2', 'Leie av scene', '30.000,-');
		await row('Hvem betaler? 1', 'Granvika sparebank', '39 000');
		const wrong = /Finansieringen er 1\s000\skr lavere enn kostnadene/;
		if (script) {
			await page.locator('[data-balance]', { hasText: wrong }).waitFor();
			assert.equal(await group('Kostnader').locator('[data-total="all"]').innerText(), '120\u00a0000');
		}
		await push(page.getByRole('button', { name: 'Lagre og gå videre' }));
		await push(page.getByRole('alert').getByRole('link', { name: wrong }));
		assert.equal(await page.locator(':focus').getAttribute('id'), 'f-finansiering');
		assert.match(await page.locator('#f-finansiering-about').innerText(), wrong);
		await look('plans that do not balance');
		await page.goto(draft);
		await task('Budsjett').getByText('Må rettes').waitFor();
	});

	test(`${how}: a row is added and the plans balance`, async () => {
		await section('Budsjett');
		await row('Hvem betaler? 2', 'Billetter', '500');
		await row('Hvem betaler? 3', 'Loddsalg', '250');
		await push(page.getByRole('group', { name: /^Finansiering/ }).getByRole('button', { name: 'Legg til rad' }));
		await row('Hvem betaler? 4', 'Kafé', '250');
		if (script) {
			await page.getByText('Finansieringen er like stor som kostnadene.').waitFor();
		}
		await look('the budget');
		await push(page.getByRole('button', { name: 'Lagre og gå videre' }));
		await heading('Vedlegg').waitFor();
	});

	test(`${how}: a paper is asked for, attached, taken away and attached again`, async () => {
		const field = page.getByLabel(/^Siste årsregnskap/);
		assert.equal(await page.getByText('Siste årsregnskap (valgfritt)').count(), 0, 'a large sum asks for accounts');
		await field.setInputFiles({ name: 'tom.pdf', mimeType: 'application/pdf', buffer: Buffer.alloc(0) });
		await push(page.getByRole('button', { name: 'Last opp' }).first());
		await page.getByRole('alert').getByRole('link', { name: /tom\.pdf/ }).waitFor();
		await look('a file that is refused');
		await field.setInputFiles(account);
		await push(page.getByRole('button', { name: 'Last opp' }).first());
		await page.getByRole('link', { name: account.name }).waitFor();
		await look('an attached file');
		await push(page.getByRole('button', { name: `Fjern ${account.name}` }));
		await page.getByRole('link', { name: account.name }).waitFor({ state: 'detached' });
		await field.setInputFiles(account);
		await push(page.getByRole('button', { name: 'Lagre og gå videre' }));
		await heading('Kontaktperson').waitFor();
		await section('Vedlegg');
		await page.getByRole('link', { name: account.name }).waitFor();
	});

	test(`${how}: nothing can be sent before what is missing is there`, async () => {
		await page.goto(draft);
		await push(page.getByRole('link', { name: 'Kontroller svarene og send' }));
		await page.getByRole('heading', { name: 'Feil: Du må rette 3 ting før du kan sende' }).waitFor();
		await look('the answers with something missing');
		assert.equal(await page.getByRole('button', { name: 'Send søknaden' }).count(), 0);
		await push(page.getByRole('alert').getByRole('link', { name: /^Kontonummer/ }));
		await heading('Det dere bekrefter').waitFor();
		await page.getByLabel('Kontonummer').fill('9999 00 10001');
		await tick(page.getByLabel(/^Opplysningene i søknaden er riktige/));
		await tick(page.getByLabel(/^Voksne som har ansvar/));
		await push(page.getByRole('button', { name: /^Lagre og/ }).first());
		await heading('Kontroller svarene').waitFor();
	});

	test(`${how}: everything on one page shows what was answered`, async () => {
		await page.goto(draft);
		await page.getByText('6 av 6 deler er ferdige.').waitFor();
		await push(page.getByRole('link', { name: 'Se alt på én side' }));
		assert.equal(await page.getByLabel('Navn på tiltaket').inputValue(), title);
		assert.equal(await page.getByLabel('Hamar').isChecked(), true);
		await look('everything on one page');
	});

	test(`${how}: an answer is changed from the last page, and one is back there`, async () => {
		await page.goto(draft);
		await push(page.getByRole('link', { name: 'Kontroller svarene og send' }));
		await page.getByText('kan den ikke endres').waitFor();
		await look('the answers before sending');
		await push(page.getByRole('link', { name: 'Endre Kort om tiltaket' }));
		await heading('Tiltaket').waitFor();
		await page.getByLabel('Kort om tiltaket').fill('Unge fra to kommuner lager teater sammen.');
		await push(page.getByRole('button', { name: /^Lagre og/ }).first());
		await heading('Kontroller svarene').waitFor();
		await page.getByText('Unge fra to kommuner lager teater sammen.').waitFor();
	});

	test(`${how}: the application is sent, and the page tells what happens now`, async () => {
		await page.getByText(/blir et offentlig dokument/).waitFor();
		await push(page.getByRole('button', { name: 'Send søknaden' }));
		await page.getByRole('heading', { name: 'Hva skjer nå?' }).waitFor();
		const band = await page.getByText(/^Sendt .* kl\. \d\d\.\d\d\. Søknadsnummer \d{4}-\d{5}\.$/).innerText();
		const [number] = /\d{4}-\d{5}/.exec(band);
		await page.getByText(/Dere får svar innen \d+\. \S+ \d{4}/).first().waitFor();
		await page.getByText('Søknaden er et offentlig dokument (offentleglova § 3).').waitFor();
		await page.getByRole('link', { name: '12 00 00 10' }).first().waitFor();
		await look('the page after sending');
		const link = page.getByRole('link', { name: 'Last ned kvitteringen (PDF)' });
		const answer = await page.request.get(await link.getAttribute('href'));
		assert.equal(answer.headers()['content-type'], 'application/pdf');
		const text = textOfPdf(await answer.body());
		for (const part of [number, title, organisation, 'Solveig Tangvik', 'Unge fra to kommuner lager teater sammen.', 'Hamar, Ringsaker',
			'Årsregnskap 2025.pdf', '80 000', 'Loddsalg', 'offentlig']) {
			assert.ok(text.includes(part), `the receipt says «${part}»: ${text}`);
		}
		assert.equal(sql(`select a.state || ' ' || a.number from application a join organisation o using (organisation_id) join call c using (call_id)
			where o.name = '${organisation}' and c.scheme_id = '${SCHEME}' and c.closes_at > now()`), `submitted ${number}`);
	});

	test(`${how}: what is sent cannot be changed, and no page complained`, async () => {
		await page.goto(`${draft}/del/tiltaket`);
		assert.equal(await page.getByLabel('Navn på tiltaket').count(), 0);
		await page.goto('/soknader');
		await page.getByRole('link', { name: title }).waitFor();
		await look('the list of applications');
		assert.deepEqual(page.complaints.filter((line) => !/status of (404|409|422)/.test(line)), []);
	});
}

journey({ script: true, organisation: 'Granvika barneteater', title: 'Fjellet som sang' });
journey({ script: false, organisation: 'Granvika idrettslag', title: 'Dans i idrettshallen' });

test('a section is filled in and saved with the keyboard alone', async () => {
	const page = await newPerson(browser, { viewport: phone });
	await logIn(page, 'soker@demo.test', `/ordninger/${SCHEME}/start`);
	// Goes on with Tab until the control that has focus is the one sought.
	const reach = async (name) => {
		for (let i = 0; i < 100; i++) {
			await page.keyboard.press('Tab');
			const said = await page.evaluate(() => {
				const it = document.activeElement;
				return (it.labels?.[0] ?? it).textContent.trim();
			});
			if (said.startsWith(name)) {
				return;
			}
		}
		assert.fail(`the keyboard never comes to «${name}»`);
	};
	await reach('Granvika barneteater');
	for (let i = 0; i < 5 && !(await page.getByLabel('Sammen i Granvika').isChecked()); i++) {
		await page.keyboard.press('ArrowDown');
	}
	await reach('Start søknaden');
	await page.keyboard.press('Enter');
	await page.waitForURL(/\/soknader\/\d+$/);
	await reach('Tiltaket');
	await page.keyboard.press('Enter');
	await page.getByRole('heading', { level: 1, name: 'Tiltaket' }).waitFor();
	await reach('Hvor mye søker dere om?');
	await page.keyboard.type('80 000');
	await reach('Lagre og gå til oversikten');
	await page.keyboard.press('Enter');
	await page.waitForURL(/\/soknader\/\d+$/);
	await reach('Kontaktperson');
	await page.keyboard.press('Enter');
	await page.getByRole('heading', { level: 1, name: 'Kontaktperson' }).waitFor();
	for (const [label, value] of [['Navn', 'Nora Fjellstu'], ['E-postadresse', 'soker@demo.test'], ['Telefon', '12 00 02 79']]) {
		await reach(label);
		await page.keyboard.type(value);
	}
	await reach('Lagre og gå videre');
	const ring = await page.evaluate(() => getComputedStyle(document.activeElement).outlineStyle);
	assert.notEqual(ring, 'none', 'focus is seen');
	await page.keyboard.press('Enter');
	await page.getByRole('heading', { level: 1, name: 'Det dere bekrefter' }).waitFor();
	await page.context().close();
});
