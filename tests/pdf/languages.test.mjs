// languages.test.mjs — names and sentences in every language people write to us in, at every length from one letter to a
// page: every character is drawn, and is copied out and read out as it was written.
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { open, readOut } from './conformance.mjs';
import { bytes, check, command, fixture, make, words, work } from './document.mjs';

const templates = fixture('.');
const rows = [...bytes(fixture('data/languages.xml')).toString().matchAll(/<row><text name="language">(.*?)<\/text><text name="name">(.*?)<\/text><text name="sentence">(.*?)<\/text><\/row>/g)]
	.map(([, language, name, sentence]) => ({ language, name, sentence }));
const letters = (text) => [...new Intl.Segmenter().segment(text)].map(({ segment }) => segment);

// Every beginning of the sentence, the name in the middle of it, and as much as fills a page.
const texts = ({ name, sentence }) => {
	const all = letters(sentence);
	const page = letters(Array(30).fill(`${sentence} ${name}.`).join(' '));
	return [
		...all.map((_, i) => all.slice(0, i + 1).join('')),
		...letters(name).map((_, i, list) => list.slice(0, i + 1).join('')),
		...[200, 400, 800, 1600, 3200].map((n) => page.slice(0, n).join('')),
	].map((text) => text.trim());
};
const data = (language, list) => {
	const path = join(work, 'languages.xml');
	writeFileSync(path, `<data><text name="language">${language}</text><list name="texts">${list.map((text) => `<row><text name="text">${text}</text></row>`).join('')}</list></data>`);
	return path;
};
// Documents hold text as it was put in order at the door: composed.
const plain = (text) => text.normalize('NFC').replace(/[\s\u00a0\u200b\u202a-\u202e\u2066-\u2069\u200e\u200f\ufe0f]+/g, '');

test('there are fourteen samples', () => assert.equal(rows.length, 14));

for (const row of rows) {
	test(`${row.language}: every length is drawn, and reads as it was written`, () => {
		const list = texts(row);
		const pdf = make('languages', data(row.language, list), { templates });
		check(pdf);
		const wanted = [row.language, ...list, 'Navn', 'Tekst', ...list.flatMap((text) => [text, text])].map(plain).join('');
		assert.equal(plain(readOut(open(pdf))), wanted);
		// Programs that copy by place put words from right to left in their own order: there the words alone are compared.
		const copied = plain(words(pdf));
		if (/[\u0600-\u06ff]/.test(row.sentence)) {
			for (const word of row.sentence.split(/[\s،؛؟.()]+/).filter(Boolean)) {
				// Poppler turns the two letters of a lam-alef around, and a letter and its mark.
				const one = plain(word).replace(/[\u064b-\u0652]/g, '');
				const all = copied.replace(/[\u064b-\u0652]/g, '');
				assert.ok(all.includes(one) || all.includes(one.replace(/ل([اأإآ])/g, '$1ل')), word);
			}
		} else {
			assert.ok(copied.includes(plain(list.at(-1)).slice(0, 500)), copied.slice(0, 400));
		}
	});
}

test('what no font draws is told by its code, for each language alike, and never drawn as a box', () => {
	for (const [text, codes] of [['漢字', 'U+5B57 (3) U+6F22 (3)'], ['नमस्ते', ''], ['Kari \u{1fae0}', 'U+1FAE0 (3)']]) {
		const made = command('render', 'languages', '--templates', templates, '--data', data('prøve', [text]), '-o', join(work, 'x.pdf'));
		assert.equal(made.status, 1, text);
		assert.match(made.stderr, /characters? cannot be printed: U\+/);
		assert.ok(made.stderr.includes(codes), made.stderr);
	}
});
