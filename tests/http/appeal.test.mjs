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
