// tables.test.mjs — columns by content, commas below each other, and words divided where a column is narrow.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { test } from 'node:test';
import { bytes, check, fixture, make, objects, words } from './document.mjs';

const templates = fixture('.');
const sheet = (options) => make('tables', fixture('data/tables.xml'), { templates, ...options });
// Every word with its place on the page.
const places = (pdf) => [...execFileSync('pdftotext', ['-bbox', pdf, '-'], { encoding: 'utf8' })
	.matchAll(/<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="[\d.]+">([^<]*)</g)]
	.map(([, left, top, right, text]) => ({ left: Number(left), top: Number(top), right: Number(right), text }));

test('a column by content is as wide as its widest words, and the last takes the rest', () => {
	const all = places(sheet());
	const of = (text) => all.find((word) => word.text === text);
	assert.ok(of('Sum').right < of('Ord').left);
	assert.ok(of('Ord').left < 200, 'what is short leaves its room to others');
	check(sheet());
});

test('commas stand below each other, and a whole sum ends where they are', () => {
	const all = places(sheet());
	const [short, long] = [all.find(({ text }) => text === '12,5'), all.find(({ text }) => text.endsWith('234,75'))];
	const whole = all.find(({ text }) => text === '7');
	// The fraction of the first is one figure shorter than that of the second.
	const figure = (long.right - short.right);
	assert.ok(figure > 3 && figure < 8, `${figure}`);
	assert.ok(whole.right < short.right);
});

test('words in a narrow column are divided as Norwegian is, and are whole when they are copied', () => {
	for (const lang of ['nb', 'nn']) {
		const text = words(sheet({ lang }), '-layout');
		assert.match(text, /nærings-/, lang);
		assert.doesNotMatch(text, /\u00ad/);
	}
	assert.doesNotMatch(words(sheet({ lang: 'en' }), '-layout'), /nærings-/, 'no other language is divided by these patterns');
	assert.match(bytes(sheet({ html: true })).toString(), />næringsutviklingsprosjektet</);
});

test('a cell over many rows is told again on the next page, and once to a reader program', () => {
	const pdf = sheet();
	check(pdf);
	const pages = words(pdf, '-layout').split('\f').filter((page) => page.includes('. rad'));
	assert.equal(pages.length, 3);
	for (const page of pages) {
		assert.match(page, /Felles celle over/);
		assert.match(page, /Område\s+Søknader[^]*Navn\s+Sum/, 'both rows of the head');
	}
	assert.match(pages[2], /Kort\s+2 kr[^]*Sist\s+3 kr[^]*I alt\s+5 kr/);
	const cells = objects(pdf).all.filter((one) => /^\/T[HD]$/.test(one?.['/S'] ?? '') && one['/A']?.['/RowSpan'] !== undefined);
	assert.deepEqual(cells.map((one) => [one['/S'], one['/A']['/Scope'], one['/A']['/RowSpan']]), [['/TH', '/Column', 2], ['/TH', '/Row', 60], ['/TH', '/Row', 2]]);
	const html = bytes(sheet({ html: true })).toString();
	assert.match(html, /<th scope="row" rowspan="60">Felles celle/);
});
