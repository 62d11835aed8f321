// case_letter.test.mjs — what is lacking and when an answer comes: written by the officer, sent whole or not at all, kept as sent.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { before, test } from 'node:test';
import { newCall } from '../lib/applicant.mjs';
import { sentApplication, Staff } from '../lib/staff.mjs';
import { tamper } from '../lib/decision_call.mjs';
import { sql, unescape, words } from '../lib/visitor.mjs';

const schemeId = 'in-inkludering-integrering';
const day = (days) => sql(`select to_char((now() at time zone 'Europe/Oslo')::date + ${days}, 'DD.MM.YYYY')`)[0][0];
const [soon, later, gone] = [day(14), day(60), day(-1)];
let officer, call;

before(async () => {
	call = newCall(schemeId);
	officer = await Staff.new();
});

async function openCase() {
	const sent = await sentApplication(schemeId, call);
	await officer.declare(sent.id);
	return sent;
}

const write = async (id, kind, fields) => {
	const path = `/saker/${id}/nytt-brev/${kind}`;
	await officer.get(path);
	return officer.post(path, { mangler: '', dag: soon, ord: '', steg: 'send', ...fields });
};
const nothingSent = (id) => assert.deepEqual(sql('select count(*) from case_letter where application_id = :v1', id), [['0']]);
const paperOf = (body) => words(/<article class="paper[^]*<\/article>/.exec(body)[0]);

for (const [lang, says] of [
	['nb', ['Søknaden mangler noe', 'Årsregnskap for 2025', 'Protokoll', 'Frist:', 'avgjør vi søknaden slik den er', 'Med vennlig hilsen', 'Prøve Ansatt']],
	['nn', ['Søknaden manglar noko', 'Årsregnskap for 2025', 'Protokoll', 'Frist:', 'avgjer vi søknaden slik han er', 'Med vennleg helsing', 'Prøve Ansatt']],
	['en', ['Something is missing in your application', 'Årsregnskap for 2025', 'Deadline:', 'we decide on the application as it is']],
]) {
	test(`a letter on defects names what is lacking, the deadline and what happens otherwise (${lang})`, async () => {
		const { id, person } = await openCase();
		tamper(`update application set lang = '${lang}' where application_id = ${id}`);
		const [[number, title]] = sql('select number, title from application where application_id = :v1', id);
		const fields = { mangler: 'Årsregnskap for 2025\n\n  Protokoll fra årsmøtet \n', ord: 'Ring gjerne.' };
		const shown = await write(id, 'mangelbrev', { ...fields, steg: 'se' });
		assert.equal(shown.status, 200);
		assert.match(shown.body, new RegExp(`<article class="paper doc" lang="${lang}"`));
		const paper = paperOf(shown.body);
		for (const text of [...says, number, title, 'Ring gjerne.']) {
			assert.ok(paper.includes(text), `${text}\n${paper}`);
		}
		nothingSent(id);
		const section = shown.body.slice(shown.body.indexOf('preview-title'));
		const kept = [...section.matchAll(/<input type="hidden" name="(mangler|dag|ord)" value="([^"]*)">/g)].slice(0, 3).map(([, name, value]) => [name, unescape(value)]);
		const pdf = await officer.post(`/saker/${id}/nytt-brev/mangelbrev/brev.pdf`, kept);
		assert.ok(pdf.status === 200 && pdf.body.startsWith('%PDF-'));
		nothingSent(id);

		const sent = await officer.post(`/saker/${id}/nytt-brev/mangelbrev`, [...kept, ['steg', 'send']]);
		assert.equal(sent.status, 303, words(sent.body).slice(0, 500));
		assert.equal(paperOf((await officer.get(sent.location)).body), paper, 'what was seen is what was sent');
		const [[letter, sha, mailed]] = sql(`select case_letter_id, sha256, (select count(*) from mail where subject like '%' || :'v2' || '%')
			from case_letter where application_id = :v1`, id, number);
		assert.ok(Number(mailed) >= 1, 'the applicant is told');
		const address = `/soknader/${id}/sendt/${letter}`;
		assert.ok((await person.get(`/soknader/${id}`)).body.includes(`href="${address}"`));
		assert.equal(paperOf((await person.get(address)).body), paper);
		const answer = await fetch(new URL(`${address}/brev.pdf`, process.env.BASE_URL), {
			headers: { cookie: [...person.cookies].map(([k, v]) => `${k}=${v}`).join('; ') } });
		assert.equal(createHash('sha256').update(Buffer.from(await answer.arrayBuffer())).digest('hex'), sha);
		assert.ok(words((await officer.get(`/saker/${id}`)).body).includes('Mangelbrev sendt'));
		assert.throws(() => sql(`update case_letter set words = 'x' where case_letter_id = ${letter}`), /append-only/);
	});
}

test('a provisional reply says when the answer comes, and why, in own words or the usual ones', async () => {
	const { id, person } = await openCase();
	const path = `/saker/${id}/nytt-brev/forelopig-svar`;
	const begun = await officer.get(path);
	assert.match(begun.body, /name="dag"[^>]* value="\d\d\.\d\d\.\d{4}"/, 'the day the call promises stands ready');
	const usual = paperOf((await write(id, 'forelopig-svar', { dag: later, steg: 'se' })).body);
	for (const text of ['Foreløpig svar', 'Den er ikke avgjort ennå.', 'Dere kan vente svar innen', 'forvaltningsloven § 11 a', 'skal vurderes sammen']) {
		assert.ok(usual.includes(text), `${text}\n${usual}`);
	}
	const own = await write(id, 'forelopig-svar', { dag: later, ord: 'Vi venter på kommunen.' });
	assert.equal(own.status, 303);
	const paper = paperOf((await officer.get(own.location)).body);
	assert.ok(paper.includes('Vi venter på kommunen.') && !paper.includes('skal vurderes sammen'));
	assert.ok(words((await person.get(`/soknader/${id}`)).body).includes('Foreløpig svar'));
	assert.deepEqual(sql('select kind, to_char(due_on, \'DD.MM.YYYY\') from case_letter where application_id = :v1', id), [['provisional', later]]);
});

// What can be missing, and what the officer is told.
const gaps = [
	['mangelbrev', { mangler: ' \n' }, 'Skriv hva som mangler, ett punkt på hver linje.'],
	['mangelbrev', { mangler: 'Regnskap', dag: '' }, 'Skriv datoen som dag, måned og år'],
	['mangelbrev', { mangler: 'Regnskap', dag: gone }, 'Datoen må være etter i dag.'],
	['forelopig-svar', { dag: day(500) }, 'Datoen er mer enn et år fram.'],
];
for (const [kind, fields, told] of gaps) {
	test(`not sent: ${told}`, async () => {
		const { id } = await openCase();
		const answer = await write(id, kind, fields);
		assert.equal(answer.status, 422);
		assert.ok(words(answer.body).includes(told), words(answer.body).slice(0, 800));
		nothingSent(id);
	});
}

test('a standing text that no day has, or a contact that is gone, stops the letter and is named', async () => {
	const { id } = await openCase();
	const fields = { mangler: 'Regnskap' };
	const begin = 'begin; set local session_replication_role = replica;';
	const [[row]] = sql("select letter_text_id from letter_text where block = 'defect_consequence' order by 1 limit 1");
	sql(`${begin} update letter_text set valid_from = '2200-01-01' where letter_text_id = ${row}; commit`);
	try {
		const answer = await write(id, 'mangelbrev', fields);
		assert.equal(answer.status, 422);
		assert.ok(words(answer.body).includes('Det står ikke hva som skjer hvis fristen går ut. Skriv det under Brevtekster.'));
	} finally {
		sql(`${begin} update letter_text set valid_from = '2020-01-01' where letter_text_id = ${row}; commit`);
	}
	sql(`${begin} update call set contact_name = ' ' where call_id = ${call}; commit`);
	try {
		assert.ok(words((await write(id, 'forelopig-svar', { dag: later })).body).includes('Kontaktpersonen mangler.'));
	} finally {
		sql(`${begin} update call set contact_name = 'Kari Kontakt' where call_id = ${call}; commit`);
	}
	nothingSent(id);
});

test('words in the other written standard, a short deadline and characters paper lacks are warned about', async () => {
	const { id } = await openCase();
	const shown = await write(id, 'mangelbrev', { mangler: 'Eg ser ikkje rekneskapen \u{13000}', dag: day(3), steg: 'se' });
	assert.equal(shown.status, 200);
	const said = words(shown.body);
	for (const text of ['teksten ser ut til å være på nynorsk (eg, ikkje)', 'Fristen er kortere enn en uke.', '(U+13000)']) {
		assert.ok(said.includes(text), `${text}\n${said.slice(0, 1500)}`);
	}
});

test('an answered case gets no such letter', async () => {
	const { id } = await openCase();
	tamper(`update application set state = 'withdrawn' where application_id = ${id}`);
	assert.equal((await officer.get(`/saker/${id}/nytt-brev/mangelbrev`)).status, 409);
	assert.equal((await officer.get(`/saker/${id}/nytt-brev/noe-annet`)).status, 404);
	nothingSent(id);
});
