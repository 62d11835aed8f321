// pdf_bytes.mjs — a PDF read byte by byte, without anybody's program between: header, objects one behind the other,
// streams, object streams, cross references. What is wrong is told by the clause of ISO 19005-2 it breaks.
import { inflateSync } from 'node:zlib';
import { once } from './pdf_file.mjs';

const allowed = new Set(['ASCIIHexDecode', 'ASCII85Decode', 'FlateDecode', 'RunLengthDecode', 'CCITTFaxDecode', 'JBIG2Decode', 'DCTDecode', 'JPXDecode']);
const utf8 = new TextDecoder('utf-8', { fatal: true });
const isUtf8 = (latin1) => {
	try {
		return utf8.decode(Buffer.from(latin1, 'latin1')) !== undefined;
	} catch {
		return false;
	}
};

const space = '[\\0\\t\\n\\f\\r ]';
const tokens = new RegExp(`${space}+|<<|>>|\\[|\\]|/[^\\0\\t\\n\\f\\r ()<>[\\]{}/%]*|<[^<>]*>|\\((?:\\\\[^]|[^\\\\()])*\\)|[^\\0\\t\\n\\f\\r ()<>[\\]{}/%]+`, 'y');

// A name's bytes, #xx undone.
const nameOf = (word) => word.slice(1).replace(/#([0-9A-Fa-f]{2})/g, (_, hex) => String.fromCharCode(parseInt(hex, 16)));

const wrongName = (word, tell) => {
	const name = nameOf(word);
	if (!isUtf8(name)) {
		tell('6.1.8', `the name ${word} is no UTF-8`);
	}
	if (name.length > 127) {
		tell('6.1.13', `a name of ${name.length} bytes`);
	}
};

const wrongHex = (word, tell) => {
	const digits = word.slice(1, -1).replace(new RegExp(space, 'g'), '');
	if (digits.length % 2 !== 0 || !/^[0-9A-Fa-f]*$/.test(digits)) {
		tell('6.1.6', `the string ${word.slice(0, 40)}`);
	}
	if (digits.length / 2 > 32767) {
		tell('6.1.13', `a string of ${digits.length / 2} bytes`);
	}
};

const wrongNumber = (word, tell) => {
	const value = Number(word);
	const whole = /^[+-]?\d+$/.test(word);
	if (!/^[+-]?(\d+\.?\d*|\.\d+)$/.test(word) || (whole ? value > 2147483647 || value < -2147483648 : Math.abs(value) > 3.403e38 || (value !== 0 && Math.abs(value) < 1.175e-38))) {
		tell('6.1.13', `the number ${word}`);
	}
};

const wrongWord = (word, tell) => {
	if (word[0] === '/') {
		wrongName(word, tell);
	} else if (word[0] === '<' && word !== '<<') {
		wrongHex(word, tell);
	} else if (word[0] === '(' && word.length > 32769 && word.slice(1, -1).replace(/\\(\d{1,3}|[^])/g, 'x').length > 32767) {
		tell('6.1.13', 'a string of more than 32767 bytes');
	} else if (/^[+\-.\d]/.test(word)) {
		wrongNumber(word, tell);
	}
};

/*
 * Reads words from at until one that ends; dictionaries of streams are told as { key: word or null for a longer value }.
 * Keys that stand twice in a dictionary break its syntax.
 */
const readWords = (latin1, at, ends, tell) => {
	const open = [];
	const keys = {};
	let after = null;
	for (tokens.lastIndex = at; tokens.lastIndex < latin1.length;) {
		const start = tokens.lastIndex;
		const match = tokens.exec(latin1);
		if (match === null) {
			tell('6.1.9', `what stands at byte ${start} is no PDF: ${JSON.stringify(latin1.slice(start, start + 20))}`);
			return { end: latin1.length, keys };
		}
		const word = match[0];
		if (/^[\0\t\n\f\r ]/.test(word)) {
			continue;
		}
		if (open.length === 0 && ends.test(word)) {
			return { end: start, word, keys };
		}
		wrongWord(word, tell);
		const dict = open.at(-1);
		if (dict?.keys && dict.key === null && word !== '>>') {
			if (word[0] !== '/' || dict.keys.has(word)) {
				tell('6.1.9', `a dictionary has ${word} for a key${dict.keys.has(word) ? ' twice' : ''}`);
			}
			dict.keys.add((dict.key = word));
			after = word;
			continue;
		}
		if (word === '<<') {
			open.push({ keys: new Set(), key: null });
		} else if (word === '[') {
			open.push({});
		} else if (word === '>>' || word === ']') {
			if ((word === '>>') !== (dict?.keys !== undefined)) {
				tell('6.1.9', `${word} closes nothing`);
			}
			open.pop();
			if (open.at(-1)?.keys) {
				open.at(-1).key = null;
			}
		} else if (dict?.keys) {
			/* A reference is three words. */
			const reference = /^ (\d+) R(?![^\0\t\n\f\r ()<>[\]{}/%])/.exec(latin1.slice(tokens.lastIndex, tokens.lastIndex + 20));
			if (/^\d+$/.test(word) && reference !== null) {
				tokens.lastIndex += reference[0].length;
			}
			dict.key = null;
			if (open.length === 1) {
				keys[after] = word;
			}
		}
		if (open.length === 1 && open[0].keys && !(after in keys) && after !== null) {
			keys[after] = null;
		}
	}
	return { end: latin1.length, keys };
};

// The stream whose keyword stands at `at`: its bytes, and where the object goes on.
const readStream = (file, at, keys, tell) => {
	const length = Number(keys['/Length']);
	const begin = at + 'stream'.length + (file.startsWith('\r\n', at + 'stream'.length) ? 2 : 1);
	if (!/^stream\r?\n$/.test(file.slice(at, begin))) {
		tell('6.1.7', 'stream is not followed by a line end');
	}
	const found = /^\r?\n?endstream/.exec(file.slice(begin + length, begin + length + 12));
	const end = found === null ? file.indexOf('endstream', begin) : begin + length + found[0].length - 'endstream'.length;
	if (found === null) {
		tell('6.1.7', `Length is ${length}, the stream is ${end - begin} bytes`);
	} else if (found[0] === 'endstream') {
		tell('6.1.7', 'endstream has no line end before it');
	}
	for (const key of ['/F', '/FFilter', '/FDecodeParms']) {
		if (key in keys) {
			tell('6.1.7', `the stream has ${key}`);
		}
	}
	if (keys['/Filter'] !== undefined && !allowed.has(nameOf(keys['/Filter'] ?? '/'))) {
		tell('6.1.7', `the filter ${keys['/Filter']}`);
	}
	return { data: Buffer.from(file.slice(begin, begin + length), 'latin1'), end: end + 'endstream'.length };
};

// The objects of an object stream: their numbers in order.
const readPacked = ({ keys, data }, tell) => {
	const plain = inflateSync(data).toString('latin1');
	const head = plain.slice(0, Number(keys['/First'])).trim().split(/\s+/).map(Number);
	const count = Number(keys['/N']);
	const numbers = [];
	if (head.length !== 2 * count) {
		tell('6.1.4', `an object stream of ${count} has ${head.length / 2}`);
	}
	for (let i = 0; i < count; i++) {
		const from = Number(keys['/First']) + head[2 * i + 1];
		const to = i + 1 < count ? Number(keys['/First']) + head[2 * i + 3] : plain.length;
		const { word } = readWords(plain.slice(from, to), 0, /^(stream|endstream|obj|endobj)$/, tell);
		if (word !== undefined) {
			tell('6.1.9', `${word} stands in an object stream`);
		}
		numbers.push(head[2 * i]);
	}
	return numbers;
};

// Entries of the cross reference stream: [kind, where, index].
const readTable = ({ keys, data }, latin1) => {
	const plain = inflateSync(data);
	const widths = /\/W ?\[(\d+) (\d+) (\d+)\]/.exec(latin1)?.slice(1).map(Number) ?? [1, 4, 2];
	const size = widths[0] + widths[1] + widths[2];
	return Array.from({ length: Math.min(Number(keys['/Size']), plain.length / size) }, (_, i) => {
		const at = i * size;
		return [plain.readUIntBE(at, widths[0]), plain.readUIntBE(at + widths[0], widths[1]), plain.readUIntBE(at + widths[0] + widths[1], widths[2])];
	});
};

const checkTable = (objects, packs, entries, size, tell) => {
	const packed = new Map([...packs].flatMap(([pack, numbers]) => numbers.map((number, index) => [number, { pack, index }])));
	const listed = new Set();
	entries.forEach(([kind, where, index], number) => {
		const right = kind === 0 ? (number === 0 || index === 65535) && !objects.has(number) && !packed.has(number)
			: kind === 1 ? objects.get(number)?.at === where && index === 0
				: kind === 2 && packed.get(number)?.pack === where && packed.get(number)?.index === index;
		if (!right) {
			tell('6.1.4', `entry ${number}: ${kind} ${where} ${index}`);
		}
		if (kind !== 0) {
			listed.add(number);
		}
	});
	if (entries.length !== size || [...objects.keys(), ...packed.keys()].some((number) => !listed.has(number))) {
		tell('6.1.4', `${entries.length} entries of ${size} for ${objects.size + packed.size} objects`);
	}
	if (objects.size + packed.size > 8388607) {
		tell('6.1.13', `${objects.size + packed.size} objects`);
	}
};

const readObjects = (file, from, to, tell) => {
	const objects = new Map();
	const begin = /(\d+) 0 obj\n/y;
	for (let at = from; at < to;) {
		begin.lastIndex = at;
		const match = begin.exec(file);
		if (match === null) {
			tell('6.1.9', `no object begins at byte ${at}: ${JSON.stringify(file.slice(at, at + 20))}`);
			break;
		}
		const number = Number(match[1]);
		const object = { at, ...readWords(file, begin.lastIndex, /^(stream|endobj)$/, tell) };
		let end = object.end;
		if (object.word === 'stream') {
			Object.assign(object, readStream(file, object.end, object.keys, tell));
			end = object.end;
		}
		if (!file.startsWith('\nendobj\n', object.word === 'stream' ? end : end - 1)) {
			tell('6.1.9', `object ${number} ends as ${JSON.stringify(file.slice(end, end + 10))}`);
		}
		objects.set(number, object);
		at = file.indexOf('endobj\n', end) + 'endobj\n'.length;
		if (at < 'endobj\n'.length) {
			break;
		}
	}
	return objects;
};

// What is wrong with the bytes of a file: Map of clause to what is told.
export const bytesWrong = once(({ bytes, pages }) => {
	const file = bytes.toString('latin1');
	const wrong = new Map();
	const tell = (clause, what) => (wrong.get(clause) ?? wrong.set(clause, []).get(clause)).push(what);
	const head = /^%PDF-1\.[0-7](?:\r\n|\r|\n)%[\x80-\xff]{4,}[\r\n]+/.exec(file);
	const foot = /startxref\n(\d+)\n%%EOF(?:\r\n|\r|\n)?$/.exec(file);
	if (head === null) {
		tell('6.1.2', JSON.stringify(file.slice(0, 16)));
	}
	if (foot === null || file.indexOf('%%EOF') !== file.lastIndexOf('%%EOF')) {
		tell('6.1.3', `the end is ${JSON.stringify(file.slice(-20))}`);
	}
	const objects = readObjects(file, head?.[0].length ?? 0, foot?.index ?? file.length, tell);
	const packs = new Map([...objects].filter(([, one]) => one.keys['/Type'] === '/ObjStm').map(([number, one]) => [number, readPacked(one, tell)]));
	const table = [...objects.values()].at(-1);
	if (table?.keys['/Type'] !== '/XRef' || table.at !== Number(foot?.[1])) {
		tell('6.1.4', `startxref says ${foot?.[1]}, the last object is at ${table?.at}`);
	} else {
		checkTable(objects, packs, readTable(table, file.slice(table.at)), Number(table.keys['/Size']), tell);
	}
	pages.forEach(({ content }) => readWords(content.replace(/<<\/MCID \d+>>|\/Artifact<<[^>]*>>/g, ' '), 0, /^$/, tell));
	return wrong;
});
