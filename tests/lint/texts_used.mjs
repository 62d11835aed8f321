// texts_used.mjs — every translated text is one that a template or C code shows, under the same words in every language.
import { files, lineOf, read, tell } from '../lib/source.mjs';

const escapes = { n: '\n', t: '\t', '"': '"', '\\': '\\' };
const unescape = (text) => text.replace(/\\(.)/g, (whole, c) => escapes[c] ?? whole);
// "..." and those that follow it with nothing but white space between are one text.
const strings = /"(?:[^"\\\n]|\\.)*"(?:\s*"(?:[^"\\\n]|\\.)*")*/g;
const joined = (literal) => unescape([...literal.matchAll(/"((?:[^"\\\n]|\\.)*)"/g)].map(([, inside]) => inside).join(''));

const shown = new Set();
for (const path of files('src', /\.[ch]$/)) {
	for (const [literal] of read(path).matchAll(strings)) {
		shown.add(joined(literal));
	}
}
for (const path of files('assets/html', /\.html$/)) {
	for (const [, inside] of read(path).matchAll(/\{\{tn?\s([^]*?"\s*)\}\}/g)) {
		for (const [literal] of inside.matchAll(/"(?:[^"\\]|\\.)*"/g)) {
			shown.add(unescape(literal.slice(1, -1)));
		}
	}
}

const unused = [];
const known = { nn: new Set(), en: new Set() };
for (const path of files('assets/locale', /\.po$/)) {
	const text = read(path);
	const language = path.split('/')[2];
	for (const entry of text.matchAll(/^msgid(?:_plural)? ((?:"(?:[^"\\\n]|\\.)*"\s*)+)/gm)) {
		const id = joined(entry[1]);
		known[language]?.add(id);
		if (id !== '' && !shown.has(id)) {
			unused.push(`${path}:${lineOf(text, entry.index)}: "${id.slice(0, 70)}"`);
		}
	}
}
tell('every text in the PO files is shown somewhere', unused);
tell(
	'nn and en translate the same texts',
	[...known.nn].filter((id) => !known.en.has(id)).concat([...known.en].filter((id) => !known.nn.has(id))),
);
