// conformance.test.mjs — every kind of document, in every language and filled with what people should not type, against
// every rule of PDF/A-2a and PDF/UA-1 that can be read from a file; and the rules themselves, against files that break them.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { broken, open, readOut, rules } from './conformance.mjs';
import { damages } from './damages.mjs';
import { bytes, check, fixture, make, samples, types, work } from './document.mjs';
import { crowd, lengths, pictures, rowsOf, texts, withBadWords, withoutRows } from './hostile.mjs';

const templates = fixture('.');
const engine = ['sample', 'charts', 'tables'];

// What a reader says, without spaces and what only paper or only the web has.
const bare = (said) => said.replace(/, (side|page)[\s\u00a0]\d+/g, '').replace(/[\s\u00a0\u00ad\u200b\u202f-]+/g, '');
const twin = (html) => bare(html.replace(/<svg.*?<\/svg>|<details>.*?<\/details>|<nav.*?<\/nav>|<ol class="doc-notes">.*?<\/ol>|<a class="doc-mark".*?<\/a>/gs, ' ')
	.replace(/<[^>]+>/g, ' ').replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&quot;/g, '"').replace(/&#39;/g, "'").replace(/&amp;/g, '&'));

for (const { name } of types()) {
	for (const data of samples(name)) {
		for (const lang of ['nb', 'nn', 'en']) {
			test(`${data.replace(/.*\//, '')} in ${lang} keeps every rule, and is read as its web twin`, () => {
				const pdf = make(name, data, { lang });
				check(pdf);
				assert.equal(bare(readOut(open(pdf))), twin(bytes(make(name, data, { lang, html: true })).toString()));
			});
		}
	}
}

for (const name of engine) {
	test(`${name}, which uses all the engine can, keeps every rule`, () => check(make(name, fixture(`data/${name}.xml`), { templates })));
}

// --- what nobody should type ------------------------------------------------------------------------------------------------

const anyway = { options: ['--allow-uncovered'] };
const written = (name, data) => {
	const path = join(work, name);
	writeFileSync(path, data);
	return path;
};

for (const { name } of types()) {
	for (const data of samples(name)) {
		test(`${data.replace(/.*\//, '')} keeps every rule with its lists empty, and with bad characters behind its words`, () => {
			const whole = bytes(data).toString();
			assert.notEqual(withoutRows(whole) + withBadWords(whole), whole + whole);
			check(make(name, written('empty.xml', withoutRows(whole))));
			check(make(name, written('bad.xml', withBadWords(whole)), anyway));
		});
	}
}

for (const [kind, list] of Object.entries(texts)) {
	test(`characters that are ${kind} break no rule, drawn or not`, () => check(make('languages', written('texts.xml', rowsOf(kind, list)), { templates, ...anyway })));
}

test('words longer than a string of a PDF break no rule', () => check(make('languages', written('long.xml', rowsOf(lengths.heading, lengths.texts)), { templates, ...anyway })));

test('more letters with marks than a font has codes for break no rule', () => check(make('languages', written('crowd.xml', rowsOf('Merker', crowd)), { templates, ...anyway })));

test('a table whose rows did not come is a table still', () => check(make('languages', written('none.xml', rowsOf('Ingen', [])), { templates })));

test('a link of a length no browser opens is words, and one in Norwegian is told in ASCII', () => {
	const linked = (address) => make('sample', written('link.xml', bytes(fixture('data/sample.xml')).toString().replace(/<text name="link">.*?<\/text>|(?=<\/data>)/, `<text name="link">${address}</text>`)), { templates });
	for (const address of ['https://bøk.example.test/æ ø/å', `https://example.test/${'a'.repeat(1900)}`, `https://example.test/${'a'.repeat(40000)}`]) {
		check(linked(address));
	}
	const file = open(linked('https://bøk.example.test/æ'));
	assert.ok([...file.values.values()].some((one) => one?.['/A']?.['/URI'] === 'u:https://b%C3%B8k.example.test/%C3%A6'));
});

test('pictures of every make are RGB or grey, and hide nothing', () => {
	const folder = join(work, 'pictures');
	mkdirSync(folder);
	copyFileSync(fixture('document.rng'), join(folder, 'document.rng'));
	const images = Object.entries(pictures).map(([name, data], i) => (writeFileSync(join(folder, `p${i}.png`), data), [name, `p${i}.png`]));
	const first = make('receipt', samples('receipt')[0]);
	for (const [name, options] of [['rgb.jpg', []], ['gray.jpg', ['-gray']], ['progressive.jpg', ['-jpegopt', 'progressive=y']]]) {
		execFileSync('pdftoppm', ['-jpeg', ...options, '-r', '30', '-singlefile', first, join(folder, 'page')]);
		renameSync(join(folder, 'page.jpg'), join(folder, name));
		images.push([name, name]);
	}
	writeFileSync(join(folder, 'album.xml'), `<?xml version="1.0"?><!-- album.xml — pictures. --><document><title><nb>Album</nb><nn>Album</nn></title><data><text name="nothing" optional="yes"/></data>
		<page-master name="sheet" size="A4 portrait"/><body master="sheet"><h1>Album</h1>${images.map(([alt, file]) => `<figure><alt>${alt}</alt><image file="${file}" width="20mm"/></figure>`).join('')}</body></document>`);
	const pdf = make('album', written('nothing.xml', '<data></data>'), { templates: folder });
	check(pdf);
	assert.equal([...open(pdf).values.values()].filter((one) => one?.['/Subtype'] === '/Image').length, images.length);
});

// --- the rules --------------------------------------------------------------------------------------------------------------

test('a file that breaks a rule is told so by that rule', () => {
	const pdf = make('sample', fixture('data/sample.xml'), { templates });
	const told = new Set();
	for (const [rule, damage] of damages) {
		const file = open(pdf);
		damage(file);
		const found = broken(file);
		assert.ok(found.some((what) => what.includes(rule)), `${rule} ${damage}: ${found.slice(0, 3)}`);
		told.add(Object.keys(rules).find((name) => found.some((what) => what.startsWith(name) && what.includes(rule))));
	}
	assert.deepEqual(Object.keys(rules).filter((name) => !told.has(name)), [], 'each rule is tried');
});
