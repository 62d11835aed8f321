// engine.test.mjs — the document engine against other people's readers: words of every script, structure, sameness.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';

import { placesOf } from './conformance.mjs';
import { bytes, check, command, fixture, flowing, info, make, objects, pictures, structure, words, work } from './document.mjs';

const templates = fixture('.');
const sample = (options) => make('sample', fixture('data/sample.xml'), { templates, ...options });

// Data with many rows for the sample template.
const withRows = (count, applicant = (i) => `Søker nummer ${i}`) => {
	const path = join(work, `rows-${count}.xml`);
	const text = bytes(fixture('data/sample.xml')).toString();
	const rows = Array.from({ length: count }, (_, i) =>
		`<row><text name="number">${i + 1}</text><text name="applicant">${applicant(i + 1)}</text><text name="sum">${i + 1} kr</text></row>`,
	).join('');
	writeFileSync(path, text.replace(/<list name="rows">.*?<\/list>/s, `<list name="rows">${rows}</list>`));
	return path;
};

test('the file is whole and says what it is', () => {
	const pdf = sample();
	check(pdf);
	const told = info(pdf);
	assert.match(told, /Title:\s+Prøve på alt\n/);
	assert.match(told, /Tagged:\s+yes/);
	assert.match(told, /PDF version:\s+1\.7/);
	assert.match(info(sample({ lang: 'nn' })), /Title:\s+Prøve på alt mogleg/);
});

test('every script can be copied out as it was written', () => {
	const text = flowing(sample());
	for (const phrase of [
		'Blåbærsyltetøy, ÆØÅ æøå, «sitat» – tankestrek',
		'Finnmárku čáhci đoaibma ŋiŋŋilis šaddá ŧ žilli, Romssa fylkkasuohkan',
		'Zażółć gęślą jaźń ŁÓDŹ',
		'Щастя їжак ґанок є Україна',
		'ሰላም ሓውኹም፡ ሕቶ ሓገዝ።',
		'Waxaan codsanayaa deeq',
	]) {
		assert.ok(text.includes(phrase), `${phrase} is not in ${text}`);
	}
	// Direction marks are the reader program's own.
	const plain = text.replace(/[\u202a-\u202e\u2066-\u2069\u200e\u200f]/g, '');
	assert.ok(plain.includes('مرحبا بالعالم'), plain);
});

test('Arabic is told in the order it is read', () => {
	const spans = objects(sample()).all.filter((o) => o?.['/S'] === '/Span' && o['/ActualText'] !== undefined);
	const told = spans.map((o) => o['/ActualText'].replace(/^u:/, '')).join('');
	assert.ok(told.includes('مرحبا بالعالم، طلب منحة رقم 1234 (NOK) لا'), told);
	assert.equal(spans[0]['/Lang'], 'u:und-Arab');
});

test('headings, lists, tables, links and figures are tagged in the order of reading', () => {
	const told = structure(sample());
	const order = ['H1', '"Prøve på alt"', 'Link', 'H2', '"Språk"', 'L ', 'Lbl', '"Norsk"', 'LBody', '"Lister"', '"•"',
		'H3', 'Figure', 'H4', 'Table', 'Caption', 'THead', 'TH', 'TBody', 'TD', '"Ringsaker janitsjar"', 'TFoot'];
	let at = 0;
	for (const word of order) {
		const found = told.indexOf(word, at);
		assert.ok(found >= 0, `${word} does not follow\n${told.slice(0, at)}`);
		at = found;
	}
	assert.match(told, /TH:\s+\/Scope \/Column\s+"Nr\."/);
	assert.match(told, /\/Scope \/Row\s+\/ColSpan 2|\/ColSpan 2\s+\/Scope \/Row/);
	assert.ok(!told.includes('Side 1 av'), 'page numbers are not part of the text');
});

test('a figure tells every number in words', () => {
	const figure = objects(sample()).all.find((o) => o?.['/S'] === '/Figure' && o['/Alt'].includes('I fjor'));
	const alt = figure['/Alt'].replaceAll('\u00a0', ' ');
	assert.ok(alt.startsWith('u:Søyler for hvert år. Hamar: I år 250 000 kr, I fjor 180 000 kr; Ringsaker:'), alt);
});

test('a table of 300 rows repeats its head and loses no row', () => {
	const pdf = make('sample', withRows(300), { templates });
	check(pdf);
	const pages = words(pdf, '-layout').split('\f').filter((page) => /Søker nummer/.test(page));
	assert.ok(pages.length > 8);
	for (const page of pages) {
		assert.match(page, /Nr\.\s+Søker\s+Sum/);
	}
	const text = pages.join('\n');
	for (let i = 1; i <= 300; i++) {
		assert.match(text, new RegExp(`Søker nummer ${i}\\b`));
	}
	// The sum never stands alone at the top of a page.
	assert.match(pages.at(-1), /Søker nummer 300[\s\S]*350 000 kr/);
	// Repeated heads are decoration: one TH a column, and one for the sum.
	assert.equal(structure(pdf).match(/^ +TH:$/gm).length, 4);
});

test('pages are numbered when all are known', () => {
	const pages = words(make('sample', withRows(1), { templates }), '-layout').split('\f');
	assert.match(pages[0], /Side 1 av 4/);
	assert.match(pages[0], /Vår ref\.: 2026-1/);
	assert.match(pages[1], /Side 2 av 4/);
	assert.doesNotMatch(pages[1], /Vår ref/);
});

test('the same data makes the same bytes', () => {
	assert.ok(bytes(sample()).equals(bytes(sample())));
	assert.ok(!bytes(sample()).equals(bytes(sample({ lang: 'nn' }))));
});

test('fonts are embedded, cut to what is used and can be copied from', () => {
	const { all, get } = objects(sample());
	const fonts = all.filter((o) => o?.['/Type'] === '/Font' && o['/Subtype'] === '/Type0');
	assert.ok(fonts.length >= 4);
	for (const font of fonts) {
		assert.match(font['/BaseFont'], /^\/[A-Z]{6}\+/);
		assert.ok(font['/ToUnicode'], 'words can be copied');
		const descriptor = get(get(get(font['/DescendantFonts'])[0])['/FontDescriptor']);
		assert.ok(get(descriptor['/FontFile2'])['/Length1'] < 20000, 'only what is used');
	}
	assert.ok(bytes(sample()).length < 40000);
});

// What PDF/A-2a and PDF/UA-1 ask for and a checker would fail on, as far as the file can tell it.
test('the file keeps the rules of PDF/A-2a and PDF/UA-1 that can be read from it', () => {
	const pdf = sample();
	const { all, get, trailer } = objects(pdf);
	const catalog = get(trailer['/Root']);
	assert.equal(catalog['/MarkInfo']['/Marked'], true);
	assert.equal(catalog['/Lang'], 'u:nb-NO');
	assert.equal(catalog['/ViewerPreferences']['/DisplayDocTitle'], true);
	assert.equal(trailer['/ID'].length, 2);
	const intent = get(get(catalog['/OutputIntents'])[0]);
	assert.equal(intent['/S'], '/GTS_PDFA1');
	assert.equal(get(intent['/DestOutputProfile'])['/N'], 3);
	assert.equal(get(catalog['/Metadata'])['/Subtype'], '/XML');
	assert.equal(get(catalog['/Metadata'])['/Filter'], undefined);
	const xmp = bytes(pdf).toString('utf8');
	for (const claim of ['<pdfaid:part>2<', '<pdfaid:conformance>A<', '<pdfuaid:part>1<', 'PDF/UA Universal Accessibility Schema', 'Prøve på alt']) {
		assert.ok(xmp.includes(claim), claim);
	}
	for (const page of all.filter((o) => o?.['/Type'] === '/Page')) {
		assert.equal(page['/Tabs'], '/S');
		assert.equal(typeof page['/StructParents'], 'number');
	}
	const links = all.filter((o) => o?.['/Subtype'] === '/Link');
	assert.ok(links.length >= 3);
	for (const link of links) {
		assert.ok(link['/Contents'].length > 3);
		assert.equal(typeof link['/StructParent'], 'number');
		assert.equal(link['/F'], 4);
	}
	for (const figure of all.filter((o) => o?.['/S'] === '/Figure')) {
		assert.ok(figure['/Alt'].length > 10);
	}
	const text = JSON.stringify(all);
	for (const never of ['/JavaScript', '/Launch', '/Encrypt', '/AA']) {
		assert.ok(!text.includes(`"${never}"`), never);
	}
	// Every element's parent lists it.
	const root = get(catalog['/StructTreeRoot']);
	const numbers = get(root['/ParentTree'])['/Nums'];
	assert.equal(numbers.length / 2, root['/ParentTreeNextKey']);
	assert.deepEqual(numbers.filter((_, i) => i % 2 === 0), Array.from({ length: numbers.length / 2 }, (_, i) => i));
});

test('the HTML twin has the same words and no style or script', () => {
	const html = bytes(sample({ html: true })).toString();
	assert.doesNotMatch(html, /\sstyle=|<script|<style|\son[a-z]+=/);
	assert.match(html, /<svg class="doc-chart doc-wide" role="img"[^>]*aria-label="Søyler for hvert år\."/);
	assert.match(html, /<details><summary>Vis tallene<\/summary>/);
	const plain = (s) => s.replace(/[\s\u00a0\u200b\ufe0f]+/g, ' ').trim();
	const own = plain(html.replace(/<svg.*?<\/svg>|<details>.*?<\/details>/gs, ' ').replace(/<\/?(?:b|i|a)\b[^>]*>/g, '').replace(/<[^>]+>/g, ' ')
		.replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&amp;/g, '&'));
	// Pages are told on paper alone, and the way back from a note on the web alone.
	const paper = plain(flowing(sample()).replace(/, side \d+/g, ''));
	for (const word of own.split(' ').filter((w) => !/[\u0590-\u08ff()\d↩]/.test(w))) {
		assert.ok(paper.includes(word), `"${word}" is not on paper`);
	}
});

test('what is missing or cannot be printed is said', () => {
	const data = join(work, 'bad.xml');
	writeFileSync(data, bytes(fixture('data/sample.xml')).toString().replace('Ås næringshage SA', ' '));
	const blank = command('render', 'sample', '--templates', templates, '--data', data, '-o', join(work, 'x.pdf'));
	assert.equal(blank.status, 1);
	assert.match(blank.stderr, /data is missing: name/);
	writeFileSync(data, bytes(fixture('data/sample.xml')).toString().replace('Ås næringshage SA', '漢字 AS'));
	const uncovered = command('render', 'sample', '--templates', templates, '--data', data, '-o', join(work, 'x.pdf'));
	assert.equal(uncovered.status, 1);
	assert.match(uncovered.stderr, /2 characters cannot be printed: U\+5B57 \(1\) U\+6F22 \(1\)/);
	const draft = make('sample', data, { templates, options: ['--allow-uncovered'] });
	check(draft);
	assert.match(flowing(draft), /漢字 AS/);
});

test('wrong templates and data are told with their line', () => {
	writeFileSync(join(work, 'data.xml'), '<data>\n<text>x</text></data>');
	const wrong = command('render', 'sample', '--templates', templates, '--data', join(work, 'data.xml'), '-o', '-');
	assert.equal(wrong.status, 1);
	assert.match(wrong.stderr, /data\.xml:2: the element needs a name/);
	assert.equal(command('check').status, 0);
	assert.equal(command('render').status, 2);
	const none = command('check', '--templates', '/nowhere');
	assert.equal(none.status, 1);
	assert.match(none.stderr, /cannot be read/);
});

test('contents and references tell the pages that things stand on, and lead there', () => {
	const pdf = sample();
	const pages = words(pdf, '-layout').split('\f');
	const pageOf = (text) => pages.findIndex((page) => new RegExp(`^ *${text}$`, 'm').test(page)) + 1;
	const told = (name) => Number(new RegExp(`^ *${name} +(\\d+)$`, 'm').exec(pages[0])[1]);
	for (const name of ['Språk', 'Lister', 'Figur']) {
		assert.equal(told(name), pageOf(name), name);
	}
	assert.match(flowing(pdf), new RegExp(`Tabellen over søkere: Søkere, side ${pageOf('Søkere')}\\.`));
	const { all, get, trailer } = objects(pdf);
	const catalog = get(get(trailer)?.['/Root'] ?? trailer['/Root']) ?? all.find((one) => one?.['/Type'] === '/Catalog');
	const places = placesOf(get, catalog);
	const links = all.filter((one) => one?.['/Subtype'] === '/Link' && one['/Dest'] !== undefined);
	assert.equal(links.length, 5, 'three headings in the contents, whose title is none of them, and two references');
	for (const link of links) {
		assert.ok(places.get(link['/Dest']), `${link['/Dest']} is a place`);
		assert.ok(link['/Contents'].length > 2);
	}
});

test('bookmarks follow the headings', () => {
	const { all, get } = objects(sample());
	const outlines = get(all.find((one) => one?.['/Type'] === '/Catalog')['/Outlines']);
	const tree = (node) => {
		const kids = [];
		for (let kid = get(node['/First']); kid !== undefined; kid = get(kid['/Next'])) {
			assert.equal(get(kid['/Parent']), node);
			kids.push([kid['/Title'].replace(/^u:/, ''), tree(kid)]);
		}
		return kids;
	};
	assert.deepEqual(tree(outlines), [['Prøve på alt', [['Språk', []], ['Lister', [['Figur', []]]]]]]);
	assert.equal(outlines['/Count'], 4);
});

test('a note stands at the foot of the page with its mark, and is read right behind it', () => {
	const pdf = sample();
	const pages = words(pdf, '-layout').split('\f');
	for (const [mark, note] of [['¹', 'En note om tabellen'], ['²', 'Note nummer to'], ['³', 'En note i en liste'], ['⁴', 'Av alle søknader']]) {
		const page = pages.find((text) => text.includes(`${mark} ${note}`));
		assert.ok(page !== undefined, note);
		assert.equal(page.split(mark).length, 3, `${mark} is there twice: as mark and before the note`);
		assert.ok(page.indexOf(`${mark} ${note}`) > page.indexOf(mark));
	}
	assert.match(structure(pdf), /Reference \(inline\)\s+"¹"\s+Note <note1> \(inline\)\s+"¹.En note om tabellen/);
	const { all, get } = objects(pdf);
	const root = all.find((one) => one?.['/Type'] === '/StructTreeRoot');
	const ids = get(root['/IDTree'])['/Names'].filter((_, i) => i % 2 === 0);
	assert.deepEqual(ids.map((id) => id.replace(/^u:/, '')), ['note1', 'note2', 'note3', 'note4']);
});

test('the web twin has the contents, and notes that lead to their marks and back', () => {
	const html = bytes(sample({ html: true })).toString();
	for (const [, to] of html.matchAll(/href="#([^"]+)"/g)) {
		assert.equal(html.split(` id="${to}"`).length, 2, `#${to} is there once`);
	}
	assert.match(html, /<nav class="doc-toc" aria-label="Innhold">/);
	assert.equal([...html.matchAll(/<li id="doc-note-\d+">/g)].length, 4);
});

// A photograph of each kind, made by other people's programs, and a template that shows it.
const photographs = () => {
	const folder = join(work, 'photographs');
	mkdirSync(folder, { recursive: true });
	copyFileSync(fixture('document.rng'), join(folder, 'document.rng'));
	writeFileSync(join(folder, 'photograph.xml'), `<document><title>Bilde</title><page-master name="m"/><body master="m"><h1>Bilde</h1>
		<figure><alt>En side</alt><image file="x.jpeg" width="60mm"/></figure></body></document>`);
	writeFileSync(join(work, 'nothing.xml'), '<data/>');
	const photograph = (...options) => {
		execFileSync('pdftoppm', ['-r', '40', '-f', '1', '-l', '1', '-singlefile', ...options, sample(), join(folder, 'y')]);
		renameSync(join(folder, 'y.jpg'), join(folder, 'x.jpeg'));
	};
	return { folder, photograph, data: join(work, 'nothing.xml'), file: join(folder, 'x.jpeg') };
};

test('photographs go in as they are, keep every rule, and are seen on paper and on the web', () => {
	const { folder, photograph, data, file } = photographs();
	for (const [options, colours] of [[['-jpeg'], '/DeviceRGB'], [['-jpeg', '-jpegopt', 'progressive=y'], '/DeviceRGB']]) {
		photograph(...options);
		const pdf = make('photograph', data, { templates: folder });
		check(pdf);
		const image = objects(pdf).all.find((one) => one?.['/Subtype'] === '/Image');
		assert.equal(image['/Filter'], '/DCTDecode');
		assert.equal(image['/ColorSpace'], colours);
		assert.ok(bytes(pdf).includes(bytes(file)), 'byte for byte');
		assert.equal(pictures(pdf).length, 1);
		const html = bytes(make('photograph', data, { templates: folder, html: true })).toString();
		assert.ok(html.includes(`<img alt="En side" src="data:image/jpeg;base64,${bytes(file).toString('base64')}">`));
	}
});

test('photographs of ink, cut short or of another kind are refused with their name', () => {
	const { folder, photograph, data, file } = photographs();
	const refused = () => {
		for (const kind of [[], ['--html'], ['--docx']]) {
			const made = command('render', 'photograph', '--templates', folder, '--data', data, ...kind, '-o', join(work, 'x'));
			assert.equal(made.status, 1);
			assert.match(made.stderr, /x\.jpeg is missing, broken or too large; replace it with a whole PNG or JPEG/);
		}
	};
	photograph('-jpegcmyk');
	refused();
	photograph('-jpeg');
	writeFileSync(file, bytes(file).subarray(0, bytes(file).length - 2));
	refused();
	writeFileSync(file, 'GIF89a');
	refused();
	writeFileSync(file, '');
	refused();
});
