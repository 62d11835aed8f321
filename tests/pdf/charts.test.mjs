// charts.test.mjs — every kind of chart says what its numbers say: to the eye, in grey, in words and on the web.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { bytes, check, command, fixture, make, objects, pictures, work } from './document.mjs';

const templates = fixture('.');
const data = fixture('data/charts.xml');
const html = bytes(make('charts', data, { templates, html: true })).toString();
const figures = [...html.matchAll(/<figure>[^]*?<\/figure>/g)].map(([figure]) => figure);
const of = (caption) => figures.find((figure) => figure.includes(`<figcaption>${caption}</figcaption>`));
const wide = (caption) => /<svg class="doc-chart doc-wide"[^]*?<\/svg>/.exec(of(caption))[0];
const plain = (s) => s.replace(/[\u00a0\u202f]/g, ' ');
const wordsIn = (svg) => [...svg.matchAll(/<text [^>]*>([^<]*)<\/text>/g)].map(([, text]) => plain(text));
const boxes = (svg) => [...svg.matchAll(/<rect x="([\d.]+)" y="([\d.]+)" width="([\d.]+)" height="([\d.]+)" fill="#(\w+)"\/>/g)]
	.map(([, x, y, width, height, color]) => ({ x: Number(x), y: Number(y), width: Number(width), height: Number(height), color }));
// WCAG 2.2: relative luminance, and the contrast of two colours.
const luminance = (color) => {
	const [r, g, b] = [0, 2, 4].map((i) => parseInt(color.slice(i, i + 2), 16) / 255).map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
	return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};
const contrast = (a, b) => {
	const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y);
	return (high + 0.05) / (low + 0.05);
};

test('stacked bars are as long as their numbers, end to end', () => {
	const [first, last] = [[310000, 120000, 0], [520000, 280000, 140000]];
	const bars = boxes(wide('Stablet')).filter(({ height }) => height > 20);
	const row = (y) => bars.filter((bar) => Math.abs(bar.y - y) < 1);
	const ys = [...new Set(bars.map(({ y }) => y))];
	assert.equal(ys.length, 5);
	const perKrone = row(ys[4])[0].width / last[0];
	for (const [y, numbers] of [[ys[0], first], [ys[4], last]]) {
		numbers.filter((n) => n > 0).forEach((n, i) => assert.ok(Math.abs(row(y)[i].width - n * perKrone) < 1.3, `${n}`));
	}
});

test('shares are rounded so that they add up to a hundred', () => {
	const percents = wordsIn(wide('Andeler')).filter((word) => word.endsWith(' %')).map((word) => parseInt(word, 10));
	assert.deepEqual(percents.slice(0, 2), [72, 28]);
	assert.deepEqual(percents.slice(-3), [55, 30, 15]);
});

test('a line has a scale from nothing in round numbers, and marks that differ without colour', () => {
	const words = wordsIn(wide('Over tid'));
	for (const word of ['0', '200 000', '400 000', '600 000', '2022', '2026', 'Kultur']) {
		assert.ok(words.includes(word), word);
	}
	assert.ok(boxes(wide('Over tid')).some(({ color }) => color === 'FFFFFF'), 'every other series has hollow marks');
});

test('every place on the map has its square, none on top of another, and what has more is darker', () => {
	const svg = wide('Hvor pengene gikk');
	const squares = boxes(svg).filter(({ width, height }) => width > 20 && Math.abs(width - height) < 0.2 && height > 20);
	const outer = squares.filter((a) => !squares.some((b) => b !== a && b.x <= a.x && b.y <= a.y && b.x + b.width >= a.x + a.width && b.y + b.height >= a.y + a.height));
	assert.equal(outer.length, 46);
	assert.equal(new Set(outer.map(({ x, y }) => `${x} ${y}`)).size, 46);
	const legend = boxes(svg).filter(({ width }) => width < 20).map(({ color }) => luminance(color));
	assert.equal(legend.length, 5, 'what has nothing, and four shades');
	assert.deepEqual([...legend].sort((a, b) => b - a), legend, 'from light to dark');
	legend.slice(1).forEach((light, i) => assert.ok((legend[i] + 0.05) / (light + 0.05) > 1.3, 'each step is seen in grey'));
});

test('a plan has a bar from the column where the work starts to the one where it ends', () => {
	const bars = boxes(wide('Planen'));
	const [heading, first, second] = bars;
	assert.equal(bars.length, 3, 'what has no time has no bar');
	assert.ok(Math.abs(heading.width / first.width - 4) < 0.05);
	assert.ok(Math.abs(second.width / first.width - 7) < 0.05);
	assert.ok(Math.abs(second.x - first.x - first.width) < 0.2);
	assert.ok(heading.height < first.height);
	const said = wordsIn(wide('Planen'));
	assert.deepEqual(said.slice(0, 2), ['2027', '2028']);
	assert.ok(said.some((word) => /^1\.1 Kick off.*…$/.test(word)), 'a long name is cut where its room ends');
});

test('words on colour are read (WCAG 1.4.3), and the colours against paper (1.4.11)', () => {
	for (const caption of ['Stablet', 'Andeler', 'Hvor pengene gikk']) {
		for (const [, x, y, color] of wide(caption).matchAll(/<text x="([\d.]+)" y="([\d.]+)" fill="#(\w+)"/g)) {
			const under = boxes(wide(caption)).filter((box) => box.x < Number(x) && Number(x) < box.x + box.width && box.y < Number(y) && Number(y) - 3 < box.y + box.height).at(-1);
			assert.ok(contrast(color, under?.color ?? 'FFFFFF') >= 4.5, `#${color} on #${under?.color} in ${caption}`);
		}
	}
	for (const { color } of boxes(wide('Gruppert'))) {
		assert.ok(contrast(color, 'FFFFFF') >= 3, `#${color}`);
	}
});

test('each chart is told in words on paper, and has one table of its numbers on the web', () => {
	const pdf = make('charts', data, { templates });
	check(pdf);
	const alternatives = objects(pdf).all.filter((it) => it?.['/S'] === '/Figure').map((it) => plain(it['/Alt']));
	assert.equal(alternatives.length, 8);
	assert.match(alternatives[6], /Når arbeidet skjer\. 1\.1 Kick off [^;]*: 1\. kvartal 2027; 1\.2 Finne finansiering: 2\. kvartal 2027 – 4\. kvartal 2028$/);
	assert.match(alternatives[1], /Søyler etter hverandre\. 2022: Kultur 310 000 kr, Idrett 120 000 kr/);
	assert.equal(alternatives[5].split(';').length, 46, 'every municipality');
	for (const figure of figures.filter((one) => one.includes('doc-chart'))) {
		assert.equal(figure.match(/<table>/g).length, 1);
	}
});

// Told without what a reader program would say to it.
const scan = (picture) => execFileSync('zbarimg', ['--quiet', '--nodbus', '--raw', '-Sdisable', '-Sqrcode.enable', picture], { encoding: 'utf8' }).trim();
const address = 'https://tilskudd.fylke.example/ordninger/æøå?år=2026&x=1';

test('a QR code is read from paper, and says where it leads in words', () => {
	const pdf = make('charts', data, { templates });
	assert.equal(scan(pictures(pdf, 150).at(-1)), encodeURI(address));
	const alts = objects(pdf).all.filter((one) => one?.['/S'] === '/Figure').map((one) => one['/Alt']);
	assert.ok(alts.includes(`u:QR-kode som fører til ${address}`), alts.at(-1));
});

test('a QR code on the web is a drawing that a phone reads too', () => {
	const svg = /<svg class="doc-qr"[^]*?<\/svg>/.exec(html)[0];
	assert.match(svg, /role="img"[^>]*aria-label="QR-kode som fører til https:/);
	const path = join(work, 'code.svg');
	writeFileSync(path, svg.replace('<svg ', '<svg xmlns="http://www.w3.org/2000/svg" width="400" height="400" '));
	execFileSync(process.env.CHROMIUM ?? '/usr/bin/chromium', ['--headless', '--no-sandbox', '--disable-gpu', '--window-size=500,500', `--screenshot=${join(work, 'code.png')}`, `file://${path}`], { stdio: 'pipe' });
	assert.equal(scan(join(work, 'code.png')), encodeURI(address));
});

test('a QR code that says too much is refused with its words', () => {
	const path = join(work, 'long.xml');
	const template = bytes(fixture('charts.xml')).toString().replace(/text="https:[^"]*"/, `text="https://x.test/${'y'.repeat(400)}"`);
	writeFileSync(join(work, 'charts.xml'), template);
	writeFileSync(join(work, 'document.rng'), bytes(fixture('document.rng')));
	const made = command('render', 'charts', '--templates', work, '--data', data, '-o', path);
	assert.equal(made.status, 1);
	assert.match(made.stderr, /charts\.xml:\d+: <qr> needs text, at most 400 bytes/);
});
