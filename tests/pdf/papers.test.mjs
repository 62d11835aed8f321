// papers.test.mjs — receipt, decision letters, recommendation list and evaluation: what each must say, in nb and nn.
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { bytes, check, fixture, flowing, info, make, structure, words } from './document.mjs';

const paper = (template, data, lang = 'nb') => make(template, fixture(`data/${data}.xml`), { lang });
const letter = (outcome, lang) => flowing(paper('decision_letter', `decision_letter-${outcome}`, lang));

const says = (text, ...phrases) => {
	for (const phrase of phrases) {
		assert.ok(text.includes(phrase), `"${phrase}" is not in: ${text}`);
	}
};
const omits = (text, ...phrases) => {
	for (const phrase of phrases) {
		assert.ok(!text.includes(phrase), `"${phrase}" is in: ${text}`);
	}
};

test('every paper is whole and tagged, in both written standards', () => {
	const papers = [['receipt', 'receipt'], ['recommendation_list', 'recommendation_list'], ['evaluation', 'evaluation'],
		...['granted', 'partly', 'rejected', 'dismissed'].map((outcome) => ['decision_letter', `decision_letter-${outcome}`])];
	for (const [template, data] of papers) {
		for (const lang of ['nb', 'nn']) {
			const pdf = paper(template, data, lang);
			check(pdf);
			assert.match(info(pdf), /Tagged:\s+yes/);
			assert.match(structure(pdf), /^ {2}H1/m);
		}
	}
});

test('the receipt tells number, time, answer, contact, publicity and everything sent', () => {
	const text = flowing(paper('receipt', 'receipt'));
	says(text, '2026-00123', '30. oktober 2026 kl. 14.07', 'Dere får svar innen 15. januar 2027', 'Kari Nordmann, telefon 62 00 00 00',
		'kari@example.test', 'Søknaden er et offentlig dokument', 'Hva vil dere gjøre?', 'Tiltaket er gratis for deltakerne.',
		'Lønn til instruktører', '260 000 kr', 'Tilskudd fra denne ordningen', '600 000 kr', 'Barn og unge som deltar', '400',
		'Hamar, Ringsaker, Stange, Løten', 'vedtekter.pdf', 'regnskap 2025.xlsx', '9f86d081884c7d659a2feaa0c55ad015');
	omits(text, 'etter fristen');
	says(flowing(paper('receipt', 'receipt', 'nn')), 'Kva skjer no?', 'De får svar innan', 'eit offentleg dokument');
	says(flowing(paper('receipt', 'receipt', 'en')), 'What happens now?', 'The application is a public document', 'Page 1 of');
});

// Row R99 of the requirements.
const always = ['Prøve fylkeskommune', '2026-00123', '20. januar 2027', 'Sogn kulturlag', 'Storgata 1', '18. januar 2027',
	'Kulturlova, om fylkeskommunens oppgaver', 'innen tre uker fra dere fikk brevet', 'Klagenemnda', 'Send klagen til Prøve fylkeskommune',
	'forvaltningsloven §§ 18 og 19', 'forvaltningsloven § 42', 'Kari Nordmann', 'Ola Leder, seksjonssjef', 'Begrunnelse'];

test('a grant holds its sum, purpose, terms, payment, report and the right of appeal', () => {
	const text = letter('granted', 'nb');
	says(text, ...always, 'Dere får tilskudd', 'Vi gir 250 000 kr', 'Vilkår', 'Tiltaket må være startet innen ett år',
		'75 % utbetales når dere har akseptert vilkårene', 'Utbetaling og rapport', 'tre måneder etter at tiltaket er ferdig',
		'av Ola Leder etter fullmakt fra fylkestinget');
	omits(text, 'avslag', 'avvist', 'et annet enn innstillingen');
});

test('a partial grant by a body tells what was applied for, the meeting, the vote and why it departs', () => {
	const text = letter('partly', 'nb');
	says(text, ...always, 'Dere får en del av tilskuddet', 'Vi gir 180 000 kr', 'Dere søkte om 250 000 kr',
		'Hovedutvalg for kultur, 18. januar 2027, sak PS 12/2027, 9 mot 2 stemmer', 'Vedtaket er et annet enn innstillingen', 'Utvalget vil at flere kommuner');
	omits(text, 'etter fullmakt');
});

test('a rejection and a dismissal are told apart and promise no money', () => {
	const rejected = letter('rejected', 'nb'), dismissed = letter('dismissed', 'nb');
	says(rejected, ...always, 'Vedtak om avslag', 'Vi gir ikke tilskudd', 'ordinær drift');
	says(dismissed, ...always, 'Søknaden er avvist', 'ikke har vurdert innholdet', 'én dag etter fristen');
	for (const text of [rejected, dismissed]) {
		omits(text, 'Vilkår', 'utbetales', 'Frist for rapport', 'Hva tilskuddet skal brukes til');
	}
	omits(rejected, 'avvist');
	omits(dismissed, 'avslag');
});

test('nynorsk letters are nynorsk throughout', () => {
	for (const outcome of ['granted', 'partly', 'rejected', 'dismissed']) {
		const text = letter(outcome, 'nn');
		says(text, 'Grunngiving', 'De kan klage på vedtaket', 'Kva vedtak'.toLowerCase(), 'Med vennleg helsing', 'Har de spørsmål?');
		// Words of the template itself; the case's own words are bokmål in this fixture.
		omits(text, 'Begrunnelse', 'Send klagen', 'Med vennlig hilsen', 'Har dere spørsmål', 'Hva tilskuddet');
	}
	says(letter('granted', 'nn'), 'De får tilskot', 'Kva tilskotet skal brukast til');
});

test('the list has every row, the sums against the frame, and its three parts', () => {
	const pdf = paper('recommendation_list', 'recommendation_list');
	const text = flowing(pdf);
	says(text, 'Innstilling', 'Foreslås innvilget', 'Foreslås avslått', 'Foreslås avvist (ikke vurdert)', 'Ikke plassert ennå',
		'Ungdomsrådet, 2. desember 2026: Rådet støtter tiltakene for ungdom.', '2026-00101: Ringsaker: Støtter søknaden, plass 1',
		'Sum foreslått av en ramme på 3 000 000 kr', '2 950 000 kr', '34, til sammen 6 420 000 kr');
	omits(text, 'Utkast');
	assert.match(info(pdf), /Page size:\s+841\.89 x 595\.276/);
	for (let i = 1; i <= 30; i++) {
		assert.match(words(pdf, '-layout'), new RegExp(`^\\s*${i}\\s+\\S`, 'm'));
	}
});

test('an application number is never divided', () => {
	const text = words(paper('evaluation', 'evaluation'), '-layout');
	for (let i = 1; i <= 60; i++) {
		says(text, `2026-${String(i).padStart(5, '0')}`);
	}
});

test('the evaluation begins with its findings and ends with how the figures were made', () => {
	const told = structure(paper('evaluation', 'evaluation'));
	const order = ['Evaluering 2026', 'Det viktigste', '60 av 84 søknader', 'Ordningen på én side', 'Tallene', 'Mottatte søknader',
		'Hvor pengene gikk', 'Figure', 'Kongsvinger', 'innbygger', 'Hvem som fikk', 'Integrering', 'Det søkerne lovet',
		'Hva som skilte', 'Alle tilskudd', '2026-00060', 'Slik er tallene regnet ut'];
	let at = 0;
	for (const phrase of order) {
		const found = told.replaceAll('\u00a0', ' ').indexOf(phrase, at);
		assert.ok(found >= 0, `${phrase} does not follow`);
		at = found;
	}
	says(flowing(paper('evaluation', 'evaluation')), '14 av 46 kommuner fikk ikke noe tilskudd. Det er Etnedal, Vang, Øystre Slidre, Gausdal, Ringebu.');
});

test('the web twins say the same and hold nothing the pages forbid', () => {
	for (const [template, data] of [['decision_letter', 'decision_letter-partly'], ['evaluation', 'evaluation'], ['receipt', 'receipt']]) {
		const html = bytes(make(template, fixture(`data/${data}.xml`), { html: true })).toString();
		assert.doesNotMatch(html, /\sstyle=|<script|<th[^>]*><\/th>/);
		assert.equal(html.match(/<table/g)?.length ?? 0, html.match(/<\/table>/g)?.length ?? 0);
	}
});
