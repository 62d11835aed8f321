// pdf_file.mjs — a PDF opened for the rules: its objects from qpdf; its pages' operators, structure, fonts and words read
// here.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

export const isRef = (value) => typeof value === 'string' && /^\d+ \d+ R$/.test(value);
export const text = (value) => (typeof value === 'string' ? value.replace(/^u:/, '') : undefined);

// What is worked out once a file. Tests that break a file do so before the first rule looks.
export const once = (work) => {
	const known = new WeakMap();
	return (file) => known.get(file) ?? known.set(file, work(file)).get(file);
};

// The named places of a document: a name tree of leaves, each in order and within its limits.
export const placesOf = (get, catalog) => {
	const places = new Map();
	let before = '';
	for (const kid of get(get(get(catalog['/Names'])?.['/Dests'])?.['/Kids']) ?? []) {
		const { '/Names': names, '/Limits': [first, last] } = get(kid);
		for (let i = 0; i < names.length; i += 2) {
			if (names[i] >= first && names[i] <= last && names[i] > before) {
				places.set((before = names[i]), get(names[i + 1]));
			}
		}
	}
	return places;
};

// A file opened: { bytes, values, streams, get, trailer, catalog, info, pages, tree }, to be changed by tests of the rules.
export const open = (pdf) => {
	const whole = JSON.parse(execFileSync(
		'qpdf', ['--json=2', '--json-key=qpdf', '--json-stream-data=inline', '--decode-level=generalized', pdf],
		{ encoding: 'utf8', maxBuffer: 1 << 28 },
	)).qpdf;
	const values = new Map();
	const streams = new Map();
	for (const [key, entry] of Object.entries(whole[1])) {
		const name = key.replace(/^obj:/, '');
		values.set(name, entry.value ?? entry.stream?.dict);
		if (entry.stream) {
			streams.set(name, Buffer.from(entry.stream.data ?? '', 'base64'));
		}
	}
	const get = (value) => (isRef(value) ? values.get(value) : value);
	const trailer = values.get('trailer');
	const catalog = get(trailer['/Root']);
	const file = { bytes: readFileSync(pdf), values, streams, get, trailer, catalog, info: get(trailer['/Info']) ?? {} };
	file.pages = pageList(file, catalog['/Pages']).map((ref) => pageOf(file, ref));
	file.tree = get(catalog['/StructTreeRoot']);
	return file;
};

const pageList = ({ get }, ref) => (get(ref)['/Type'] === '/Pages' ? get(ref)['/Kids'].flatMap((kid) => pageList({ get }, kid)) : [ref]);

const pageOf = (file, ref) => {
	const object = file.get(ref);
	const contents = [object['/Contents']].flat();
	const content = Buffer.concat(contents.flatMap((one) => [file.streams.get(one) ?? Buffer.alloc(0), Buffer.from('\n')])).toString('latin1');
	return { ref, object, content, resources: file.get(object['/Resources']) ?? {}, operations: operations(content) };
};

// Content as [{ op, args }]; numbers, names and strings as they are written.
const operations = (content) => {
	const found = [];
	const token = /\s*(<<(?:[^<>]|<[0-9A-Fa-f\s]*>)*>>|<[0-9A-Fa-f\s]*>|\((?:\\.|[^\\()])*\)|\[|\]|\/[^\s/<>[\]()]+|[^\s/<>[\]()]+)/gy;
	let args = [];
	let list = null;
	for (let match; (match = token.exec(content)) !== null;) {
		const word = match[1];
		if (word === '[') {
			list = [];
		} else if (word === ']') {
			args.push(list);
			list = null;
		} else if (/^[</([+\-.\d]/.test(word)) {
			(list ?? args).push(/^[+\-.\d]/.test(word) ? Number(word) : word);
		} else {
			found.push({ op: word, args });
			args = [];
		}
	}
	return found;
};

// Every dictionary of the file, those of streams and those within others included, with the object it stands in.
export const dictionaries = once((file) => {
	const found = [];
	const walk = (value, ref) => {
		if (Array.isArray(value)) {
			value.forEach((one) => walk(one, ref));
		} else if (value !== null && typeof value === 'object') {
			found.push({ dict: value, ref });
			Object.values(value).forEach((one) => walk(one, ref));
		}
	};
	for (const [ref, value] of file.values) {
		walk(value, ref);
	}
	return found;
});

// --- structure ----------------------------------------------------------------------------------------------------------

// Every element below the tree's root, with its parent.
export const elements = once((file) => {
	const found = [];
	const walk = (ref, parent) => {
		const element = file.get(ref);
		found.push({ ref, element, parent });
		for (const kid of kids(element)) {
			if (isRef(kid) && file.get(kid)?.['/S'] !== undefined) {
				walk(kid, ref);
			}
		}
	};
	for (const kid of [file.tree?.['/K'] ?? []].flat()) {
		walk(kid, file.catalog['/StructTreeRoot']);
	}
	return found;
});

export const elementsOf = (file, type) => elements(file).filter(({ element }) => element['/S'] === type).map(({ element }) => element);
export const kids = (element) => [element['/K'] ?? []].flat();
export const kidElements = (file, element) => kids(element).filter((kid) => isRef(kid) && file.get(kid)?.['/S'] !== undefined).map((kid) => file.get(kid));
export const attribute = (file, element, name) => {
	const list = [file.get(element['/A']) ?? []].flat().map((one) => file.get(one));
	return list.find((one) => one?.[name] !== undefined)?.[name];
};
export const rows = (file, table) => kidElements(file, table).flatMap((kid) => (kid['/S'] === '/TR' ? [kid] : ['/THead', '/TBody', '/TFoot'].includes(kid['/S']) ? kidElements(file, kid) : []));

// Elements by their reference, to ask what stands above: { element, parent }.
export const above = once((file) => new Map(elements(file).map(({ ref, element, parent }) => [ref, { element, parent }])));

export const parentTree = once((file) => {
	const numbers = file.get(file.tree?.['/ParentTree'])?.['/Nums'] ?? [];
	return new Map(numbers.flatMap((key, i) => (i % 2 === 0 ? [[key, file.get(numbers[i + 1]) === undefined ? undefined : numbers[i + 1]]] : [])));
});

// --- content ------------------------------------------------------------------------------------------------------------

// Operators that leave a mark on the page.
const paints = new Set(['Tj', 'TJ', "'", '"', 'f', 'F', 'f*', 'S', 's', 'B', 'B*', 'b', 'b*', 'Do', 'sh', 'BI', 'EI']);

// The marks of a page in order: { tag, mcid, artifact, painted }.
export const marks = (page, tell = () => {}) => {
	const found = [];
	let open = null;
	for (const { op, args } of page.operations) {
		if (op === 'BDC' || op === 'BMC') {
			if (open !== null) {
				tell('marks stand in each other');
			}
			const mcid = /\/MCID (\d+)/.exec(args[1] ?? '')?.[1];
			open = { tag: args[0], mcid: mcid === undefined ? undefined : Number(mcid), artifact: args[0] === '/Artifact', painted: 0 };
			found.push(open);
		} else if (op === 'EMC') {
			if (open === null) {
				tell('a mark ends that did not begin');
			}
			open = null;
		} else if (paints.has(op)) {
			if (open === null) {
				tell(`${op} paints outside every mark`);
			} else {
				open.painted++;
			}
		}
	}
	if (open !== null) {
		tell('a mark does not end');
	}
	return found;
};

// ToUnicode of a font: code to text.
export const unicodes = (file, font) => {
	const map = new Map();
	const cmap = file.streams.get(font?.['/ToUnicode'])?.toString('latin1') ?? '';
	for (const [, block] of cmap.matchAll(/beginbfchar\n([^]*?)endbfchar/g)) {
		for (const [, code, units] of block.matchAll(/<([0-9A-F]{4})><([0-9A-F]*)>/g)) {
			map.set(parseInt(code, 16), String.fromCharCode(...(units.match(/.{4}/g) ?? []).map((unit) => parseInt(unit, 16))));
		}
	}
	return map;
};

// Text as it is painted: [{ n (of the page), page, mcid, ref (of its element), font, codes, words }].
export const shown = once((file) => {
	const tree = parentTree(file);
	const maps = new Map();
	const mapOf = (font) => maps.get(font) ?? maps.set(font, unicodes(file, font)).get(font);
	return file.pages.flatMap((page, i) => {
		const fonts = file.get(page.resources['/Font']) ?? {};
		const list = file.get(tree.get(page.object['/StructParents'])) ?? [];
		const found = [];
		let mcid, font;
		for (const { op, args } of page.operations) {
			if (op === 'BDC') {
				mcid = /\/MCID (\d+)/.exec(args[1])?.[1];
			} else if (op === 'Tf') {
				font = file.get(fonts[args[0]]);
			} else if (op === 'TJ' || op === 'Tj') {
				const codes = args.flat().filter((one) => typeof one === 'string').flatMap((one) => one.slice(1, -1).match(/.{4}/g) ?? []).map((code) => parseInt(code, 16));
				found.push({ n: i + 1, page: page.ref, mcid, ref: list[mcid], font, codes, words: codes.map((code) => mapOf(font).get(code) ?? '').join('') });
			}
		}
		return found;
	});
});

// A font program's tables.
export const tables = (data) => new Map(Array.from({ length: data.readUInt16BE(4) }, (_, i) => {
	const at = 12 + 16 * i;
	return [data.toString('latin1', at, at + 4), data.subarray(data.readUInt32BE(at + 8), data.readUInt32BE(at + 8) + data.readUInt32BE(at + 12))];
}));

// The words as a reader program says them: in the order of the structure, with what stands in their place.
export const readOut = (file) => {
	const said = new Map();
	for (const { page, mcid, words } of shown(file).filter((one) => one.mcid !== undefined)) {
		said.set(`${page} ${mcid}`, (said.get(`${page} ${mcid}`) ?? '') + words);
	}
	const say = (element) => {
		const type = element['/S'];
		const numbered = kidElements(file, element).length > 0 && type === '/L' && attribute(file, element, '/ListNumbering') !== '/None';
		if (['/Figure', '/Note', '/TOC'].includes(type) || (type === '/Reference' && !JSON.stringify(element).includes('OBJR'))) {
			return '';
		}
		if (element['/ActualText'] !== undefined) {
			return text(element['/ActualText']);
		}
		return kids(element).map((kid) => {
			if (isRef(kid)) {
				const one = file.get(kid);
				return one?.['/S'] === undefined ? '' : numbered && one['/S'] === '/LI' ? kidElements(file, one).filter((part) => part['/S'] !== '/Lbl').map(say).join(' ') : say(one);
			}
			return said.get(`${kid?.['/Pg'] ?? element['/Pg']} ${kid?.['/MCID'] ?? kid}`) ?? '';
		}).join(' ');
	};
	return elements(file).filter(({ parent }) => parent === file.catalog['/StructTreeRoot']).map(({ element }) => say(element)).join(' ');
};
