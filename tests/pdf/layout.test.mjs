// layout.test.mjs — what is longer, wider, taller or odder than one thinks of: nothing is lost, cut or off the page.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { bytes, check, command, fixture, flowing, make, words, work } from './document.mjs';

const templates = join(work, 'odd');
mkdirSync(templates);
copyFileSync(fixture('document.rng'), join(templates, 'document.rng'));

// A document of one body; data and what declares it are optional.
const render = (body, { data = '', keys = '', html = false, size = 'A4 portrait' } = {}) => {
	writeFileSync(join(templates, 'odd.xml'), `<document><title>Prøve</title><data>${keys}</data>
		<page-master name="m" size="${size}"><footer><left>Bunntekst</left><right>Side <page-number/> av <page-count/></right></footer></page-master>
		<body master="m">${body}</body></document>`);
	writeFileSync(join(work, 'odd.data'), `<data>${data}</data>`);
	const made = make('odd', join(work, 'odd.data'), { templates, html });
	if (!html) {
		check(made);
	}
	return made;
};
// Every page's words with their places.
const pages = (pdf) => execFileSync('pdftotext', ['-bbox', pdf, '-'], { encoding: 'utf8', maxBuffer: 1 << 26 }).split('<page ').slice(1)
	.map((page) => {
		const [, width, height] = /width="([\d.]+)" height="([\d.]+)"/.exec(page);
		const all = [...page.matchAll(/<word xMin="([-\d.]+)" yMin="([-\d.]+)" xMax="([-\d.]+)" yMax="([-\d.]+)">([^<]*)</g)]
			.map(([, left, top, right, bottom, text]) => ({ left: +left, top: +top, right: +right, bottom: +bottom, text }));
		return { width: +width, height: +height, words: all };
	});
// Nothing but the footer stands in the margins.
const inside = (pdf) => pages(pdf).forEach(({ width, height, words: all }, i) => all.forEach((word) => {
	const footer = word.top > height - 60 && (/^(Bunntekst|Side|av|\d+)$/.test(word.text));
	assert.ok(footer || (word.left > 69 && word.right < width - 69 && word.top > 60 && word.bottom < height - 68), `page ${i + 1}: ${JSON.stringify(word)}`);
}));
const sentence = 'Tilskuddet skal bidra til at barn og unge i hele fylket får et kulturtilbud der de bor. ';
const many = (count, make) => Array.from({ length: count }, (_, i) => make(i + 1)).join('');

test('a note that is longer than what is left of the page goes on at the foot of the next', () => {
	const pdf = render(`<p>${sentence}</p><p>Før.<note>${many(700, (i) => `ord${i} `)}</note> Etter.</p><p>${many(20, () => sentence)}</p>
		<p>${many(60, (i) => `Med${i}<note>Kort ${i}.</note> `)}</p><p>Og ${'så'} <note>Tett på ordet.</note>.</p>`);
	inside(pdf);
	const text = flowing(pdf);
	for (let i = 1; i <= 700; i++) {
		assert.ok(new RegExp(`\\bord${i}\\b`).test(text), `ord${i}`);
	}
	const order = [...text.matchAll(/\bord(\d+)\b/g)].map(([, n]) => Number(n));
	assert.deepEqual(order, order.toSorted((a, b) => a - b));
	// Part of it stands on the page of its mark, which is not left empty.
	const [first] = words(pdf).split('\f');
	assert.ok(first.includes('Før.¹ Etter.') && /\bord1\b/.test(first));
	assert.ok(text.includes('Og så⁶².'), 'a mark stands right behind its word');
});

test('a list of many numbers shows each whole', () => {
	const pdf = render(`<ol>${many(1200, (i) => `<li>punkt ${i}</li>`)}</ol>`);
	inside(pdf);
	const text = words(pdf, '-layout');
	for (const n of [1, 9, 10, 99, 100, 1200]) {
		assert.match(text, new RegExp(`^ *${n}\\. +punkt ${n}$`, 'm'));
	}
	const lefts = new Set(pages(pdf).flatMap((page) => page.words).filter(({ text: word }) => word === 'punkt').map(({ left }) => left.toFixed(1)));
	assert.equal(lefts.size, 1, 'their words begin below each other');
});

test('what holds together but is taller than a page is parted where it may be', () => {
	const pdf = render(`<p>${sentence}</p><keep><h2>Samlet</h2>${many(30, () => `<p>${many(3, () => sentence)}</p>`)}</keep>`);
	inside(pdf);
	const text = words(pdf).split('\f');
	assert.match(text[0], /Samlet/, 'it begins where it stands');
	for (const { words: all } of pages(pdf)) {
		const body = all.filter(({ bottom }) => bottom < 765);
		const last = Math.max(...body.map(({ top }) => top));
		assert.ok(!body.some(({ top, text: word }) => last - top < 2 && word === 'Tilskuddet') || body.some(({ top, text: word }) => last - top > 10 && last - top < 20 && word === 'Tilskuddet'),
			'no paragraph leaves its first line behind');
	}
});

test('a head that takes most of a page stands there once', () => {
	const pdf = render(`<table cols="1 1"><thead>${many(50, (i) => `<tr><th>hode ${i}</th><th>b</th></tr>`)}</thead>
		<tbody>${many(60, (i) => `<tr><td>rad ${i}</td><td>b</td></tr>`)}</tbody></table>`);
	inside(pdf);
	assert.equal(flowing(pdf).match(/hode 1 /g).length, 1);
	assert.ok(flowing(pdf).includes('rad 60'));
});

test('figures stand below each other: those before the comma, and those of whole sums', () => {
	const sums = ['1 250 000 kr', '12,5 kr', '−3,75 kr', '7 kr', '100,00 kr'];
	const pdf = render(`<table cols="1 auto"><thead><tr><th>Post</th><th align="decimal">Sum</th></tr></thead>
		<tbody>${sums.map((sum) => `<tr><td>Post</td><td align="decimal">${sum.replaceAll(' ', '\u00a0')}</td></tr>`).join('')}</tbody></table>`);
	const all = pages(pdf)[0].words;
	const [short, whole] = [all.find(({ text }) => text.startsWith('12,5')), all.find(({ text }) => /^7/.test(text))];
	// "12" and "7" end at the same place: what stands behind is ",5 kr" and " kr".
	const figure = (short.right - short.left) / '12,5 kr'.length;
	assert.ok(Math.abs((short.left + figure * 2) - (whole.left + figure)) < 3, JSON.stringify([short, whole]));
});

const rows = (list) => list.map(([name, ...values]) => `<row><text name="name">${name}</text>${values.map((value, i) =>
	(value === null ? '' : `<number name="v${i + 1}" value="${value}">${String(value).replace('-', '−')} kr</number>`)).join('')}</row>`).join('');
const chart = (type, list, options = {}) => render(`<figure><caption>Diagram</caption><alt>Prøve.</alt><chart type="${type}" each="rows" label="name">
	<series value="v1">Ett</series><series value="v2">To</series></chart></figure>`, { keys: `<list name="rows"><text name="name"/><number name="v1" optional="yes"/>
	<number name="v2" optional="yes"/></list>`, data: `<list name="rows">${rows(list)}</list>`, ...options });
const svg = (file) => /<svg class="doc-chart doc-wide"[^]*?<\/svg>/.exec(bytes(file).toString())[0];
const boxes = (drawing, color) => [...drawing.matchAll(/<rect x="([\d.]+)" y="([\d.]+)" width="([\d.]+)" height="([\d.]+)" fill="#(\w+)"\/>/g)]
	.map(([, x, y, width, height, fill]) => ({ x: +x, y: +y, width: +width, height: +height, fill })).filter(({ fill, height }) => fill === color && height > 12);
const lines = (drawing, color) => [...drawing.matchAll(/<line x1="([-\d.]+)" y1="([-\d.]+)" x2="([-\d.]+)" y2="([-\d.]+)" stroke="#(\w+)"/g)]
	.filter(([, , , , , stroke]) => stroke === color).map((found) => found.slice(1, 5).map(Number));
const [first] = ['14506B'];

test('what is less than nothing goes the other way, as far as it is big', () => {
	const list = [['A', -500, 0], ['B', 1000, 0]];
	const [down, up] = boxes(svg(chart('bar', list, { html: true })), first);
	assert.ok(Math.abs(up.width / down.width - 2) < 0.02);
	assert.ok(Math.abs(down.x + down.width - up.x) < 0.2, 'both begin at zero');
	const [below, above] = boxes(svg(chart('column', list, { html: true })), first);
	assert.ok(Math.abs(above.height / below.height - 2) < 0.02);
	assert.ok(Math.abs(above.y + above.height - below.y) < 0.2);
	const scale = [...svg(chart('line', list, { html: true })).matchAll(/<text [^>]*>([^<]*)</g)].map(([, text]) => text);
	assert.ok(scale.includes('-500') && scale.includes('0') && scale.includes('1\u00a0000'), scale.join());
	for (const type of ['bar', 'column', 'stacked', 'share', 'line']) {
		inside(chart(type, list));
	}
});

test('a number that is missing is no zero: the line is open there', () => {
	const drawing = svg(chart('line', [['2022', 5, 1], ['2023', null, 1], ['2024', 6, 1], ['2025', 7, 1]], { html: true }));
	assert.equal(lines(drawing, first).length, 1);
	assert.equal(lines(drawing, 'C77B1E').length, 3);
});

test('charts of much, little and nothing, and of long names, stay on the page and say every name', () => {
	const long = 'Tilskudd til frivillige organisasjoner som arbeider for inkludering av barn og unge i Innlandet';
	for (const type of ['bar', 'column', 'stacked', 'share', 'line']) {
		for (const list of [[], [['Ett', 0, 0]], [['A', 1, 2]], many(60, (i) => `Navn ${i} `).trim().split(/ (?=N)/).map((name, i) => [name, i * i, i]),
			[['Stor', 9999999999999, 1], ['Liten', 1, 9999999999999]], [['Små', 0.0001, 0.0002], ['Mindre', 0.00005, 0]], [[long, 5, 3], ['Kort', 2, 1]]]) {
			const pdf = chart(type, list);
			inside(pdf);
			assert.equal(flowing(pdf).includes('Ingen tall å vise.'), list.length === 0);
			if (type !== 'line') {
				list.forEach(([name]) => assert.ok(name.split(' ').every((word) => flowing(pdf).includes(word)), name));
			}
		}
	}
});

test('what the data leaves empty breaks no rule', () => {
	render(`<h1>Tom</h1><each name="none"><p>x</p></each><ul><each name="none"><li>x</li></each></ul><ol><li><when test="none">x</when></li></ol><p></p><h2><when test="none">x</when></h2>
		<table cols="1 auto"><caption>Tom</caption><thead><tr><th>A</th><th>B</th></tr></thead><tbody><each name="none"><tr><td>x</td></tr></each></tbody></table>
		<table cols="1"><tbody><each name="none"><tr><td>x</td></tr></each></tbody></table><dl><each name="none"><dt>x</dt></each></dl><keep><each name="none"><p>x</p></each></keep>
		<figure><caption>Kart</caption><alt>Kart</alt><chart type="map" each="none" label="name" across="x" down="x"><series value="x">Ett</series></chart></figure><toc/>`,
	{ keys: '<list name="none" optional="yes"><text name="name"/><number name="x"/></list>' });
	render('');
});

test('a caption is never parted from its chart, nor a chart from its first bars', () => {
	for (let before = 20; before < 60; before += 3) {
		const pdf = render(`${many(before, () => '<p>x</p>')}<figure><caption>Diagram</caption><alt>Prøve.</alt><chart each="rows" label="name"><series value="v1">Ett</series></chart></figure>`,
			{ keys: '<list name="rows"><text name="name"/><number name="v1"/></list>', data: `<list name="rows">${rows(Array.from({ length: 50 }, (_, i) => [`Navn${i + 1}`, i]))}</list>` });
		const page = words(pdf).split('\f').find((text) => text.includes('Diagram'));
		assert.ok(/Navn1\b/.test(page) && /Navn2\b/.test(page), `${before}`);
	}
});

test('a picture taller than the page, and a map of many rows, are made to fit', () => {
	execFileSync('python3', ['-c', `import struct,zlib
def chunk(t,d): return struct.pack('>I',len(d))+t+d+struct.pack('>I',zlib.crc32(t+d))
open('${join(templates, 'tall.png')}','wb').write(b'\\x89PNG\\r\\n\\x1a\\n'+chunk(b'IHDR',struct.pack('>IIBBBBB',10,400,8,0,0,0,0))+chunk(b'IDAT',zlib.compress(b''.join(b'\\0'+b'\\x33'*10 for _ in range(400))))+chunk(b'IEND',b''))`]);
	for (const size of ['A4 portrait', 'A4 landscape']) {
		const pdf = render('<figure><caption>Bilde</caption><alt>Høyt</alt><image file="tall.png" width="60mm"/></figure><p>Etterpå</p>', { size });
		assert.ok(pages(pdf).length <= 2);
		const map = render('<figure><caption>Kart</caption><alt>Høyt</alt><chart type="map" each="rows" label="name" across="x" down="y"><series value="v1">Ett</series></chart></figure>', { size,
			keys: '<list name="rows"><text name="name"/><number name="v1"/><number name="x"/><number name="y"/></list>',
			data: `<list name="rows">${many(30, (i) => `<row><text name="name">Sted</text><number name="v1" value="${i}">${i}</number><number name="x" value="${i % 5}">x</number><number name="y" value="${i - 1}">y</number></row>`)}</list>` });
		inside(map);
	}
});

test('a long header goes over lines instead of into what stands at the right', () => {
	writeFileSync(join(templates, 'odd.xml'), `<document><title>Prøve</title><page-master name="m"><header><left>${sentence}${sentence}</left><right>Vår ref.: 2026-1</right></header>
		<footer><left>${sentence}</left><center>Midten</center><right>${sentence}</right></footer></page-master><body master="m"><p>x</p></body></document>`);
	const [{ words: all }] = pages(make('odd', join(work, 'odd.data'), { templates }));
	all.forEach((a, i) => all.slice(i + 1).forEach((b) => assert.ok(a.right <= b.left + 0.1 || b.right <= a.left + 0.1 || a.bottom <= b.top + 3 || b.bottom <= a.top + 3, JSON.stringify([a, b]))));
	assert.equal(all.filter(({ text }) => text === 'Tilskuddet').length, 4);
});

test('a note stands where there is a foot for it: not in headers, titles or pictures', () => {
	for (const [header, body] of [['<left>x<note>y</note></left>', ''], ['', '<figure><alt>x<note>y</note></alt></figure>'], ['', '<h1>x<note>y</note></h1>']]) {
		writeFileSync(join(templates, 'odd.xml'), `<document><title>Prøve</title><page-master name="m"><header>${header}</header></page-master>\n<body master="m">${body}</body></document>`);
		const told = command('check', '--templates', templates);
		assert.equal(told.status, 1);
		assert.match(told.stderr, /odd\.xml:[12]: .*note/);
	}
});

test('what is wrong in a template is told where it stands, with what to do', () => {
	for (const [body, pattern] of [['<blink>x</blink>', /odd\.xml:2: <blink> is not in the vocabulary/], ['<p color="red">x</p>', /odd\.xml:2: <p> has no attribute color; it takes class/],
		['<figure><alt>x</alt><image file="gone.png" width="2cm"/></figure>', /odd\.xml:2: the image .*gone\.png is missing, broken or too large/]]) {
		writeFileSync(join(templates, 'odd.xml'), `<document><title>Prøve</title><page-master name="m"/><body master="m">\n${body}</body></document>`);
		const told = command('check', '--templates', templates);
		assert.equal(told.status, 1);
		assert.match(told.stderr, pattern);
	}
});
