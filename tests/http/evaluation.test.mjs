// evaluation.test.mjs — the figures are those of the raw rows, the page and the PDF say them alike, and only a leader publishes, once.
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { recompute } from '../lib/figures.mjs';
import { sql, unescape, visitor, Visitor, words } from '../lib/visitor.mjs';

const { BASE_URL, TILSKUDD_HOME, TILSKUDD_DB } = process.env;
const work = mkdtempSync(join(tmpdir(), 'tilskudd-evaluation-'));
after(() => rmSync(work, { recursive: true, force: true }));

const guest = new Visitor();
const published = sql('select scheme_id, year from evaluation order by year desc, published_at desc').map(([scheme, year]) => [scheme, Number(year)]);
const frozen = (scheme, year) => JSON.parse(sql("select data from evaluation where scheme_id = :'v1' and year = :v2", scheme, year)[0][0]);
const kr = (ore) => `${String(ore / 100).replace(/\B(?=(\d{3})+$)/g, ' ')} kr`;
const plain = (text) => text.replace(/[\u00a0\u202f]/g, ' ');
const by = (key) => (a, b) => (a[key] < b[key] ? -1 : 1);
const bytes = async (path) => Buffer.from(await (await fetch(new URL(path, BASE_URL))).arrayBuffer());
const report = (...args) =>
	spawnSync(`${TILSKUDD_HOME}/build/tilskudd`, ['report', 'evaluation', ...args], { encoding: 'utf8', env: { ...process.env, TILSKUDD_DB } });

test('a second way of counting gives the same figures, for every scheme and year that is published', () => {
	assert.ok(published.length >= 5);
	for (const [scheme, year] of published) {
		const [data, own] = [frozen(scheme, year), recompute(scheme, year)];
		const what = `${scheme} ${year}`;
		assert.deepEqual(data.totals, own.totals, what);
		assert.deepEqual(data.last, own.last, what);
		assert.deepEqual([...data.municipalities].sort(by('code')), own.municipalities.sort(by('code')), what);
		assert.deepEqual([...data.kinds].sort(by('kind')), own.kinds.sort(by('kind')), what);
		assert.deepEqual([...data.goals].sort(by('goal_id')), own.goals.sort(by('goal_id')), what);
		assert.deepEqual(data.grants.map(({ number, awarded_ore }) => [number, awarded_ore]), own.grants.map(({ number, awarded }) => [number, awarded]), what);
	}
});

test('the parts add up to the whole', () => {
	for (const [scheme, year] of published) {
		const { totals, municipalities, kinds, grants } = frozen(scheme, year);
		const sum = (list) => list.reduce((total, { awarded_ore }) => total + awarded_ore, 0);
		for (const list of [municipalities, kinds, grants]) {
			assert.equal(sum(list), totals.awarded_ore, `${scheme} ${year}`);
		}
		assert.equal(totals.received,
			totals.dismissed + totals.granted + totals.partly_granted + totals.rejected + totals.withdrawn + totals.pending);
		assert.equal(municipalities.length, 46);
	}
});

test('the list shows everything published, and anyone may read it', async () => {
	const { body } = await guest.get('/evaluering');
	for (const [scheme, year] of published) {
		assert.ok(body.includes(`href="/evaluering/${scheme}/${year}"`), `${scheme} ${year}`);
	}
	assert.ok(!body.includes('/evaluering/publiser'));
});

// The words of a document in reading order, by its tags; spaces and the marks of lists left out, since lines break elsewhere.
const told = (pdf) => {
	const text = execFileSync('pdfinfo', ['-struct-text', pdf], { encoding: 'utf8', maxBuffer: 1 << 27 });
	return [...text.matchAll(/^ *"(.*)"$/gm)].map(([, line]) => line).join('').replace(/[\s\u00a0\u202f\u00ad]/g, '');
};

test('page and PDF say the same, paragraph by paragraph and cell by cell', async () => {
	for (const [scheme, year] of published.slice(0, 3)) {
		const { body } = await guest.get(`/evaluering/${scheme}/${year}`);
		const doc = /<article class="doc"[^>]*>([^]*?)<\/article>/.exec(body)[1].replace(/<svg[^]*?<\/svg>|<details>[^]*?<\/details>/g, '');
		const file = join(work, 'page.pdf');
		writeFileSync(file, await bytes(`/evaluering/${scheme}/${year}.pdf`));
		const inPdf = told(file);
		let at = 0;
		for (const [, , inside] of doc.matchAll(/<(h1|h2|p|li|dt|dd|th|td|caption|figcaption)\b[^>]*>([^]*?)<\/\1>/g)) {
			const piece = unescape(inside.replace(/<[^>]+>/g, '')).replace(/[\s\u00a0\u202f]/g, '');
			const found = inPdf.indexOf(piece, at);
			assert.ok(found >= 0, `${scheme} ${year}: "${piece}" does not follow in the PDF`);
			at = found;
		}
	}
});

test('findings come first, three to five of them, then the figures with last year beside', async () => {
	const [scheme, year] = published[0];
	const { body } = await guest.get(`/evaluering/${scheme}/${year}`);
	const { totals, last } = recompute(scheme, year);
	const findings = [...body.matchAll(/<li class="doc-finding">([^]*?)<\/li>/g)];
	assert.ok(findings.length >= 3 && findings.length <= 5, `${findings.length} findings`);
	const text = plain(words(body));
	assert.ok(text.indexOf('Det viktigste') < text.indexOf('Tallene'));
	assert.ok(plain(words(findings[0][1])).includes(
		`${totals.granted + totals.partly_granted} av ${totals.granted + totals.partly_granted + totals.rejected} søknader`));
	for (const row of [`Mottatte søknader ${totals.received} ${last.received}`, `Søkt om ${kr(totals.applied_ore)} ${kr(last.applied_ore)}`,
		`Gitt ${kr(totals.awarded_ore)} ${kr(last.awarded_ore)}`, `Midterste tilskudd (median) ${kr(totals.median_ore)} ${kr(last.median_ore)}`,
		`Avslag ${totals.rejected} ${last.rejected}`, `Avvist ${totals.dismissed} ${last.dismissed}`]) {
		assert.ok(text.replace(/\s+/g, ' ').includes(row), `"${row}" in ${text}`);
	}
});

test('every municipality is told of: with its kroner per inhabitant, or as one that got nothing', async () => {
	const [scheme, year] = published[0];
	const text = plain(words((await guest.get(`/evaluering/${scheme}/${year}`)).body)).replace(/\s+/g, ' ');
	const { municipalities } = recompute(scheme, year);
	const without = municipalities.filter(({ awarded_ore }) => awarded_ore === 0);
	assert.ok(text.includes(`${without.length} av 46 kommuner fikk ikke noe tilskudd. Det er ${without.map(({ name }) => name)
		.sort(new Intl.Collator('nb').compare).join(', ')}.`));
	for (const m of municipalities.filter(({ awarded_ore }) => awarded_ore > 0)) {
		const each = Math.round(m.awarded_ore / 100 / m.inhabitants);
		assert.ok(text.includes(`${m.name} ${m.applications} ${m.grants} ${kr(m.awarded_ore)} ${each === 0 ? '< 1' : each} kr`), m.name);
	}
});

test('a chart has its numbers as a table, and the page tells how the figures were made', async () => {
	const [scheme, year] = published[0];
	const { body } = await guest.get(`/evaluering/${scheme}/${year}`);
	for (const [figure] of body.matchAll(/<figure>[^]*?<\/figure>/g)) {
		assert.match(figure, /<svg[^>]*role="img"[^>]*aria-label="[^"]+"/);
		assert.match(figure, /<details>[^]*<table>/);
	}
	assert.match(words(body), /Slik er tallene regnet ut .*Bare vedtak som søkeren har fått brev om, er med/);
	assert.match(words(body), /Tall om færre enn fem personer er ikke vist/);
});

test('the PDF is the published bytes, as the command line writes them', async () => {
	const [scheme, year] = published[0];
	const page = await bytes(`/evaluering/${scheme}/${year}.pdf`);
	const file = join(work, 'cli.pdf');
	const made = report('--scheme', scheme, '--year', String(year), '-o', file);
	assert.equal(made.status, 0, made.stderr);
	assert.ok(readFileSync(file).equals(page));
	assert.equal(createHash('sha256').update(page).digest('hex'),
		sql("select sha256 from evaluation where scheme_id = :'v1' and year = :v2", scheme, year)[0][0]);
});

test('nynorsk and English readers get it in theirs, as a page and as PDF', async () => {
	const [scheme, year] = published[0];
	const reader = new Visitor();
	for (const [lang, phrase] of [['nn', 'Slik er tala rekna ut'], ['en', 'How the figures were worked out']]) {
		await reader.get(`/sprak?til=${lang}&tilbake=/evaluering`);
		const { body } = await reader.get(`/evaluering/${scheme}/${year}`);
		assert.match(body, new RegExp(`<article class="doc" lang="${lang}">`));
		assert.ok(words(body).includes(phrase), phrase);
		assert.match(body, new RegExp(`\\.pdf\\?sprak=${lang}"`));
		const path = join(work, `${lang}.pdf`);
		const pdf = await guest.get(`/evaluering/${scheme}/${year}.pdf?sprak=${lang}`);
		assert.equal(pdf.headers.get('content-type'), 'application/pdf');
		writeFileSync(path, pdf.bytes);
		assert.ok(execFileSync('pdftotext', [path, '-'], { encoding: 'utf8' }).replace(/\s+/g, ' ').includes(phrase), phrase);
	}
	const asPublished = await bytes(`/evaluering/${scheme}/${year}.pdf`);
	assert.ok(asPublished.equals(await bytes(`/evaluering/${scheme}/${year}.pdf?sprak=xx`)), 'an unknown language is the published file');
});

test('the grants are open data: one row each, no formula, Norwegian letters for spreadsheets', async () => {
	const [scheme, year] = published[0];
	const file = await bytes(`/evaluering/${scheme}/${year}.csv`);
	assert.equal(file.subarray(0, 3).toString('hex'), 'efbbbf');
	const rows = file.subarray(3).toString().trimEnd().split('\r\n');
	const { grants } = recompute(scheme, year);
	assert.equal(rows[0], 'soknadsnummer;organisasjonsnummer;organisasjon;type;prosjekt;kommuner;sokt_kr;gitt_kr;vedtaksdato');
	assert.equal(rows.length - 1, grants.length);
	rows.slice(1).forEach((row, i) => {
		const cells = row.match(/"(?:[^"]|"")*"|[^;]+/g).map((cell) => cell.replace(/^"|"$/g, '').replaceAll('""', '"'));
		assert.deepEqual([cells[0], cells[2], cells[4], cells[7], cells[8]],
			[grants[i].number, grants[i].organisation, grants[i].title, String(grants[i].awarded / 100), grants[i].on]);
		assert.doesNotMatch(row, /(^|;)"?[=+@-]/);
	});
});

test('what is not there is not there', async () => {
	const [scheme, year] = published[0];
	for (const path of [`/evaluering/${scheme}/1999`, `/evaluering/${scheme}/99999`, `/evaluering/${scheme}/${year}x`, `/evaluering/finnes-ikke/${year}`,
		`/evaluering/${scheme}/${year}.exe`, `/evaluering/${scheme}/-${year}`, `/evaluering/${scheme}/${year + 1}.pdf`, `/evaluering/finnes-ikke/${year}.csv`]) {
		assert.equal((await guest.get(path)).status, 404, path);
	}
});

test('the report command says what is wrong, and leaves no half file', () => {
	const [scheme, year] = published[0];
	for (const [args, code, said] of [
		[['--scheme', scheme, '--year', `${year}x`, '-o', join(work, 'a.pdf')], 2, /isn't understood/],
		[['--scheme', scheme, '--year', '12', '-o', join(work, 'a.pdf')], 2, /isn't understood/],
		[['--scheme', scheme, '--year', String(year)], 2, /-o are needed/],
		[['--scheme', scheme, '--year'], 2, /has no value/],
		[['--scheme', scheme, '--year', String(year), '--lang', 'sv', '-o', join(work, 'a.pdf')], 2, /isn't understood/],
		[['--scheme', 'finnes-ikke', '--year', String(year), '-o', join(work, 'a.pdf')], 1, /there is no scheme/],
		[['--scheme', scheme, '--year', String(year), '-o', join(work, 'ingen/a.pdf')], 1, /can't be written/],
	]) {
		const made = report(...args);
		assert.equal(made.status, code, made.stderr);
		assert.match(made.stderr, said);
	}
	assert.throws(() => readFileSync(join(work, 'a.pdf')), /ENOENT/);
});

test('a year without grants is safe, on paper too', () => {
	const [scheme, year] = published[0];
	for (const empty of [year - 5, year + 3]) {
		const file = join(work, `${empty}.pdf`);
		const made = report('--scheme', scheme, '--year', String(empty), '-o', file);
		assert.equal(made.status, 0, made.stderr);
		const text = plain(execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' })).replace(/\s+/g, ' ');
		assert.match(text, new RegExp(`Det kom ingen søknader i ${empty}\\.`));
		assert.match(text, /Ingen tilskudd ble gitt\./);
		assert.doesNotMatch(text, /nan|inf|-1 %/i);
	}
});

// --- publishing

const waiting = async (leader) => {
	const { body } = await leader.get('/evaluering/publiser');
	return [...body.matchAll(/href="(\/evaluering\/publiser\/[^"]+\/\d{4})"/g)].map(([, path]) => path);
};

test('a leader sees her own unit\'s years alone', async () => {
	const idrett = await visitor('leder.idrett@demo.test');
	const kultur = await visitor('leder@demo.test');
	const mine = await waiting(idrett);
	assert.ok(mine.length > 0, 'something to publish');
	assert.deepEqual((await waiting(kultur)).filter((path) => mine.includes(path)), []);
	for (const path of [mine[0], `${mine[0]}.pdf`]) {
		assert.equal((await kultur.get(path)).status, 404, `${path} is another unit's`);
	}
	assert.equal((await kultur.post(mine[0], { sett: 'x' })).status, 404);
});

test('a leader reads it first; figures that moved meanwhile are read again; then everyone has it, once', async () => {
	const leader = await visitor('leder.idrett@demo.test');
	const [path] = await waiting(leader);
	const [, scheme, year] = /publiser\/([^/]+)\/(\d+)$/.exec(path);
	const open = path.replace('/publiser', '');
	assert.equal((await guest.get(open)).status, 404, 'nobody else reads it before');
	const before = await leader.get(path);
	assert.equal(before.status, 200);
	assert.ok(before.body.indexOf('kan ikkje endrast etterpå') > 0 || before.body.indexOf('kan ikke endres etterpå') > 0, 'the effect is told');
	assert.ok(before.body.indexOf('name="sett"') < before.body.indexOf('<article'), 'and comes before the figures');
	assert.equal((await leader.get(`${path}.pdf`)).headers.get('content-type'), 'application/pdf');

	const stale = await leader.post(path, [['sett', '0'.repeat(64)]], { tokens: leader.form(path).fields.filter(([name]) => name !== 'sett') });
	assert.equal(stale.status, 409);
	assert.equal(sql("select count(*) from evaluation where scheme_id = :'v1' and year = :v2", scheme, year)[0][0], '0');

	await leader.get(path);
	const done = await leader.post(path, leader.form(path).fields, { tokens: [] });
	assert.equal(done.status, 303);
	assert.equal(done.location, open);
	assert.equal((await guest.get(open)).status, 200);
	assert.deepEqual(frozen(scheme, year).totals, recompute(scheme, Number(year)).totals);
	assert.equal((await leader.get(path)).location, open, 'what is published is read where everyone reads it');
	assert.ok(!(await waiting(leader)).includes(path));
	sql(`do $$ begin
		update evaluation set year = year + 50;
		raise exception 'even the owner may not';
	exception when sqlstate 'TS001' then null; end $$`);
});

test('a year nobody has had an answer in cannot be published', async () => {
	const leader = await visitor('leder@demo.test');
	const [[scheme, year]] = sql(`select c.scheme_id, c.year from call c join scheme s using (scheme_id) join unit u using (unit_id)
		join app_user p on p.unit_id = u.unit_id where p.email = 'leder@demo.test'
		and not exists (select from application a join call d using (call_id) where d.scheme_id = c.scheme_id and d.year = c.year
			and a.state in ('notified', 'closed')) limit 1`);
	const path = `/evaluering/publiser/${scheme}/${year}`;
	const { status, body } = await leader.get(path);
	assert.equal(status, 200);
	assert.ok(!body.includes('name="sett"'));
	await leader.get('/konto');
	assert.equal((await leader.post(path, { sett: 'x' }, { tokens: leader.tokens('/konto') })).status, 409);
	assert.equal(sql("select count(*) from evaluation where scheme_id = :'v1' and year = :v2", scheme, year)[0][0], '0');
});
