// font_rules.mjs — PDF/A-2's and PDF/UA-1's rules of fonts: programs that are whole, widths that agree, codes that tell
// what they stand for.
import { above, once, shown, tables, text, unicodes } from '../pdf_file.mjs';

const fontsOf = once((file) => [...file.values.values()].filter((one) => one?.['/Type'] === '/Font' && one['/Subtype'] === '/Type0').map((type0) => {
	const cid = file.get(file.get(type0['/DescendantFonts'])?.[0]);
	const descriptor = file.get(cid?.['/FontDescriptor']);
	return { name: type0['/BaseFont'], type0, cid, descriptor, program: file.streams.get(descriptor?.['/FontFile2']), map: file.streams.get(cid?.['/CIDToGIDMap']) };
}));

// Codes of each Type 0 font that text shows.
const codesShown = once((file) => {
	const found = new Map();
	for (const { font, codes } of shown(file)) {
		const set = found.get(font) ?? found.set(font, new Set()).get(font);
		codes.forEach((code) => set.add(code));
	}
	return found;
});

const checksum = (data) => {
	let sum = 0;
	for (let at = 0; at < data.length; at += 4) {
		sum = (sum + (data[at] * 0x1000000 + (data[at + 1] ?? 0) * 0x10000 + (data[at + 2] ?? 0) * 0x100 + (data[at + 3] ?? 0))) >>> 0;
	}
	return sum;
};

// Glyphs that a composite glyph is put together of.
const partsOf = (glyph) => {
	const found = [];
	if (glyph.length < 12 || glyph.readInt16BE(0) >= 0) {
		return found;
	}
	for (let at = 10, flags = 0x20; flags & 0x20;) {
		flags = glyph.readUInt16BE(at);
		found.push(glyph.readUInt16BE(at + 2));
		at += 4 + (flags & 1 ? 4 : 2) + (flags & 8 ? 2 : flags & 0x40 ? 4 : flags & 0x80 ? 8 : 0);
	}
	return found;
};

// What ISO 32000-1, 9.9 and the TrueType specification want of a program that is embedded for its outlines.
const programWrong = (data) => {
	const parts = tables(data);
	const missing = ['glyf', 'head', 'hhea', 'hmtx', 'loca', 'maxp'].filter((name) => !parts.has(name));
	if (missing.length > 0) {
		return [`no ${missing}`];
	}
	const count = parts.get('maxp').readUInt16BE(4);
	const long = parts.get('head').readUInt16BE(50) === 1;
	const at = Array.from({ length: count + 1 }, (_, i) => (long ? parts.get('loca').readUInt32BE(4 * i) : 2 * parts.get('loca').readUInt16BE(2 * i)));
	const wrong = [];
	for (let i = 0; i < data.readUInt16BE(4); i++) {
		const record = 12 + 16 * i;
		const name = data.toString('latin1', record, record + 4);
		if (name !== 'head' && (parts.get(name).length !== data.readUInt32BE(record + 12) || checksum(parts.get(name)) !== data.readUInt32BE(record + 4))) {
			wrong.push(`${name} is not whole`);
		}
	}
	for (let i = 0; i < count; i++) {
		if (at[i] > at[i + 1] || at[i + 1] > parts.get('glyf').length) {
			wrong.push(`glyph ${i} lies outside`);
		} else if (partsOf(parts.get('glyf').subarray(at[i], at[i + 1])).some((part) => part >= count)) {
			wrong.push(`a part of glyph ${i} is not there`);
		}
	}
	return wrong;
};

const widthOf = (font, code) => {
	const list = font['/W'] ?? [];
	for (let i = 0; i + 1 < list.length;) {
		if (Array.isArray(list[i + 1])) {
			if (code >= list[i] && code < list[i] + list[i + 1].length) {
				return list[i + 1][code - list[i]];
			}
			i += 2;
		} else {
			if (code >= list[i] && code <= list[i + 1]) {
				return list[i + 2];
			}
			i += 3;
		}
	}
	return font['/DW'] ?? 1000;
};

// Each code of each font that is shown: { name, code, glyph, units, width, told }.
const glyphsShown = once((file) => fontsOf(file).flatMap(({ name, type0, cid, program, map }) => {
	if (!program || !map) {
		return [];
	}
	const parts = tables(program);
	const units = parts.get('head').readUInt16BE(18);
	const metrics = parts.get('hhea').readUInt16BE(34);
	const count = parts.get('maxp').readUInt16BE(4);
	return [...codesShown(file).get(type0) ?? []].map((code) => {
		const glyph = 2 * code < map.length ? map.readUInt16BE(2 * code) : 0;
		const width = parts.get('hmtx').readUInt16BE(4 * Math.min(glyph, metrics - 1)) * 1000 / units;
		return { name, code, glyph, count, width, told: widthOf({ ...cid, '/W': file.get(cid['/W']) }, code) };
	});
}));

const unspeakable = /[\0\ufeff\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;
const privateUse = /[\ue000-\uf8ff]|[\udb80-\udbff][\udc00-\udfff]/;

export const fontRules = {
	'PDF/A-2, 6.2.11.2: fonts are composite, of TrueType outlines, and named alike wherever they are named': (file) => [
		...[...file.values.values()].filter((one) => one?.['/Type'] === '/Font' && !['/Type0', '/CIDFontType2'].includes(one['/Subtype'])).map((one) => `${one['/BaseFont']}: ${one['/Subtype']}`),
		...fontsOf(file).flatMap(({ name, cid, descriptor }) => [
			...(/^\/[A-Z]{6}\+[!-~]+$/.test(name) ? [] : [`${name} is no subset's name`]),
			...(cid?.['/Subtype'] === '/CIDFontType2' && cid['/Type'] === '/Font' && descriptor?.['/Type'] === '/FontDescriptor' ? [] : [`${name}: what it descends from`]),
			...([cid?.['/BaseFont'], descriptor?.['/FontName']].every((one) => one === name) ? [] : [`${name}: ${cid?.['/BaseFont']}, ${descriptor?.['/FontName']}`]),
			...(['/Flags', '/FontBBox', '/ItalicAngle', '/Ascent', '/Descent', '/CapHeight', '/StemV'].filter((key) => descriptor?.[key] === undefined).map((key) => `${name}: ${key}`)),
		]),
		...fontsOf(file).filter(({ name }, i, all) => all.findIndex((one) => one.name === name) !== i).map(({ name }) => `${name} twice`),
	],
	'PDF/A-2, 6.2.11.3; PDF/UA-1, 7.21.3: codes are glyphs by Identity-H and a map that is there': (file) => fontsOf(file).flatMap(({ name, type0, cid, map }) => [
		...(type0['/Encoding'] === '/Identity-H' && file.get(type0['/DescendantFonts'])?.length === 1 ? [] : [`${name}: Encoding`]),
		...(text(cid?.['/CIDSystemInfo']?.['/Registry']) === 'Adobe' && text(cid['/CIDSystemInfo']['/Ordering']) === 'Identity' && cid['/CIDSystemInfo']['/Supplement'] === 0 ? [] : [`${name}: CIDSystemInfo`]),
		...(map !== undefined && map.length % 2 === 0 ? [] : [`${name}: CIDToGIDMap`]),
	]),
	'PDF/A-2, 6.2.11.4; PDF/UA-1, 7.21.4: font programs are embedded, whole, and have every glyph that is shown': (file) => [
		...fontsOf(file).flatMap(({ name, descriptor, program }) => (program === undefined ? [`${name} is not embedded`] : [
			...programWrong(program).map((what) => `${name}: ${what}`),
			...(file.get(descriptor['/FontFile2'])['/Length1'] === program.length && descriptor['/CIDSet'] === undefined ? [] : [`${name}: Length1 or CIDSet`]),
		])),
		...[...codesShown(file).keys()].filter((font) => !fontsOf(file).some(({ type0 }) => type0 === font)).map((font) => `${font?.['/BaseFont']}: no composite font`),
		...glyphsShown(file).filter(({ glyph, count }) => glyph >= count).map(({ name, code }) => `${name}: code ${code}`),
	],
	'PDF/A-2, 6.2.11.5; PDF/UA-1, 7.21.5: widths told are those of the glyphs': (file) => glyphsShown(file)
		.filter(({ width, told }) => !(Math.abs(width - told) <= 1)).map(({ name, code, width, told }) => `${name}: code ${code} is ${width} wide, told ${told}`),
	'PDF/A-2, 6.2.11.7.2; PDF/UA-1, 7.21.7: every code that is shown stands for characters': (file) => [...codesShown(file)].flatMap(([font, codes]) => {
		const map = unicodes(file, font);
		return [...codes].filter((code) => !map.get(code) || unspeakable.test(map.get(code))).map((code) => `${font?.['/BaseFont']}: code ${code}`);
	}),
	'PDF/A-2, 6.2.11.7.2: the maps to characters are CMaps that lean on no other': (file) => fontsOf(file).flatMap(({ name, type0 }) => {
		const cmap = file.streams.get(type0['/ToUnicode'])?.toString('latin1') ?? '';
		const blocks = [...cmap.matchAll(/(\d+) beginbfchar\n([^]*?)endbfchar/g)];
		return /begincmap[^]*1 begincodespacerange\n<0000><FFFF>\nendcodespacerange[^]*endcmap/.test(cmap) && !/usecmap|WMode 1/.test(cmap) && blocks.length > 0 &&
			blocks.every(([, count, block]) => Number(count) <= 100 && Number(count) === (block.match(/^<[0-9A-F]{4}><(?:[0-9A-F]{4})+>$/gm) ?? []).length) ? [] : [name];
	}),
	'PDF/A-2, 6.2.11.7.3: a private character is told in words': (file) => {
		const told = (ref) => above(file).has(ref) && (above(file).get(ref).element['/ActualText'] !== undefined || told(above(file).get(ref).parent));
		return shown(file).filter(({ words, ref }) => privateUse.test(words) && !told(ref)).map(({ n, words }) => `page ${n}: ${words}`);
	},
	'PDF/A-2, 6.2.11.8; PDF/UA-1, 7.21.8: nothing shows the glyph for what is missing': (file) => glyphsShown(file).filter(({ code, glyph }) => code === 0 || glyph === 0).map(({ name, code }) => `${name}: code ${code}`),
};
