// hostile.mjs — what people may type or upload that a PDF cannot hold as it is: characters, lengths, empty lists, pictures.
import { deflateSync } from 'node:zlib';

const range = (first, last) => Array.from({ length: last - first + 1 }, (_, i) => first + i);
const characters = {
	spaces: [0x9, 0x85, 0xa0, 0x1680, 0x180e, ...range(0x2000, 0x200a), 0x2028, 0x2029, 0x202f, 0x205f, 0x3000],
	invisible: [0xad, 0x34f, 0x61c, 0x115f, 0x1160, 0x17b4, ...range(0x200b, 0x200f), ...range(0x202a, 0x202e), ...range(0x2060, 0x206f), ...range(0xfe00, 0xfe0f), 0xfeff, 0xe0001, 0xe0041, 0xe0100, 0x3164, 0xffa0, ...range(0xfff9, 0xfffd)],
	private: [0xe000, 0xe0a0, 0xefc0, 0xf001, 0xf400, 0xf6c5, 0xf8ff, 0xf0000, 0x100000, 0x10fffd],
	unassigned: [0x378, 0x530, 0xfdd0, 0xfdef, 0x1f8ff, 0x1fffe, 0x1ffff, 0x10ffff],
	control: [0x7f, 0x80, 0x86, 0x9f],
	emoji: [0x1f600, 0x1f468, 0x1f3fd, 0x1f1f3, 0x2764, 0x20e3, 0x1f9d1],
};

// Each character within a word, between words, alone beside others, and among words from right to left.
export const texts = Object.fromEntries(Object.entries(characters).map(([name, codes]) => [name, codes.flatMap((code) => {
	const c = String.fromCodePoint(code);
	return [`a${c}b`, `x ${c}`, `ord ${c} ord${c} slutt`, `${c}مرحبا${c}`];
})]));

// Longer than a string of a PDF: in a heading and so in the bookmarks, in words without width or end, in their reading order.
export const lengths = { heading: 'Langt '.repeat(6000), texts: [`a${'\u2060'.repeat(40000)}b`, `م${'\u2060'.repeat(40000)}م`, `x${'\u0301'.repeat(20000)}`, 'W'.repeat(40000), 'å '.repeat(40000)] };

// More letters with marks on them than a list of widths holds.
const marks = range(0x300, 0x33f).map((code) => String.fromCodePoint(code));
const piled = [...'bcdfghjkl'].flatMap((letter) => marks.flatMap((one) => marks.map((other) => letter + one + other)));
export const crowd = Array.from({ length: Math.ceil(piled.length / 400) }, (_, i) => piled.slice(400 * i, 400 * (i + 1)).join(' '));

const escape = (said) => said.replace(/[&<>\t\n\r\u0085\u2028]/g, (c) => `&#${c.codePointAt(0)};`);
export const rowsOf = (language, list) =>
	`<data><text name="language">${escape(language)}</text><list name="texts">${list.map((one) => `<row><text name="text">${escape(one)}</text></row>`).join('')}</list></data>`;

// The data of a document with every list empty.
export const withoutRows = (data) => {
	let depth = 0;
	return data.replace(/<list\b[^>]*>|<\/list>|<(?:[^>]*)>|[^<]+/g, (part) => {
		depth -= part === '</list>' ? 1 : 0;
		const kept = depth === 0 ? part : '';
		depth += part.startsWith('<list') && !part.endsWith('/>') ? 1 : 0;
		return kept;
	});
};

// The data of a document with what nobody should type behind every word of some length that is no address or number.
export const withBadWords = (data) => data.replace(/(<text name="[^"]*">)([^<]{6,})(<\/text>)/g, (whole, begin, said, end) =>
	(/^https?:|^[\d\s.,%–-]+( kr)?$|@/.test(said) ? whole : `${begin}${said} \u202e(مرحبا)\u202c a\ufeffb\u2060 \ue000\uf6c5 \u{1f600} \u200dЇжа &lt;b&gt;${end}`));

// --- pictures -------------------------------------------------------------------------------------------------------------

const crcs = Array.from({ length: 256 }, (_, n) => {
	for (let k = 0; k < 8; k++) {
		n = n & 1 ? 0xedb88320 ^ (n >>> 1) : n >>> 1;
	}
	return n >>> 0;
});
const chunk = (name, data) => {
	const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
	const out = Buffer.alloc(body.length + 8);
	out.writeUInt32BE(data.length, 0);
	body.copy(out, 4);
	out.writeUInt32BE((body.reduce((crc, byte) => crcs[(crc ^ byte) & 0xff] ^ (crc >>> 8), 0xffffffff) ^ 0xffffffff) >>> 0, body.length + 4);
	return out;
};
const passes = [[0, 0, 8, 8], [4, 0, 8, 8], [0, 4, 4, 8], [2, 0, 4, 4], [0, 2, 2, 4], [1, 0, 2, 2], [0, 1, 1, 2]];
const SIDE = 12;

// A PNG of one colour; kind: 0 grey, 2 RGB, 3 palette, 4 grey with alpha, 6 RGB with alpha.
const png = ({ kind, bits = 8, interlaced = false, extra = [] }) => {
	const parts = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 }[kind];
	const lines = (interlaced ? passes : [[0, 0, 1, 1]]).map(([x, y, dx, dy]) => [Math.ceil((SIDE - x) / dx), Math.ceil((SIDE - y) / dy)]);
	const size = lines.reduce((sum, [across, down]) => sum + down * (1 + Math.ceil(across * parts * bits / 8)), 0);
	const head = Buffer.alloc(13);
	head.writeUInt32BE(SIDE, 0);
	head.writeUInt32BE(SIDE, 4);
	head.set([bits, kind, 0, 0, interlaced ? 1 : 0], 8);
	return Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), chunk('IHDR', head), ...extra, ...(kind === 3 ? [chunk('PLTE', Buffer.from([200, 30, 30, 30, 30, 200])), chunk('tRNS', Buffer.from([0, 128]))] : []),
		chunk('IDAT', deflateSync(Buffer.alloc(size))), chunk('IEND', Buffer.alloc(0))]);
};

export const pictures = {
	'one bit, grey': png({ kind: 0, bits: 1 }),
	'sixteen bits, grey, see-through by a colour': png({ kind: 0, bits: 16, extra: [chunk('tRNS', Buffer.from([0, 0]))] }),
	'sixteen bits, RGB': png({ kind: 2, bits: 16 }),
	'with another gamma': png({ kind: 2, extra: [chunk('gAMA', Buffer.from([0, 1, 0x86, 0xa0]))] }),
	'a palette that is half see-through': png({ kind: 3 }),
	'grey, see-through': png({ kind: 4 }),
	'RGB, see-through, sixteen bits': png({ kind: 6, bits: 16 }),
	'interlaced, see-through': png({ kind: 6, interlaced: true }),
};
