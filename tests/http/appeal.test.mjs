// appeal.test.mjs — an appeal is registered as it came, assessed, and sent on with papers that lack nothing.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { after, test } from 'node:test';
import { APPLICANT, decided, OFFICER, reader, removeCalls, told } from '../lib/decision_call.mjs';
import { sql, unescape, words } from '../lib/visitor.mjs';

after(removeCalls);

const day = (days) => sql(`select to_char((now() at time zone 'Europe/Oslo')::date + ${days}, 'DD.MM.YYYY')`)[0][0];
const today = day(0);
const demand = 'Vi ber om hele summen. Uten den kan vi ikke leie lokale.';

const register = async ({ leader, page }, fields = {}) => {
	await leader.get(page);
	return leader.post(page, { dato: today, klage: demand, steg: 'registrer', ...fields });
};
const assess = async ({ leader, page }, fields) => {
	await leader.get(page);
	return leader.post(page, { syn: 'uphold', vurdering: 'Rammen er den samme.', sen: '', steg: 'se', ...fields });
};
const paperOf = (body) => words(/<article class="paper[^]*<\/article>/.exec(body)[0]);

test('an appeal in time is sent to the appeal body with decision, appeal, view and documents; the appellant gets a copy', async () => {
	const one = await told();
	assert.equal((await register(one)).status, 303);
	const page = await one.leader.get(one.page);
	for (const text of ['I tide Ja', 'Siste dag for å klage', demand]) {
		assert.ok(words(page.body).includes(text), text);
	}
	const shown = await assess(one);
	assert.equal(shown.status, 200, words(shown.body).slice(0, 600));
	const paper = paperOf(shown.body);
	for (const text of ['Klagenemnda', 'vedtaket bør stå', '§ 33', 'Delvis innvilget, 60 000 kr av 90 000 kr', 'Rammen rekker ikke.', demand,
		'Rammen er den samme.', 'Vedtaksbrevet', 'Klagen', 'Søknaden «Tiltak 1»', 'får kopi av dette brevet', 'Kari Kontakt', 'Håvard Tjomsrud']) {
		assert.ok(paper.includes(text), `${text}\n${paper}`);
	}
	const section = shown.body.slice(shown.body.indexOf('papers-title'));
	const kept = [...section.matchAll(/<input type="hidden" name="(syn|vurdering|sen)" value="([^"]*)">/g)].slice(0, 3).map(([, name, value]) => [name, unescape(value)]);
	const pdf = await one.leader.post(`${one.page}/papirer.pdf`, kept);
	assert.ok(pdf.status === 200 && pdf.body.startsWith('%PDF-'));
	assert.equal((await one.leader.post(one.page, [...kept, ['steg', 'send']])).status, 303);
	assert.deepEqual(sql('select addressee, view from appeal_paper join appeal using (appeal_id) where application_id = :v1', one.id), [['Klagenemnda', 'uphold']]);
	assert.equal(paperOf((await one.leader.get(one.page)).body), paper);
	assert.equal((await one.leader.post(one.page, kept, { tokens: one.leader.tokens('/logg-ut') })).status, 409, 'sent once');

	const applicant = await reader(APPLICANT);
	assert.ok((await applicant.get(`/soknader/${one.id}`)).body.includes(`href="/soknader/${one.id}/klage"`));
	const copy = await applicant.get(`/soknader/${one.id}/klage`);
	assert.equal(paperOf(copy.body), paper);
	assert.ok(words(copy.body).includes('Vi har sendt klagen til Klagenemnda.'));
	const answer = await fetch(new URL(`/soknader/${one.id}/klage/papirer.pdf`, process.env.BASE_URL), {
		headers: { cookie: [...applicant.cookies].map(([k, v]) => `${k}=${v}`).join('; ') } });
	const [[sha, mailed]] = sql(`select sha256, (select count(*) from mail where subject like 'Klagen i sak ' || :'v2')
		from appeal_paper join appeal using (appeal_id) where application_id = :v1`, one.id, one.number);
	assert.equal(createHash('sha256').update(Buffer.from(await answer.arrayBuffer())).digest('hex'), sha);
	assert.ok(Number(mailed) >= 1);
	assert.deepEqual(sql(`select kind from case_event where application_id = ${one.id} order by seq desc limit 2`).flat(), ['appeal_forwarded', 'appeal_registered']);
});

test('papers in nynorsk for who wrote nynorsk; what should be changed goes to whoever decided', async () => {
	const one = await told({ lang: 'nn' });
	await register(one);
	const shown = await assess(one, { syn: 'change', vurdering: 'Klaga har nye opplysningar.' });
	const paper = paperOf(shown.body);
	for (const text of ['Klage på vedtak i sak', 'meiner at vedtaket bør endrast', 'Kva klagaren ber om, og kvifor', 'Dokument i saka', 'Håvard Tjomsrud']) {
		assert.ok(paper.includes(text), `${text}\n${paper}`);
	}
	assert.match(shown.body, /<article class="paper doc" lang="nn"/);
	assert.ok(!paper.startsWith('Klagenemnda'));
});

test('a late appeal is told so, and is dismissed or handled for a stated reason', async () => {
	const one = await told({ ago: 60 });
	await register(one);
	assert.ok(words((await one.leader.get(one.page)).body).includes('Nei, den kom etter fristen'));
	const stopped = await assess(one, { steg: 'send' });
	assert.equal(stopped.status, 422);
	assert.ok(words(stopped.body).includes('Klagen kom etter fristen. Skriv hvorfor den likevel blir behandlet'));
	assert.deepEqual(sql('select count(*) from appeal_paper join appeal using (appeal_id) where application_id = :v1', one.id), [['0']]);
	const dismissed = paperOf((await assess(one, { syn: 'dismiss' })).body);
	assert.ok(dismissed.includes('klagen bør avvises') && dismissed.includes('klagen kom etter fristen'));
	assert.equal((await assess(one, { sen: 'Lederen var på sykehus.' })).status, 200);
	assert.throws(() => sql(`insert into appeal_paper (appeal_id, view, assessment, addressee, lang, pdf, html, sha256, sent_by, sent_at)
		select appeal_id, 'uphold', 'x', 'x', 'nb', 'x', 'x', repeat('0', 64), registered_by, now() from appeal where application_id = ${one.id}`), /a late appeal/);
});

test('what is missing is named, and nothing is registered or sent', async () => {
	const one = await told();
	for (const [fields, text] of [
		[{ klage: ' ' }, 'Skriv hva klageren ber om, og hvorfor.'],
		[{ dato: '' }, 'Skriv datoen som dag, måned og år'],
		[{ dato: day(2) }, 'Datoen er ikke kommet ennå.'],
		[{ dato: day(-5) }, 'Klagen kan ikke ha kommet før vedtaksbrevet ble sendt.'],
	]) {
		const answer = await register(one, fields);
		assert.equal(answer.status, 422);
		assert.ok(words(answer.body).includes(text), text);
	}
	assert.deepEqual(sql('select count(*) from appeal where application_id = :v1', one.id), [['0']]);
	await register(one);
	for (const [fields, text] of [
		[{ vurdering: ' ' }, 'Skriv hvordan dere vurderer klagen.'],
		[{ syn: '' }, 'Velg hva dere mener om klagen.'],
	]) {
		const answer = await assess(one, { steg: 'send', ...fields });
		assert.equal(answer.status, 422);
		assert.ok(words(answer.body).includes(text), text);
	}
	const warned = await assess(one, { vurdering: 'Eg kan ikkje sjå at det er noko nytt \u{13000}.' });
	assert.ok(words(warned.body).includes('teksten ser ut til å være på nynorsk') && words(warned.body).includes('(U+13000)'));
});

test('nothing can be appealed before the letter has gone, and nobody outside sees an appeal', async () => {
	const one = await told();
	await register(one);
	const officer = await reader(OFFICER);
	assert.equal((await officer.get(one.page)).location, `/saker/${one.id}`, 'declare first');
	for (const email of ['leder@demo.test', 'politiker@demo.test', 'admin@demo.test']) {
		assert.equal((await (await reader(email)).get(one.page)).status, 404, email);
	}
	const [[before]] = sql("select application_id from application where state = 'assessed' and unit_id = (select unit_id from app_user where email = 'leder@demo.test') limit 1");
	const leader = await reader('leder@demo.test');
	assert.notEqual((await leader.get(`/saker/${before}/klage`)).status, 200);
});

// An appeal whose papers have gone, ready to change the decision.
async function forwarded(options) {
	const one = await told(options);
	await register(one);
	assert.equal((await assess(one, { steg: 'send' })).status, 303);
	return { ...one, change: `${one.page}/vedtak` };
}
const changes = { hvem: 'first', sum: '80000', dato: '', sak: '', for: '', mot: '', grunn: 'Leien er lagt til grunn på nytt.', steg: 'se' };
const changeTo = async ({ leader, change }, fields = {}) => {
	await leader.get(change);
	return leader.post(change, { ...changes, ...fields });
};
const notChanged = (id) => assert.deepEqual(sql('select count(*) from decision_change where application_id = :v1', id), [['0']]);

test('a decision that an appeal changed is registered with its letter, takes from the frame and is what stands everywhere', async () => {
	const one = await forwarded();
	const [[call, free]] = sql(`select a.call_id, api.ledger_balance(a.call_id, 'frame') / 100 from application a where application_id = :v1`, one.id);
	const shown = await changeTo(one);
	assert.equal(shown.status, 200, words(shown.body).slice(0, 800));
	const letter = paperOf(shown.body);
	for (const text of ['og den har ført fram. Vedtaket i dette brevet gjelder i stedet for det første', 'Vi gir 80 000 kr', 'Leien er lagt til grunn på nytt.', 'innen tre uker']) {
		assert.ok(letter.includes(text), `${text}\n${letter}`);
	}
	const seen = /name="sett" value="([0-9a-f]{64})"/.exec(shown.body)[1];
	assert.equal((await one.leader.post(one.change, { ...changes, sett: seen.replace(/./g, '0'), steg: 'send' })).status, 422, 'another letter than the one that was read');
	notChanged(one.id);
	assert.equal((await one.leader.post(one.change, { ...changes, sett: seen, steg: 'send' })).status, 303);
	assert.deepEqual(sql('select outcome, awarded_ore / 100, final from decision_change where application_id = :v1', one.id), [['partly_granted', '80000', 'f']]);
	assert.deepEqual(sql('select awarded_ore / 100 from decision where application_id = :v1', one.id), [['60000']], 'the first stays as it was made');
	assert.deepEqual(sql(`select api.ledger_balance(${call}, 'frame') / 100`), [[String(Number(free) - 20000)]]);
	assert.equal(paperOf((await one.leader.get(one.change)).body), letter);
	assert.equal((await one.leader.get(`${one.change}/brev.pdf`)).status, 200);
	assert.ok(words((await one.leader.get(`/saker/${one.id}`)).body).includes('80 000 kr'));
	assert.match(words((await one.leader.get(one.page)).body), /Se det nye vedtaket/);
	assert.equal((await one.leader.post(one.change, { ...changes, steg: 'send' }, { tokens: one.leader.tokens('/logg-ut') })).status, 409, 'once');

	const applicant = await reader(APPLICANT);
	const page = await applicant.get(`/soknader/${one.id}/klage`);
	assert.match(words(page.body), /Klagen har ført fram\. Dere får nå 80 000 kr\./);
	assert.ok(paperOf(page.body).trim().startsWith(letter.trim()), 'the new letter comes first, the papers after it');
	const answer = await fetch(new URL(`/soknader/${one.id}/klage/brev.pdf`, process.env.BASE_URL), {
		headers: { cookie: [...applicant.cookies].map(([k, v]) => `${k}=${v}`).join('; ') } });
	const [[sha, mailed]] = sql(`select sha256, (select count(*) from mail where subject like 'Svar på klagen i sak ' || :'v2') from decision_change where application_id = :v1`, one.id, one.number);
	assert.equal(createHash('sha256').update(Buffer.from(await answer.arrayBuffer())).digest('hex'), sha);
	assert.ok(Number(mailed) >= 1);
	assert.equal(sql('select api.event_verify(:v1) is null', one.id)[0][0], 't');
});

test('the body of appeal decides in a meeting, and its decision cannot be appealed', async () => {
	const one = await forwarded({ lang: 'nn' });
	const meeting = { hvem: 'appeal', sum: '90000', dato: today, sak: 'KN 7/2026', for: '5', mot: '0' };
	const shown = await changeTo(one, meeting);
	assert.equal(shown.status, 200, words(shown.body).slice(0, 800));
	const letter = paperOf(shown.body);
	for (const text of ['Klagenemnda', 'sak KN 7/2026', 'samrøystes', 'De kan ikkje klage på vedtaket', 'De får tilskot']) {
		assert.ok(letter.includes(text), `${text}\n${letter}`);
	}
	assert.ok(!letter.includes('tre veker'));
	assert.equal((await one.leader.post(one.change, { ...changes, ...meeting, steg: 'send' })).status, 303);
	assert.deepEqual(sql('select outcome, final, meeting_case from decision_change where application_id = :v1', one.id), [['granted', 't', 'KN 7/2026']]);
});

test('a changed decision lacks nothing, gives more, and follows an appeal that was sent on', async () => {
	const unsent = await told();
	await register(unsent);
	assert.equal((await unsent.leader.get(`${unsent.page}/vedtak`)).status, 409);
	const one = await forwarded();
	for (const [fields, text] of [[{ sum: '60000' }, 'Summen må være høyere enn 60 000 kr'], [{ sum: '90001' }, 'høyere enn det søkeren har søkt om'],
		[{ sum: '' }, 'Skriv summen i hele kroner'], [{ grunn: ' ' }, 'Begrunnelsen mangler'], [{ hvem: '' }, 'Velg hvem som har endret vedtaket'],
		[{ hvem: 'appeal', dato: '', sak: '', for: '' }, 'Skriv saksnummeret i møtet'], [{ hvem: 'appeal', dato: day(1), sak: 'KN 1', for: '5' }, 'Møtedatoen er ikke kommet'],
		[{ hvem: 'appeal', dato: today, sak: 'KN 1', for: '2', mot: '3' }, 'Det kan ikke være flere stemmer mot enn for']]) {
		const answer = await changeTo(one, { ...fields, steg: 'send' });
		assert.equal(answer.status, 422, text);
		assert.ok(words(answer.body).includes(text), text);
	}
	notChanged(one.id);
	const officer = await reader(OFFICER);
	await officer.get(`/saker/${one.id}`);
	await officer.post(`/saker/${one.id}/habilitet`, { svar: 'habil' });
	await officer.get(one.change);
	const refused = await officer.post(one.change, { ...changes, steg: 'send' });
	assert.equal(refused.status, 422);
	assert.match(words(refused.body), /En leder må registrere det nye/);
	sql(`select api.ledger_enter(a.call_id, 'award', null, api.ledger_balance(a.call_id, 'frame'), 'brukt opp') from application a where application_id = :v1`, one.id);
	const full = await changeTo(one, { steg: 'send' });
	assert.equal(full.status, 422);
	assert.match(words(full.body), /Rammen har ikke rom for det som gis i tillegg/);
	notChanged(one.id);
});
