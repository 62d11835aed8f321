// catalogue.test.mjs — schemes are found by field and words in either standard, soonest first, and told in full.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { sql, unescape, Visitor, words } from '../lib/visitor.mjs';

const guest = new Visitor();
const cards = (html) => [...html.matchAll(/<li class="card scheme-card">([^]*?)<\/li>/g)].map(([, card]) => card);
const ids = (html) => cards(html).map((card) => /href="\/ordninger\/([^"]+)"/.exec(card)[1]);
const search = async (query) => ids((await guest.get(`/ordninger?${new URLSearchParams(query)}`)).body);

const openNow = () =>
	sql(`select s.scheme_id from scheme s join call c using (scheme_id)
	     where s.status = 'active' and c.status = 'announced' and c.opens_at <= now() and c.closes_at > now()
	     group by s.scheme_id order by min(c.closes_at)`).map(([id]) => id);

test('the front page shows what is open, what closes soonest first', async () => {
	const page = await guest.get('/');
	assert.equal(page.status, 200);
	const open = openNow();
	assert.ok(open.length > 0, 'the demo has open calls');
	assert.deepEqual(ids(page.body).slice(0, Math.min(6, open.length)), open.slice(0, 6));
});

test('every scheme that is not ended is in the list once, open before the others', async () => {
	const listed = await search({});
	const all = sql("select scheme_id from scheme where status <> 'ended'").map(([id]) => id);
	assert.deepEqual([...listed].sort(), all.sort());
	const open = openNow();
	assert.deepEqual(listed.slice(0, open.length), open);
});

test('a field shows its own schemes', async () => {
	for (const [field, wanted] of sql("select field, string_agg(scheme_id, ',') from scheme where status <> 'ended' group by field")) {
		assert.deepEqual((await search({ felt: field })).sort(), wanted.split(',').sort());
	}
	assert.deepEqual((await search({ felt: 'finnes-ikke' })).length, (await search({})).length);
});

test('every word of a search must be there, in any case, and both standards are searched', async () => {
	assert.ok((await search({ sok: 'TRAFIKKSIKKERHET' })).includes('in-forebyggende-trafikksikkerhet'));
	assert.ok((await search({ sok: 'trafikktryggleik' })).length > 0 || (await search({ sok: 'tilskot' })).length > 0, 'nynorsk finds');
	assert.deepEqual(await search({ sok: 'trafikksikkerhet finnesikkeher' }), []);
	const some = await search({ sok: 'barn unge' });
	for (const id of await search({ sok: 'unge, barn!' })) {
		assert.ok(some.includes(id));
	}
	const nothing = await guest.get('/ordninger?sok=finnesikkeher');
	assert.ok(words(nothing.body).includes('Ingen ordninger passer'));
	assert.equal((await guest.get("/ordninger?sok=%25_'%22%5C")).status, 200);
	assert.equal((await guest.get(`/ordninger?sok=${'a+'.repeat(700)}`)).status, 200);
});

test("a scheme's page tells who, how much, what counts, when, and whom to ask", async () => {
	for (const id of await search({})) {
		const page = await guest.get(`/ordninger/${id}`);
		assert.equal(page.status, 200, id);
		const said = words(page.body);
		for (const heading of ['Hvem kan søke', 'Dette trenger dere', 'Etter at dere har søkt', 'Behandles av']) {
			assert.ok(said.includes(heading), `${id}: ${heading}`);
		}
	}
});

test('an open call is told with weekday, days left and the one who answers', async () => {
	const [id, name, phone] = sql(`select scheme_id, contact_name, contact_phone from call
	     where status = 'announced' and kind = 'fixed' and opens_at <= now() and closes_at > now() + interval '2 days'
	     order by closes_at limit 1`)[0];
	const said = words((await guest.get(`/ordninger/${id}`)).body);
	assert.match(said, /Fristen er (man|tirs|ons|tors|fre|lør|søn)dag \d+\. [a-z]+ \d{4} kl\. \d\d\.\d\d/);
	assert.match(said, /om \d+ dager/);
	assert.ok(said.includes(name) && said.includes(phone));
	assert.ok(said.includes('Svar senest'));
});

test('the pages are in nynorsk and English too', async () => {
	const [id] = openNow();
	const nynorsk = new Visitor();
	await nynorsk.get('/sprak?til=nn&tilbake=/');
	assert.ok(words((await nynorsk.get(`/ordninger/${id}`)).body).includes('Kven kan søkje'));
	const english = new Visitor();
	await english.get('/sprak?til=en&tilbake=/');
	assert.ok(words((await english.get(`/ordninger/${id}`)).body).includes('Who can apply'));
	assert.ok(words((await english.get('/ordninger')).body).includes('schemes'));
});

test('a catalogue page takes one query, a scheme\'s page three', async () => {
	const log = () => readFileSync(`${process.env.TILSKUDD_DATA}/log/kore.log`, 'utf8').split('\n');
	const before = log().length;
	const id = openNow()[0];
	await guest.get('/ordninger');
	await guest.get(`/ordninger/${id}`);
	const counts = log()
		.slice(before - 1)
		.filter((line) => / GET \/ordninger/.test(line))
		.map((line) => Number(/(\d+) statements/.exec(line)[1]));
	assert.equal(counts.length, 2);
	assert.ok(counts[0] <= 1 && counts[1] <= 3, `${counts}`);
});

test('logs name patterns, never what people asked for or the key in a link', async () => {
	await guest.get('/ordninger?sok=hemmeligord');
	await guest.get('/nytt-passord/hemmeligord');
	for (const name of readdirSync(`${process.env.TILSKUDD_DATA}/log`)) {
		assert.equal(readFileSync(`${process.env.TILSKUDD_DATA}/log/${name}`, 'utf8').includes('hemmeligord'), false, name);
	}
});

test('texts of schemes are shown as texts', async () => {
	for (const id of await search({})) {
		const body = (await guest.get(`/ordninger/${id}`)).body;
		assert.equal(/&lt;(p|b|i|br|li)\b/.test(body), false, id);
		assert.equal(unescape(body).includes('(null)'), false, id);
	}
});

test('the list names schemes in English to those who chose it, as their pages do', async () => {
	const english = new Visitor();
	await english.get('/sprak?til=en&tilbake=/');
	const list = words((await english.get('/ordninger')).body);
	const titles = sql(`select x.title, x.summary, v.title_en, v.summary_en from scheme_version v join scheme s using (scheme_id)
		cross join lateral xmltable(xmlnamespaces('urn:tilskudd:scheme:1' as s), '/s:scheme' passing xmlparse(document v.document)
			columns title text path 's:title/s:en', summary text path 's:summary/s:en') x where s.status <> 'ended'`);
	assert.ok(titles.length > 0);
	for (const [title, summary, listedTitle, listedSummary] of titles) {
		assert.deepEqual([listedTitle, listedSummary], [title, summary]);
		assert.ok(list.includes(title), title);
		assert.ok(list.includes(summary), summary);
	}
});
