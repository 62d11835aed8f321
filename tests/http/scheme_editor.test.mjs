// scheme_editor.test.mjs — schemes written in the browser: whose they are, two who write at once, what can't be read, four eyes, and
// that what nobody touched is there byte for byte.
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { Staff } from '../lib/staff.mjs';
import { readScheme, validAnswers } from '../lib/applicant.mjs';
import { fieldsOf, put } from '../lib/editor.mjs';
import { sql, unescape, visitor, words } from '../lib/visitor.mjs';

const PUBLISHED = 'in-kulturaktivitet-barn-ungdom';
const made = [];
after(() => {
	const ids = `array[${made.join(',')}]::bigint[]`;
	sql(`begin; set local session_replication_role = replica;
		delete from scheme_publication p using scheme_proposal o where o.proposal_id = p.proposal_id and o.draft_id = any (${ids});
		delete from scheme_proposal where draft_id = any (${ids});
		delete from scheme_draft_step where draft_id = any (${ids});
		delete from scheme_draft where draft_id = any (${ids});
		delete from scheme_version v where not exists (select from scheme_publication p where p.version_hash = v.version_hash);
		delete from scheme s where not exists (select from scheme_version v where v.scheme_id = s.scheme_id);
		commit;`);
});

// Lines would be rows.
const whole = (query, ...values) => Buffer.from(sql(query.replace('document', "translate(encode(convert_to(document, 'UTF8'), 'base64'), E'\\n', '')"), ...values)[0][0], 'base64').toString();
const documentOf = (draft) => whole('select document from scheme_draft where draft_id = :v1', draft);
const inForce = (scheme) => whole(`select document from scheme_in_force join scheme_version using (version_hash, scheme_id) where scheme_id = :'v1'`, scheme);
const versionOf = (draft) => Number(sql('select version from scheme_draft where draft_id = :v1', draft)[0][0]);

async function begin(person, title = 'Prøveordning', from = 'prosjekt') {
	await person.get('/ordningsarbeid/ny');
	const answer = await person.submit('/ordningsarbeid/ny', { fra: from, kopi: '', 'navn-nb': title, 'navn-nn': `${title} på nynorsk` });
	const [, id] = /^\/ordningsarbeid\/(\d+)$/.exec(answer.location);
	made.push(id);
	return id;
}

async function change(person, scheme = PUBLISHED) {
	await person.get('/ordningsarbeid');
	const answer = await person.submit('/ordningsarbeid/rediger', { ordning: scheme });
	const [, id] = /^\/ordningsarbeid\/(\d+)$/.exec(answer.location);
	made.push(id);
	return id;
}

async function discard(person, id) {
	await person.get(`/ordningsarbeid/${id}/forkast`);
	await person.submit(`/ordningsarbeid/${id}/forkast`, { version: versionOf(id) });
}

test('a page sent as it was read changes nothing, on any part of a scheme', async () => {
	const officer = await Staff.new({ unit: 'kultur' });
	const id = await change(officer);
	const before = documentOf(id);
	assert.equal(before, inForce(PUBLISHED));
	for (const part of ['tekster', 'sokere', 'belop', 'kriterier', 'mal', 'skjema', 'vedtak', 'utbetaling', 'prover', 'om']) {
		const path = `/ordningsarbeid/${id}/del/${part}`;
		assert.equal((await officer.get(path)).status, 200, part);
		await officer.submit(path, [...fieldsOf(officer, path), ['go', 'stay']], part);
		assert.equal(documentOf(id), before, part);
	}
	for (const question of before.matchAll(/<(text|long-text|multi-choice|choice|money|period) id="([a-z-]+)"/g)) {
		const section = before.slice(0, question.index).match(/<section id="([a-z-]+)"/g).pop().match(/"(.*)"/)[1];
		await officer.get(`/ordningsarbeid/${id}/element?sti=form/section:${section}/${question[1]}:${question[2]}`);
		const path = `/ordningsarbeid/${id}/element`;
		await officer.submit(path, [...fieldsOf(officer, path), ['go', 'stay']], question[0]);
		assert.equal(documentOf(id), before, question[0]);
	}
	await officer.get(`/ordningsarbeid/${id}/xml`);
	await officer.submit(`/ordningsarbeid/${id}/xml`, [...fieldsOf(officer, `/ordningsarbeid/${id}/xml`), ['go', 'lagre']]);
	assert.equal(documentOf(id), before);
	await discard(officer, id);
});

test('a change touches its own bytes and no other', async () => {
	const officer = await Staff.new({ unit: 'kultur' });
	const id = await change(officer);
	const before = documentOf(id);
	const path = `/ordningsarbeid/${id}/del/tekster`;
	await officer.get(path);
	await officer.submit(path, [...put(fieldsOf(officer, path), { 'summary=nn': 'Kort & godt <no>' }), ['go', 'stay']]);
	const now = documentOf(id);
	const at = before.indexOf('<nn>', before.indexOf('<summary')) + 4;
	assert.equal(now.slice(0, at), before.slice(0, at));
	assert.ok(now.slice(at).startsWith('Kort &amp; godt &lt;no&gt;</nn>'));
	assert.equal(now.slice(now.indexOf('</summary>')), before.slice(before.indexOf('</summary>')));
	await discard(officer, id);
});

test('another unit sees nothing of a draft, and can change nothing', async () => {
	const [owner, stranger, admin] = [await Staff.new({ unit: 'kultur' }), await Staff.new({ unit: 'samferdsel', role: 'leader' }), await visitor('admin@demo.test')];
	const id = await begin(owner);
	const tokens = (await stranger.get('/ordningsarbeid/ny'), stranger.tokens('/ordningsarbeid/ny'));
	for (const page of ['', '/del/tekster', '/element?sti=title', '/xml', '/historikk', '/foresla', '/forkast']) {
		assert.equal((await stranger.get(`/ordningsarbeid/${id}${page}`)).status, 404, page);
		assert.equal((await owner.get(`/ordningsarbeid/${id}${page}`)).status, 200, page);
		assert.equal((await admin.get(`/ordningsarbeid/${id}${page}`)).status, 200, page);
	}
	const before = documentOf(id);
	for (const [page, fields] of [['del/tekster', { 'title=nb': 'Tatt' }], ['element', { sti: 'title', 'title=nb': 'Tatt' }], ['xml', { kilde: '<scheme/>' }],
		['historikk', { til: 1 }], ['foresla', { hvorfor: 'x' }], ['forkast', {}]]) {
		assert.equal((await stranger.post(`/ordningsarbeid/${id}/${page}`, { version: 1, ...fields }, { tokens })).status, 404, page);
	}
	assert.equal(documentOf(id), before);
	assert.ok(!(await stranger.get('/ordningsarbeid')).body.includes('Prøveordning'));
	assert.equal((await stranger.post('/ordningsarbeid/rediger', { ordning: PUBLISHED }, { tokens })).status, 404);
});

test('two who write at once keep what each wrote, and are told where they met', async () => {
	const [one, two] = [await Staff.new({ unit: 'kultur' }), await Staff.new({ unit: 'kultur' })];
	const id = await begin(one);
	const path = `/ordningsarbeid/${id}/del/tekster`;
	await one.get(path);
	await two.get(path);
	await one.submit(path, [...put(fieldsOf(one, path), { 'summary=nb': 'Fra den første', 'purpose=nb': 'Den førstes formål' }), ['go', 'stay']]);
	const met = await two.post(path, [...put(fieldsOf(two, path), { 'summary=nb': 'Fra den andre', 'target-group=nb': 'Alle' }), ['go', 'stay']]);
	assert.equal(met.status, 422);
	assert.match(words(met.body), /Prøve Ansatt \d+ lagret utkastet sist, \d+\. \S+ \d{4} kl\. \d\d\.\d\d\./, 'who and when');
	assert.match(words(met.body), /Prøve Ansatt \d+, \d+\. \S+ \d{4} kl\. \d\d\.\d\d, lagret: «Fra den første»/);
	assert.deepEqual(met.body.match(/href="#e-[^"]*nb"/g)?.map(unescape), ['href="#e-summary%3Dnb"'], 'a link to the field, and to no other');
	assert.ok(fieldsOf(two, path).some(([name, value]) => name === 'summary=nb' && value === 'Fra den andre'), 'what she wrote stands in the field');
	const both = documentOf(id);
	assert.match(both, /<nb>Fra den første<\/nb>/);
	assert.match(both, /<nb>Den førstes formål<\/nb>/);
	assert.match(both, /<nb>Alle<\/nb>/);
	await two.submit(path, [...fieldsOf(two, path), ['go', 'stay']]);
	assert.match(documentOf(id), /<nb>Fra den andre<\/nb>/);
	const steps = sql('select version, what from scheme_draft_step where draft_id = :v1 order by 1', id);
	assert.deepEqual(steps.map(([version]) => Number(version)), [1, 2, 3, 4]);
});

test('XML in two windows: the second is told and keeps the text', async () => {
	const officer = await Staff.new({ unit: 'kultur' });
	const id = await begin(officer);
	const path = `/ordningsarbeid/${id}/xml`;
	await officer.get(path);
	const [source] = fieldsOf(officer, path).filter(([name]) => name === 'kilde').map(([, value]) => value);
	const mine = source.replace('<nb></nb>', '<nb>Min</nb>');
	sql(`begin; select set_config('app.user_id', '${officer.id}', true);
		update scheme_draft set document = document || ' ', version = version + 1, changed_at = now() where draft_id = :v1;
		insert into scheme_draft_step select draft_id, version, document, 'xml', created_by, now() from scheme_draft where draft_id = :v1; commit;`, id);
	const met = await officer.post(path, { version: 1, kilde: mine, go: 'lagre' });
	assert.equal(met.status, 422);
	assert.match(words(met.body), /Lagrer du igjen, er det din tekst som gjelder/);
	assert.ok(met.body.includes('&lt;nb&gt;Min&lt;/nb&gt;'));
	await officer.submit(path, [...fieldsOf(officer, path), ['go', 'lagre']]);
	assert.match(documentOf(id), /<nb>Min<\/nb>/);
});

test('what can’t be read is refused with its line, and the text is there still', async () => {
	const officer = await Staff.new({ unit: 'kultur' });
	const id = await begin(officer);
	const path = `/ordningsarbeid/${id}/xml`;
	const before = documentOf(id);
	const deep = '<a>'.repeat(100) + '</a>'.repeat(100);
	for (const [text, said] of [
		['<scheme', /ikke gyldig XML/], ['', /ikke gyldig XML/],
		['<!DOCTYPE scheme [<!ENTITY x SYSTEM "file:///etc/passwd">]><scheme xmlns="urn:tilskudd:scheme:1">&x;</scheme>', /DOCTYPE/],
		['<!DOCTYPE l [<!ENTITY a "xxxxxxxxxx"><!ENTITY b "&a;&a;&a;">]><scheme xmlns="urn:tilskudd:scheme:1">&b;</scheme>', /DOCTYPE/],
		['<shared xmlns="urn:tilskudd:scheme:1" id="x"/>', /ytterste elementet må være scheme/],
		[`<scheme xmlns="urn:tilskudd:scheme:1">${deep}</scheme>`, /mer enn 64 nivåer/],
		['<scheme id="x"/>', /navnerom/],
		[before.replace('</title>', '</titel>'), /her står <\/titel>, men <title> fra linje \d+ er ikke avsluttet; skriv <\/title> først/],
		[before.replace('<nb>', '<nb>Kultur & idrett '), /her står & alene; skriv &amp;/],
	]) {
		await officer.get(path);
		const answer = await officer.post(path, { version: 1, kilde: text, go: 'lagre' });
		assert.equal(answer.status, 422, text.slice(0, 60));
		assert.match(words(answer.body), said, text.slice(0, 60));
		assert.ok(fieldsOf(officer, path).some(([name, value]) => name === 'kilde' && value.trim() === text.trim()), 'the text is kept');
	}
	await officer.get(path);
	assert.equal((await officer.post(path, { version: 1, kilde: `<!--${'x'.repeat(1100 * 1024)}-->`, go: 'lagre' })).status, 413);
	assert.equal(documentOf(id), before);
});

test('a draft is tried as an applicant and as an assessor: the same checks and sums, and nothing is kept', async () => {
	const officer = await Staff.new({ unit: 'kultur' });
	const id = await change(officer);
	const path = `/ordningsarbeid/${id}/forhandsvis`;
	const [stored, steps] = [documentOf(id), versionOf(id)];
	await officer.get(path);
	const tokens = officer.tokens(path);
	const empty = words((await officer.post(path, [...fieldsOf(officer, path), ['som', 'soker']], { tokens })).body);
	assert.match(empty, /Det er .*feil|feil i|må rettes/i, 'what an applicant would be told');
	const scheme = readScheme(PUBLISHED);
	const answers = Object.entries(validAnswers(scheme)).flatMap(([name, value]) => [value].flat().map((one) => [name, String(one)]));
	await officer.get(path);
	const good = await officer.post(path, [...answers, ['som', 'soker']]);
	assert.equal(good.status, 200);
	assert.match(words(good.body), /Svarene er i orden\..*Hvor mye kan gis\? Høyst [\d\s]+kr/s, words(good.body).slice(0, 1500));
	const sheet = await officer.post(path, [...fieldsOf(officer, path).filter(([name]) => name !== 'som'), ['som', 'saksbehandler']]);
	assert.match(words(sheet.body), /Hvor mye kan gis\? Høyst [\d\s]+kr.*Prøv vurderingen/s);
	const criteria = [...new Set([...sheet.body.matchAll(/name="k-([a-z0-9-]+)"/g)].map(([, name]) => name))];
	assert.ok(criteria.length > 0);
	const judged = await officer.post(path, [...fieldsOf(officer, path).filter(([name]) => !/^[kg]-|^som$|^samlet$/.test(name)), ['som', 'saksbehandler'], ['samlet', ''],
		...criteria.flatMap((name) => [[`k-${name}`, '4'], [`g-${name}`, 'Fordi.']])]);
	assert.match(words(judged.body), /Vurderingen er hel\..*Sum: [\d,]+ av 100 poeng/s);
	assert.equal(documentOf(id), stored);
	assert.equal(versionOf(id), steps);
	assert.equal(sql('select count(*) from scheme_draft_step where draft_id = :v1', id)[0][0], '1');
	await discard(officer, id);
});

test('the XML has a number beside every line, and what is wrong leads to its line', async () => {
	const officer = await Staff.new({ unit: 'kultur' });
	const id = await begin(officer);
	const path = `/ordningsarbeid/${id}/xml`;
	await officer.get(path);
	const [source] = fieldsOf(officer, path).filter(([name]) => name === 'kilde').map(([, value]) => value);
	const wrong = source.replace('method="overall"', 'method="ovrall"');
	const line = wrong.slice(0, wrong.indexOf('method="ovrall"')).split('\n').length;
	const { status, body } = await officer.post(path, { version: 1, kilde: wrong, go: 'sjekk' });
	assert.equal(status, 200);
	assert.equal(body.match(/<span id="l\d+"/g).length, source.split('\n').length);
	assert.ok(body.includes(`href="#l${line}"`), `a link to line ${line}`);
	assert.match(body, new RegExp(`<span id="l${line}" data-wrong="true">${line}</span>`));
	assert.ok(!source.includes('ovrall') && documentOf(id) === source, 'checking saves nothing');
	await discard(officer, id);
});

test('names that no form of ours has are refused, and nothing is changed', async () => {
	const officer = await Staff.new({ unit: 'kultur' });
	const id = await begin(officer);
	const path = `/ordningsarbeid/${id}/del/tekster`;
	const before = documentOf(id);
	for (const name of ['title@nok', 'no-such=nb', 'title=xx', '../../etc=nb', 'form/section:x/script=nb', 'nb/nb=nb']) {
		await officer.get(path);
		assert.equal((await officer.post(path, [['version', '1'], ['go', 'stay'], [name, 'x']])).status, 422, name);
	}
	for (const [page, fields] of [['del/tekster', { version: 'x' }], ['del/tekster', {}], ['historikk', { version: 1, til: 99 }],
		['element', { version: 1, sti: 'no-such' }], ['del/finnes-ikke', { version: 1 }]]) {
		await officer.get(path);
		const { status } = await officer.post(`/ordningsarbeid/${id}/${page}`, fields, { tokens: officer.tokens(path) });
		assert.ok([404, 422].includes(status), `${page}: ${status}`);
	}
	await officer.get(path);
	const gone = await officer.post(path, [['version', '1'], ['gjor', 'fjern:form/section:finnes-ikke']]);
	assert.ok([404, 409].includes(gone.status));
	assert.equal(documentOf(id), before);
});

test('the history brings back what was there, and keeps what was after it', async () => {
	const officer = await Staff.new({ unit: 'kultur' });
	const id = await begin(officer);
	const first = documentOf(id);
	const path = `/ordningsarbeid/${id}/del/skjema`;
	await officer.get(path);
	await officer.submit(path, [...fieldsOf(officer, path), ['gjor', 'fjern:form/section:tiltaket/municipalities:kommuner']]);
	assert.ok(!documentOf(id).includes('<municipalities'));
	const history = await officer.get(`/ordningsarbeid/${id}/historikk`);
	assert.match(words(history.body), /Fjernet: Kommuner/);
	await officer.submit(`/ordningsarbeid/${id}/historikk`, { version: versionOf(id), til: 1 });
	assert.equal(documentOf(id), first);
	assert.equal(versionOf(id), 3);
});

test('it takes two to publish, and PostgreSQL agrees', async () => {
	const [officer, leader] = [await Staff.new({ unit: 'kultur' }), await Staff.new({ unit: 'kultur', role: 'leader' })];
	const id = await begin(leader, 'Fire øyne');
	const path = `/ordningsarbeid/${id}/del/tekster`;
	await leader.get(path);
	const texts = { 'summary=nb': 'Kort', 'summary=nn': 'Kort', 'purpose=nb': 'Formål', 'purpose=nn': 'Formål', 'target-group=nb': 'Alle', 'target-group=nn': 'Alle' };
	await leader.submit(path, [...put(fieldsOf(leader, path), texts), ['go', 'stay']]);
	await leader.get(`/ordningsarbeid/${id}/foresla`);
	assert.equal((await leader.post(`/ordningsarbeid/${id}/foresla`, { version: versionOf(id), hvorfor: ' ' })).status, 422);
	const proposed = await leader.submit(`/ordningsarbeid/${id}/foresla`, { version: versionOf(id), hvorfor: 'Vedtatt i fylkestinget.' });
	const proposal = proposed.location;
	const number = proposal.split('/').pop();

	assert.doesNotMatch((await leader.get(proposal)).body, /Godkjenn og publiser/);
	assert.ok((await leader.post(proposal, { svar: 'godkjenn', merknad: '' })).status >= 400);
	assert.doesNotMatch((await officer.get(proposal)).body, /Godkjenn og publiser/);
	assert.ok((await officer.post(proposal, { svar: 'godkjenn', merknad: '' })).status >= 400);
	assert.throws(() => sql(`update scheme_proposal set state = 'approved', decided_by = proposed_by, decided_at = now() where proposal_id = :v1`, number), /four_eyes/);
	assert.throws(() => sql('update scheme_draft set document = document || \' \', version = version + 1 where draft_id = :v1', id), /not open/);
	assert.equal(sql('select state from scheme_proposal where proposal_id = :v1', number)[0][0], 'waiting');
	const locked = await leader.get(path);
	assert.match(words(locked.body), /foreslått publisert og kan ikke endres/);
	assert.equal((await leader.post(path, [['version', String(versionOf(id))], ['title=nb', 'Snek']], { tokens: leader.tokens(path) })).status, 409);

	const second = await Staff.new({ unit: 'kultur', role: 'leader' });
	assert.match((await second.get(proposal)).body, /Godkjenn og publiser/);
	assert.equal((await second.post(proposal, { svar: 'avvis', merknad: '' })).status, 422);
	await second.get(proposal);
	const approved = await second.submit(proposal, { svar: 'godkjenn', merknad: 'Bra.' });
	assert.match(approved.location, /^\/ordningsarbeid\/ordning\/fire-oyne$/);
	assert.equal(inForce('fire-oyne'), documentOf(id));
	const page = await second.get(approved.location);
	assert.match(words(page.body), /Vedtatt i fylkestinget\..*godkjent av Prøve Ansatt.*Bra\./);
	assert.equal((await officer.get('/ordninger/fire-oyne')).status, 200);
});
