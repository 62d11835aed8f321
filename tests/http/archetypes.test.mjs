// archetypes.test.mjs — one scheme of each of the nine kinds, from application to letter and evaluation: applied for in both written
// standards, checked, judged, ranked or reckoned, locked, decided by whom the scheme says, told, and reported on.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { newCall, stateOf } from '../lib/applicant.mjs';
import { decided } from '../lib/decision_call.mjs';
import { readScheme } from '../lib/scheme.mjs';
import { sentApplication, setFrame, Staff } from '../lib/staff.mjs';
import { sql, words } from '../lib/visitor.mjs';

const { BASE_URL, TILSKUDD_HOME, TILSKUDD_DB } = process.env;
const work = mkdtempSync(join(tmpdir(), 'tilskudd-archetypes-'));
after(() => rmSync(work, { recursive: true, force: true }));

// What differs between them is in their documents; years is how long a grant lasts.
const archetypes = [
	['project grant', 'in-utviklingsprosjekt-kunst-kultur'],
	['event grant', 'in-arrangementsutvikling-idrett'],
	['stipend to a person', 'in-stipend-unge-kunstnere'],
	['grant by formula', 'in-organisasjoner-nedsatt-funksjonsevne'],
	['grant over several years', 'in-rammetilskudd-festivaler'],
	['institutional grant through the budget', 'in-kunst-og-kulturinstitusjoner'],
	['rate for each unit', 'in-ladestasjoner-elbil'],
	['state money that municipalities rank', 'in-spillemidler-idrettsanlegg'],
	['company aid for training', 'in-bedriftsintern-opplaering'],
];

const plain = (text) => text.replace(/[\s\u00a0\u202f]+/g, ' ').trim();
const kroner = (n) => `${String(n).replace(/\B(?=(\d{3})+$)/g, ' ')} kr`;

// The words of a paper without the feet of its pages.
const textOf = (file, input) => plain(execFileSync('pdftotext', ['-raw', file, '-'], { input, encoding: 'utf8' }))
	.replace(/ Innlandet fylkeskommune Innlandet fylkeskommune · .*? Sid[ea] \d+ av \d+/g, '');

async function paper(person, path) {
	const cookie = [...person.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
	const answer = await fetch(new URL(path, BASE_URL), { headers: { cookie } });
	assert.equal(answer.status, 200, path);
	assert.equal(answer.headers.get('content-type'), 'application/pdf');
	return textOf('-', Buffer.from(await answer.arrayBuffer()));
}

// What others say before the list is locked, when the scheme asks for it.
async function hearOthers(officer, call, cases) {
	const lock = async () => words((await officer.get(`/utlysninger/${call}/las`)).body);
	const path = `/utlysninger/${call}/rad`;
	if (/Registrer rådet fra/.test(await lock())) {
		const { body } = await officer.get(path);
		for (const [, organ] of /<select[^>]*name="organ"[^]*?<\/select>/.exec(body)[0].matchAll(/value="([a-z-]+)"/g)) {
			await officer.get(path);
			await officer.submit(path, { organ, dato: '20.01.2026', tekst: 'Vi støtter søknadene.' });
		}
	}
	if (/Registrer kommunens uttalelse/.test(await lock())) {
		for (const [place, { id }] of cases.entries()) {
			await officer.get(`/saker/${id}/uttalelse`);
			await officer.submit(`/saker/${id}/uttalelse`, { kommune: '3403', syn: 'for', dato: '15.01.2026', plass: String(place + 1), tekst: 'Kommunen vil ha dette.' });
		}
	}
	assert.doesNotMatch(await lock(), /Registrer (rådet|kommunens)/);
}

// Proposals as the scheme says: worked out by its key, or what its own example gives.
async function recommend(officer, scheme, call, cases) {
	if (scheme.sharing === 'formula') {
		sql("update call set closes_at = now() - interval '1 minute' where call_id = :v1", call);
		const { body } = await officer.get(`/utlysninger/${call}/innstilling`);
		const version = /action="[^"]*\/fordel"[^]*?name="version" value="(\d+)"/.exec(body)[1];
		assert.equal((await officer.post(`/utlysninger/${call}/fordel`, { version })).status, 303);
	} else {
		const sum = Number(scheme['max-award'] ?? scheme.applied);
		const saved = await officer.propose(call, cases.map(({ id }) => [id, sum]));
		assert.equal(saved.status, 303, words(saved.body).slice(0, 1500));
	}
	const sums = new Map(sql('select application_id, proposed_ore / 100 from recommendation join application using (application_id) where call_id = :v1', call));
	assert.equal(sums.size, cases.length);
	return sums;
}

// The leader decides, or registers what the body decided.
async function decide(leader, call, sums, body) {
	const path = `/utlysninger/${call}/${body === undefined ? 'vedtak' : 'utvalgsvedtak'}`;
	const minutes = body === undefined ? [] : [['organ', body], ['dato', '02.11.2026'], ['sak', 'PS 44/2026'], ['for', '11'], ['mot', '0'], ['inhabile', '']];
	const page = await leader.get(body === undefined ? path : `${path}?organ=${body}`);
	assert.equal(page.status, 200, words(page.body).slice(0, 500));
	const fields = [...sums].flatMap(([id, sum]) => decided(id, { sum, reason: 'Godt.' }));
	const answer = await leader.post(path, [['steg', 'vedta'], ...minutes, ...fields], { tokens: leader.tokens(path) });
	assert.equal(answer.status, 303, words(answer.body).slice(0, 1500));
}

// Who decides a sum, as the scheme's levels say it.
const bodyFor = (scheme, sum) => (scheme.decisions.find((level) => level['up-to'] === undefined || Number(level['up-to']) >= sum) ?? {}).body;

const says = {
	nb: { gives: (sum) => `Vi gir ${kroner(sum)} fra ordningen`, report: 'Frist for rapport', appeal: 'klage på vedtaket innen tre uker', other: /\b(ikkje|dykk|frå)\b/ },
	nn: { gives: (sum) => `Vi gir ${kroner(sum)} frå ordninga`, report: 'Frist for rapport', appeal: 'klage på vedtaket innan tre veker', other: /\b(ikke|deres|fra)\b/ },
};

for (const [name, schemeId] of archetypes) {
	test(`${name}: ${schemeId} from application to letter and report`, async () => {
		const scheme = readScheme(schemeId);
		const call = newCall(schemeId);
		setFrame(call, 10000000);
		const officer = await Staff.new({ unit: scheme.unit });
		const leader = await Staff.new({ unit: scheme.unit, role: 'leader' });
		const cases = [];
		for (const lang of ['nb', 'nn']) {
			cases.push({ lang, ...(await sentApplication(schemeId, call, {}, { lang })) });
		}

		for (const { id } of cases) {
			await officer.declare(id);
			await leader.declare(id);
			await officer.check(id);
			if (stateOf(id) !== 'assessed') {
				await officer.assess(id);
			}
			assert.equal(stateOf(id), 'assessed');
		}
		const sums = await recommend(officer, scheme, call, cases);
		await hearOthers(officer, call, cases);
		const locked = await officer.lock(call);
		assert.equal(locked.status, 303, words(locked.body).slice(0, 1500));
		const list = await paper(officer, `/utlysninger/${call}/innstilling.pdf`);
		for (const { organisation } of cases) {
			assert.ok(list.includes(organisation.name), list);
		}
		await decide(leader, call, sums, bodyFor(scheme, Number(sums.values().next().value)));

		for (const { id, lang, person, organisation } of cases) {
			await leader.get(`/saker/${id}/brev`);
			const sent = await leader.post(`/saker/${id}/brev`);
			assert.equal(sent.status, 303, words(sent.body).slice(0, 1500));
			const letter = await paper(person, `/soknader/${id}/brev.pdf`);
			const told = says[lang];
			for (const text of [organisation.name, plain(scheme.texts.title[lang]), told.gives(sums.get(id)), plain(scheme.texts.report[lang]), told.report]) {
				assert.ok(letter.includes(text), `${lang}: «${text}»: ${letter}`);
			}
			if (scheme.mayAppeal) {
				assert.ok(letter.includes(told.appeal), letter);
			}
			assert.doesNotMatch(letter, told.other, `the letter in ${lang} has no words of the other standard`);
			assert.equal(stateOf(id), 'notified');
		}

		const file = join(work, `${schemeId}.pdf`);
		execFileSync(`${TILSKUDD_HOME}/build/tilskudd`, ['report', 'evaluation', '--scheme', schemeId, '--year', '2026', '-o', file], { env: { ...process.env, TILSKUDD_DB } });
		const report = textOf(file);
		for (const text of [plain(scheme.title), ...cases.flatMap(({ id, organisation }) => [organisation.name, String(kroner(sums.get(id)).slice(0, -3))])]) {
			assert.ok(report.includes(text), `«${text}»: ${report}`);
		}
	});
}
