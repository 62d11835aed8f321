// every_scheme.test.mjs — every scheme there is, applied for as its own document says: right, with each required answer left out, with
// each limit passed by one, with sums above what it gives and with each of its own examples of what it turns away.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Applicant, fileFor, newOrganisation, stateOf } from '../lib/applicant.mjs';
import { readScheme, schemeIds, validAnswers, wantsFile } from '../lib/scheme.mjs';
import { sql, unescape, words } from '../lib/visitor.mjs';

const kroner = (n) => `${String(n).replace(/\B(?=(\d{3})+$)/g, '\u00a0')}\u00a0kr`;
const count = (n) => String(n).replace(/\B(?=(\d{3})+$)/g, '\u00a0');
const plain = (text) => text.replace(/[\s\u00a0]+/g, ' ').trim();

// The first line of a page's error summary that leads to a field, or to a part of it.
const summary = (html) =>
	[...(/data-error-summary[^]*?<\/ul>/.exec(html)?.[0] ?? '').matchAll(/<a [^>]*href="([^"]*)"[^>]*>([^]*?)<\/a>/g)].map(([, href, text]) => ({
		href: unescape(href),
		field: /#f-(.*)$/.exec(href)?.[1],
		text: plain(words(text)),
	}));

// What stands at a field: from its own box to the next one's.
function beside(html, anchor) {
	const at = html.indexOf(`id="f-${anchor}"`);
	assert.ok(at > 0, `${anchor} is on the page`);
	const from = Math.max(html.lastIndexOf('class="field ', at), 0);
	const to = html.indexOf('class="field ', at);
	return plain(words(html.slice(from, to < 0 ? undefined : to)));
}

// Questions that other answers bring up stand on the page from the start, hidden.
function isShown(html, id) {
	const hidden = /name="hidden" value="([^"]*)"/.exec(html)?.[1].split(' ') ?? [];
	return !hidden.includes(id) && (html.includes(`id="f-${id}"`) || html.includes(`id="f-${id}.`));
}

// What each kind of question says when it is not answered, and at which part of it.
const asksFor = (field, scheme) => ({
	'yes-no': [['', 'Svar ja eller nei.']],
	choice: [['', 'Velg ett av svarene.']],
	'multi-choice': [['', 'Velg minst ett av svarene.']],
	municipalities: [['', 'Velg minst én kommune.']],
	statement: [['', 'Kryss av for å bekrefte.']],
	'applied-sum': [['', 'Skriv hvor mye dere søker om, i hele kroner, for eksempel 25 000.']],
	money: [['', 'Skriv beløpet i hele kroner, for eksempel 25 000.']],
	date: [['', 'Skriv datoen som dag, måned og år, for eksempel 15.01.2027.']],
	'birth-date': [['', 'Skriv datoen som dag, måned og år, for eksempel 15.01.2027.']],
	person: [['.name', 'Skriv navnet.'], ['.email', 'Skriv e-postadressen.'],
		field.role === 'signatory' ? ['.basis', 'Velg om personen har signaturrett eller fullmakt.'] : ['.phone', 'Skriv telefonnummeret.']],
	period: [['.start', 'Skriv når tiltaket starter, for eksempel 15.01.2027.'], ['.end', 'Skriv når tiltaket slutter, for eksempel 15.06.2027.']],
	'goal-table': scheme.goals.filter((goal) => !scheme.optionalGoals.includes(goal))
		.map((goal) => [`.${goal}.number`, 'Skriv et tall. Skriv 0 hvis målet ikke gjelder dere.']),
	'cost-table': [['', 'Før opp minst én kostnad.']],
	attachment: [['', 'Legg ved en fil.']],
	'third-party-statement': [['', 'Be om uttalelsen på e-post, eller last den opp. Søknaden kan sendes når den er her.']],
	'birth-date': [['', 'Skriv datoen som dag, måned og år, for eksempel 15.01.2027.']],
	address: [['.street', 'Skriv gate og nummer, eller stedet.'], ['.postcode', 'Skriv postnummeret, fire sifre.'], ['.place', 'Skriv poststedet.'],
		['.municipality', 'Velg kommune.']],
	person: [['.name', 'Skriv navnet.'], ['.email', 'Skriv e-postadressen.'],
		field.role === 'signatory' ? ['.basis', 'Velg om personen har signaturrett eller fullmakt.'] : ['.phone', 'Skriv telefonnummeret.']],
	group: [['', `Trykk «Legg til ${field.rowName}». Her må det være minst ${field.minRows}.`]],
	partners: [['', `Trykk «Legg til partner». Her må det være minst ${field.minRows}.`]],
	'work-packages': [['', `Trykk «Legg til arbeidspakke». Her må det være minst ${field.minRows}.`]],
}[field.type] ?? [['', 'Fyll ut dette feltet.']]);

// The names an answer goes by in the form.
const namesOf = (answers, { id }) => Object.keys(answers).filter((name) => name === id || name.startsWith(`${id}.`));
const without = (answers, fields) =>
	({ ...answers, ...Object.fromEntries(fields.flatMap((field) => namesOf(answers, field)).map((name) => [name, ''])) });

// An answer one beyond a limit, and what is said about it.
function beyond(field) {
	const { type, limits: { min, max } } = field;
	const longest = max ?? { text: 200, 'long-text': 2000 }[type];
	const tooLong = `Teksten er ${count(longest + 1)} tegn. Her er det plass til ${count(longest)}. Kort den ned med 1 tegn.`;
	switch (type) {
		case 'text': case 'long-text': return [['x'.repeat(longest + 1), tooLong]];
		case 'integer': return [
			...(max === null ? [] : [[String(max + 1), `Tallet er ${count(max + 1)}. Det kan være høyst ${count(max)}.`]]),
			...(min === null ? [] : [[String(min - 1), min > 0 ? `Tallet er ${count(min - 1)}. Det må være minst ${count(min)}.` : 'Tallet kan ikke være mindre enn 0.']]),
		];
		case 'money': return [
			...(max === null ? [] : [[String(max + 1), `Summen er ${kroner(max + 1)}. Den kan være høyst ${kroner(max)}.`]]),
			min > 0 ? [String(min - 1), `Summen er ${kroner(min - 1)}. Den må være minst ${kroner(min)}.`]
				: ['-1', 'Summen kan ikke være mindre enn 0 kr. Skriv den uten minus, for eksempel 25 000.'],
		];
		case 'applied-sum': return [['0', 'Skriv en sum som er større enn 0 kr.']];
		case 'date': case 'birth-date': return [['32.13.2027', 'Skriv datoen som dag, måned og år, for eksempel 15.01.2027.']];
		case 'choice': case 'multi-choice': return [['finnes-ikke', 'Velg blant svarene i listen.']];
		case 'yes-no': return [['kanskje', 'Svar ja eller nei.']];
		case 'municipalities': return [['9999', 'Vi kjenner ingen kommune med nummer «9999». Velg kommuner fra listen.']];
		case 'email': return [['kari', 'E-postadressen mangler noe. Skriv den slik: navn@eksempel.no']];
		case 'phone': return [['12', 'Skriv et telefonnummer med åtte sifre, for eksempel 912 34 567, eller med landkode foran, for eksempel +47 912 34 567.']];
		case 'account': return [['12345678901', 'Kontonummeret stemmer ikke. Se etter om alle de elleve sifrene er riktige.']];
		default: return [];
	}
}

const attachments = (scheme) => scheme.fields.filter(wantsFile);
const everything = (id) => `/soknader/${id}/alt`;

async function control(person, id) {
	const page = await person.get(`/soknader/${id}/kontroller`);
	assert.equal(page.status, 200);
	return page.body;
}

// The whole form on one page, again for what the first answers bring up.
async function fillOnOnePage(person, id, scheme, answers) {
	let answer;
	for (let i = 0; i < 4; i += 1) {
		answer = await person.fill(everything(id), answers);
		if (answer.status !== 303 || !answer.location.startsWith(`${everything(id)}?`)) {
			break;
		}
	}
	assert.equal(answer.status, 303, plain(words(answer.body)).match(/Feil:.{0,400}/)?.[0]);
	for (const section of scheme.sections) {
		for (const { id: plan } of section.fields.filter(({ type }) => type === 'work-packages')) {
			if (isShown((await person.get(everything(id))).body, plan)) {
				await person.fillPackages(`/soknader/${id}/del/${section.id}/pakke`, plan, answers);
			}
		}
	}
}

async function attachAll(person, id, scheme) {
	const page = (await person.get(everything(id))).body;
	for (const field of attachments(scheme).filter((one) => isShown(page, one.id))) {
		const section = scheme.sections.find(({ fields }) => fields.includes(field));
		assert.equal((await person.upload(`/soknader/${id}/del/${section.id}`, field.id, ...fileFor(field))).status, 303);
	}
}

// One person and call a scheme; an organisation for each application.
const people = new Map();

async function start(scheme, example = scheme) {
	const person = people.get(scheme.id) ?? await Applicant.new();
	people.set(scheme.id, person);
	const organisation = newOrganisation(person.email, {
		kind: example['applicant-type'] ?? scheme.kind,
		form: example['organisation-form'] ?? 'FLI',
		municipality: example['applicant-municipality'] ?? '3403',
		registered: example['in-voluntary-register'] !== 'no',
	});
	return { person, id: await person.start(scheme.id, organisation) };
}

function assertTold(html, field, part, text, what) {
	const line = summary(html).find((one) => one.field === `${field.id}${part}`);
	assert.ok(line, `${what}: the summary leads to ${field.id}${part}: ${JSON.stringify(summary(html))}`);
	assert.ok(line.text.endsWith(plain(text)), `${what}: «${line.text}» should end with «${text}»`);
	return line;
}

for (const schemeId of schemeIds) {
	const scheme = readScheme(schemeId);
	const asked = scheme.fields.filter(({ required, relevant }) => required === 'true()' && relevant === '');
	const sometimes = scheme.fields.filter(({ required, relevant }) => required === 'true()' && relevant !== '');
	const steers = (field) => scheme.fields.some(({ relevant }) => new RegExp(`(^|[^\\w-])${field.id}([^\\w-]|$)`).test(relevant)
		|| (field.type === 'applied-sum' && /\bapplied\b/.test(relevant)));

	test(`${schemeId}: filled in section by section, checked, sent and given a receipt`, async () => {
		const { person, id } = await start(scheme);
		await person.fillAll(id, scheme);
		assert.ok(!plain(words((await person.get(`/soknader/${id}`)).body)).includes('Må rettes'));
		assert.deepEqual(summary(await control(person, id)), []);
		const sent = await person.send(id);
		assert.equal(sent.status, 303, plain(words(sent.body)).slice(0, 2000));
		assert.equal(sent.location, `/soknader/${id}/kvittering`);
		assert.equal(stateOf(id), 'submitted');
		const [[given, applied, costs]] = sql('select number, applied_ore / 100, costs_ore / 100 from application where application_id = :v1', id);
		assert.equal(applied, scheme.applied > 0 ? String(scheme.applied) : '');
		assert.equal(Number(costs), scheme.costs);
		assert.ok(words((await person.get(sent.location)).body).includes(`Søknadsnummer ${given}`));
		const paper = await person.get(`/soknader/${id}/kvittering.pdf`);
		assert.equal(paper.headers.get('content-type'), 'application/pdf');
		assert.ok(paper.body.startsWith('%PDF-'));
	});

	test(`${schemeId}: each required answer left out, each limit passed by one`, async () => {
		const { person, id } = await start(scheme);
		const answers = validAnswers(scheme);

		// Nothing is answered, not even what a draft begins with: all that is always asked is missing, and each line leads to its own
		// question. A file that may follow later is no such thing.
		sql('delete from draft_answer where application_id = :v1', id);
		const empty = await control(person, id);
		for (const field of asked.filter(({ type, later }) => type !== 'financing-table' && !later)) {
			const section = scheme.sections.find(({ fields }) => fields.includes(field));
			for (const [part, text] of asksFor(field, scheme)) {
				const line = assertTold(empty, field, part, text, 'left out');
				assert.ok(line.href.startsWith(`/soknader/${id}/del/${section.id}`), `${field.id} is in ${section.id}: ${line.href}`);
			}
		}
		assert.ok(!empty.includes(`action="/soknader/${id}/send"`), 'no button to send with');

		// All but what the other answers bring up.
		await fillOnOnePage(person, id, scheme, without(answers, sometimes.filter((field) => !steers(field))));
		const page = (await person.get(everything(id))).body;
		const halfway = await control(person, id);
		for (const field of sometimes.filter((one) => !steers(one) && isShown(page, one.id) && one.type !== 'financing-table' && !one.later)) {
			for (const [part, text] of asksFor(field, scheme)) {
				assertTold(halfway, field, part, text, 'brought up and left out');
			}
		}

		// Each limit passed by one, all at once where one answer doesn't hide another question.
		await fillOnOnePage(person, id, scheme, answers);
		await attachAll(person, id, scheme);
		assert.deepEqual(summary(await control(person, id)), [], 'all is right');
		const full = (await person.get(everything(id))).body;
		const shown = scheme.fields.filter((field) => isShown(full, field.id));
		const tries = shown.filter(({ calculate }) => calculate === undefined).flatMap((field) => beyond(field).map(([value, text], round) => ({ field, value, text, round })));
		const rounds = [0, 1].map((round) => tries.filter((one) => one.round === round && !steers(one.field)));
		for (const wrong of [...rounds, ...tries.filter(({ field }) => steers(field)).map((one) => [one])].filter(({ length }) => length > 0)) {
			const answer = await person.fill(everything(id), { ...answers, ...Object.fromEntries(wrong.map(({ field, value }) => [field.id, value])) });
			assert.equal(answer.status, 422, `${wrong.map(({ field, value }) => `${field.id}=${value.slice(0, 20)}`)}: ${answer.location}`);
			for (const { field, text } of wrong) {
				assertTold(answer.body, field, '', text, 'passed');
				assert.ok(beside(answer.body, field.id).includes(plain(text)), `${field.id}: ${text}: beside the field: ${beside(answer.body, field.id)}`);
			}
			// A wrong answer is kept too, and what it hides is asked again once it is right.
			await fillOnOnePage(person, id, scheme, answers);
		}

		// And each text as long as it may be.
		const longest = Object.fromEntries(shown.filter(({ type, limits }) => /^(long-)?text$/.test(type) && limits.max !== null)
			.map((field) => [field.id, 'x'.repeat(field.limits.max)]));
		await fillOnOnePage(person, id, scheme, { ...answers, ...longest });
		assert.deepEqual(summary(await control(person, id)), [], 'at the limit is within it');
	});

	// What only the county's own data gives an example is tried where the rules are.
	const possible = scheme.cases.filter((one) => !one.world && !one.received && !one['applicant-born'] && !one['call-year'] && !one['call-start'] && !one['call-extra']);
	const turnedAway = possible.filter(({ eligible, because }) => eligible === 'no' && scheme.rules.some(({ id }) => id === because));
	const tooMuch = possible.filter((one) => one.eligible === 'yes' && Number(one['max-award']) < one.applied);

	for (const example of [...turnedAway, ...tooMuch]) {
		test(`${schemeId}: «${example.name}» is told before it is sent`, async () => {
			const { person, id } = await start(scheme, example);
			await fillOnOnePage(person, id, scheme, validAnswers(scheme, { example }));
			const told = plain(words(await control(person, id)));
			const rule = scheme.rules.find((one) => one.id === example.because);
			// A sum is too large for the scheme, or leaves too little for the applicant to carry, or isn't one of those it gives.
			const texts = rule ? [rule.reason] : [kroner(example['max-award']), 'Den må være minst', 'men ordningen gir bare'];
			assert.ok(texts.some((text) => told.includes(plain(text))), `${texts[0]}: ${told.match(/Dette bør dere vite.{0,1500}/)?.[0]}`);
		});
	}
}
