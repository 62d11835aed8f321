// sogn_walk.test.mjs — a real project written in whole through the browser's own forms: seven work packages, 30 activities over 16
// quarters, cost and financing, sent and read again with the sums of its plan.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { test } from 'node:test';
import { Applicant, newCall, newOrganisation, stateOf } from '../lib/applicant.mjs';
import { readScheme, validAnswers } from '../lib/scheme.mjs';
import { sql, words } from '../lib/visitor.mjs';

const schemeId = 'in-inkludering-integrering';

// As the project plan of 29 May 2019 has them; the quarters are ours. People are invented.
const packages = [
	['Oppstart og etablering', 'Etablering av en effektiv prosjektstruktur', [
		['Engasjere prosjektleder, rekruttere og etablere prosjektorganisasjon', 0, 1, 'Prosjektleder er ansatt'],
		['Finne finansiering til arbeidspakker', 0, 3], ['Kick off', 1, 1, 'Kick off er holdt'],
		['Formidle resultat fra arbeidspakkene og arrangere samlinger', 4, 15]]],
	['Identifisere ressurser og behov', 'Identifisere og koble behov og ressurser, og lage grunnlag for prioriterte satsingsområder', [
		['Identifisere ressurser og behov', 1, 2], ['Prioritere arbeidspakker med aktiviteter', 2, 3], ['Fordele arbeidspakker', 3, 3]]],
	['Språk og samfunn', 'Gode språkkunnskaper og god samfunnsforståelse', [
		['Barnehage', 3, 11], ['Grunnskole', 3, 11], ['Videregående skole', 4, 12], ['Voksen/arbeid', 3, 15]]],
	['Arbeid', 'Flere innvandrere inn i arbeidslivet', [
		['Etablerertiltak for arbeidsinnvandrere i brakkebyer', 4, 7],
		['Økt vilje og trygghet hos arbeidsgivere for flere ansettelser av innvandrere', 3, 15],
		['Oppfølging av innvandrere i korte engasjement', 4, 15], ['Arbeidstrening og praksisplasser', 4, 14],
		['Hurtigsporet og samsvar mellom utdanning og stilling', 6, 15], ['Jobbmesser og motivasjonsforedrag', 5, 13], ['Mangfoldspris', 7, 15],
		['Etablererkurs og foredrag for økt entreprenørskap', 4, 11]]],
	['Utdanning', '', [
		['Karriereveiledning', 3, 15], ['Digitalt ressursbibliotek for opplæring', 5, 9],
		['Bistand til godkjenning og komplementering av utdanning', 4, 15], ['Arbeidsrettet kvalifisering', 6, 15]]],
	['Bolig', 'Økt og varig bosetting av innvandrere', [
		['Informasjonsmateriell og praktisk bistand til boligkjøp', 4, 7],
		['Formidler og kontaktperson til det private utleiemarkedet', 4, 15]]],
	['Fritid og familie', 'Økt inkludering fra organisasjoner og lag, større opplevelse av inkludering og tilhørighet, og økt aktiv deltakelse', [
		['Støtte til deltakelse på fritidsaktiviteter', 3, 15], ['Fadderordning', 3, 13],
		['Temabasert informasjonsmateriell om norsk hverdagsliv', 5, 8],
		['Insentivordninger til frivillige, lag og organisasjoner', 4, 15], ['Nye fritidstilbud og attraktive møteplasser', 6, 15]]],
];
const costs = [['Prosjektleder', 900000, 0], ['Kontaktpersoner i kommuner', 0, 700000], ['Næringsaktører i kommunene', 0, 100000],
	['Arrangement og kickoff', 80000, 175000], ['Aktiviteter', 50000, 250000], ['Møter/reiser', 50000, 125000]];
const financing = [['Sogn regionråd', 200000, 100000], ['Kommunene', 200000, 1250000]];
const rate = 400; // the scheme's highest; the plan has no hours, so they are what its sums come to

const year = new Date().getFullYear() + 1;
const quarter = (n) => `${year + Math.floor(n / 4)}-${String((n % 4) * 3 + 1).padStart(2, '0')}`;

function answers() {
	const all = Object.fromEntries(Object.entries(validAnswers(readScheme(schemeId))).filter(([path]) => !/^(arbeidspakker|kostnader|finansiering)\./.test(path)));
	Object.assign(all, { tittel: 'Sogn for alle – integrering og inkludering', styringsgruppe: '10', 'kontaktperson-stilling': '10',
		'periode.start': `1.1.${year}`, 'periode.end': `31.12.${year + 3}`, soknadssum: '680 000' });
	packages.forEach(([name, goal, activities], p) => {
		Object.assign(all, { [`arbeidspakker.${p + 1}.name`]: name, [`arbeidspakker.${p + 1}.goal`]: goal });
		activities.forEach(([what, from, to, milestone = ''], a) => Object.assign(all, {
			[`arbeidspakker.${p + 1}.${a + 1}.name`]: what, [`arbeidspakker.${p + 1}.${a + 1}.from`]: quarter(from),
			[`arbeidspakker.${p + 1}.${a + 1}.to`]: quarter(to), [`arbeidspakker.${p + 1}.${a + 1}.milestone`]: milestone,
		}));
	});
	return all;
}

// Plans grow by a row at a time, as they do without script.
async function fillPlans(person, path) {
	const rows = (table, column, list, own) => Object.assign({}, ...list.map(([what, cash, work], n) => ({
		[`${table}.${n}.${column}`]: what, [`${table}.${n}.cash`]: cash === 0 ? '' : String(cash), ...own(`${table}.${n}`, work),
	})));
	const plans = {
		...rows('kostnader', 'item', costs, (row, work) => (work === 0 ? {} : { [`${row}.hours`]: String(work / rate).replace('.', ','), [`${row}.rate`]: String(rate) })),
		...rows('finansiering', 'source', financing, (row, work) => ({ [`${row}.own`]: String(work) })),
	};
	let address = path;
	for (let grown = 3; grown < costs.length; grown += 1) {
		await person.get(address);
		const more = await person.post(path, [...person.filled(path, plans), ['add', 'kostnader']], { tokens: [] });
		assert.equal(more.status, 303, words(more.body).slice(0, 500));
		address = more.location.split('#')[0];
	}
	await person.get(address);
	const last = await person.post(path, [...person.filled(path, plans), ['go', 'next']], { tokens: [] });
	assert.equal(last.status, 303, words(last.body).slice(0, 1500));
}

// Lines break and hyphens come where paper is narrow: compared without them.
const squeezed = (text) => text.replace(/[\s\u00a0\u00ad-]+/g, '');

async function receiptOf(person, id) {
	const bytes = Buffer.from(sql("select translate(encode(receipt_pdf, 'base64'), E'\\n', '') from application where application_id = :v1", id)[0][0], 'base64');
	assert.equal((await person.get(`/soknader/${id}/kvittering.pdf`)).status, 200);
	return squeezed(execFileSync('pdftotext', ['-', '-'], { input: bytes, encoding: 'utf8' }));
}

test('Sogn for alle is written, checked, sent and read with the sums of its plan', async () => {
	const person = await Applicant.new();
	const id = await person.start(schemeId, newOrganisation(person.email, { kind: 'cooperation' }), { call: newCall(schemeId) });
	const all = answers();
	const scheme = readScheme(schemeId);
	await person.fillAll(id, { ...scheme, sections: scheme.sections.filter(({ id: section }) => section !== 'okonomi') }, all);
	const money = `/soknader/${id}/del/okonomi`;
	await person.fill(money, { kontonummer: all.kontonummer }, { go: 'list' });
	await fillPlans(person, money);

	const check = await person.get(`/soknader/${id}/kontroller`);
	assert.ok(!check.body.includes('data-error-summary'), words(check.body).slice(0, 2000));
	assert.equal([...check.body.matchAll(/class="plan-package"/g)].length, 7);
	assert.equal([...check.body.matchAll(/class="plan-when"/g)].length, 30);
	assert.equal([...check.body.matchAll(/<abbr title="\d\. kvartal \d{4}"/g)].length, 16);
	assert.match(words(check.body), /1\.3 Kick off Milepæl: Kick off er holdt/);
	assert.match(words(check.body), /Kontaktpersoner i kommuner \(1750 timer à 400 kr\)/);

	assert.equal((await person.send(id)).status, 303);
	assert.equal(stateOf(id), 'submitted');
	for (const side of ['cost', 'financing']) {
		assert.deepEqual(sql("select (sum(cash_ore) / 100)::bigint, (sum(own_ore) / 100)::bigint from budget_line where application_id = :v1 and side = :'v2'", id, side),
			[['1080000', '1350000']], side);
	}
	assert.deepEqual(sql('select applied_ore / 100, costs_ore / 100 from application where application_id = :v1', id), [['680000', '2430000']]);
	const sent = words((await person.get(`/soknader/${id}`)).body);
	const paper = await receiptOf(person, id);
	for (const [name, goal, activities] of packages) {
		for (const text of [name, goal, ...activities.map(([what]) => what)]) {
			assert.ok(sent.includes(text), text);
			assert.ok(paper.includes(squeezed(text)), `on the receipt: ${text}`);
		}
	}
	// Times of activities, milestones, each line of both tables, and the sums.
	assert.match(paper, new RegExp(squeezed('1.3 Kick off')));
	assert.match(paper, new RegExp(squeezed('Kick off er holdt')));
	assert.match(paper, /[1-4]\.kvartal\d{4}/);
	for (const [what] of [...costs, ...financing]) {
		assert.ok(paper.includes(squeezed(what)), `on the receipt: ${what}`);
	}
	for (const sum of ['1 080 000', '1 350 000', '2 430 000', '680 000']) {
		assert.ok(paper.includes(squeezed(sum)), sum);
	}
	for (const [name, value] of Object.entries(all).filter(([path]) => /^partnere\.[a-z0-9]+\.(name|role)$/.test(path))) {
		assert.ok(paper.includes(squeezed(value)), `on the receipt: ${name}`);
	}
});

test('what does not hold together in the plan is told where it stands', async () => {
	const person = await Applicant.new();
	const id = await person.start(schemeId, newOrganisation(person.email, { kind: 'cooperation' }), { call: newCall(schemeId) });
	const all = { ...answers(), 'arbeidspakker.3.2.to': quarter(1), 'arbeidspakker.5.name': '', 'arbeidspakker.7.5.to': quarter(16) };
	for (const section of ['tiltaket', 'planen']) {
		await person.fill(`/soknader/${id}/del/${section}`, all);
	}
	for (const key of [3, 5, 7]) {
		const path = `/soknader/${id}/del/planen/pakke/${key}`;
		await person.get(path);
		await person.post(path, [...person.filled(path, all), ['go', 'list']], { tokens: [] });
	}
	const check = words((await person.get(`/soknader/${id}/kontroller`)).body);
	assert.match(check, /Aktivitet 2: Slutt: Slutten er før starten/);
	assert.match(check, /Arbeidspakke 2: Hva heter arbeidspakken: Fyll ut dette feltet/);
	assert.match(check, /Aktivitet 5: Slutt: Dette er etter at prosjektet er slutt/);
	assert.match(person.page, new RegExp(`href="/soknader/${id}/del/planen/pakke/3\\?tilbake=kontroller#f-arbeidspakker\\.3\\.2\\.to"`));
});
