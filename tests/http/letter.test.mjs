// letter.test.mjs — nothing shows before the letter is sent; no letter goes with a part missing; sent, it stays as it was.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { APPLICANT, BODY, decided, declareAll, LEADER, lockedCall, OFFICER, reader, removeCalls, SCHEME, statementsOf, tamper } from '../lib/decision_call.mjs';
import { sql, visitor, words } from '../lib/visitor.mjs';

after(removeCalls);

const granted = { applied: 71234, proposed: 71234, outcome: 'grant', reason: 'Språkkafeen når mange.' };
const partly = { applied: 90000, proposed: 61234, outcome: 'partial', reason: 'Rammen rekker ikke til alt.' };
const rejected = { applied: 70000, proposed: 0, outcome: 'reject', reason: 'Tiltaket når få i målgruppen.' };
const dismissed = { applied: 50000, proposed: 0, outcome: 'dismiss', reason: 'Laget står ikke i registeret.' };
const big = { applied: 300000, proposed: 251234, outcome: 'partial', reason: 'Stort og godt.' };

// The leader decides her cases as proposed, or with what departs.
async function decideAll(made, cases, departures = {}) {
	const leader = await reader(LEADER);
	const page = `${made.path}/vedtak`;
	await declareAll(leader, page);
	await leader.get(page);
	const fields = cases.flatMap((one, i) => decided(made.ids[i], { sum: one.proposed, reason: one.reason, ...departures[i] }));
	assert.equal((await leader.post(page, [['steg', 'vedta'], ...fields])).status, 303);
	return leader;
}

async function decideByBody(made, cases, from = 0) {
	const page = `${made.path}/utvalgsvedtak`;
	const leader = await reader(LEADER);
	await declareAll(leader, page);
	await leader.get(page);
	const minutes = [['organ', BODY], ['dato', '02.11.2026'], ['sak', 'PS 44/2026'], ['for', '11'], ['mot', '2'], ['inhabile', '']];
	const fields = cases.flatMap((one, i) => decided(made.ids[from + i], { sum: one.proposed, reason: one.reason }));
	assert.equal((await leader.post(page, [['steg', 'vedta'], ...minutes, ...fields])).status, 303);
	return leader;
}

const send = async (person, id) => {
	await person.get(`/saker/${id}/brev`);
	return person.post(`/saker/${id}/brev`);
};

const pdfOf = async (person, path) => {
	const answer = await fetch(new URL(path, process.env.BASE_URL), {
		redirect: 'manual',
		headers: { cookie: [...person.cookies].map(([k, v]) => `${k}=${v}`).join('; ') },
	});
	return { status: answer.status, type: answer.headers.get('content-type'), bytes: Buffer.from(await answer.arrayBuffer()) };
};

const notSent = (id) => assert.deepEqual(sql(`select count(*) from letter where application_id = ${id}`), [['0']]);

test('a reason pasted into several letters is told before they go, with the other cases', async () => {
	const canned = { ...rejected, reason: 'Søknaden når ikke opp i konkurransen.' };
	const cases = [canned, { ...partly, reason: 'Rammen rekker til det halve av dette.' }, canned];
	const made = lockedCall(cases);
	const leader = await decideAll(made, cases);
	const numbers = made.ids.map((id) => sql(`select number from application where application_id = ${id}`)[0][0]);
	const told = (number) => new RegExp(`Begrunnelsen står ordrett også i ${number}\\. Skriv hva som gjelder nettopp denne søknaden`);
	assert.match(words((await leader.get(`/saker/${made.ids[0]}/brev`)).body), told(numbers[2]));
	assert.doesNotMatch(words((await leader.get(`/saker/${made.ids[1]}/brev`)).body), /ordrett/);
	const list = words((await leader.get(`${made.path}/brev`)).body);
	assert.match(list, told(numbers[0]));
	assert.match(list, told(numbers[2]));
	assert.equal((await send(leader, made.ids[0])).status, 303, 'a warning stops nobody');
	assert.match(words((await leader.get(`/saker/${made.ids[2]}/brev`)).body), told(numbers[0]), 'what is sent counts too');
});

test('what is sent is what was read: a letter that has changed meanwhile is shown again', async () => {
	const made = lockedCall([rejected]);
	const leader = await decideAll(made, [rejected]);
	const page = await leader.get(`/saker/${made.ids[0]}/brev`);
	const seen = /name="sett" value="([0-9a-f]{64})"/.exec(page.body)[1];
	const [[text]] = sql(`insert into letter_text (block, valid_from, nb, nn, en, why, written_by)
		select block, current_date, replace(nb, 'Dere har rett', 'Dere har full rett'), nn, en, 'prøve', user_id
		from api.letter_texts_on(current_date) t, app_user where block = 'access' and email = 'leder@demo.test' returning letter_text_id`);
	try {
		const again = await leader.post(`/saker/${made.ids[0]}/brev`, { sett: seen });
		assert.equal(again.status, 422);
		assert.match(words(again.body), /Brevet er blitt endret siden du leste det/);
		assert.match(words(again.body), /Dere har full rett/);
		notSent(made.ids[0]);
		const now = /name="sett" value="([0-9a-f]{64})"/.exec(again.body)[1];
		assert.notEqual(now, seen);
		assert.equal((await leader.post(`/saker/${made.ids[0]}/brev`, { sett: now })).status, 303);
	} finally {
		sql(`begin; set local session_replication_role = replica; delete from letter_text where letter_text_id = ${text}; commit`);
	}
});

test('before the letter is sent the applicant sees neither outcome, sum nor letter', async () => {
	const cases = [partly, rejected].map((one, i) => ({ ...one, title: `Hemmelig ${Date.now()} ${i}` }));
	const made = lockedCall(cases);
	await decideAll(made, cases);
	const applicant = await reader(APPLICANT);
	const list = words((await applicant.get('/soknader')).body);
	for (const [i, id] of made.ids.entries()) {
		assert.match(list, new RegExp(`${cases[i].title}(?:(?!Hemmelig).){0,200}Til vurdering`), 'the list says so too');
		const { status, body } = await applicant.get(`/soknader/${id}`);
		assert.equal(status, 200);
		const said = words(body);
		assert.ok(said.includes('Til vurdering'), said);
		for (const secret of ['nnvilget', 'Avslag', 'avslag', 'Vedtatt', partly.reason, rejected.reason, '61 234']) {
			assert.ok(!said.includes(secret), secret);
		}
		assert.doesNotMatch(body, /\/brev\b/);
	}
	for (const id of made.ids) {
		assert.equal((await applicant.get(`/soknader/${id}/brev`)).status, 404);
		assert.equal((await pdfOf(applicant, `/soknader/${id}/brev.pdf`)).status, 404);
		assert.equal((await applicant.get(`/saker/${id}/brev`)).status, 404);
	}
	assert.deepEqual(sql(`select count(*) from mail where body like '%svar%' and subject like '%T-${made.call}-%'`), [['0']]);
});

test('sent, the applicant reads it, with the last day to appeal, and it stays as it was', async () => {
	const made = lockedCall([granted]);
	const leader = await decideAll(made, [granted]);
	const [id] = made.ids;
	const preview = await leader.get(`/saker/${id}/brev`);
	assert.equal(preview.status, 200);
	assert.ok(statementsOf('GET', '/saker/:id/brev') <= 12);
	assert.ok(words(preview.body).includes('Dere får tilskudd'));
	assert.match((await pdfOf(leader, `/saker/${id}/brev.pdf`)).bytes.subarray(0, 5).toString(), /^%PDF-/);
	notSent(id);

	const sent = await leader.post(`/saker/${id}/brev`);
	assert.equal(sent.status, 303);
	assert.ok(words((await leader.follow(sent)).body).includes('Brevet er sendt.'));
	assert.doesNotMatch(leader.page, /<button>Send brevet/);
	assert.equal((await leader.post(`/saker/${id}/brev`, {}, { tokens: leader.tokens('/logg-ut') })).status, 409, 'sent once');

	const applicant = await reader(APPLICANT);
	const page = await applicant.get(`/soknader/${id}/brev`);
	assert.equal(page.status, 200);
	assert.ok(statementsOf('GET', '/soknader/:id/brev') <= 12);
	const said = words(page.body);
	assert.ok(said.includes('Dere får tilskudd: 71 234 kr.'), said);
	assert.ok(said.includes('Språkkafeen når mange.'));
	assert.ok(said.includes('innen tre uker fra dere fikk brevet'));
	assert.match(said, /Siste dag for å klage: \d+\. \S+ 20\d\d/);
	const three = sql("select to_char((now() at time zone 'Europe/Oslo')::date + 21, 'FMDD')")[0][0];
	const weekday = sql("select extract(isodow from (now() at time zone 'Europe/Oslo')::date + 21)")[0][0];
	if (Number(weekday) < 6 && !/desember|januar|mars|april|mai|juni/.test(said)) {
		assert.ok(said.includes(`Siste dag for å klage: ${three}.`), said);
	}
	assert.match(page.body, /<article class="paper doc" lang="nb"/);
	const kase = await applicant.get(`/soknader/${id}`);
	assert.match(words(kase.body), /Vil dere klage, er fristen \d+\. \S+ 20\d\d/, 'the case page says the date too');
	assert.match(kase.body, new RegExp(`href="/soknader/${id}/brev"`));

	const pdf = await pdfOf(applicant, `/soknader/${id}/brev.pdf`);
	assert.equal(pdf.type, 'application/pdf');
	assert.deepEqual(sql(`select sha256 from letter where application_id = ${id}`), [[createHash('sha256').update(pdf.bytes).digest('hex')]]);
	assert.deepEqual((await pdfOf(leader, `/saker/${id}/brev.pdf`)).bytes, pdf.bytes, 'the officer opens the same bytes');

	// Names, contacts and reasons change; the letter does not.
	const [[name, organisation]] = sql(`select name, organisation_id from organisation join application using (organisation_id) where application_id = ${id}`);
	tamper(`update organisation set name = 'Et annet navn' where organisation_id = ${organisation}; update call set contact_name = 'En annen' where call_id = ${made.call}`);
	const later = await applicant.get(`/soknader/${id}/brev`);
	assert.ok(words(later.body).includes(name) && words(later.body).includes('Kari Kontakt') && !later.body.includes('En annen'));
	assert.deepEqual((await pdfOf(applicant, `/soknader/${id}/brev.pdf`)).bytes, pdf.bytes);
	tamper(`update organisation set name = '${name}' where organisation_id = ${organisation}`);

	// The mail says that an answer waits, and nothing of what it is.
	const mails = sql(`select subject, body from mail where subject like '%${made.numbers[0]}%'`);
	assert.ok(mails.length >= 1);
	for (const mail of mails.flat()) {
		assert.doesNotMatch(mail, /71|Tiltak|innvilg|avslag|barneteater/i);
	}
	assert.deepEqual(sql(`select state from application where application_id = ${id}`), [['notified']]);
	assert.deepEqual(sql(`select kind from case_event where application_id = ${id} order by seq`).flat(), ['impartiality', 'decided', 'letter_sent']);

	sql(`insert into app_user (email, name, role, password_hash, demo) select 'nabo@demo.test', 'Nabo', 'applicant', password_hash, true
		from app_user where email = '${APPLICANT}' on conflict do nothing`);
	const other = await visitor('nabo@demo.test');
	assert.equal((await other.get(`/soknader/${id}/brev`)).status, 404, 'not theirs, so it is not there');
	assert.equal((await pdfOf(other, `/soknader/${id}/brev.pdf`)).status, 404);
	assert.equal((await other.get('/soknader')).status, 200);
	sql("delete from session where user_id = (select user_id from app_user where email = 'nabo@demo.test'); delete from app_user where email = 'nabo@demo.test'");
});

const says = {
	nb: [
		['Dere får tilskudd', 'Vi gir 71 234 kr', 'Språkkafeen når mange.', 'Vilkår', '75 % (53 425 kr) utbetales når dere har akseptert vilkårene.', 'Frist for rapport:'],
		['Dere får en del av tilskuddet dere søkte om', 'Dere søkte om 90 000 kr', 'Rammen rekker ikke til alt.', 'Vilkår'],
		['Vedtak om avslag', 'Vi gir ikke tilskudd', 'Tiltaket når få i målgruppen.'],
		['Søknaden er avvist', 'vi ikke har vurdert innholdet', 'Laget står ikke i registeret.'],
	],
	nn: [
		['De får tilskot', 'Vi gir 71 234 kr', 'Grunngiving', '75 % (53 425 kr) blir utbetalt når de har akseptert vilkåra.'],
		['De får ein del av tilskotet de søkte om', 'De søkte om 90 000 kr', 'Vilkår'],
		['Vedtak om avslag', 'Vi gir ikkje tilskot', 'Reglar vi har brukt'],
		['Søknaden er avvist', 'vi ikkje har vurdert innhaldet', 'innan tre veker frå de fekk brevet'],
	],
};
for (const lang of ['nb', 'nn']) {
	test(`the four outcomes are told apart, with everything a letter must hold (${lang})`, async () => {
		const cases = [granted, partly, rejected, dismissed].map((one) => ({ ...one, lang }));
		const made = lockedCall(cases);
		const leader = await decideAll(made, cases);
		const names = lang === 'nb' ? ['tre uker fra dere fikk brevet', 'forvaltningsloven §§ 18 og 19', 'forvaltningsloven § 42'] : ['tre veker frå de fekk brevet', 'forvaltningslova §§ 18 og 19', 'forvaltningslova § 42'];
		for (const [i, id] of made.ids.entries()) {
			const { body } = await leader.get(`/saker/${id}/brev`);
			const paper = words(/<article class="paper[^]*<\/article>/.exec(body)[0]);
			for (const text of [...says[lang][i], ...names, made.numbers[i], 'Klagenemnda', 'Kari Kontakt', '12 00 00 77', 'Innlandet fylkeskommune', 'Håvard Tjomsrud']) {
				assert.ok(paper.includes(text), `${i}: ${text}\n${paper}`);
			}
			assert.equal(/Vilkår|utbetales/.test(paper), i < 2, 'terms and payment belong to grants');
			assert.match(body, new RegExp(`<article class="paper doc" lang="${lang}"`));
		}
	});
}

test('a body’s letter names the body, the meeting’s case and the vote, and why it departs', async () => {
	const made = lockedCall([big]);
	const page = `${made.path}/utvalgsvedtak`;
	const leader = await reader(LEADER);
	await declareAll(leader, page);
	await leader.get(page);
	await leader.post(page, [['organ', BODY], ['dato', '02.11.2026'], ['sak', 'PS 44/2026'], ['for', '11'], ['mot', '2'], ['steg', 'vedta'],
		...decided(made.ids[0], { sum: 300000, departure: 'Utvalget vil ha festivalen.' })]);
	const paper = words((await leader.get(`/saker/${made.ids[0]}/brev`)).body);
	for (const text of ['Hovedutvalg for kultur, 2. november 2026, sak PS 44/2026, 11 mot 2 stemmer', 'Utvalget vil ha festivalen.', 'Vi gir 300 000 kr']) {
		assert.ok(paper.includes(text), `${text}\n${paper}`);
	}
});

// What can go missing after a decision, and what the officer is told. The parts that come from the county's own settings
// are letter_parts_test's; laws, payment and appeal body no scheme can lack.
const gaps = [
	['the reason', (id) => `update decision set reason = ' ' where application_id = ${id}`, 'Begrunnelsen mangler.'],
	['the contact', (id) => `update call set contact_name = ' ' where call_id = (select call_id from application where application_id = ${id})`, 'Kontaktpersonen mangler.'],
	['a way to the contact', (id) => `update call set contact_phone = '', contact_email = '' where call_id = (select call_id from application where application_id = ${id})`, 'Kontaktpersonen mangler.'],
	['the title applied for', (id) => `update application set title = ' ' where application_id = ${id}`, null],
	['the reason for a departure', (id) => `update decision set departure_reason = ' ', awarded_ore = 6000000 where application_id = ${id}`, 'Vedtaket er et annet enn innstillingen.'],
	['the meeting’s case', (id) => `update body_decision set meeting_case = ' ' where body_decision_id = (select body_decision_id from decision where application_id = ${id})`, 'Saksnummeret i møtet mangler.', true],
	['the body', (id) => `update body set name_nb = ' ', name_nn = ' ' where code = '${BODY}'`, 'Det står ikke hvem som har avgjort saken.', true],
];
for (const [what, statement, told, byBody] of gaps.filter(([, , told]) => told)) {
	test(`a letter without ${what} is not sent`, async () => {
		const one = byBody ? big : granted;
		const made = lockedCall([one]);
		const leader = byBody ? await decideByBody(made, [one]) : await decideAll(made, [one]);
		const names = sql(`select name_nb, name_nn from body where code = '${BODY}'`)[0];
		await leader.get(`/saker/${made.ids[0]}/brev`);
		const tokens = leader.tokens(`/saker/${made.ids[0]}/brev`);
		try {
			tamper(statement(made.ids[0]));
			const answer = await leader.post(`/saker/${made.ids[0]}/brev`, {}, { tokens });
			assert.equal(answer.status, 422);
			assert.ok(words(answer.body).includes('Brevet kan ikke sendes ennå') && words(answer.body).includes(told), told);
			assert.doesNotMatch(answer.body, /<button>Send brevet/);
			const all = await leader.get(`${made.path}/brev`);
			assert.ok(words(all.body).includes('1 brev kan ikke sendes ennå.') && words(all.body).includes(told));
			assert.doesNotMatch(all.body, /name="brev"/);
		} finally {
			tamper(`update body set name_nb = '${names[0]}', name_nn = '${names[1]}' where code = '${BODY}'`);
		}
		notSent(made.ids[0]);
		assert.deepEqual(sql(`select state from application where application_id = ${made.ids[0]}`), [['decided']]);
	});
}

test('a grant without terms and without a date for the report is not sent; a rejection needs neither', async () => {
	const id = 'in-prove-uten-vilkar';
	const folder = mkdtempSync(join(tmpdir(), 'ordning-'));
	const xml = readFileSync(join(process.env.TILSKUDD_HOME, 'conf/schemes', `${SCHEME}.xml`), 'utf8')
		.replace(`id="${SCHEME}"`, `id="${id}"`)
		.replace(/<terms\b[^]*?<\/terms>/, '')
		.replace(/<report months[^]*?<\/report>/, '');
	writeFileSync(join(folder, `${id}.xml`), xml);
	const imported = spawnSync(join(process.env.TILSKUDD_HOME, 'build/tilskudd'), ['scheme', 'import', join(folder, `${id}.xml`)], { encoding: 'utf8' });
	rmSync(folder, { recursive: true });
	assert.equal(imported.status, 0, imported.stderr ?? String(imported.error));

	const made = lockedCall([granted, rejected], { scheme: id });
	const leader = await decideAll(made, [granted, rejected]);
	const { body } = await leader.get(`/saker/${made.ids[0]}/brev`);
	for (const text of ['Vilkårene mangler.', 'Fristen for rapport mangler.']) {
		assert.ok(words(body).includes(text), text);
	}
	assert.doesNotMatch(body, /<button>Send brevet/);
	const tokens = leader.tokens('/logg-ut');
	assert.equal((await leader.post(`/saker/${made.ids[0]}/brev`, {}, { tokens })).status, 422);
	notSent(made.ids[0]);
	assert.equal((await send(leader, made.ids[1])).status, 303);
	after(() => tamper(`delete from scheme_publication where scheme_id = '${id}'; delete from scheme_version where scheme_id = '${id}'; delete from scheme where scheme_id = '${id}'`));
});

test('letters of a call are sent together; those that lack something stay', async () => {
	const cases = [granted, partly, rejected, dismissed];
	const made = lockedCall([...cases, big]);
	await decideAll(made, cases);
	const leader = await decideByBody(made, [big], 4);
	tamper(`update decision set reason = ' ' where application_id = ${made.ids[2]}`);
	const page = `${made.path}/brev`;
	const before = await leader.get(page);
	assert.ok(statementsOf('GET', '/utlysninger/:id/brev') <= 12);
	assert.ok(words(before.body).includes('Du sender 4 brev. 1 brev kan ikke sendes ennå.'), words(before.body));
	assert.ok(words(before.body).includes('Send 4 brev'));
	const fields = leader.form(page).fields.filter(([name]) => name === 'brev');
	assert.equal(fields.length, 4);
	const tokens = leader.tokens(page);
	// Asking for the one that is not whole, or for a case of another list, sends neither.
	const [a, b] = await Promise.all([1, 2].map(() => leader.post(page, [...fields, ['brev', made.ids[2]], ['brev', '1']], { tokens })));
	assert.deepEqual([a.status, b.status], [303, 303]);
	const after = words((await leader.get(page)).body);
	assert.ok(after.includes('4 brev er sendt.') && after.includes('1 brev kan ikke sendes ennå.') && after.includes(made.numbers[2]), after);
	assert.deepEqual(sql(`select count(*), count(distinct application_id) from letter where application_id in (${made.ids.join(', ')})`), [['4', '4']]);
	notSent(made.ids[2]);
	assert.deepEqual(sql(`select count(*) from application where call_id = ${made.call} and state = 'notified'`), [['4']]);
	assert.deepEqual(sql(`select count(*) from mail where subject like '%T-${made.call}-3%'`), [['0']]);
});

test('an officer declares before a letter shows; a conflict hides it; other units have nothing', async () => {
	const made = lockedCall([granted]);
	await decideAll(made, [granted]);
	const [id] = made.ids;
	const officer = await reader(OFFICER);
	assert.equal((await officer.get(`/saker/${id}/brev`)).location, `/saker/${id}`);
	assert.equal((await officer.get(`/saker/${id}/brev.pdf`)).location, `/saker/${id}`);
	const all = await officer.get(`${made.path}/brev`);
	assert.ok(words(all.body).includes('Meld fra om habilitet først'));
	assert.ok(!words(all.body).includes('71 234') && !/name="brev"/.test(all.body));
	await officer.get(`/saker/${id}`);
	assert.equal((await officer.post(`/saker/${id}/habilitet`, { svar: 'inhabil', grunn: 'Nær venn.' })).status, 303);
	assert.equal((await officer.get(`/saker/${id}/brev`)).status, 404);
	assert.ok(!words((await officer.get(`${made.path}/brev`)).body).includes(made.numbers[0]));
	assert.equal((await officer.post(`/saker/${id}/brev`, {}, { tokens: officer.tokens('/logg-ut') })).status, 404);
	notSent(id);
	const stranger = await visitor('leder@demo.test');
	for (const path of [`/saker/${id}/brev`, `/saker/${id}/brev.pdf`, `${made.path}/brev`]) {
		assert.notEqual((await stranger.get(path)).status, 200, path);
	}
});

test('words of the other written standard are warned about, and do not stop the letter', async () => {
	const one = { ...granted, lang: 'nn', reason: 'Tiltaket er ikke noe vi kan støtte fordi søkeren ikke har vært aktiv.' };
	const made = lockedCall([one]);
	const leader = await decideAll(made, [one]);
	const { body } = await leader.get(`/saker/${made.ids[0]}/brev`);
	assert.ok(words(body).includes('Se over før du sender'));
	assert.match(words(body), /«ikke»|ikke/);
	assert.match(body, /<button>Send brevet/);
});

test('no right of appeal is said, and no deadline shown, where the scheme gives none', async () => {
	const made = lockedCall([{ ...granted, proposed: 71234 }]);
	const leader = await decideAll(made, [granted]);
	// The same case, for a kind of applicant that the scheme has not given the right.
	const [[kind]] = sql(`select kind from organisation join application using (organisation_id) where application_id = ${made.ids[0]}`);
	try {
		tamper(`update organisation set kind = 'enterprise' where organisation_id = (select organisation_id from application where application_id = ${made.ids[0]})`);
		const paper = words((await leader.get(`/saker/${made.ids[0]}/brev`)).body);
		assert.ok(paper.includes('Dere kan ikke klage på vedtaket.') && !paper.includes('tre uker'), paper);
		assert.equal((await leader.post(`/saker/${made.ids[0]}/brev`)).status, 303);
		const applicant = await reader(APPLICANT);
		const said = words((await applicant.get(`/soknader/${made.ids[0]}/brev`)).body);
		assert.ok(said.includes('Dere kan ikke klage på vedtaket.') && !said.includes('Siste dag for å klage'), said);
	} finally {
		tamper(`update organisation set kind = '${kind}' where organisation_id = (select organisation_id from application where application_id = ${made.ids[0]})`);
	}
});

test('an application in English gets a Norwegian letter, explained in English', async () => {
	const made = lockedCall([{ ...partly, lang: 'en' }]);
	const leader = await decideAll(made, [partly]);
	assert.equal((await send(leader, made.ids[0])).status, 303);
	const applicant = await reader(APPLICANT, 'en');
	const { body } = await applicant.get(`/soknader/${made.ids[0]}/brev`);
	const said = words(body);
	for (const text of ['You get part of the grant you applied for: 61 234 kr of 90 000 kr.', 'The letter is in Norwegian.', 'Last day to appeal:', 'Dere får en del av tilskuddet']) {
		assert.ok(said.includes(text), `${text}\n${said}`);
	}
	assert.match(body, /<article class="paper doc" lang="nb"/);
	const english = words(/<article class="paper doc" lang="en"[^]*?<\/article>/.exec(body)[0]);
	for (const text of ['The letter in short', 'You are granted 61 234 kr', 'You applied for 90 000 kr.', 'You may appeal within three weeks', 'section 42', 'sections 18 and 19', 'Please contact Kari Kontakt']) {
		assert.ok(english.includes(text), `${text}\n${english}`);
	}
	const pdf = await pdfOf(applicant, `/soknader/${made.ids[0]}/brev-engelsk.pdf`);
	assert.ok(pdf.status === 200 && pdf.bytes.subarray(0, 5).toString() === '%PDF-');
	await applicant.get('/sprak?til=nb&tilbake=/konto');
});

test('a character that no font has never stops an answer; the officer is told', async () => {
	const title = 'Sommer 🫠 i parken <b>&';
	const made = lockedCall([{ ...granted, title }]);
	const leader = await decideAll(made, [granted]);
	const [id] = made.ids;
	const preview = await leader.get(`/saker/${id}/brev`);
	assert.equal(preview.status, 200);
	assert.ok(words(preview.body).includes('Noen tegn i brevet finnes ikke i skriftene våre: 🫠 (U+1FAE0).'));
	assert.ok(preview.body.includes('Sommer 🫠 i parken &lt;b&gt;&amp;'));
	assert.ok(words((await leader.get(`${made.path}/brev`)).body).includes('🫠 (U+1FAE0)'), 'told where all are sent together too');
	assert.match((await pdfOf(leader, `/saker/${id}/brev.pdf`)).bytes.subarray(0, 5).toString(), /^%PDF-/);
	assert.equal((await leader.post(`/saker/${id}/brev`)).status, 303);
	const applicant = await reader(APPLICANT);
	assert.ok((await applicant.get(`/soknader/${id}/brev`)).body.includes('Sommer 🫠 i parken &lt;b&gt;&amp;'));
});
